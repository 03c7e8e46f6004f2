"""What the facilitator chose for names in texts: what to put there instead, or to leave them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from state import rows
from state.database import Store
from state.language import _
from state.models import Track
from state.text_rules import one_line

INSTEAD_LIMIT = 120


def of_track(db: Database, track_id: str) -> Mapping[str, str]:
    """What stands instead, by the place of the name."""
    found = db.query("SELECT place, instead FROM name_in_text WHERE track_id = ?", [track_id])
    return {row["place"]: row["instead"] for row in found}


def choose(store: Store, track_id: str, place: str, instead: str | None) -> None:
    """Put `instead` in a place, the name itself to leave it; None: as proposed. Refused for a text
    that is empty or too long."""
    choose_all(store, track_id, {place: instead})


def choose_all(store: Store, track_id: str, wanted: Mapping[str, str | None]) -> None:
    """As `choose`, for many places at once: all or none."""
    with store.write() as db:
        rows.find(db, Track, "track", track_id)
        for place, instead in wanted.items():
            _choose(db, track_id, place, instead)


def drop(db: Database, track_id: str) -> None:
    """Forget all that was chosen in a track, in a copy."""
    db.conn.execute("DELETE FROM name_in_text WHERE track_id = ?", [track_id])


def _choose(db: Database, track_id: str, place: str, instead: str | None) -> None:
    if instead is None:
        db.conn.execute(
            "DELETE FROM name_in_text WHERE track_id = ? AND place = ?", [track_id, place]
        )
        return
    clean = one_line(instead, INSTEAD_LIMIT, _("Wat er in de plaats komt"))
    db.conn.execute(
        "INSERT OR REPLACE INTO name_in_text VALUES (?, ?, ?)", [track_id, place, clean]
    )
