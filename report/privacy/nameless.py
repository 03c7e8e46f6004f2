"""Takes names of people out of a copy of the data, so that all that is made of it has none.

Everything that leaves the laptop is made from a copy: what the copy does not hold can be in no
document, picture, table or file name. Persons become 'iemand van' their organisation, as erasing
does it; names in texts are replaced as the facilitator chose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from sqlite_utils import Database

import exercises
from exercises.engine import moment, stored
from report.privacy.names import KnownName, NameFinder, Spotted, without
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

    @property
    def left(self) -> bool:
        """Whether the facilitator leaves it as it is."""
        return self.chosen is not None and self.chosen.split() == self.word.split()


def take_out(db: Database, track_id: str, keep: Collection[str] = ()) -> None:
    """Take the names of everybody of a track out of a copy, but for the persons of `keep` (ids).

    Names that were typed in fields for names go too, as long as `keep` names nobody of that
    organisation by the same name. What the facilitator chose for a name in a text is followed.
    """
    # A removal tells in a sentence what was removed.
    erasing.drop_removals(db)
    found = in_texts(db, track_id, keep)
    put_instead(db, track_id, found)
    for person_id in _people(db, track_id):
        if person_id not in keep:
            erasing.erase_in(db, person_id, notebook=False)
    # What was left as it is, is the name itself.
    name_choices.drop(db, track_id)


def put_instead(
    db: Database, track_id: str, found: Iterable[NameInText], *, private: bool = False
) -> None:
    """Put in the place of each name what is chosen or else proposed."""
    by_text: dict[tuple[str, str, int, str], list[Spotted]] = {}
    for one in found:
        spot = Spotted(one.found.start, one.found.end, one.instead)
        by_text.setdefault(_where(one.stored), []).append(spot)
    texts.change(
        db, track_id, codes_of, lambda text: without(text.text, by_text.get(_where(text), ())),
        private=private,
    )  # fmt: skip


def in_texts(db: Database, track_id: str, keep: Collection[str] = ()) -> list[NameInText]:
    """Every name in a text of a track, but for those of the persons of `keep`."""
    choices = name_choices.of_track(db, track_id)
    return found_by(known_names(db, track_id, keep), db, track_id, choices)


def found_by(
    known: Iterable[KnownName], db: Database, track_id: str, choices: Mapping[str, str], *,
    private: bool = False,
) -> list[NameInText]:  # fmt: skip
    """Where these names stand in the texts of a track, with what was chosen for each place.
    `private`: also in those that their writer shared with nobody."""
    finder = NameFinder(known, [party.name for party in _parties(db, track_id)])
    return [
        NameInText(text, one, place, choices.get(place))
        for text in texts.of_track(db, track_id, codes_of, private=private)
        for one in finder.spotted(text.text)
        for place in [_place(text.text, one)]
    ]


def known_names(db: Database, track_id: str, keep: Collection[str] = ()) -> list[KnownName]:
    """The names of the people of a track, and those that were typed in fields for names; of the
    persons of `keep` with nothing in their place."""
    parties = {party.id: party.name for party in _parties(db, track_id)}
    kept = {one.name for one in _people(db, track_id).values() if one.id in keep}
    # Who may be named is known too: a name that somebody else has as well is then not guessed at.
    named = [
        replace(one, instead="") if person_id in keep else one
        for person_id, one in of_people(db, track_id).items()
    ]
    typed = [
        KnownName(name, nameless(parties[owner]) if owner in parties else _("iemand"))
        for name, owner in _typed(db, track_id) if name not in kept
    ]  # fmt: skip
    return list(dict.fromkeys((*named, *typed)))


def of_people(db: Database, track_id: str) -> Mapping[str, KnownName]:
    """The names of the people of a track by the id of the person, also of those who were removed
    but not erased."""
    parties = {party.id: party.name for party in _parties(db, track_id)}
    return {
        one.id: KnownName(one.name, nameless(parties[one.organisation_id]))
        for one in _people(db, track_id).values() if one.erased_at is None
    }  # fmt: skip


def codes_of(kind: str) -> Collection[str]:
    """The keys of an exercise's JSON whose values are no words."""
    exercise = exercises.of_kind(kind)
    return exercise.codes if exercise else ()


def _typed(db: Database, track_id: str) -> Iterable[tuple[str, str]]:
    for meeting in rows.ordered(db, Meeting, "meeting", "track_id", track_id):
        here = moment.alone(db, meeting.id)
        for activity in here.room.exercises:
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
