"""Which organiser may open which track, and who acts now.

As long as an installation has one passcode for everybody there are no organisers: nobody in
particular acts then, and every track is open. With organisers each opens the tracks that are theirs
or shared with them; a track without an owner is for the administrators.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from sqlite_utils import Database

from state.language import _
from state.problems import Refused


@dataclass(frozen=True)
class Acting:
    """The organiser on whose behalf something is read or written."""

    organiser_id: str
    administrator: bool


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)
_OWN = (
    "EXISTS (SELECT 1 FROM track_organiser JOIN organiser ON organiser.id = organiser_id"
    " WHERE track_id = {track} AND organiser_id = :organiser AND organiser.removed_at IS NULL)"
)
_NO_OWNER = (
    "NOT EXISTS (SELECT 1 FROM track_organiser JOIN organiser ON organiser.id = organiser_id"
    " WHERE track_id = {track} AND role = 'owner' AND organiser.removed_at IS NULL)"
)


def current() -> Acting | None:
    """Who acts; None for nobody in particular: a participant, the app itself, or whoever holds the
    one passcode."""
    return _acting.get()


@contextmanager
def acting(who: Acting | None) -> Iterator[None]:
    """Let an organiser act for what happens inside."""
    before = _acting.set(who)
    try:
        yield
    finally:
        _acting.reset(before)


def opens(who: Acting | None, track: str) -> tuple[str, dict[str, str]]:
    """A condition in SQL, with its values, for the tracks that somebody may open; `track` is the
    column that holds the id of one."""
    if who is None:
        return "1", {}
    own = _OWN.format(track=track)
    if who.administrator:
        own = f"({own} OR {_NO_OWNER.format(track=track)})"
    return own, {"organiser": who.organiser_id}


def may_open(db: Database, who: Acting | None, track_id: str) -> bool:
    """Whether somebody may open a track, also one that was removed."""
    condition, values = opens(who, ":track")
    (found,) = db.conn.execute(f"SELECT {condition}", {**values, "track": track_id}).fetchone()
    return bool(found)


def is_owner(db: Database, who: Acting | None, track_id: str) -> bool:
    """Whether somebody may remove and share a track: its owners, and administrators where it has
    none."""
    if who is None:
        return True
    condition = f"{_OWN[:-1]} AND role = 'owner')".format(track=":track")
    if who.administrator:
        condition = f"({condition} OR {_NO_OWNER.format(track=':track')})"
    values = {"organiser": who.organiser_id, "track": track_id}
    (found,) = db.conn.execute(f"SELECT {condition}", values).fetchone()
    return bool(found)


def gone() -> Refused:
    """The refusal for a track that is not there or not theirs: both read the same."""
    return Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))


def check_open(db: Database, track_id: str) -> None:
    """Refused, as for a track that is gone, when who acts may not open it."""
    who = current()
    if who is not None and not may_open(db, who, track_id):
        raise gone()


def check_owner(db: Database, track_id: str) -> None:
    """Refused when who acts may open a track but not remove or share it."""
    check_open(db, track_id)
    if not is_owner(db, current(), track_id):
        raise Refused(_("Dat kan alleen wie het traject beheert."))


def check_administrator() -> None:
    """Refused when who acts does not look after the whole installation."""
    who = current()
    if who is not None and not who.administrator:
        raise Refused(_("Dat kan alleen de beheerder van deze installatie."))


def of_meeting(db: Database, meeting_id: str) -> str | None:
    """The track of a meeting, also of one that was removed; None when there is none."""
    return _first(db, "SELECT track_id FROM meeting WHERE id = ?", meeting_id)


def of_visit(db: Database, visit_id: str) -> str | None:
    """The track of a visit, also of one that was removed; None when there is none."""
    return _first(db, "SELECT track_id FROM visit WHERE id = ?", visit_id)


def of_activity(db: Database, activity_id: str) -> str | None:
    """The track of what stands on an agenda; None when there is none."""
    return _first(
        db, "SELECT track_id FROM meeting JOIN activity ON meeting.id = meeting_id"
        " WHERE activity.id = ?", activity_id,
    )  # fmt: skip


def _first(db: Database, query: str, value: str) -> str | None:
    found = db.conn.execute(query, [value]).fetchone()
    return None if found is None else str(found[0])
