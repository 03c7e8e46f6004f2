"""Who waits at the door: told only that something changed, and never what."""

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
    """A page that waits to be let in."""

    role = "door"
    topics = frozenset({"steps", "people"})
    changes_only = True

    @property
    def keep(self) -> str:
        """Nothing is kept under it."""
        return ""

    @property
    def sender(self) -> Hashable:
        """Nobody: it sends nothing."""
        return ""

    def data(self, db: Database, moment: Moment) -> Json:
        """Nothing: whether it may go on, the door itself says."""
        return {}

    def receive(self, message: Json) -> None:
        """Refuse: who is at the door has no say."""
        raise Refused(_("Je bent nog niet binnen."))


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """A seat at the door, for anybody who knows the code."""
    return DoorSeat(store(), meeting)
