"""Applications that go for good, here and in all backups, and what a person who is erased leaves in
the application of the own organisation."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from state import application_rows, backups
from state.call_form import PEOPLE
from state.database import Store
from state.language import _
from state.problems import Refused
from state.text_rules import name_key


def remove(store: Store, application_ids: Iterable[str]) -> int:
    """Delete applications with their links and notes; gives how many went. What was accepted stays
    in the track. Refused when none of them exists, StateError when a backup could not be changed:
    then nothing was deleted here."""
    ids = [*application_ids]
    with store.read() as db:
        known = {row[0] for row in db.conn.execute("SELECT id FROM application")}
    if not known.intersection(ids):
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))

    def in_backup(db: Database) -> bool:
        return application_rows.drop(db, ids) > 0

    backups.change_all(store.folder, in_backup)
    with store.write() as db:
        gone = application_rows.drop(db, ids)
    store.compact()
    # One may have been made meanwhile.
    backups.change_all(store.folder, in_backup)
    return gone


def without_person(db: Database, organisation_id: str, name: str) -> None:
    """Take somebody's name, function and telephone number out of the application by which an
    organisation came in."""
    found = db.conn.execute(
        "SELECT id, answers FROM application WHERE organisation_id = ?", [organisation_id]
    ).fetchall()
    key = name_key(name)
    for application_id, stored in found:
        answers = json.loads(stored)
        gone = [one for number in range(1, PEOPLE + 1)
                if name_key(answers.get(f"person-{number}", "")) == key
                for one in (f"person-{number}", f"function-{number}")]  # fmt: skip
        if name_key(answers.get("contact", "")) == key:
            gone += ["contact", "phone", "when"]
        changed = {one: "" if one in gone else text for one, text in answers.items()}
        db.conn.execute(
            "UPDATE application SET answers = ? WHERE id = ?",
            [json.dumps(changed, ensure_ascii=False), application_id],
        )
