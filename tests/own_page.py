"""Own links of people in tests, and the phones that came by one."""

from __future__ import annotations

from state import homework, meetings, own_links
from state.database import Store
from state.own_links import LinkHolder


def link_of(store: Store, person_id: str) -> str:
    """A new own link of a person: its token."""
    with store.read() as db:
        (track_id,) = db.conn.execute(
            "SELECT track_id FROM person WHERE id = ?", [person_id]
        ).fetchone()
    return own_links.give(store, track_id, [person_id])[person_id]


def phone_of(store: Store, meeting_id: str, person_id: str, link: str = "") -> str:
    """A phone that came to a meeting by the own link of a person: its token."""
    own = link or link_of(store, person_id)
    with store.read() as db:
        found = own_links.holder(db, own)
    assert isinstance(found, LinkHolder)
    return homework.phone(store, found, meetings.room(store, meeting_id).meeting.id, "")
