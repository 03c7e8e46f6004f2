"""One person's name in the texts of a track: where it stands, and taking it out of the data.

Erasing a person (`state.erasing`) takes away what is stored of the person; what others typed is
changed here, when the facilitator asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlite_utils import Database

from report.privacy import nameless
from report.privacy.nameless import NameInText
from state import name_choices
from state.language import _
from state.problems import Refused


def count_texts(db: Database, person_id: str) -> int:
    """How many texts hold the name, or a part of it; an answer and its earlier versions are one."""
    return len({(one.stored.activity, one.stored.text) for one in _found(db, person_id, {})})


def others_alike(db: Database, person_id: str) -> bool:
    """Whether some of these texts may mean somebody else, who has the same name or a part of it."""
    own = nameless.of_people(db, _track_of(db, person_id)).get(person_id)
    return any(
        name != own for one in _found(db, person_id, {}) for name in one.found.names
    )  # fmt: skip


def eraser(db: Database, person_id: str) -> Callable[[Database], None]:
    """What takes the name out of all texts of a database, for `state.erasing.person`. What the
    facilitator chose for a place is read here, and followed in backups too."""
    choices = name_choices.of_track(db, _track_of(db, person_id))

    def take_out(any_db: Database) -> None:
        found = _found(any_db, person_id, choices)
        nameless.put_instead(any_db, _track_of(any_db, person_id), found, private=True)

    return take_out


def _found(db: Database, person_id: str, choices: Mapping[str, str]) -> list[NameInText]:
    track_id = _track_of(db, person_id)
    people = nameless.of_people(db, track_id)
    own = people.get(person_id)
    found = nameless.found_by(people.values(), db, track_id, choices, private=True)
    return [one for one in found if own in one.found.names]


def _track_of(db: Database, person_id: str) -> str:
    row = db.conn.execute("SELECT track_id FROM person WHERE id = ?", [person_id]).fetchone()
    if row is None:
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    return str(row[0])
