"""What each reader was last given of the events in a calendar file, so that a later file replaces
what changed and takes away what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlite_utils import Database

from state.database import Store
from state.models import GivenEvent

Renew = Callable[[tuple[GivenEvent, ...]], tuple[GivenEvent, ...]]


def renew(
    store: Store, track_id: str, reader: str, renewed: Renew, visits: Iterable[str] | None = None
) -> tuple[GivenEvent, ...]:
    """Replace what a reader was given of the visits of a track by what `renewed` makes of it, which
    is also what comes back. `reader`: the id of a person, or "" for the desk; `visits`: only of
    these ids, by default of all that the track ever had."""
    only = None if visits is None else frozenset(visits)
    with store.write() as db:
        before = tuple(
            one for one in _given(db, track_id, reader) if only is None or one.visit in only
        )
        after = renewed(before)
        if after != before:
            _put(db, reader, before, after)
        return after


def _given(db: Database, track_id: str, reader: str) -> Iterable[GivenEvent]:
    found = db.conn.execute(
        "SELECT visit_id, key, sequence, mark, date, start, until FROM calendar_event"
        " JOIN visit ON visit.id = visit_id WHERE track_id = ? AND reader = ?"
        " ORDER BY calendar_event.rowid",
        [track_id, reader],
    ).fetchall()
    return (GivenEvent(*row) for row in found)


def _put(
    db: Database, reader: str, before: Iterable[GivenEvent], after: Iterable[GivenEvent]
) -> None:
    for one in before:
        db.conn.execute(
            "DELETE FROM calendar_event WHERE visit_id = ? AND reader = ? AND key = ?",
            [one.visit, reader, one.key],
        )
    db.table("calendar_event").insert_all(
        {
            "visit_id": one.visit, "reader": reader, "key": one.key, "sequence": one.sequence,
            "mark": one.mark, "date": one.date, "start": one.start, "until": one.end,
        }
        for one in after
    )  # fmt: skip
