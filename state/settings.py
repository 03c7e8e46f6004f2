"""Settings of the whole installation: text by key."""

from __future__ import annotations

from state.database import Store


def get(store: Store, key: str) -> str | None:
    """The stored value, or None."""
    with store.read() as db:
        row = db.conn.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row[0])


def put(store: Store, key: str, value: str | None) -> None:
    """Store a value; None forgets the key."""
    with store.write() as db:
        if value is None:
            db.conn.execute("DELETE FROM setting WHERE key = ?", [key])
        else:
            db.conn.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [key, value])


def put_first(store: Store, key: str, value: str) -> bool:
    """Store a value unless the key has one; False when somebody was first."""
    with store.write() as db:
        added = db.conn.execute("INSERT OR IGNORE INTO setting VALUES (?, ?)", [key, value])
        return added.rowcount == 1
