"""Two names of one person become one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from state import attendance, contributions, meetings, people, same_person, tracks
from state.contributions import Judged
from state.database import Store
from state.problems import Refused

Join = Callable[..., str]


def merge(store: Store, meeting: str, person: str, into: str) -> None:
    same_person.merge(store, meeting, person, into, lambda activity, one: f"{activity[:3]}~{one}")


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    return meetings.add_activity(store, meeting, "line", {}, 10)


@pytest.fixture
def listed(store: Store, organisations: tuple[str, ...]) -> str:
    return tracks.add_person(store, organisations[0], "Els Janssens")


def says(store: Store, activity: str, who: str, slot: str, text: str) -> None:
    contributions.put(
        store, activity, who, slot, f"{who}-{slot}", lambda _db, _one: Judged({"text": text})
    )


def said(store: Store, activity: str) -> dict[tuple[str, str], str]:
    with store.read() as db:
        return {
            (one.author, one.slot): one.payload["text"]
            for one in contributions.of_activity(db, activity)
        }  # fmt: skip


def test_the_phone_and_the_answers_move_to_who_was_on_the_list(
    store: Store, meeting: str, join: Join, activity: str, listed: str
) -> None:
    els = join("Els", token="gsm")
    says(store, activity, els, "s1.why", "van Els")
    merge(store, meeting, els, listed)
    assert [one.person.name for one in people.attendees(store, meeting)] == ["Els Janssens"]
    with store.read() as db:
        person = people.person_of_device(db, meeting, "gsm")
    assert person is not None and person.id == listed
    assert said(store, activity) == {(listed, "s1.why"): "van Els"}
    track = meetings.room(store, meeting).track.id
    assert "Els" not in [one.name for one in tracks.people(store, track)]


def test_where_both_gave_something_what_the_listed_one_gave_stays(
    store: Store,
    meeting: str,
    join: Join,
    activity: str,
    listed: str,
    organisations: tuple[str, ...],
) -> None:
    els = join("Els")
    people.join(store, meeting, "andere gsm", organisations[0], "Els Janssens")
    says(store, activity, els, "s1.why", "van Els")
    says(store, activity, listed, "s1.why", "van Els Janssens")
    says(store, activity, els, "s2.why", "nog iets")
    merge(store, meeting, els, listed)
    assert said(store, activity) == {
        (listed, "s1.why"): "van Els Janssens", (listed, "s2.why"): "nog iets",
    }  # fmt: skip
    with store.read() as db:
        assert people.person_of_device(db, meeting, "andere gsm") is None
        # What was not moved is kept, with who wrote it.
        kept = contributions.in_slot(db, activity, els, "s1.why")
    assert kept == {"text": "van Els"}
    assert [one.name for one in tracks.people(store, meetings.room(store, meeting).track.id)] == [
        "Els Janssens"
    ]


def test_who_came_without_a_phone_moves_too(store: Store, meeting: str, listed: str,
                                            organisations: tuple[str, ...]) -> None:  # fmt: skip
    els = people.add_by_hand(store, meeting, organisations[0], "Els")
    merge(store, meeting, els, listed)
    (attendee,) = people.attendees(store, meeting)
    assert attendee.person.id == listed and attendee.by_hand


def test_people_of_two_organisations_are_two_people(
    store: Store, meeting: str, join: Join, listed: str
) -> None:
    bo = join("Bo", 1)
    for other in (listed, bo):
        with pytest.raises(Refused):
            merge(store, meeting, bo, other)
    assert [one.person.id for one in people.attendees(store, meeting)] == [bo]


def test_who_was_at_an_earlier_meeting_stays_on_the_list(
    store: Store, meeting: str, join: Join, listed: str, organisations: tuple[str, ...]
) -> None:
    track = meetings.room(store, meeting).track.id
    els = join("Els", token="gsm")
    later = meetings.add(store, track, "Later")
    meetings.open_doors(store, later)
    people.join(store, later, "later", organisations[0], "Els")
    merge(store, later, els, listed)
    assert [one.person.name for one in people.attendees(store, later)] == ["Els Janssens"]
    assert [one.person.id for one in people.attendees(store, meeting)] == [els]
    with store.read() as db:
        # Nobody waits for the name that is the other one's today.
        assert attendance.read_absent(db, later) == {els}
