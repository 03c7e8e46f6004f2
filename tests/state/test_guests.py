"""Guests: phones without a name, apart from people."""

from __future__ import annotations

import pytest

from exercises.engine import moment as moments
from state import guests, meetings, people, tracks
from state.database import Store
from state.problems import Refused


def here(store: Store, meeting: str) -> tuple[str, ...]:
    with store.read() as db:
        return guests.ids(db, meeting)


def test_a_phone_that_comes_twice_is_one_guest(store: Store, meeting: str) -> None:
    first = guests.join(store, meeting, "a")
    assert guests.join(store, meeting, "a") == first
    assert guests.join(store, meeting, "b") != first
    assert len(here(store, meeting)) == 2


def test_who_leaves_is_gone_and_comes_back_as_the_same(store: Store, meeting: str) -> None:
    first = guests.join(store, meeting, "a")
    guests.leave(store, meeting, "a")
    with store.read() as db:
        assert guests.of_device(db, meeting, "a") is None
    assert here(store, meeting) == ()
    assert guests.join(store, meeting, "a") == first
    guests.leave(store, meeting, "unknown")
    assert here(store, meeting) == (first,)


def test_no_list_of_people_holds_them_and_nobody_more_is_expected(
    store: Store, meeting: str
) -> None:
    room = meetings.room(store, meeting)
    with store.read() as db:
        before = moments.at(store, db, meeting).expected
    guest = guests.join(store, meeting, "a")
    with store.read() as db:
        after = moments.at(store, db, meeting)
        assert after.expected == before
        assert guest not in after.members and guest in after.guests
    assert people.attendees(store, meeting) == ()
    assert tracks.people(store, room.track.id) == ()


def test_a_closed_meeting_takes_no_guests(store: Store, meeting: str) -> None:
    meetings.close(store, meeting)
    with pytest.raises(Refused, match="niet open"):
        guests.join(store, meeting, "a")
