"""Copies of the database that leave the laptop: one track, without secrets that give access."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Protocol

from sqlite_utils import Database

from state import erasing
from state.database import Store
from state.ids import new_id, new_token

# Child tables before their parents. Settings belong to the installation and hold the passcode and
# passwords. Passes and devices hold only hashes, but somebody who has a token could use it on the
# copy. What a guest noted and did not share is nobody else's to carry, and who applied is not of
# the track: whoever was accepted is in it as an organisation with people.
_SCRUB = """
DELETE FROM setting;
DELETE FROM saved_content;
DELETE FROM pass;
DELETE FROM track_change;
DELETE FROM track_organiser;
DELETE FROM organiser;
DELETE FROM device;
DELETE FROM own_opening;
DELETE FROM own_link;
DELETE FROM picture WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id != :track);
DELETE FROM contribution_history WHERE contribution_id IN (
    SELECT contribution.id FROM contribution JOIN activity ON activity.id = activity_id
    JOIN meeting ON meeting.id = meeting_id WHERE track_id != :track);
DELETE FROM contribution WHERE activity_id IN (
    SELECT activity.id FROM activity JOIN meeting ON meeting.id = meeting_id
    WHERE track_id != :track);
DELETE FROM restriction WHERE activity_id IN (
    SELECT activity.id FROM activity JOIN meeting ON meeting.id = meeting_id
    WHERE track_id != :track);
DELETE FROM activity WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id != :track);
DELETE FROM guest WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id != :track);
UPDATE guest SET token_hash = NULL;
DELETE FROM attendance WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id != :track);
DELETE FROM attendance WHERE person_id IN (SELECT id FROM person WHERE track_id != :track);
DELETE FROM agreement WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id != :track);
DELETE FROM matching_choice WHERE track_id != :track;
DELETE FROM calendar_event;
DELETE FROM visit_notice;
DELETE FROM absence;
DELETE FROM visit_place WHERE person_id IN (SELECT id FROM person WHERE track_id != :track);
UPDATE visit_place SET unexpected = '', tells = '', calls = '' WHERE shared = 0;
DELETE FROM offer_day WHERE offer_id IN (SELECT id FROM visit_offer WHERE track_id != :track);
DELETE FROM visit_offer WHERE track_id != :track;
DELETE FROM visit_rule WHERE track_id != :track;
DELETE FROM note_picture WHERE note_id IN (SELECT visit_note.id FROM visit_note
    JOIN visit ON visit.id = visit_id WHERE shared = 0 OR track_id != :track);
DELETE FROM visit_note WHERE shared = 0
    OR visit_id IN (SELECT id FROM visit WHERE track_id != :track);
DELETE FROM visit_guest WHERE visit_id IN (SELECT id FROM visit WHERE track_id != :track);
DELETE FROM visit_day WHERE visit_id IN (SELECT id FROM visit WHERE track_id != :track);
DELETE FROM visit WHERE track_id != :track;
DELETE FROM application_link;
DELETE FROM application;
DELETE FROM call WHERE track_id != :track;
DELETE FROM report_part WHERE track_id != :track;
DELETE FROM name_in_text WHERE track_id != :track;
DELETE FROM revision WHERE meeting_id NOT IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM removal WHERE joined != '' OR scope != :track
    AND scope NOT IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM person WHERE track_id != :track;
DELETE FROM meeting WHERE track_id != :track;
DELETE FROM organisation WHERE track_id != :track;
DELETE FROM track WHERE id != :track;
"""


class Copyable(Protocol):
    """Something that can fill a database with a copy of all data: a store, or `PackedCopy`."""

    def copy_into(self, copy: sqlite3.Connection) -> None:
        """Fill another database."""
        ...


@contextmanager
def in_memory(store: Copyable) -> Iterator[Database]:
    """A context with an in-memory copy of all data as it is now. Reading it blocks no writer and
    needs no disk space. It may be used by one thread after the other."""
    opened = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(opened) as connection:
        store.copy_into(connection)
        yield Database(connection)


def one_track(db: Database, track_id: str) -> bytes:
    """Strip a copy of other tracks and of secrets, and give the database file.

    What is left works as a data file of the app: meetings get a new secret, and the app asks for
    a new passcode. Nothing of what was deleted stays behind in unused pages.
    """
    connection = db.conn
    erasing.drop_pictures(db, datetime.now(UTC))
    for statement in _SCRUB.split(";"):
        if statement.strip():
            connection.execute(statement, {"track": track_id} if ":track" in statement else {})
    for (meeting_id,) in connection.execute("SELECT id FROM meeting").fetchall():
        connection.execute("UPDATE meeting SET secret = ? WHERE id = ?", [new_token(), meeting_id])
    for (track,) in connection.execute("SELECT track_id FROM call").fetchall():
        connection.execute(
            "UPDATE call SET secret = ?, code = ?, state = 'off' WHERE track_id = ?",
            [new_token(), new_id(), track],
        )
    connection.execute("VACUUM")
    return connection.serialize()


def packed(store: Store) -> bytes:
    """A copy of all data as bytes, for `PackedCopy` in another process."""
    with in_memory(store) as db:
        data = bytearray(db.conn.serialize())
    # The file says in these two bytes that it has a log beside it, which a copy in memory has not.
    data[18:20] = b"\x01\x01"
    return bytes(data)


class PackedCopy:
    """The copy that `packed` made, in another process."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def copy_into(self, copy: sqlite3.Connection) -> None:
        """Fill a database in memory."""
        copy.deserialize(self._data)
