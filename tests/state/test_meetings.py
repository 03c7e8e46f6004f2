"""Meetings and agendas: preparing, opening, closing, minutes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from state import meetings, revisions, tracks
from state.database import Store
from state.ids import CODE_LETTERS
from state.problems import Refused


def agenda(store: Store, meeting: str) -> list[str]:
    return [item.id for item in meetings.room(store, meeting).agenda]


def steps(store: Store, meeting: str) -> int:
    with store.read() as db:
        return revisions.of_meeting(db, meeting)["steps"]


@pytest.fixture
def activities(store: Store, meeting: str) -> list[str]:
    """Three exercises on the agenda, of a kind that state/ has never heard of."""
    return [meetings.add_activity(store, meeting, "kind", {"n": n}, 10 + n) for n in range(3)]


def test_a_meeting_has_a_code_without_letters_that_look_alike(store: Store, track: str) -> None:
    codes = {
        meetings.room(store, meetings.add(store, track, f"Nummer {n}")).meeting.code
        for n in range(40)
    }
    assert len(codes) == 40
    assert set("".join(codes)) <= set(CODE_LETTERS)


def test_a_code_is_found_however_it_is_typed(store: Store, meeting: str) -> None:
    code = meetings.room(store, meeting).meeting.code
    for typed in (code, code.lower(), f" {code[:2]} {code[2:]} ", f"{code[:2]}-{code[2:]}"):
        found = meetings.by_code(store, typed)
        assert found is not None and found.id == meeting


@pytest.mark.parametrize("typed", ["", "NEE!", "' OR 1=1 --", "é" * 10_000, "\ud800", "\x00"])
def test_an_unknown_code_finds_nothing(store: Store, meeting: str, typed: str) -> None:
    assert meetings.by_code(store, typed) is None


def test_the_code_of_a_removed_meeting_or_track_finds_nothing(
    store: Store, track: str, meeting: str
) -> None:
    code = meetings.room(store, meeting).meeting.code
    tracks.remove_track(store, track)
    assert meetings.by_code(store, code) is None
    tracks.undo_removal(store, tracks.removals(store, "tracks")[0]["id"])
    assert meetings.by_code(store, code) is not None
    meetings.remove(store, meeting)
    assert meetings.by_code(store, code) is None


def test_a_meeting_is_changed_moved_removed_and_brought_back(store: Store, track: str) -> None:
    ids = [meetings.add(store, track, title) for title in ("Start", "Midden", "Slot")]
    meetings.change(store, ids[0], "Kick-off", "2026-12-01", "Gent")
    meetings.move(store, track, ids[0], 1)
    meetings.remove(store, ids[1])
    assert [item.title for item in meetings.of_track(store, track)] == ["Kick-off", "Slot"]
    removal = tracks.removals(store, track)[0]
    assert removal["label"] == "Midden is verwijderd."
    tracks.undo_removal(store, removal["id"], track)
    assert [item.title for item in meetings.of_track(store, track)] == [
        "Midden", "Kick-off", "Slot"
    ]  # fmt: skip
    found = meetings.room(store, ids[0]).meeting
    assert (found.date, found.place, found.state) == ("2026-12-01", "Gent", "prepared")


def test_a_meeting_that_is_gone_is_refused_in_dutch(store: Store, meeting: str) -> None:
    meetings.remove(store, meeting)
    with pytest.raises(Refused, match="Dit is er niet, of niet voor jou"):
        meetings.room(store, meeting)
    with pytest.raises(Refused, match="Dit is er niet, of niet voor jou"):
        meetings.open_doors(store, meeting)


def test_a_meeting_of_a_removed_track_cannot_be_made(store: Store, track: str) -> None:
    tracks.remove_track(store, track)
    with pytest.raises(Refused):
        meetings.add(store, track, "Start")


def test_doors_open_close_and_open_again(store: Store, meeting: str) -> None:
    meetings.show_face(store, meeting, "pause")
    meetings.close(store, meeting)
    closed = meetings.room(store, meeting).meeting
    assert (closed.state, closed.face) == ("closed", "lobby")
    meetings.open_doors(store, meeting)
    assert meetings.room(store, meeting).meeting.state == "running"


def test_the_agenda_is_in_the_order_it_was_given(
    store: Store, meeting: str, activities: list[str]
) -> None:
    first, second, third = activities
    assert agenda(store, meeting) == [first, second, third]
    meetings.move_activity(store, meeting, third, -2)
    assert agenda(store, meeting) == [third, first, second]
    meetings.remove_activity(store, first, "De lijn")
    assert agenda(store, meeting) == [third, second]
    removal = tracks.removals(store, meeting)[0]
    assert removal["label"] == "De lijn is van de agenda gehaald."
    tracks.undo_removal(store, removal["id"])
    assert agenda(store, meeting) == [third, first, second]


def test_an_exercise_taken_off_the_agenda_is_no_longer_the_current_one(
    store: Store, meeting: str, activities: list[str]
) -> None:
    with store.write() as db:
        values = {"current_activity_id": activities[0], "face": "exercise"}
        db.table("meeting").update(meeting, values)
    assert meetings.room(store, meeting).current is not None
    meetings.remove_activity(store, activities[0], "De lijn")
    room = meetings.room(store, meeting)
    assert (room.current, room.meeting.face) == (None, "lobby")


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_minutes_outside_one_to_six_hundred_are_refused(
    store: Store, meeting: str, activities: list[str], minutes: int
) -> None:
    with pytest.raises(Refused, match="tussen 1 en 600"):
        meetings.plan_minutes(store, activities[0], minutes)
    with pytest.raises(Refused, match="tussen 1 en 600"):
        meetings.add_activity(store, meeting, "kind", {}, minutes)


def test_a_configuration_is_kept_as_it_is(
    store: Store, meeting: str, activities: list[str]
) -> None:
    config = {"text": "é 👋 \u2028 </script>", "deep": [{"a": None}]}
    meetings.configure(store, activities[0], config)
    activity = meetings.room(store, meeting).activity(activities[0])
    assert activity is not None and activity.config_json() == config


def test_one_exercise_at_a_time_counts_minutes(
    store: Store, meeting: str, activities: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _third = activities
    set_clock(monkeypatch, 0)
    start(store, first)
    set_clock(monkeypatch, 90)
    start(store, second)
    set_clock(monkeypatch, 150)
    with store.write() as db:
        meetings.finish(db, second)
    set_clock(monkeypatch, 500)
    agenda_now = {item.id: item for item in meetings.room(store, meeting).agenda}
    assert [agenda_now[item].spent_seconds for item in activities] == [90, 60, 0]
    assert [agenda_now[item].state for item in activities] == ["done", "done", "planned"]


def test_an_exercise_that_runs_again_counts_on(
    store: Store, meeting: str, activities: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for begin, end in ((0, 60), (1000, 1030)):
        set_clock(monkeypatch, begin)
        start(store, activities[0])
        set_clock(monkeypatch, end)
        with store.write() as db:
            meetings.finish(db, activities[0])
    assert meetings.room(store, meeting).agenda[0].spent_seconds == 90


def test_an_exercise_left_running_when_the_meeting_closed_ends_when_another_starts(
    store: Store, meeting: str, activities: list[str]
) -> None:
    start(store, activities[0])
    with store.write() as db:
        db.table("meeting").update(meeting, {"current_activity_id": activities[0]})
    meetings.close(store, meeting)
    assert meetings.room(store, meeting).agenda[0].running_since is None
    meetings.open_doors(store, meeting)
    start(store, activities[1])
    assert [item.state for item in meetings.room(store, meeting).agenda] == [
        "done", "running", "planned"
    ]  # fmt: skip


def test_every_step_rings_and_tells_no_other_meeting(
    store: Store, track: str, meeting: str, activities: list[str]
) -> None:
    other = meetings.add(store, track, "Andere")
    changes: tuple[Callable[[], None], ...] = (
        lambda: meetings.show_face(store, meeting, "pause"),
        lambda: meetings.allow_organisations(store, meeting, False),
        lambda: meetings.change(store, meeting, "Nieuw", "", ""),
        lambda: meetings.configure(store, activities[0], {}),
        lambda: meetings.move_activity(store, meeting, activities[0], 1),
        lambda: meetings.close(store, meeting),
    )
    for change in changes:
        before = steps(store, meeting)
        change()
        assert steps(store, meeting) == before + 1
    assert steps(store, other) == 0


def start(store: Store, activity_id: str) -> None:
    with store.write() as db:
        db.table("activity").update(activity_id, {"state": "running"})
        meetings.start_clock(db, meetings.activity(db, activity_id))


def set_clock(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    minutes, rest = divmod(seconds, 60)
    moment = f"2026-11-22T10:{minutes:02d}:{rest:02d}.000+00:00"
    monkeypatch.setattr(meetings, "now", lambda: moment)


def test_a_meeting_without_a_day_gets_the_day_on_which_its_doors_open(store: Store) -> None:
    track = tracks.add_track(store, "Buurt")
    bare = meetings.add(store, track, "Start")
    planned = meetings.add(store, track, "Slot", "2026-10-01")

    def days() -> list[str]:
        return [one.date for one in meetings.of_track(store, track)]

    meetings.open_doors(store, bare, "2026-09-01")
    meetings.open_doors(store, planned, "2026-09-01")
    assert days() == ["2026-09-01", "2026-10-01"]
    # Who takes the day away again means it: opening once more does not put it back.
    meetings.change(store, bare, "Start", "", "")
    meetings.close(store, bare)
    meetings.open_doors(store, bare, "2026-09-02")
    assert days() == ["", "2026-10-01"]
