"""Links to the screens of a track: who has one may look at the screen, and an owner ends them."""

from __future__ import annotations

from sqlite_utils import Database

from state.database import Store
from state.revisions import raise_for_track
from state.track_access import acting, check_owner

# With the id of a meeting: its links to screens end when it is closed.
_AWAITED = "screens_end."


def renew(store: Store, track_id: str) -> None:
    """End all links to screens of a track: open screens close, and the console has new links. For
    owners."""
    with store.write() as db:
        check_owner(db, track_id)
        db.conn.execute(
            "UPDATE meeting SET screen_number = screen_number + 1 WHERE track_id = ?", [track_id]
        )
        raise_for_track(db, track_id, "steps")


def renew_at_rest(db: Database, track_id: str) -> None:
    """End the links to screens of meetings that do not run now, inside a transaction. Where one
    runs, its hall looks at the screen: its links end when it is closed."""
    # Nobody's doing in particular: who leaves a track may not change it any more.
    with acting(None):
        db.conn.execute(
            "UPDATE meeting SET screen_number = screen_number + 1 WHERE track_id = ?"
            " AND state != 'running'",
            [track_id],
        )
        db.conn.execute(
            "INSERT OR IGNORE INTO setting SELECT ? || id, '1' FROM meeting"
            " WHERE track_id = ? AND state = 'running'",
            [_AWAITED, track_id],
        )
    raise_for_track(db, track_id, "steps")


def renew_awaited(db: Database, meeting_id: str) -> None:
    """End the links to the screens of a meeting that were left only since it ran, inside a
    transaction: call it when a meeting is closed or opened."""
    gone = db.conn.execute("DELETE FROM setting WHERE key = ?", [_AWAITED + meeting_id])
    if gone.rowcount:
        db.conn.execute(
            "UPDATE meeting SET screen_number = screen_number + 1 WHERE id = ?", [meeting_id]
        )


def running(db: Database, track_id: str) -> bool:
    """Whether a meeting of a track runs now."""
    found = db.conn.execute(
        "SELECT 1 FROM meeting WHERE track_id = ? AND state = 'running' AND removed_at IS NULL",
        [track_id],
    ).fetchone()
    return found is not None
