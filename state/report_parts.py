"""The facilitator's own part of a track's report: which parts, in which order, with which text.

A part that was never touched has no row: it is in the report, in its usual place. Each part has a
row of its own, so that two facilitators who change different parts keep both changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from state import rows
from state.database import Store
from state.language import _
from state.models import ReportPart, Track
from state.text_rules import paragraph

TEXT_LIMIT = 6000


def of_track(db: Database, track_id: str) -> Mapping[str, ReportPart]:
    """What was chosen, by the key of the part."""
    found = db.query("SELECT * FROM report_part WHERE track_id = ?", [track_id])
    return {row["key"]: ReportPart.of(row) for row in found}


def include(store: Store, track_id: str, key: str, included: bool) -> None:
    """Put a part in the report, or leave it out."""
    with store.write() as db:
        _touch(db, track_id, key)
        _set(db, track_id, key, "included", int(included))


def write(store: Store, track_id: str, key: str, text: str) -> None:
    """Own text at the beginning of a part; Refused when it is longer than `TEXT_LIMIT`."""
    clean = paragraph(text, TEXT_LIMIT, _("De tekst"))
    with store.write() as db:
        _touch(db, track_id, key)
        _set(db, track_id, key, "text", clean)


def order(store: Store, track_id: str, keys: Sequence[str]) -> None:
    """Put the parts in this order."""
    with store.write() as db:
        for position, key in enumerate(keys):
            _touch(db, track_id, key)
            _set(db, track_id, key, "position", position)


def _touch(db: Database, track_id: str, key: str) -> None:
    rows.find(db, Track, "track", track_id)
    db.conn.execute("INSERT OR IGNORE INTO report_part VALUES (?, ?, 1, NULL, '')", [track_id, key])


def _set(db: Database, track_id: str, key: str, column: str, value: int | str) -> None:
    db.conn.execute(
        f"UPDATE report_part SET {column} = ? WHERE track_id = ? AND key = ?",
        [value, track_id, key],
    )
