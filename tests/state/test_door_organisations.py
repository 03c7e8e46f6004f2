"""Organisations that somebody typed at the door, and what the facilitator says of them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from sqlite_utils import Database

from state import door_organisations, meetings, people, restrictions, tracks
from state.database import Store
from state.models import Organisation
from state.problems import Refused


@pytest.fixture
def track(store: Store) -> str:
    return tracks.add_track(store, "Een jaar")


@pytest.fixture
def meeting(store: Store, track: str) -> str:
    found = meetings.add(store, track, "Start", "")
    meetings.open_doors(store, found)
    return found


@pytest.fixture
def brug(store: Store, track: str) -> str:
    return tracks.add_organisation(store, track, "De Brug")


@pytest.fixture
def typed(store: Store, track: str, meeting: str, brug: str) -> Organisation:
    people.join_new_organisation(store, meeting, "token", "De Brugg", "An")
    return there(store, track)["De Brugg"]


def there(store: Store, track: str) -> dict[str, Organisation]:
    return {one.name: one for one in tracks.organisations(store, track)}


def names(found: Iterable[Organisation]) -> list[str]:
    return [one.name for one in found]


def undoes(store: Store, track: str, scope: str) -> None:
    (removal,) = tracks.removals(store, scope)
    tracks.undo_removal(store, removal["id"], track)


def same(_activity: str, one: str) -> str:
    return f"alias-{one}"


def test_it_counts_at_once_and_is_asked(
    store: Store, track: str, meeting: str, typed: Organisation
) -> None:
    assert typed.is_asked and typed.door == meeting
    assert not there(store, track)["De Brug"].is_asked
    assert [one.person.name for one in people.attendees(store, meeting)] == ["An"]


def test_what_belongs_is_asked_no_more_until_that_is_undone(
    store: Store, track: str, meeting: str, typed: Organisation
) -> None:
    door_organisations.belongs(store, meeting, typed.id)
    assert not there(store, track)["De Brugg"].is_asked
    with pytest.raises(Refused, match="al gezegd"):
        door_organisations.only_today(store, meeting, typed.id)
    undoes(store, track, meeting)
    assert there(store, track)["De Brugg"].is_asked
    meetings.close(store, meeting)
    assert "De Brugg" in there(store, track)


def test_what_is_there_for_a_day_leaves_when_the_meeting_ends_and_can_come_back(
    store: Store, track: str, meeting: str, typed: Organisation
) -> None:
    door_organisations.only_today(store, meeting, typed.id)
    assert there(store, track)["De Brugg"].only_today
    meetings.close(store, meeting)
    assert list(there(store, track)) == ["De Brug"]
    # Its people, and what they did, still stand in that meeting.
    assert [one.person.name for one in people.attendees(store, meeting)] == ["An"]
    assert names(meetings.room(store, meeting).organisations) == ["De Brug", "De Brugg"]
    later = meetings.room(store, meetings.add(store, track, "Acties"))
    assert (names(later.organisations), names(later.left)) == (["De Brug"], ["De Brugg"])
    undoes(store, track, track)
    back = there(store, track)["De Brugg"]
    assert not back.is_asked and not back.only_today
    assert [one.name for one in tracks.people(store, track)] == ["An"]


def test_that_it_is_there_for_a_day_can_be_undone_after_the_meeting(
    store: Store, track: str, meeting: str, typed: Organisation
) -> None:
    door_organisations.only_today(store, meeting, typed.id)
    meetings.close(store, meeting)
    undoes(store, track, meeting)
    assert there(store, track)["De Brugg"].is_asked
    assert names(meetings.room(store, meeting).organisations) == ["De Brug", "De Brugg"]
    assert not tracks.removals(store, track)


def test_what_was_there_for_a_day_is_the_same_when_it_comes_again(
    store: Store, track: str, meeting: str, typed: Organisation
) -> None:
    door_organisations.only_today(store, meeting, typed.id)
    meetings.close(store, meeting)
    (an,) = tracks.people(store, track)
    later = meetings.add(store, track, "Acties")
    meetings.open_doors(store, later)
    came = people.join_new_organisation(store, later, "gsm 2", " de  brugg ", "An")
    assert came == an.id
    found = there(store, track)["De Brugg"]
    assert found.id == typed.id and found.is_asked and found.door == later
    assert not tracks.removals(store, track)
    door_organisations.only_today(store, later, typed.id)
    meetings.close(store, later)
    assert "De Brugg" not in there(store, track)


def test_what_is_another_gives_it_its_people_and_answers_and_takes_them_back(
    store: Store, track: str, meeting: str, brug: str, typed: Organisation
) -> None:
    activity = meetings.add_activity(store, meeting, "actions", {"version": 1}, 30)
    with store.write() as db:
        for author, slot in ((typed.id, "a"), (typed.id, "b"), (brug, "b")):
            stored(db, activity, author, slot)
    door_organisations.is_another(store, meeting, typed.id, brug, same)
    assert list(there(store, track)) == ["De Brug"]
    assert [one.organisation_id for one in tracks.people(store, track)] == [brug]
    assert authors(store) == sorted([("a", brug), ("b", typed.id), ("b", brug)])
    undoes(store, track, meeting)
    assert there(store, track)["De Brugg"].is_asked
    assert [one.organisation_id for one in tracks.people(store, track)] == [typed.id]
    assert authors(store) == sorted([("a", typed.id), ("b", typed.id), ("b", brug)])


def test_how_far_an_answer_may_go_moves_with_it_and_comes_back(
    store: Store, track: str, meeting: str, brug: str, typed: Organisation
) -> None:
    activity = meetings.add_activity(store, meeting, "actions", {"version": 1}, 30)
    (an,) = tracks.people(store, track)
    things = [restrictions.Thing(activity, typed.id, ("a",)),
              restrictions.Thing(activity, typed.id, ("b",))]  # fmt: skip
    with store.write() as db:
        for author, slot in ((typed.id, "a"), (typed.id, "b"), (brug, "b")):
            stored(db, activity, author, slot)
    restrictions.choose(store, track, an.id, things, "self", "names")
    door_organisations.is_another(store, meeting, typed.id, brug, same)
    assert limited(store, track) == {(brug, "a"): "self", (typed.id, "b"): "self"}
    undoes(store, track, meeting)
    assert limited(store, track) == {(typed.id, "a"): "self", (typed.id, "b"): "self"}


def limited(store: Store, track: str) -> dict[tuple[str, str], str]:
    with store.read() as db:
        found = restrictions.narrowest(restrictions.of_track(db, track))
    return {key: limit.place for key, limit in found.items()}


def stored(db: Database, activity: str, author: str, slot: str) -> None:
    db.table("contribution").insert({
        "activity_id": activity, "author": author, "slot": slot,
        "payload": "{}", "by_hand": 0, "created_at": "x", "updated_at": "x",
        "removed_at": None, "by_person": "",
    })  # fmt: skip


def authors(store: Store) -> list[tuple[str, str]]:
    with store.read() as db:
        return sorted(db.conn.execute("SELECT slot, author FROM contribution").fetchall())


def test_two_of_one_name_are_not_put_together(
    store: Store, track: str, meeting: str, brug: str, typed: Organisation
) -> None:
    tracks.add_person(store, brug, "An")
    with pytest.raises(Refused, match="staat al een An"):
        door_organisations.is_another(store, meeting, typed.id, brug, same)
    with pytest.raises(Refused, match="andere organisatie"):
        door_organisations.is_another(store, meeting, typed.id, typed.id, same)
    assert there(store, track)["De Brugg"].is_asked
