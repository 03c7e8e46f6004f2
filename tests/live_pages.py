"""What live pages are sent, for tests without a browser."""

from __future__ import annotations

from exercises.contract import Json
from exercises.engine import moment as moments
from pages.live import page
from pages.live.roles import console, phone, remote, screen
from pages.web.access import REMOTE_COOKIE
from state import access, attendance, meetings, people
from state.database import Store
from state.live import Hub
from state.models import Meeting, Person


def phone_data(store: Store, meeting: Meeting, person: Person, token: str = "") -> Json:
    """What the phone of a person shows; `token` where it holds a link for at home."""
    with store.read() as db:
        return phone.shown(db, moments.at(store, db, meeting.id), person, token)


def phone_seat(store: Store, meeting: Meeting, token: str) -> phone.PhoneSeat:
    """The seat of a phone that holds `token`; of one that lost its person it was somebody's."""
    with store.read() as db:
        person = people.person_of_device(db, meeting.id, token)
        person = person or attendance.read_attendees(db, meeting.id)[0].person
    return phone.PhoneSeat(store, meeting, token, person)


def screen_data(store: Store, meeting: Meeting, hub: Hub | None = None) -> Json:
    """What the screen shows; nobody is connected, unless the hub knows them."""
    return _data(screen.ScreenSeat(store, hub or Hub(store), meeting))


def console_data(store: Store, meeting: Meeting, hub: Hub | None = None) -> Json:
    """What the console shows; nobody is connected, unless the hub knows them."""
    fresh = meetings.room(store, meeting.id).meeting
    return _data(console.ConsoleSeat(store, hub or Hub(store), fresh))


def remote_data(store: Store, meeting: Meeting) -> Json:
    """What a remote shows that holds a pass of its own."""
    cookies = {REMOTE_COOKIE: access.give_pass(store, "remote", meeting.id)}
    return _data(remote.RemoteSeat(store, Hub(store), meeting, cookies))


def _data(seat: screen.ScreenSeat | console.ConsoleSeat) -> Json:
    made = page.made(seat)
    assert made is not None
    data: Json = made["data"]
    return data
