"""Who is at a meeting, and who of them went home."""

from __future__ import annotations

from contextlib import closing

from state import attendance, erasing, meetings, people, revisions, tracks
from state.database import Store
from tests.conftest import Join


def at_home(store: Store, meeting: str) -> set[str]:
    return {one.person.id for one in people.attendees(store, meeting) if one.home}


def number(store: Store, meeting: str) -> int:
    with store.read() as db:
        return revisions.of_meeting(db, meeting)["people"]


def test_who_went_home_is_known_after_a_restart(store: Store, meeting: str, join: Join) -> None:
    an, bo = join("An"), join("Bo")
    attendance.send_home(store, meeting, an)
    attendance.send_home(store, meeting, bo)
    attendance.send_home(store, meeting, bo, home=False)
    with closing(Store(store.folder)) as restarted:
        assert at_home(restarted, meeting) == {an}
        attendance.came_back(restarted, meeting, an)
    assert at_home(store, meeting) == set()


def test_who_does_not_come_is_known_until_they_do(
    store: Store, meeting: str, track: str, join: Join, organisations: tuple[str, ...]
) -> None:
    ill = tracks.add_person(store, organisations[0], "Jan", "")
    before = number(store, meeting)
    for _ in range(2):
        attendance.say_absent(store, meeting, ill)
    assert number(store, meeting) == before + 1
    with store.read() as db:
        assert attendance.read_absent(db, meeting) == {ill}
    attendance.say_absent(store, meeting, ill, absent=False)
    with store.read() as db:
        assert attendance.read_absent(db, meeting) == set()
    attendance.say_absent(store, meeting, ill)
    assert join("Jan") == ill
    attendance.say_absent(store, meeting, ill)
    with store.read() as db:
        assert attendance.read_absent(db, meeting) == set()


def test_open_pages_are_told_once(store: Store, meeting: str, join: Join) -> None:
    an = join("An")
    before = number(store, meeting)
    for _ in range(2):
        attendance.send_home(store, meeting, an)
    assert number(store, meeting) == before + 1
    for _ in range(2):
        attendance.came_back(store, meeting, an)
    assert number(store, meeting) == before + 2


def test_who_joins_again_is_back(
    store: Store, meeting: str, join: Join, organisations: tuple[str, ...]
) -> None:
    an = join("An", token="gsm")
    attendance.send_home(store, meeting, an)
    assert join("An", token="gsm") == an
    assert at_home(store, meeting) == set()
    attendance.send_home(store, meeting, an)
    people.add_by_hand(store, meeting, organisations[0], "An")
    assert at_home(store, meeting) == set()


def test_going_home_is_of_one_meeting_and_of_who_joined(
    store: Store, meeting: str, join: Join, organisations: tuple[str, ...]
) -> None:
    an = join("An")
    later = meetings.add(store, meetings.room(store, meeting).track.id, "Later")
    meetings.open_doors(store, later)
    people.join(store, later, "later", organisations[0], "An")
    attendance.send_home(store, meeting, an)
    attendance.send_home(store, meeting, "niemand")
    assert (at_home(store, meeting), at_home(store, later)) == ({an}, set())


def test_of_who_is_erased_nothing_tells_that_they_left(
    store: Store, meeting: str, join: Join
) -> None:
    an = join("An")
    attendance.send_home(store, meeting, an)
    erasing.person(store, an)
    assert at_home(store, meeting) == set()
    with store.read() as db:
        assert [row["went_home"] for row in db.query("SELECT went_home FROM attendance")] == [0]
