"""A whole track that goes for good, with all that belongs to it, here and in all backups."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from state import backups, track_access
from state.database import Store
from state.language import _
from state.models import Track
from state.problems import Refused


@dataclass(frozen=True)
class TrackCounts:
    """How much is stored of a track; what was removed counts too, since it goes as well."""

    organisations: int
    people: int
    meetings: int
    answers: int
    photos: int


_COUNTS = {
    "organisations": "SELECT count(*) FROM organisation WHERE track_id = ?",
    "people": "SELECT count(*) FROM person WHERE track_id = ?",
    "meetings": "SELECT count(*) FROM meeting WHERE track_id = ?",
    "answers": "SELECT count(*) FROM contribution JOIN activity ON activity.id = activity_id"
    " JOIN meeting ON meeting.id = meeting_id WHERE track_id = ?",
    "photos": "SELECT count(*) FROM picture JOIN meeting ON meeting.id = meeting_id"
    " WHERE track_id = ?",
}  # fmt: skip


def erase(store: Store, track_id: str) -> None:
    """Delete a track for good with all that belongs to it, here and in all backups; Refused when it
    does not exist, StateError when a backup could not be changed: then nothing was deleted here."""
    with store.read() as db:
        if not _exists(db, track_id):
            raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
        track_access.check_owner(db, track_id)

    def in_backup(db: Database) -> bool:
        found = _exists(db, track_id)
        if found:
            _drop_track(db, track_id)
        return found

    backups.change_all(store.folder, in_backup)
    with store.write() as db:
        _drop_track(db, track_id)
    store.compact()
    backups.change_all(store.folder, in_backup)


def removed_tracks(db: Database) -> tuple[Track, ...]:
    """The tracks that were removed and are still stored, as far as who acts owns them, the latest
    first."""
    found = db.query("SELECT * FROM track WHERE removed_at IS NOT NULL ORDER BY removed_at DESC")
    who = track_access.current()
    return tuple(Track.of(row) for row in found if track_access.is_owner(db, who, row["id"]))


def counts_of_track(db: Database, track_id: str) -> TrackCounts:
    """What goes when a track is deleted, also when it was removed before."""
    counted = {name: db.conn.execute(query, [track_id]).fetchone()[0]
               for name, query in _COUNTS.items()}  # fmt: skip
    return TrackCounts(**counted)


def _exists(db: Database, track_id: str) -> bool:
    found = db.conn.execute("SELECT 1 FROM track WHERE id = ?", [track_id]).fetchone()
    return found is not None


# Child tables before their parents.
_DROP = """
DELETE FROM contribution_history WHERE contribution_id IN (
    SELECT contribution.id FROM contribution JOIN activity ON activity.id = activity_id
    JOIN meeting ON meeting.id = meeting_id WHERE track_id = :track);
DELETE FROM contribution WHERE activity_id IN (SELECT activity.id FROM activity
    JOIN meeting ON meeting.id = meeting_id WHERE track_id = :track);
DELETE FROM picture WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM restriction WHERE activity_id IN (SELECT activity.id FROM activity
    JOIN meeting ON meeting.id = meeting_id WHERE track_id = :track);
DELETE FROM activity WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM attendance WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM absence WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM guest WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM device WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM own_opening WHERE link IN (SELECT token_hash FROM own_link WHERE track_id = :track);
DELETE FROM own_link WHERE track_id = :track;
DELETE FROM pass WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM agreement WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM removal WHERE scope = :track
    OR scope IN (SELECT id FROM meeting WHERE track_id = :track)
    OR instr(changes, :track);
DELETE FROM matching_choice WHERE track_id = :track;
DELETE FROM visit_notice WHERE person_id IN (SELECT id FROM person WHERE track_id = :track);
DELETE FROM visit_place WHERE person_id IN (SELECT id FROM person WHERE track_id = :track);
DELETE FROM offer_day WHERE offer_id IN (SELECT id FROM visit_offer WHERE track_id = :track);
DELETE FROM visit_offer WHERE track_id = :track;
DELETE FROM visit_rule WHERE track_id = :track;
DELETE FROM calendar_event WHERE visit_id IN (SELECT id FROM visit WHERE track_id = :track);
DELETE FROM note_picture WHERE note_id IN (SELECT visit_note.id FROM visit_note
    JOIN visit ON visit.id = visit_id WHERE track_id = :track);
DELETE FROM visit_note WHERE visit_id IN (SELECT id FROM visit WHERE track_id = :track);
DELETE FROM visit_guest WHERE visit_id IN (SELECT id FROM visit WHERE track_id = :track);
DELETE FROM visit_day WHERE visit_id IN (SELECT id FROM visit WHERE track_id = :track);
DELETE FROM visit WHERE track_id = :track;
DELETE FROM application_link WHERE application_id IN (SELECT id FROM application
    WHERE track_id = :track);
DELETE FROM application WHERE track_id = :track;
DELETE FROM call WHERE track_id = :track;
DELETE FROM report_part WHERE track_id = :track;
DELETE FROM name_in_text WHERE track_id = :track;
DELETE FROM revision WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = :track);
DELETE FROM person WHERE track_id = :track;
DELETE FROM meeting WHERE track_id = :track;
DELETE FROM organisation WHERE track_id = :track;
DELETE FROM track_change WHERE track_id = :track;
DELETE FROM track_organiser WHERE track_id = :track;
DELETE FROM track WHERE id = :track;
"""


def _drop_track(db: Database, track_id: str) -> None:
    for statement in _DROP.split(";"):
        if statement.strip():
            db.conn.execute(statement, {"track": track_id})
