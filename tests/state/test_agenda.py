"""What stands between exercises, the order of an agenda, and copies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state import agenda, meetings, plans, rows, tracks
from state.database import Store
from state.models import Activity
from state.problems import Refused


def items(store: Store, meeting: str) -> tuple[Activity, ...]:
    return meetings.room(store, meeting).agenda


def titles(store: Store, meeting: str) -> list[str]:
    return [one.title or one.kind for one in items(store, meeting)]


@pytest.fixture
def planned(store: Store, meeting: str) -> list[str]:
    """A welcome, an exercise, a break and a talk."""
    return [
        agenda.add_interlude(store, meeting, "welcome", "", 15),
        meetings.add_activity(store, meeting, "kind", {"n": 1}, 40),
        agenda.add_interlude(store, meeting, "break", "Middag", 60),
        agenda.add_interlude(store, meeting, "talk", "Het kader", 15, "Toon de vier gebieden."),
    ]


def test_a_break_stands_on_the_agenda_and_is_no_exercise(
    store: Store, meeting: str, planned: list[str]
) -> None:
    room = meetings.room(store, meeting)
    assert [one.id for one in room.agenda] == planned
    assert [one.id for one in room.exercises] == [planned[1]]
    assert room.agenda[3].note == "Toon de vier gebieden." and room.agenda[1].note == ""


def test_only_what_is_no_exercise_may_take_no_minutes(
    store: Store, meeting: str, planned: list[str]
) -> None:
    meetings.plan_minutes(store, planned[2], 0)
    assert items(store, meeting)[2].minutes == 0
    with pytest.raises(Refused, match="tussen 1 en 600"):
        meetings.plan_minutes(store, planned[1], 0)
    for minutes in (-1, 601):
        with pytest.raises(Refused, match="tussen 0 en 600"):
            meetings.plan_minutes(store, planned[2], minutes)
    assert [one.minutes for one in items(store, meeting)] == [15, 40, 0, 15]


def test_a_note_is_kept_and_a_long_one_refused(
    store: Store, meeting: str, planned: list[str]
) -> None:
    agenda.change_note(store, planned[3], "Eerst\n\nhet waarom")
    assert items(store, meeting)[3].note == "Eerst\n\nhet waarom"
    with pytest.raises(Refused, match="De tekst is te lang"):
        agenda.change_note(store, planned[3], "x" * 601)
    with pytest.raises(Refused, match="oefening"):
        agenda.change_note(store, planned[1], "voor een oefening")
    assert items(store, meeting)[3].note == "Eerst\n\nhet waarom"
    assert items(store, meeting)[1].config_json() == {"n": 1}


def test_an_agenda_is_put_in_order_at_once(store: Store, meeting: str, planned: list[str]) -> None:
    agenda.arrange(store, meeting, [planned[3], planned[0], planned[2], planned[1]])
    assert titles(store, meeting) == ["Het kader", "welcome", "Middag", "kind"]


def test_what_came_meanwhile_is_not_lost_by_an_order(
    store: Store, meeting: str, planned: list[str]
) -> None:
    agenda.add_interlude(store, meeting, "talk", "Net bijgekomen", 5)
    agenda.arrange(store, meeting, [*reversed(planned), "weg"])
    assert titles(store, meeting) == ["Het kader", "Net bijgekomen", "Middag", "kind", "welcome"]


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdefgh")))
def test_an_order_keeps_everything_once(wanted: list[str], present: set[str]) -> None:
    there = sorted(present)
    found = rows.merged(there, wanted)
    assert sorted(found) == there
    known = [one for one in wanted if one in present]
    assert [one for one in found if one in known] == known


def test_a_copy_stands_behind_it_without_having_begun(
    store: Store, meeting: str, planned: list[str]
) -> None:
    with store.write() as db:
        db.table("activity").update(planned[1], {"state": "done", "phase": '{"step": 2}'})
    meetings.entitle(store, planned[1], "Eigen titel")
    copied = agenda.copy_item(store, planned[1])
    found = items(store, meeting)
    assert [one.id for one in found] == [*planned[:2], copied, *planned[2:]]
    assert (found[2].title, found[2].config_json(), found[2].minutes) == (
        "Eigen titel",
        {"n": 1},
        40,
    )
    assert (found[2].state, found[2].phase_json()) == ("planned", {})


@pytest.mark.parametrize("clock", ["24:00", "9:30", "09:60", "09.30", "0930", "half tien", "٠٩:٣٠"])
def test_a_start_that_is_no_time_is_refused(store: Store, meeting: str, clock: str) -> None:
    agenda.set_start(store, meeting, "09:30")
    with pytest.raises(Refused, match="beginuur"):
        agenda.set_start(store, meeting, clock)
    assert meetings.room(store, meeting).meeting.start == "09:30"


def test_start_and_what_people_bring_are_kept_and_can_go(store: Store, meeting: str) -> None:
    agenda.set_start(store, meeting, "22:00")
    agenda.set_bring(store, meeting, "  een foto \n agenda’s ")
    found = meetings.room(store, meeting).meeting
    assert (found.start, found.bring) == ("22:00", "een foto\nagenda’s")
    with pytest.raises(Refused, match="meebrengt is te lang"):
        agenda.set_bring(store, meeting, "x" * 301)
    agenda.set_start(store, meeting, "")
    agenda.set_bring(store, meeting, "")
    found = meetings.room(store, meeting).meeting
    assert (found.start, found.bring) == ("", "")


def test_a_meeting_is_copied_behind_itself_without_a_date(
    store: Store, track: str, meeting: str, planned: list[str]
) -> None:
    agenda.set_start(store, meeting, "09:30")
    agenda.set_bring(store, meeting, "een foto")
    last = meetings.add(store, track, "Slot")
    copied = plans.copy_meeting(store, meeting, "Nog eens")
    there = meetings.of_track(store, track)
    assert [one.id for one in there] == [meeting, copied, last]
    found = there[1]
    assert (found.date, found.start, found.bring) == ("", "09:30", "een foto")
    assert (found.place, found.state) == ("De Zaal", "prepared")
    assert found.code not in (there[0].code, there[2].code) and found.secret != there[0].secret
    assert titles(store, copied) == titles(store, meeting)
    assert not {one.id for one in items(store, copied)} & set(planned)


def test_a_track_with_a_meeting_that_does_not_fit_is_not_made_at_all(store: Store) -> None:
    good = plans.PlannedMeeting("Goed", agenda=(plans.PlannedItem("break", 15),))
    bad = plans.PlannedMeeting("Slecht", agenda=(plans.PlannedItem("break", -5),))
    with pytest.raises(Refused):
        plans.add_track(store, "Half", "", [good, bad])
    assert tracks.all_tracks(store) == ()
    track = plans.add_track(store, "Heel", "thema", [good])
    assert [one.title for one in meetings.of_track(store, track)] == ["Goed"]
