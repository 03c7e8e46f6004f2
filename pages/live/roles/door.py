"""The page before joining: it is notified that something changed, and gets no data."""

from __future__ import annotations

from collections.abc import Hashable

from sqlite_utils import Database
from starlette.requests import HTTPConnection

from exercises.contract import Json
from exercises.engine.moment import Moment
from pages.live.seat import Seat
from state.app import store
from state.language import _
from state.models import Meeting
from state.problems import Refused


class DoorSeat(Seat):
    """A page on which somebody has yet to join."""

    role = "door"
    topics = frozenset({"steps", "people"})
    changes_only = True

    @property
    def keep(self) -> str:
        """Empty: this page keeps nothing in the browser."""
        return ""

    @property
    def sender(self) -> Hashable:
        """Empty: this page sends nothing."""
        return ""

    def data(self, db: Database, moment: Moment) -> Json:
        """Empty: the route of the door decides what the page shows after a change."""
        return {}

    def receive(self, message: Json) -> None:
        """Always Refused: somebody who has not joined can't act."""
        raise Refused(_("Je bent nog niet binnen."))


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """A seat at the door, for anybody who knows the code."""
    return DoorSeat(store(), meeting)
