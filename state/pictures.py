"""Pictures that people send in: kept in the database, found by a random id."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlite_utils import Database

from state import meetings
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.problems import Refused

# Of one person in one exercise: nobody fills the laptop's disk from a phone.
MOST = 40


@dataclass(frozen=True)
class StoredPicture:
    """A picture as browsers get it: `media` is its media type, the size is in px, `by` the id of
    who sent it in."""

    id: str
    meeting_id: str
    activity_id: str
    media: str
    width: int
    height: int
    content: bytes
    by: str = ""


def digest_of(sent: bytes) -> str:
    """What a file that is sent again is known by."""
    return hashlib.sha256(sent).hexdigest()


def known(db: Database, activity_id: str, person: str, digest: str) -> StoredPicture | None:
    """The picture that was made of this very file of this person; None when it never came."""
    return _found(
        db, "activity_id = ? AND by_person = ? AND digest = ?", activity_id, person, digest
    )


def read(db: Database, picture_id: str) -> StoredPicture | None:
    """A picture by its id; None when there is none."""
    return _found(db, "id = ?", picture_id)


def check_room(db: Database, activity_id: str, person: str) -> None:
    """Refused when the person sent too many already: known before a photo is made small."""
    (count,) = db.conn.execute(
        "SELECT count(*) FROM picture WHERE activity_id = ? AND by_person = ?",
        [activity_id, person],
    ).fetchone()
    if count >= MOST:
        raise Refused(_("Je stuurde hier al veel foto’s. Kies een van de getekende beelden."))


def add(
    store: Store, activity_id: str, person: str, digest: str, media: str, size: tuple[int, int],
    content: bytes,
) -> StoredPicture:  # fmt: skip
    """Keep a picture; the same file of the same person is kept once.

    Refused when the activity is gone, or when the person sent too many.
    """
    with store.write() as db:
        there = known(db, activity_id, person, digest)
        if there is not None:
            return there
        meeting_id = meetings.activity(db, activity_id).meeting_id
        check_room(db, activity_id, person)
        picture = StoredPicture(new_id(), meeting_id, activity_id, media, *size, content, person)
        db.conn.execute(
            "INSERT INTO picture (id, meeting_id, activity_id, by_person, digest, media, width,"
            " height, content, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [picture.id, meeting_id, activity_id, person, digest, media, *size, content, now()],
        )
        return picture


def _found(db: Database, where: str, *values: str) -> StoredPicture | None:
    row = db.conn.execute(
        "SELECT id, meeting_id, activity_id, media, width, height, content, by_person"
        " FROM picture"
        f" WHERE {where}",
        values,
    ).fetchone()
    return None if row is None else StoredPicture(*row)
