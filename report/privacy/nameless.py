"""Takes names of people out of a copy of the data, so that all that is made of it has none.

Everything that leaves the laptop is made from a copy: what the copy does not hold can be in no
document, picture, table or file name. Persons become 'iemand van' their organisation, as erasing
does it; names in texts are replaced as the facilitator chose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from sqlite_utils import Database

import exercises
from exercises.engine import moment, stored
from report.privacy.names import KnownName, Spotted, spotted, without
from state import erasing, name_choices, rows, texts
from state.language import _
from state.models import Meeting, Organisation, Person
from state.problems import Refused
from state.texts import StoredText
from state.tracks import nameless


@dataclass(frozen=True)
class NameInText:
    """A name that stands in a text: what is found, what is proposed, and what the facilitator chose
    (None: nothing yet). `place` identifies it for `name_choices`."""

    stored: StoredText
    found: Spotted
    place: str
    chosen: str | None = None

    @property
    def word(self) -> str:
        """What stands there."""
        return self.stored.text[self.found.start : self.found.end]

    @property
    def instead(self) -> str:
        """What will stand there."""
        return self.found.instead if self.chosen is None else self.chosen


def take_out(db: Database, track_id: str, keep: Collection[str] = ()) -> None:
    """Take the names of everybody of a track out of a copy, but for the persons of `keep` (ids).

    Names that were typed in fields for names go too, as long as `keep` names nobody of that
    organisation by the same name. What the facilitator chose for a name in a text is followed.
    """
    found = in_texts(db, track_id, keep)
    by_text: dict[tuple[str, str, int, str], list[Spotted]] = {}
    for one in found:
        spot = Spotted(one.found.start, one.found.end, one.instead)
        by_text.setdefault(_where(one.stored), []).append(spot)
    texts.change(
        db, track_id, codes_of, lambda text: without(text.text, by_text.get(_where(text), ()))
    )
    for person_id in _people(db, track_id):
        if person_id not in keep:
            erasing.erase_in(db, person_id)
    # A removal tells in a sentence what was removed.
    erasing.drop_removals(db)


def in_texts(db: Database, track_id: str, keep: Collection[str] = ()) -> list[NameInText]:
    """Every name in a text of a track, but for those of the persons of `keep`."""
    known = known_names(db, track_id, keep)
    leave = [party.name for party in _parties(db, track_id)]
    choices = name_choices.of_track(db, track_id)
    return [
        NameInText(text, one, place, choices.get(place))
        for text in texts.of_track(db, track_id, codes_of)
        for one in spotted(text.text, known, leave)
        for place in [_place(text.text, one)]
    ]


def known_names(db: Database, track_id: str, keep: Collection[str] = ()) -> list[KnownName]:
    """The names of the people of a track, and those that were typed in fields for names."""
    parties = {party.id: party.name for party in _parties(db, track_id)}
    people = _people(db, track_id)
    kept = {one.name for one in people.values() if one.id in keep}
    named = [
        (one.name, one.organisation_id) for one in people.values()
        if one.id not in keep and one.erased_at is None
    ]  # fmt: skip
    typed = [(name, owner) for name, owner in _typed(db, track_id) if name not in kept]
    somebody = _("iemand")
    return [
        KnownName(name, nameless(parties[owner]) if owner in parties else somebody)
        for name, owner in dict.fromkeys((*named, *typed))
    ]


def codes_of(kind: str) -> Collection[str]:
    """The keys of an exercise's JSON whose values are no words."""
    exercise = exercises.of_kind(kind)
    return exercise.codes if exercise else ()


def _typed(db: Database, track_id: str) -> Iterable[tuple[str, str]]:
    for meeting in rows.ordered(db, Meeting, "meeting", "track_id", track_id):
        here = moment.alone(db, meeting.id)
        for activity in here.room.agenda:
            exercise = exercises.of_kind(activity.kind)
            if exercise is not None:
                try:
                    yield from exercise.names(stored.config_of(activity), here.view(activity))
                except Refused:
                    continue


def _people(db: Database, track_id: str) -> Mapping[str, Person]:
    found = db.query("SELECT * FROM person WHERE track_id = ? ORDER BY rowid", [track_id])
    return {row["id"]: Person.of(row) for row in found}


def _parties(db: Database, track_id: str) -> tuple[Organisation, ...]:
    present = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
    return (*present, *rows.removed(db, Organisation, "organisation", "track_id", track_id))


def _where(text: StoredText) -> tuple[str, str, int, str]:
    return text.table, text.column, text.row, text.path


def _place(text: str, one: Spotted) -> str:
    """The same for the same words in the same place of the same text, wherever that stands: an
    answer and its earlier version are then judged once."""
    return blake2b(f"{one.start}:{one.end}:{text}".encode(), digest_size=12).hexdigest()
