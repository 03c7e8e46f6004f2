"""What came out of a track: over all meetings, from what is stored now, for who may read it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

import exercises
from exercises.engine import moment, results, running
from exercises.engine.private import PhoneGate
from exercises.results import (
    HostWish,
    Introduction,
    LearningQuestion,
    Result,
    Stance,
    Strength,
    Wish,
)
from state import copies, erasing, meetings, people, tracks
from state.database import Store
from state.models import Activity
from state.phones import PhoneTrust
from tests.exercises.engine.held import HeldTrack, shared_sheet

SHARED = "sheet.shared"


@pytest.fixture
def held(store: Store) -> HeldTrack:
    """A track with a first meeting in which An and Bo, colleagues, and Cas came in."""
    return HeldTrack.of(store)


def a_meeting(held: HeldTrack, title: str = "Kick-off", date: str = "2026-11-22") -> str:
    meeting = held.meets(title, date)
    for name, organisation in (("An", 0), ("Bo", 0), ("Cas", 1)):
        held.joins(meeting, name, organisation)
    return meeting


def texts(found: tuple[Any, ...]) -> list[str]:
    return [one.text for one in found]


def test_a_later_meeting_reads_what_came_out_of_an_earlier_one(held: HeldTrack) -> None:
    first = a_meeting(held)
    activity = shared_sheet(held, first)
    meetings.entitle(held.store, activity, "Onze fiche")
    later = a_meeting(held, "Voorbereiding")
    (question,) = held.read(later, "phone", "Cas").of(LearningQuestion)
    assert (question.text, question.organisation) == ("hoe", held.parties[0])
    origin = question.origin
    assert (origin.meeting, origin.title, origin.date) == (first, "Kick-off", "2026-11-22")
    assert (origin.activity, origin.exercise, origin.step) == (activity, "Onze fiche", "sheet")


def test_each_kind_comes_by_its_own_name_and_in_order(held: HeldTrack) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    later = a_meeting(held, "Later")
    shared_sheet(held, later, mark="nu ")
    read = held.read(first)
    assert texts(read.of(Strength)) == ["onthaal", "warm", "nu onthaal", "nu warm"]
    wishes = read.of(Wish)[:3]
    assert [(one.area, one.begun, one.text) for one in wishes] == [
        (1, True, "taal"), (2, False, "tuin"), (None, False, "luisteren"),
    ]  # fmt: skip
    (wish, _again) = read.of(HostWish)
    assert (wish.rank, wish.host, wish.why) == (1, held.parties[-1], "nabij")
    assert read.of(Result) == read.all
    meetings.move(held.store, held.track, later, -1)
    assert texts(held.read(first).of(LearningQuestion)) == ["nu hoe", "hoe"]


def test_a_corrected_answer_is_corrected_everywhere(held: HeldTrack) -> None:
    first = a_meeting(held)
    activity, later = shared_sheet(held, first), a_meeting(held, "Later")
    for role, me in (("console", ""), ("phone", "An"), ("phone", "Cas"), ("screen", "")):
        read = held.read(later, role, me).of(LearningQuestion)  # type: ignore[arg-type]
        assert texts(read) == ["hoe"]
    held.says(activity, held.parties[0], "sheet.question1", "waarom")
    for role, me in (("console", ""), ("phone", "An"), ("phone", "Cas"), ("screen", "")):
        read = held.read(later, role, me).of(LearningQuestion)  # type: ignore[arg-type]
        assert texts(read) == ["waarom"]
    held.says(activity, held.parties[0], SHARED, {"on": False})
    assert held.read(later).all == held.read(later, "phone", "Cas").all == ()
    assert texts(held.read(later, "phone", "Bo").of(LearningQuestion)) == ["waarom"]


def test_the_hosts_of_a_shared_sheet_are_for_its_people_and_the_facilitator(
    held: HeldTrack,
) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    assert len(held.read(first).of(HostWish)) == len(held.read(first, "phone", "An").of(HostWish))
    assert held.read(first, "phone", "Cas").of(HostWish) == ()
    assert held.read(first, "screen").of(HostWish) == ()
    tracks.remove_organisation(held.store, held.parties[-1])
    assert held.read(first).of(HostWish) == ()
    assert texts(held.read(first).of(LearningQuestion)) == ["hoe"]


def test_what_was_taken_away_gives_nothing(held: HeldTrack) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    second, later = a_meeting(held, "Tweede"), a_meeting(held, "Later")
    removed = shared_sheet(held, second, mark="nu ")
    assert texts(held.read(later).of(LearningQuestion)) == ["hoe", "nu hoe"]
    meetings.remove_activity(held.store, removed, "Reflectiefiche")
    assert texts(held.read(later).of(LearningQuestion)) == ["hoe"]
    meetings.remove(held.store, first)
    assert held.read(later).all == ()
    for undo in tracks.removals(held.store, held.track):
        tracks.undo_removal(held.store, undo["id"], held.track)
    assert texts(held.read(later).of(LearningQuestion)) == ["hoe"]


def on_the_line(held: HeldTrack, meeting: str) -> str:
    activity = held.begins(meeting, "line")
    for name, at in (("An", 0.1), ("Bo", 0.9)):
        held.says(activity, held.people[name], "s1.1", {"at": at})
        held.says(activity, held.people[name], "s1.why", f"daarom {name}")
    return activity


def test_who_was_taken_away_or_erased_is_not_told(held: HeldTrack) -> None:
    first = a_meeting(held)
    on_the_line(held, first)
    later = a_meeting(held, "Later")
    assert {one.name for one in held.read(later).of(Stance)} == {"An", "Bo"}
    people.remove(held.store, first, held.people["An"])
    assert {one.name for one in held.read(later).of(Stance)} == {"Bo"}
    tracks.change_person(held.store, held.people["Bo"], "Bob")
    assert {one.name for one in held.read(later).of(Stance)} == {"Bob"}
    erasing.person(held.store, held.people["Bo"])
    assert {one.name for one in held.read(later).of(Stance)} == {"iemand van De Brug"}
    tracks.remove_person(held.store, held.people["Bo"])
    assert held.read(later).of(Stance) == ()


def test_a_sheet_is_for_others_once_it_hangs_on_the_wall(held: HeldTrack) -> None:
    first = a_meeting(held)
    activity = held.begins(first, "organisation_sheet")
    held.says(activity, held.parties[0], "sheet.core", "koffie")
    roles: tuple[tuple[Any, str], ...] = (("phone", "Cas"), ("screen", ""))
    for role, me in roles:
        assert held.read(first, role, me).of(Introduction) == ()
    for role, me in (("console", ""), ("phone", "Bo")):
        assert texts(held.read(first, role, me).of(Introduction)) == ["koffie"]  # type: ignore[arg-type]
    held.goes_to(activity, "wall")
    for role, me in roles:
        assert texts(held.read(first, role, me).of(Introduction)) == ["koffie"]


def test_what_was_not_begun_or_is_of_a_later_version_gives_nothing(held: HeldTrack) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    line = exercises.EXERCISES[0]
    meetings.add_activity(held.store, first, line.kind, line.sample.to_json(), 30)
    meetings.add_activity(held.store, first, "guide", {"version": 1}, 30)
    assert texts(held.read(first).of(LearningQuestion)) == ["hoe"]


def test_a_fault_in_one_exercise_keeps_nothing_else_away(
    held: HeldTrack, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    on_the_line(held, first)

    def broken(config: Any, view: Any) -> Any:
        raise ZeroDivisionError

    line = exercises.EXERCISES[0]
    monkeypatch.setitem(exercises._BY_KIND, line.kind, replace(line, results=broken))
    with caplog.at_level(logging.ERROR):
        assert texts(held.read(first).of(LearningQuestion)) == ["hoe"]
    assert "no results of" in caplog.text


def test_documents_read_the_same_from_a_copy(held: HeldTrack) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    later = a_meeting(held, "Later")
    on_the_line(held, later)
    with copies.in_memory(held.store) as db:
        here = moment.alone(db, later)
        read = results.of_track(here)
        assert read.all == held.read(first).all and read.of(Stance)
        me = here.members[held.people["An"]]
        assert results.of_track(here, "phone", me).all == held.read(first, "phone", "An").all
        # The meetings beside it are read once, together.
        assert [one.room.meeting.id for one in here.beside()] == [first, later]
        assert here.beside()[0].beside() is here.beside() and here.beside()[1] is here


def test_a_context_asks_for_its_own_role_and_person(held: HeldTrack) -> None:
    first = a_meeting(held)
    held.says(shared_sheet(held, first), held.parties[0], SHARED, {"on": False})
    later = a_meeting(held, "Later")
    activity = held.begins(later, "line")
    with held.store.read() as db:
        here = moment.at(held.store, db, later)
        on = here.room.activity(activity)
        assert on is not None
        an, cas = (here.members[held.people[name]] for name in ("An", "Cas"))
        assert texts(here.context(on, "phone", an).track.of(LearningQuestion)) == ["hoe"]
        assert here.context(on, "phone", cas).track.all == ()
        assert here.context(on, "console").track.all == ()
        assert here.context(on, "screen").meeting_id == later


def test_an_unchecked_phone_is_told_no_more_than_a_colleague(held: HeldTrack) -> None:
    first = a_meeting(held)
    line = exercises.EXERCISES[0]
    on = held.begins(first, "line", replace(line.sample, visibility="nobody"))
    held.says(on, held.people["An"], "s1.1", {"at": 0.1})
    held.says(on, held.people["An"], "s1.why", "alleen van An")
    sheet = held.begins(first, "reflection_sheet")
    with held.store.read() as db:
        here = moment.at(held.store, db, first)
        found, me = here.room.activity(sheet), here.members[held.people["An"]]
        assert found is not None
        assert len(here.context(found, "phone", me).track.of(Stance)) == 1
        unchecked = here.context(found, "phone", me, gate=PhoneGate(PhoneTrust("nu"), {}))
        assert unchecked.track.of(Stance) == ()
        assert "alleen van An" not in str(unchecked.exercise.phone(unchecked).data)


def test_within_a_transaction_what_it_wrote_is_seen_and_kept_by_nobody(held: HeldTrack) -> None:
    first = a_meeting(held)
    shared_sheet(held, first)
    later = a_meeting(held, "Later")
    activity = held.begins(first, "reflection_sheet")
    with pytest.raises(RuntimeError), held.store.write() as db:
        held.says(activity, held.parties[1], "sheet.question1", "terug")
        held.says(activity, held.parties[1], SHARED, {"on": True})
        here = moment.within(db, str(held.store.path), later)
        assert texts(results.of_track(here).of(LearningQuestion)) == ["hoe", "terug"]
        raise RuntimeError
    assert texts(held.read(later).of(LearningQuestion)) == ["hoe"]
    running.close(held.store, activity)
    assert texts(held.read(later).of(LearningQuestion)) == ["hoe"]


def test_who_comes_in_afterwards_is_told_from_then_on(held: HeldTrack) -> None:
    first = a_meeting(held)
    later = a_meeting(held, "Later")
    held.joins(later, "Dirk")
    activity = on_the_line(held, first)
    held.says(activity, held.people["Dirk"], "s1.1", {"at": 0.5})
    assert {one.name for one in held.read(later).of(Stance)} == {"An", "Bo"}
    held.joins(first, "Dirk")
    assert {one.name for one in held.read(later).of(Stance)} == {"An", "Bo", "Dirk"}


def test_who_asks_for_one_kind_waits_for_no_other(
    held: HeldTrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = a_meeting(held)
    shared_sheet(held, meeting)
    with held.store.read() as db:
        found = results.of_track(moment.at(held.store, db, meeting))
        asked: list[str] = []

        def of_activity(here: object, activity: Activity, asker: object) -> tuple[Result, ...]:
            asked.append(activity.kind)
            return ()

        monkeypatch.setattr(results, "of_activity", of_activity)
        assert found.of(Introduction) == () and asked == []
        assert found.of(LearningQuestion) == () and asked == ["reflection_sheet"]
