"""The roles of live pages, by the name that stands in their address."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import HTTPConnection

from pages.live.roles import console, door, phone, remote, screen
from pages.live.seat import Leave, Seat
from state.models import Meeting

_ROLES: dict[str, Callable[[HTTPConnection, Meeting], Seat]] = {
    "phone": phone.seat,
    "screen": screen.seat,
    "console": console.seat,
    "remote": remote.seat,
    "door": door.seat,
}


def seat_at(connection: HTTPConnection, meeting: Meeting | None) -> Seat:
    """The seat that an address /live/{code}?als=ROLE asks for; `meeting`: that of the code, None
    when there is none. Raises Leave."""
    if meeting is None:
        raise Leave("/d")
    return seat_of(connection, meeting, connection.query_params.get("als", ""))


def seat_of(connection: HTTPConnection, meeting: Meeting, role: str) -> Seat:
    """What this browser may see and do in a meeting. Raises Leave when that is nothing."""
    make = _ROLES.get(role)
    if make is None:
        raise Leave("/d")
    return make(connection, meeting)
