"""Guests of a meeting: phones of people who belong to no organisation and give no name.

They are kept apart from people, so that no list, link, mail or document of people holds them. What
a guest answers is stored under the id of the guest, as that of a person is.
"""

from __future__ import annotations

from sqlite_utils import Database

from state import rows
from state.clock import now
from state.database import Store
from state.ids import hash_token, new_id
from state.language import _
from state.models import Meeting
from state.problems import Refused
from state.revisions import GUESTS, raise_revision


def join(store: Store, meeting_id: str, token: str) -> str:
    """Let the phone with `token` in as a guest; gives the id. Twice the same phone is one guest.
    Refused for a meeting that is not running."""
    own = hash_token(token)
    with store.write() as db:
        if rows.find(db, Meeting, "meeting", meeting_id).state != "running":
            raise Refused(_("Deze bijeenkomst is niet open. Vraag het aan de begeleider."))
        (guest_id,) = db.conn.execute(
            "INSERT INTO guest (id, meeting_id, token_hash, joined_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (token_hash) DO UPDATE SET left_at = NULL RETURNING id",
            [new_id(), meeting_id, own, now()],
        ).fetchone()
        raise_revision(db, meeting_id, GUESTS)
    return str(guest_id)


def leave(store: Store, meeting_id: str, token: str) -> None:
    """The phone is no guest any more; what it answered stays. Nothing happens for another phone."""
    with store.write() as db:
        changed = db.conn.execute(
            "UPDATE guest SET left_at = ? WHERE token_hash = ? AND meeting_id = ?"
            " AND left_at IS NULL",
            [now(), hash_token(token), meeting_id],
        ).rowcount
        if changed:
            raise_revision(db, meeting_id, GUESTS)


def of_device(db: Database, meeting_id: str, token: str) -> str | None:
    """The id of the guest whose phone holds this token; None for another phone."""
    found = db.conn.execute(
        "SELECT id FROM guest WHERE token_hash = ? AND meeting_id = ? AND left_at IS NULL",
        [hash_token(token), meeting_id],
    ).fetchone()
    return None if found is None else str(found[0])


def ids(db: Database, meeting_id: str) -> tuple[str, ...]:
    """The guests of a meeting, in order of arrival, without those who left."""
    found = db.conn.execute(
        "SELECT id FROM guest WHERE meeting_id = ? AND left_at IS NULL ORDER BY rowid",
        [meeting_id],
    )
    return tuple(row[0] for row in found)
