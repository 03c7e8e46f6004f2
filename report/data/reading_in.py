"""Reads a track in from its export, whole or not at all.

What was sent is judged outside the data: unpacked, checked, and played once in a database of its
own. Only then it is stored, in one transaction. Ids stay as they were where they are free, and are
new where something here has them, also within answers; aliases are made anew, as the secret that
keys them is.
"""

from __future__ import annotations

import json
import logging
import secrets
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import IO, Any

from sqlite_utils import Database

import exercises
from exercises.contract import Json, alias
from exercises.engine import moment, stored
from report.data import checking, renaming, unpacking
from state import agenda, call_texts, erasing, importing, opening, tracks
from state.database import Store
from state.ids import new_id
from state.language import _
from state.matching import NOTE_LIMIT
from state.models import Activity
from state.offers import LINE_LIMIT
from state.problems import Refused
from state.text_rules import one_line, paragraph
from state.visits import TEXT_LIMIT

# Texts of one line, by what holds them; they are cleaned as if somebody typed them.
_LINES = {
    "track": (("name", tracks.TITLE_LIMIT), ("theme", tracks.TITLE_LIMIT)),
    "organisations": (("name", 60), ("short", 30), ("sector", 60), ("place", 60)),
    "people": (("name", 100), ("function", 60)),
    "meetings": (("title", 120), ("place", 120)),
    "visits": tuple((key, TEXT_LIMIT) for key in ("mentor", "place", "lodging")),
    "matching": (("note", NOTE_LIMIT),),
    "offers": (("contact", LINE_LIMIT),),
}
_FREE = ("config", "phase")
_log = logging.getLogger(__name__)


class AlreadyHere(Refused):
    """The track is in this installation; it may still be read in as a copy."""


@dataclass(frozen=True)
class OpenedTrack:
    """A track that was opened and checked, and is not stored yet. `photos`: content by id."""

    document: Json
    photos: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """The name of the track."""
        return str(self.document["track"]["name"])

    @property
    def organisations(self) -> int:
        """How many organisations take part; those that left are not counted."""
        return sum(one["left_at"] is None for one in self.document["organisations"])

    @property
    def people(self) -> int:
        """How many people are in it."""
        return len(self.document["people"])

    @property
    def meetings(self) -> int:
        """How many meetings it has."""
        return len(self.document["meetings"])

    @property
    def answers(self) -> int:
        """How many answers stand in it."""
        return sum(len(item["answers"]) for item in _agenda(self.document))


def opened(sent: IO[bytes]) -> OpenedTrack:
    """Open and check a file, without storing anything. Refused with a sentence for whatever is
    wrong with it."""
    found = unpacking.unpacked(sent)
    document = checking.checked(found.document, found.photos.keys())
    photos = {
        photo["id"]: found.photos[photo.pop("file")]
        for item in (*_agenda(document), *_notes(document))
        for photo in item["photos"]
    }
    _clean_lines(document)
    one = OpenedTrack(document, photos)
    _play(one)
    return one


def is_here(store: Store, one: OpenedTrack) -> AlreadyHere | None:
    """Why a track would come in double; None when it is not here."""
    with store.read() as db:
        found = importing.track_named(db, one.document["track"]["id"])
    if found is None:
        return None
    name, removed = found
    if removed:
        return AlreadyHere(_(
            "Dit traject was hier al en werd verwijderd. Zet {name} terug in de lijst, of lees het"
            " als kopie in."
        ).format(name=name))  # fmt: skip
    return AlreadyHere(_(
        "Dit traject staat hier al: {name}. Het verandert niet. Wil je het er nog eens bij, lees"
        " het dan als kopie in."
    ).format(name=name))  # fmt: skip


def store_track(store: Store, one: OpenedTrack, *, as_copy: bool = False) -> str:
    """Store an opened track; gives its id. Raises AlreadyHere where it is here and no copy is
    wanted; StateError, with nothing stored, when that fails."""
    here = is_here(store, one)
    if here is not None and not as_copy:
        raise here
    with store.read() as db:
        clashing = importing.taken(db, _ids(one.document))
    names = {old: new_id() for old in sorted(clashing)}
    document, keys = _settled(one.document, names)
    if here is not None:
        document["track"]["name"] = tracks.free_name(store, one.name)
    photos = {names.get(old, old): content for old, content in one.photos.items()}
    with store.write() as db:
        if importing.taken(db, _ids(document)):
            # Somebody read the same file in meanwhile.
            raise is_here(store, one) or AlreadyHere(_("Dit traject staat hier al."))
        erased = erasing.erased_among(db, [person["id"] for person in one.document["people"]])
        importing.add(db, document, keys, photos)
        for old in erased:
            # Whose name was erased here since the file was made does not come back by it.
            erasing.erase_in(db, names[old])
    return str(document["track"]["id"])


def _agenda(document: Json) -> list[Json]:
    return [item for meeting in document["meetings"] for item in meeting["agenda"]]


def _notes(document: Json) -> list[Json]:
    return [note for visit in document["visits"] for note in visit["notes"]]


def _offered(document: Json) -> list[Json]:
    days = [day for offer in document["offers"] for day in offer["days"]]
    return [*document["offers"], *days, *(one for day in days for one in day["people"])]


def _ids(document: Json) -> set[str]:
    things = [document["track"], *document["organisations"], *document["people"],
              *document["meetings"], *_agenda(document), *document["visits"],
              *_notes(document), *_offered(document)]  # fmt: skip
    holders = (*_agenda(document), *_notes(document))
    sent = [photo for item in holders for photo in item["photos"]]
    agreed = [one for meeting in document["meetings"] for one in meeting["agreements"]]
    guests = [one for meeting in document["meetings"] for one in meeting["guests"]]
    return {thing["id"] for thing in (*things, *sent, *agreed, *guests)}


def _clean_lines(document: Json) -> None:
    for what, lines in _LINES.items():
        found = document[what]
        for thing in found if isinstance(found, list) else [found]:
            for key, limit in lines:
                required = key in ("name", "title")
                thing[key] = one_line(thing[key], limit, _("Een naam"), required=required)
    for meeting in document["meetings"]:
        meeting["bring"] = agenda.checked_bring(meeting["bring"])
    if document["call"] is not None:
        texts = document["call"]["texts"]
        for key, text in texts.items():
            texts[key] = paragraph(text, call_texts.TEXT_LIMIT, _("De tekst"))


def _settled(document: Json, names: Mapping[str, str]) -> tuple[Json, dict[str, str]]:
    """The document with other ids where `names` says so, and with the aliases of new secrets; and
    the secret of each meeting."""
    moved = _renamed(json.loads(json.dumps(document)), names)
    keys = {}
    for before, meeting in zip(document["meetings"], moved["meetings"], strict=True):
        secret = keys[meeting["id"]] = secrets.token_hex(16)
        for old, item in zip(before["agenda"], meeting["agenda"], strict=True):
            aliases = {
                one: alias(item["id"], secret, names.get(person, person))
                for one, person in old["aliases"].items()
            }
            for key in _FREE:
                item[key] = _within(item[key], aliases)
            for one in item["restrictions"]:
                for key in ("slot", "thing"):
                    one[key] = renaming.renamed(one[key], aliases)
            for answer in item["answers"]:
                answer["slot"] = renaming.renamed(answer["slot"], aliases)
                for change in (*answer["earlier"], answer):
                    change["payload"] = _within(change["payload"], aliases)
    return moved, keys


def _renamed(value: Any, names: Mapping[str, str], key: str = "") -> Any:
    """JSON with other ids: in every text, and in what exercises keep also in the keys."""
    if not names:
        return value
    if key in (*_FREE, "payload"):
        return _within(value, names)
    if isinstance(value, str):
        return renaming.renamed(value, names)
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    if isinstance(value, dict):
        return {inner: _renamed(one, names, inner) for inner, one in value.items()}
    return value


def _within(stored_json: Json, names: Mapping[str, str]) -> Json:
    text = json.dumps(stored_json, ensure_ascii=False)
    again = renaming.renamed(text, names)
    return stored_json if again == text else dict(json.loads(again))


def _play(one: OpenedTrack) -> None:
    """Let every exercise read its answers and draw its screen, in a database of its own. Refused
    when one can't: it would fail on the pages of a meeting later."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(memory):
        db = Database(memory)
        opening.migrate(db)
        document, keys = _settled(one.document, {})
        importing.add(db, document, keys, one.photos)
        for meeting in document["meetings"]:
            here = moment.alone(db, meeting["id"])
            for activity in here.room.agenda:
                try:
                    # What an exercise refuses is no fault of the file.
                    with suppress(Refused):
                        _draw(here, activity)
                except Exception as error:
                    _log.warning("read in: %s of %s", error, activity.kind, exc_info=True)
                    raise Refused(_(
                        "In {meeting} is de oefening {title} niet te lezen. Haal het traject"
                        " opnieuw uit de app."
                    ).format(meeting=here.room.meeting.title, title=stored.title_of(activity))
                    ) from error  # fmt: skip


def _draw(here: moment.Moment, activity: Activity) -> None:
    """Ask an exercise for what its pages need; nothing of one that only a later version knows."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None:
        return
    console = here.context(activity, "console")
    exercise.panel(console)
    exercise.screen(here.context(activity, "screen"))
    # What goes over every answer, where screen and phone look at one step.
    list(exercise.rows(console))
    list(exercise.pictures(console))
    for person in list(here.members.values())[:1]:
        exercise.phone(here.context(activity, "phone", person))
