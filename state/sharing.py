"""Who owns a track and who helps with it. An owner also removes and shares it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from state import access, organisers, screens
from state.clock import now
from state.database import Store
from state.language import _
from state.organisers import Organiser
from state.problems import Refused
from state.revisions import raise_access, raise_for_track
from state.track_access import check_owner, current

TrackRole = Literal["owner", "helper"]


@dataclass(frozen=True)
class TrackMember:
    """An organiser of now, and what they are in a track."""

    organiser: Organiser
    role: TrackRole


def members(db: Database, track_id: str) -> tuple[TrackMember, ...]:
    """Who may open a track: owners first, each in the order in which they came."""
    found = db.query(
        "SELECT organiser.*, role FROM organiser JOIN track_organiser ON organiser_id ="
        " organiser.id WHERE track_id = ? AND removed_at IS NULL"
        " ORDER BY role = 'helper', added_at, organiser.rowid",
        [track_id],
    )
    return tuple(TrackMember(Organiser.of(row), row["role"]) for row in found)


def own(db: Database, track_id: str) -> None:
    """Make whoever acts the owner of a track that was just made; call it in that transaction."""
    who = current()
    if who is not None:
        db.conn.execute(
            "INSERT OR IGNORE INTO track_organiser VALUES (?, ?, 'owner', ?)",
            [track_id, who.organiser_id, now()],
        )


def share(store: Store, track_id: str, organiser_id: str, role: TrackRole) -> None:
    """Let an organiser help with a track, or own it. For owners; Refused when that would leave it
    without an owner."""
    with store.write() as db:
        check_owner(db, track_id)
        organisers.find(db, organiser_id)
        if role == "helper":
            _refuse_last_owner(db, track_id, organiser_id)
        db.conn.execute(
            "INSERT INTO track_organiser VALUES (?, ?, ?, ?)"
            " ON CONFLICT (track_id, organiser_id) DO UPDATE SET role = excluded.role",
            [track_id, organiser_id, role, now()],
        )
        raise_for_track(db, track_id, "people")


def unshare(store: Store, track_id: str, organiser_id: str) -> None:
    """Stop sharing a track with somebody: their remotes of it end, and so do links to its screens
    but for those of a meeting that runs. For owners, and for helpers who leave by themselves.
    Refused for the last owner."""
    with store.write() as db:
        who = current()
        if who is None or who.organiser_id != organiser_id:
            check_owner(db, track_id)
        _refuse_last_owner(db, track_id, organiser_id)
        db.conn.execute(
            "DELETE FROM track_organiser WHERE track_id = ? AND organiser_id = ?",
            [track_id, organiser_id],
        )
        access.end_remotes(db, organiser_id, track_id)
        screens.renew_at_rest(db, track_id)
        raise_for_track(db, track_id, "people")
        raise_access(db)


def _refuse_last_owner(db: Database, track_id: str, organiser_id: str) -> None:
    owners = [one.organiser.id for one in members(db, track_id) if one.role == "owner"]
    if owners == [organiser_id]:
        raise Refused(_("Een traject heeft minstens één eigenaar. Geef het eerst door."))
