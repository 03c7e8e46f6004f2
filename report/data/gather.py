"""Everything of one meeting, read from a copy of the database and asked from its exercises.

Names: the rows of an exercise name people as far as that exercise showed them. The history of
changes does not pass through an exercise, so it holds pseudonyms, which differ per exercise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from sqlite_utils import Database

import exercises
from exercises.contract import Column, Exercise, Json, Picture
from exercises.engine import moment, stored
from exercises.engine.contexts import AnyContext
from report import sealing
from report.data.attempts import attempt
from state import contributions
from state.clock import local, now, seconds_between
from state.language import _
from state.models import FACILITATOR, Activity, Attendee, Room

T = TypeVar("T")
_SLUG_LIMIT = 40


@dataclass(frozen=True)
class SentPhoto:
    """A photo that somebody sent in: its name as a file, without ending, and its id."""

    name: str
    picture: str
    content: bytes


@dataclass(frozen=True)
class Part:
    """What came out of one exercise of the agenda; `number` is its place on it, from 1."""

    number: int
    folder: str
    title: str
    activity: Activity
    columns: tuple[Column, ...] = ()
    rows: tuple[Json, ...] = ()
    notes: tuple[Json, ...] = ()
    changes: tuple[Json, ...] = ()
    pictures: tuple[Picture, ...] = ()
    photos: tuple[SentPhoto, ...] = ()

    @property
    def spent_minutes(self) -> float:
        """Minutes spent so far, also while it runs."""
        since = self.activity.running_since
        running_now = 0.0 if since is None else max(0.0, seconds_between(since, now()))
        return round((self.activity.spent_seconds + running_now) / 60, 1)


@dataclass(frozen=True)
class Gathered:
    """A meeting as it is exported. `troubles`: Dutch sentences on what could not be made."""

    room: Room
    attendees: tuple[Attendee, ...]
    parts: tuple[Part, ...]
    troubles: list[str] = field(default_factory=list)

    def without_pictures(self) -> Gathered:
        """The same without what takes most memory."""
        bare = tuple(replace(part, pictures=(), photos=()) for part in self.parts)
        return replace(self, parts=bare)

    def organisation_of(self, attendee: Attendee) -> str:
        """The name of somebody's organisation; empty when it was removed."""
        found = self.room.organisation(attendee.person.organisation_id)
        return found.name if found else ""


def gather(db: Database, meeting_id: str, *, drawn: bool = True) -> Gathered:
    """Read a meeting; Refused when it is gone. One exercise that fails costs only its own part.
    `drawn`: with pictures and photos, which take most of the time."""
    here = moment.alone(db, meeting_id)
    troubles: list[str] = []
    parts = tuple(
        _part(db, here, number, activity, troubles, drawn=drawn)
        for number, activity in enumerate(here.room.agenda, start=1)
        if not activity.is_interlude
    )
    return Gathered(here.room, here.attendees, parts, troubles)


def brussels(moment: str) -> datetime:
    """A stored moment as a date and time in Brussels, as spreadsheets have them: without a zone and
    without parts of a second."""
    return local(moment).replace(tzinfo=None, microsecond=0)


def slug(text: str, limit: int = _SLUG_LIMIT) -> str:
    """A text as part of a file name: small letters, digits and dashes; "x" when none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:limit].strip("-") or "x"


def _part(
    db: Database, here: moment.Moment, number: int, activity: Activity, troubles: list[str], *,
    drawn: bool,
) -> Part:  # fmt: skip
    exercise = exercises.of_kind(activity.kind)
    title = stored.title_of(activity)
    bare = Part(number, f"{number:02d}-{slug(title)}", title, activity)

    def asked(what: str, make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        return attempt(f"{number}. {title}, {what}", make, troubles)

    made = asked(_("alles"), lambda: [here.context(activity, "console")])
    if exercise is None or not made:
        return bare
    (context,) = made
    sealed = sealing.sealed_in(here, activity)
    return Part(
        number, bare.folder, title, activity,
        columns=exercise.columns,
        rows=asked(_("de antwoorden"), lambda: exercise.rows(context)),
        notes=tuple(
            {"slot": item.slot, "payload": item.payload}
            for item in here.answers(activity).by_author.get(FACILITATOR, {}).values()
            if not sealed({"author": item.author, "slot": item.slot, "payload": item.payload})
        ),
        changes=asked(_("het verloop"), lambda: _changes(db, context, sealed)),
        pictures=asked(_("de beelden"), lambda: exercise.pictures(context) if drawn else ()),
        photos=asked(_("de foto’s"), lambda: _photos(exercise, context) if drawn else ()),
    )  # fmt: skip


def _photos(exercise: Exercise[Any, Any], context: AnyContext) -> Iterable[SentPhoto]:
    """Each photo that the exercise keeps, each name once."""
    for number, file in enumerate(exercise.files(context), start=1):
        content = context.photo(file.picture)
        if content is not None:
            yield SentPhoto(f"{number:02d}-{slug(file.name)}", file.picture, content)


def _changes(db: Database, context: AnyContext, sealed: sealing.Sealed) -> Iterable[Json]:
    """Each change of what still stands and may be read, by people who are still there."""
    for change in contributions.read_history(db, context.activity_id):
        author = change["author"]
        who = _who(context, author)
        if change["removed"] or who is None or sealed(change):
            continue
        yield {
            "at": change["at"],
            "who": who,
            "slot": change["slot"],
            "by_hand": int(change["by_hand"]),
            "payload": change["payload"],
        }


def _who(context: AnyContext, author: str) -> str | None:
    """The facilitator, an organisation by its name, a person by a pseudonym; None for who left."""
    if author == FACILITATOR:
        return _("begeleider")
    if author in context.members:
        return f"p-{context.alias(author)}"
    party = context.party_by_id.get(author)
    return None if party is None or party.gone else party.name
