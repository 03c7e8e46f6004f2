"""What goes for good: a person's name, and pictures that nothing points at any more.

Erasing a person takes the name, the function, the phones and links, the notebook of visits,
earlier versions of answers, answers that were taken away, and removals that tell the name. What the
person's answers say now stays, under a name that is nobody's; names in texts go where that is asked
for. The backups are changed in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from state import backups, erasing_applications
from state.clock import now
from state.database import Store
from state.language import _
from state.models import Person
from state.problems import Refused
from state.revisions import raise_for_track
from state.tracks import nameless

# A photo waits this long for the answer that it was taken for, and an answer that was taken away
# with a photo for somebody to bring it back.
_PATIENCE = timedelta(days=1)
_WITH_A_PERSON = {"person": "id", "attendance": "person_id"}


def count_answers(db: Database, person_id: str) -> int:
    """How many answers stay, without a name, when a person is erased."""
    (count,) = db.conn.execute(
        "SELECT count(*) FROM contribution WHERE (author = ? OR by_person = ?)"
        " AND removed_at IS NULL",
        [person_id, person_id],
    ).fetchone()
    return int(count)


def count_photos(db: Database, person_id: str) -> int:
    """How many photos a person sent in, also those that hang nowhere any more."""
    (count,) = db.conn.execute(
        "SELECT count(*) FROM picture WHERE by_person = ?", [person_id]
    ).fetchone()
    return int(count)


def removed_people(db: Database, track_id: str) -> tuple[Person, ...]:
    """People who were removed from a track and whose names are still stored, by name."""
    found = db.query(
        "SELECT * FROM person WHERE track_id = ? AND removed_at IS NOT NULL AND erased_at IS NULL"
        " ORDER BY name_key",
        [track_id],
    )
    return tuple(Person.of(row) for row in found)


def person(
    store: Store, person_id: str, in_texts: Callable[[Database], None] = lambda db: None
) -> None:
    """Erase a person, here and in all backups; Refused when nobody has this id, StateError when
    a backup could not be changed: then nothing was erased here. `in_texts` takes the name out of
    what others typed, in each database while the person still has a name there."""

    def in_backup(db: Database) -> bool:
        if not _is_named(db, person_id):
            return False
        in_texts(db)
        return erase_in(db, person_id) is not None

    backups.change_all(store.folder, in_backup)
    with store.write() as db:
        if _is_named(db, person_id):
            in_texts(db)
        track_id = erase_in(db, person_id)
        if track_id is None:
            raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
        raise_for_track(db, track_id, "steps", "people", "results")
    store.compact()
    # One may have been made meanwhile.
    backups.change_all(store.folder, in_backup)


def erased_among(db: Database, person_ids: Iterable[str]) -> list[str]:
    """Which of these people were erased in this database."""
    found = db.conn.execute("SELECT id FROM person WHERE erased_at IS NOT NULL").fetchall()
    erased = {person_id for (person_id,) in found}
    return [one for one in person_ids if one in erased]


def erase_as_in(db: Database, other: Database) -> None:
    """Erase in one database whoever was erased in another."""
    found = other.conn.execute("SELECT id FROM person WHERE erased_at IS NOT NULL").fetchall()
    for (person_id,) in found:
        if _is_named(db, person_id):
            erase_in(db, person_id)


def sweep(store: Store, moment: datetime | None = None) -> int:
    """Delete what nothing points at since a day, here and in all backups; gives how many pictures
    went from here."""
    before = (moment or datetime.now(UTC)) - _PATIENCE
    with store.read() as db:
        found = loose_pictures(db, before)
    if found:
        with store.write() as db:
            gone = drop_pictures(db, before)
        store.compact()
    backups.change_all(store.folder, lambda db: drop_pictures(db, before) > 0)
    return gone if found else 0


def loose_pictures(db: Database, before: datetime) -> list[str]:
    """The ids of pictures older than `before` that nothing points at.

    Whatever holds the id of a picture in its JSON points at it, so that no exercise has to say so:
    an answer, a configuration, a phase. An answer that was taken away before `before` does not.
    """
    found = db.conn.execute(
        "SELECT id FROM picture WHERE created_at < :before"
        " AND NOT EXISTS (SELECT 1 FROM contribution WHERE instr(payload, picture.id)"
        " AND (removed_at IS NULL OR removed_at >= :before))"
        " AND NOT EXISTS (SELECT 1 FROM activity"
        " WHERE instr(config, picture.id) OR instr(phase, picture.id))"
        " AND NOT EXISTS (SELECT 1 FROM saved_content WHERE instr(config, picture.id))",
        {"before": before.astimezone(UTC).isoformat(timespec="milliseconds")},
    ).fetchall()
    return [picture_id for (picture_id,) in found]


def drop_pictures(db: Database, before: datetime) -> int:
    """Delete the pictures that `loose_pictures` finds, with the answers that were taken away and
    hold one; gives how many pictures."""
    found = loose_pictures(db, before)
    for picture_id in found:
        answers = db.conn.execute(
            "SELECT id FROM contribution WHERE removed_at IS NOT NULL AND instr(payload, ?)",
            [picture_id],
        ).fetchall()
        _drop_answers(db, [answer_id for (answer_id,) in answers])
        db.conn.execute("DELETE FROM picture WHERE id = ?", [picture_id])
    return len(found)


def _is_named(db: Database, person_id: str) -> bool:
    found = db.conn.execute(
        "SELECT 1 FROM person WHERE id = ? AND erased_at IS NULL", [person_id]
    ).fetchone()
    return found is not None


def erase_in(db: Database, person_id: str, *, notebook: bool = True) -> str | None:
    """Erase a person in one database, such as a copy; gives the track, None when nobody there has
    this id. With `notebook` what the person noted on visits goes too, and why
    a kijkstage was asked for and what it gave; a copy that names nobody
    keeps what was shared."""
    found = db.conn.execute(
        "SELECT person.track_id, organisation.name, organisation.id, person.name FROM person"
        " JOIN organisation ON organisation.id = organisation_id WHERE person.id = ?",
        [person_id],
    ).fetchone()
    if found is None:
        return None
    track_id, organisation, organisation_id, name = found
    erasing_applications.without_person(db, organisation_id, name)
    _drop_removals_of(db, person_id)
    gone = db.conn.execute(
        "SELECT id FROM contribution WHERE author = ? AND removed_at IS NOT NULL", [person_id]
    ).fetchall()
    _drop_answers(db, [answer_id for (answer_id,) in gone])
    db.conn.execute(
        # The last change of each answer gives its place among the others.
        "DELETE FROM contribution_history WHERE (by_person = :person OR contribution_id IN"
        " (SELECT id FROM contribution WHERE author = :person)) AND id NOT IN"
        " (SELECT max(id) FROM contribution_history GROUP BY contribution_id)",
        {"person": person_id},
    )
    db.conn.execute(
        "DELETE FROM own_opening WHERE link IN (SELECT token_hash FROM own_link"
        " WHERE person_id = ?)",
        [person_id],
    )
    if notebook:
        db.conn.execute(
            "DELETE FROM note_picture WHERE note_id IN (SELECT id FROM visit_note"
            " WHERE person_id = ?)",
            [person_id],
        )
        db.conn.execute("DELETE FROM visit_note WHERE person_id = ?", [person_id])
        db.conn.execute(
            "UPDATE visit_place SET why = '', brings = '', unexpected = '', tells = '', calls = '',"
            " shared = 0 WHERE person_id = ?",
            [person_id],
        )
    db.conn.execute(
        "DELETE FROM visit_notice WHERE person_id = :person OR about = :person",
        {"person": person_id},
    )
    db.conn.execute("UPDATE attendance SET went_home = 0 WHERE person_id = ?", [person_id])
    for table in ("device", "own_link", "absence"):
        db.conn.execute(f"DELETE FROM {table} WHERE person_id = ?", [person_id])
    db.conn.execute(
        "UPDATE person SET name = ?, name_key = '', function = '',"
        " erased_at = coalesce(erased_at, ?) WHERE id = ?",
        [nameless(organisation), now(), person_id],
    )
    return str(track_id)


def _drop_answers(db: Database, answer_ids: Iterable[int]) -> None:
    for answer_id in answer_ids:
        db.conn.execute("DELETE FROM contribution_history WHERE contribution_id = ?", [answer_id])
        db.conn.execute("DELETE FROM contribution WHERE id = ?", [answer_id])
        db.conn.execute(
            "DELETE FROM removal WHERE changes = ?",
            [json.dumps([["contribution", {"id": answer_id}]])],
        )


def _drop_removals_of(db: Database, person_id: str) -> None:
    """Delete the removals that concern this person alone: their sentences tell the name."""
    own = {
        answer_id
        for (answer_id,) in db.conn.execute(
            "SELECT id FROM contribution WHERE author = ?", [person_id]
        )
    }

    def is_own(table: str, key: dict[str, Any]) -> bool:
        if table == "contribution":
            return key.get("id") in own
        return key.get(_WITH_A_PERSON.get(table, "")) == person_id

    db.conn.execute(
        "DELETE FROM removal WHERE joined != '' AND :person IN"
        " (json_extract(joined, '$.who'), json_extract(joined, '$.into'))",
        {"person": person_id},
    )
    for removal_id, changes in db.conn.execute("SELECT id, changes FROM removal").fetchall():
        if all(is_own(table, key) for table, key in json.loads(changes)):
            db.conn.execute("DELETE FROM removal WHERE id = ?", [removal_id])


def drop_removals(db: Database) -> None:
    """Delete all sentences on what was removed, from a copy that must name nobody."""
    db.conn.execute("DELETE FROM removal")
