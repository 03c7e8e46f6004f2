"""The remote: the facilitator's phone, paired by the QR on the console."""

from __future__ import annotations

from collections.abc import Hashable

from sqlite_utils import Database
from starlette.requests import HTTPConnection

from exercises.contract import Json
from exercises.engine.moment import Moment
from pages.live import actions
from pages.live.roles import console
from pages.live.seat import Leave, Seat
from pages.web import access
from state import track_access
from state.app import hub, store
from state.database import Store
from state.language import _
from state.live import Hub
from state.models import Meeting
from state.problems import Refused

# Fields of the console that a remote does not show: links, adding people, and the drawings.
_LEFT_OUT = frozenset({"links", "homework", "can_add_org"})
_NOT_DRAWN = frozenset({"scene", "console"})


class RemoteSeat(console.ConsoleSeat):
    """The facilitator's phone: it steers, and shows less than the console."""

    role = "remote"

    def __init__(self, store: Store, hub: Hub, meeting: Meeting, cookies: dict[str, str]) -> None:
        super().__init__(store, hub, meeting)
        self._cookies = cookies

    @property
    def keep(self) -> str:
        """One name for all remotes of a meeting."""
        return f"remote:{self.meeting.code}"

    @property
    def sender(self) -> Hashable:
        """This remote."""
        return self._cookies.get(access.REMOTE_COOKIE, self.keep)

    def data(self, db: Database, moment: Moment) -> Json:
        """What the console shows, without links, drawings and what is for the laptop alone."""
        if not access.may_steer(self.store, self._cookies, self.meeting.id):
            raise Leave("/d")
        shown = _without(super().data(db, moment), _LEFT_OUT)
        if shown["current"] is not None:
            shown["current"] = _without(shown["current"], _NOT_DRAWN)
        return shown

    def receive(self, message: Json) -> Json | None:
        """Execute a message; Refused once this phone may no longer steer."""
        who = access.steers(self.store, self._cookies, self.meeting.id)
        if who is None:
            raise Refused(
                _("Deze afstandsbediening werkt niet meer. Scan de QR in de regie opnieuw.")
            )
        with track_access.acting(who.acting):
            actions.receive(self.store, self.meeting.id, message)
        return None


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """A remote's seat, for who may steer; else Leave."""
    if not access.may_steer(store(), connection.cookies, meeting.id):
        raise Leave("/d")
    return RemoteSeat(store(), hub(), meeting, dict(connection.cookies))


def _without(data: Json, keys: frozenset[str]) -> Json:
    return {key: value for key, value in data.items() if key not in keys}
