"""Links to screens end when a track is shared no more, and when its owner says so."""

from __future__ import annotations

import pytest

from pages.live import page
from pages.live.roles.screen import ScreenSeat
from pages.live.seat import Leave
from state import access, changes, meetings, organisers, screens, sharing, tracks
from state.database import Store
from state.live import Hub
from state.problems import Refused
from state.track_access import Acting, acting


@pytest.fixture
def an(store: Store) -> Acting:
    token = access.give_pass(store, "facilitator")
    return Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)


@pytest.fixture
def bo(store: Store, an: Acting) -> Acting:
    with acting(an):
        return Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)


@pytest.fixture
def two_meetings(store: Store, an: Acting, bo: Acting) -> tuple[str, str, str]:
    """The track of An that Bo helps with, a meeting that rests and one that runs."""
    with acting(an):
        track = tracks.add_track(store, "Samen", "")
        rests, runs = (meetings.add(store, track, name) for name in ("Start", "Nu"))
        meetings.open_doors(store, runs)
        sharing.share(store, track, bo.organiser_id, "helper")
    return track, rests, runs


def number(store: Store, meeting: str) -> int:
    return meetings.room(store, meeting).meeting.screen_number


def test_unsharing_ends_the_links_but_not_of_the_hall(
    store: Store, an: Acting, bo: Acting, two_meetings: tuple[str, str, str]
) -> None:
    track, rests, runs = two_meetings
    with acting(an):
        sharing.unshare(store, track, bo.organiser_id)
    assert (number(store, rests), number(store, runs)) == (1, 0)
    with store.read() as db:
        assert screens.running(db, track)
        told = {(one.what, one.row) for one in changes.of_track(db, track)}
    assert ("sharing", bo.organiser_id) in told


@pytest.mark.parametrize("again", [False, True])
def test_the_links_of_the_hall_end_with_its_meeting_and_once(
    store: Store, an: Acting, bo: Acting, two_meetings: tuple[str, str, str], again: bool
) -> None:
    track, _rests, runs = two_meetings
    with acting(an):
        sharing.unshare(store, track, bo.organiser_id)
        (meetings.open_doors if again else meetings.close)(store, runs)
        assert number(store, runs) == 1
        for change in (meetings.close, meetings.open_doors, meetings.close):
            change(store, runs)
    assert number(store, runs) == 1


def test_closing_a_meeting_leaves_its_screen_where_nobody_left(
    store: Store, an: Acting, two_meetings: tuple[str, str, str]
) -> None:
    _track, _rests, runs = two_meetings
    with acting(an):
        meetings.close(store, runs)
    assert number(store, runs) == 0


def test_who_leaves_by_themselves_ends_them_too(
    store: Store, bo: Acting, two_meetings: tuple[str, str, str]
) -> None:
    track, rests, _runs = two_meetings
    with acting(bo):
        sharing.unshare(store, track, bo.organiser_id)
    assert number(store, rests) == 1


def test_removing_an_organiser_ends_them(
    store: Store, an: Acting, bo: Acting, two_meetings: tuple[str, str, str]
) -> None:
    _track, rests, _runs = two_meetings
    with acting(an):
        organisers.remove(store, bo.organiser_id, an.organiser_id)
    assert number(store, rests) == 1


def test_an_owner_ends_all_of_them(
    store: Store, an: Acting, bo: Acting, two_meetings: tuple[str, str, str]
) -> None:
    track, rests, runs = two_meetings
    with acting(bo), pytest.raises(Refused):
        screens.renew(store, track)
    seat = ScreenSeat(store, Hub(store), meetings.room(store, runs).meeting)
    assert page.made(seat) is not None
    with acting(an):
        screens.renew(store, track)
    with pytest.raises(Leave):
        page.made(seat)
    assert (number(store, rests), number(store, runs)) == (1, 1)
