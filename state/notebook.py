"""The notebook of a visit: what a guest notes, for nobody else until it is shared.

A note has an id that the browser gave it, so that one that is sent twice is stored once. A quote is
what somebody there said: without the word of that person that it may be used it is never shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlite_utils import Database

from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import TrackVisit
from state.problems import Refused
from state.revisions import VISITS, party, raise_for_track
from state.text_rules import is_visible, paragraph

NoteKind = Literal["note", "quote", "question"]
# Whether a quote may be used: with the name of who said it, without it, no, or nobody asked yet.
QuoteConsent = Literal["", "named", "nameless", "no"]
KINDS: tuple[NoteKind, ...] = ("note", "quote", "question")
CONSENTS: tuple[QuoteConsent, ...] = ("", "named", "nameless", "no")
TEXT_LIMIT = 1000
MOST_NOTES, MOST_PHOTOS = 400, 6
_CLIENT = re.compile(r"[\w.-]{8,60}", re.ASCII)


@dataclass(frozen=True)
class NoteDraft:
    """A note as somebody wants to keep it. `area`: 1 to 4, `indicator`: from 1, each None for none.
    `photos`: how many photos come with it, so that it may be without words."""

    text: str
    kind: NoteKind = "note"
    area: int | None = None
    indicator: int | None = None
    consent: QuoteConsent = ""
    day: str = ""
    photos: int = 0


@dataclass(frozen=True)
class NotebookEntry:
    """A note as it is stored. `client`: the id that the browser gave it; `day`: ISO; `photos`: ids
    of its photos."""

    id: str
    visit: str
    person: str
    client: str
    kind: NoteKind
    text: str
    area: int | None
    indicator: int | None
    consent: QuoteConsent
    shared: bool
    day: str
    created_at: str
    photos: tuple[str, ...] = ()

    @property
    def may_be_shared(self) -> bool:
        """Whether others may read it, if its writer wants."""
        return self.kind != "quote" or self.consent in ("named", "nameless")


@dataclass(frozen=True)
class NotePhoto:
    """A photo with what decides who sees it."""

    content: bytes
    media: str
    person: str
    visit: str
    shared: bool
    note: str = ""


def of_person(db: Database, person_id: str, visit_id: str) -> tuple[NotebookEntry, ...]:
    """What a person noted on a visit, the latest first."""
    return _entries(db, "person_id = ? AND visit_id = ?", [person_id, visit_id])[::-1]


def of_writer(db: Database, person_id: str, track_id: str) -> tuple[NotebookEntry, ...]:
    """What a person noted on all visits of a track, shared or not, the oldest first."""
    return _entries(db, "person_id = ? AND visit.track_id = ?", [person_id, track_id])


def noted_visits(db: Database, person_id: str) -> frozenset[str]:
    """The ids of the visits on which a person noted something that still stands."""
    found = db.conn.execute(
        "SELECT DISTINCT visit_id FROM visit_note WHERE person_id = ? AND removed_at IS NULL",
        [person_id],
    ).fetchall()
    return frozenset(visit_id for (visit_id,) in found)


def shared_of_track(db: Database, track_id: str) -> tuple[NotebookEntry, ...]:
    """What is shared in a track, the oldest first; not of people who left."""
    return _entries(db, "shared = 1 AND visit.track_id = ?", [track_id])


def shared_note(db: Database, note_id: str) -> NotebookEntry | None:
    """A note that its writer shares, by its id; None for any other, and of who left."""
    return next(iter(_entries(db, "shared = 1 AND visit_note.id = ?", [note_id])), None)


def put(store: Store, visit: TrackVisit, person_id: str, client: str, draft: NoteDraft) -> str:
    """Store a note, or change the one that has the same `client` id; gives its id. Twice the same
    is once. Refused for what can't be: no words, too long, an area or a day that is none."""
    if not _CLIENT.fullmatch(client):
        raise Refused(_("Deze notitie is niet te lezen. Schrijf ze opnieuw."))
    with store.write() as db:
        before = _by_client(db, person_id, client)
        if before is not None and before["removed_at"] is not None:
            # It was thrown away on another device while this one still held it.
            return str(before["id"])
        if before is not None and before["visit_id"] != visit.id:
            raise Refused(_("Deze notitie hoort bij een ander bezoek."))
        values = _checked(draft, _photos_of(db, before["id"]) if before else ())
        if before is None:
            return _add(db, visit, person_id, client, values)
        told = bool(before["shared"])
        values["shared"] = int(told and _may_be_shared(values["kind"], values["consent"]))
        db.table("visit_note").update(before["id"], {**values, "updated_at": now()})
        _tell(db, before, told)
        return str(before["id"])


def share(store: Store, person_id: str, note_id: str, shared: bool) -> None:
    """Let others read a note, or no more; Refused for a quote that may not be used, and for a note
    of somebody else."""
    with store.write() as db:
        share_within(db, person_id, note_id, shared)


def share_within(db: Database, person_id: str, note_id: str, shared: bool) -> None:
    """As `share`, inside a transaction."""
    row = _own(db, person_id, note_id)
    if shared and not _may_be_shared(row["kind"], row["consent"]):
        raise Refused(_(
            "Vraag eerst aan wie dit zei of jullie het mogen gebruiken. Tot dan blijft het bij"
            " jou."
        ))  # fmt: skip
    db.table("visit_note").update(note_id, {"shared": int(shared), "updated_at": now()})
    _tell(db, row, shared or bool(row["shared"]))


def remove(store: Store, person_id: str, note_id: str) -> None:
    """Take a note away with its words and photos; Refused for a note of somebody else."""
    with store.write() as db:
        row = _own(db, person_id, note_id)
        db.conn.execute("DELETE FROM note_picture WHERE note_id = ?", [note_id])
        db.table("visit_note").update(
            note_id, {"text": "", "shared": 0, "removed_at": now(), "updated_at": now()}
        )
        _tell(db, row, bool(row["shared"]))


def note_for_photo(db: Database, person_id: str, client: str) -> str:
    """The id of the note a photo is for; Refused when it is gone or full."""
    row = _by_client(db, person_id, client)
    if row is None or row["removed_at"] is not None:
        raise Refused(_("Deze notitie is weggehaald."))
    if len(_photos_of(db, row["id"])) >= MOST_PHOTOS:
        raise Refused(_("Bij één notitie passen {most} foto’s.").format(most=MOST_PHOTOS))
    return str(row["id"])


def known_photo(db: Database, person_id: str, note: str, client: str) -> str | None:
    """The id of a photo that came before, by the ids that the browser gave."""
    found = db.conn.execute(
        "SELECT note_picture.id FROM note_picture JOIN visit_note ON visit_note.id = note_id"
        " WHERE person_id = ? AND visit_note.client_id = ? AND note_picture.client_id = ?",
        [person_id, note, client],
    ).fetchone()
    return None if found is None else str(found[0])


def add_photo(
    store: Store, person_id: str, note: str, client: str, digest: str, media: str,
    size: tuple[int, int], content: bytes,
) -> str:  # fmt: skip
    """Keep a photo with the note that has the client id `note`; gives its id. The same `client` id
    twice is one photo."""
    if not _CLIENT.fullmatch(client):
        raise Refused(_("Deze foto is niet te lezen. Neem ze opnieuw."))
    with store.write() as db:
        there = known_photo(db, person_id, note, client)
        if there is not None:
            return there
        note_id = note_for_photo(db, person_id, note)
        photo_id = new_id()
        db.conn.execute(
            "INSERT INTO note_picture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [photo_id, note_id, client, digest, media, *size, content, now()],
        )
        row = _own(db, person_id, note_id)
        _tell(db, row, bool(row["shared"]))
        return photo_id


def photo(db: Database, photo_id: str) -> NotePhoto | None:
    """A photo by its id; None when there is none."""
    found = db.conn.execute(
        "SELECT content, media, person_id, visit_id, shared, visit_note.id FROM note_picture"
        " JOIN visit_note ON visit_note.id = note_id WHERE note_picture.id = ?",
        [photo_id],
    ).fetchone()
    if found is None:
        return None
    content, media, person_id, visit_id, shared, note_id = found
    return NotePhoto(content, media, person_id, visit_id, bool(shared), note_id)


def _entries(db: Database, where: str, values: list[str]) -> tuple[NotebookEntry, ...]:
    found = list(
        db.query(
            "SELECT visit_note.* FROM visit_note JOIN visit ON visit.id = visit_id"
            " JOIN person ON person.id = person_id WHERE visit_note.removed_at IS NULL"
            " AND person.removed_at IS NULL AND visit.removed_at IS NULL"
            f" AND {where} ORDER BY visit_note.created_at, visit_note.rowid",
            values,
        )
    )
    photos = _photos_by_note(db, where, values) if found else {}
    return tuple(
        NotebookEntry(
            row["id"], row["visit_id"], row["person_id"], row["client_id"], row["kind"],
            row["text"], row["area"], row["indicator"], row["consent"], bool(row["shared"]),
            row["day"], row["created_at"], tuple(photos.get(row["id"], ())),
        )
        for row in found
    )  # fmt: skip


def _photos_by_note(db: Database, where: str, values: list[str]) -> dict[str, list[str]]:
    photos: dict[str, list[str]] = {}
    for note_id, photo_id in db.conn.execute(
        "SELECT note_id, note_picture.id FROM note_picture"
        " JOIN visit_note ON visit_note.id = note_id JOIN visit ON visit.id = visit_id"
        f" WHERE {where} ORDER BY note_picture.rowid",
        values,
    ).fetchall():
        photos.setdefault(note_id, []).append(photo_id)
    return photos


def _photos_of(db: Database, note_id: str) -> tuple[str, ...]:
    found = db.conn.execute("SELECT id FROM note_picture WHERE note_id = ?", [note_id]).fetchall()
    return tuple(photo_id for (photo_id,) in found)


def _by_client(db: Database, person_id: str, client: str) -> dict[str, Any] | None:
    return next(
        iter(
            db.query(
                "SELECT visit_note.*, track_id, visitor_id, host_id FROM visit_note"
                " JOIN visit ON visit.id = visit_id WHERE person_id = ? AND client_id = ?",
                [person_id, client],
            )
        ),
        None,
    )


def _own(db: Database, person_id: str, note_id: str) -> dict[str, Any]:
    found = next(
        iter(
            db.query(
                "SELECT visit_note.*, track_id, visitor_id, host_id FROM visit_note"
                " JOIN visit ON visit.id = visit_id WHERE visit_note.id = ? AND person_id = ?"
                " AND visit_note.removed_at IS NULL",
                [note_id, person_id],
            )
        ),
        None,
    )
    if found is None:
        raise Refused(_("Deze notitie staat er niet meer."))
    return found


def _add(
    db: Database, visit: TrackVisit, person_id: str, client: str, values: dict[str, Any]
) -> str:
    (count,) = db.conn.execute(
        "SELECT count(*) FROM visit_note WHERE person_id = ? AND visit_id = ?",
        [person_id, visit.id],
    ).fetchone()
    if count >= MOST_NOTES:
        raise Refused(_("In één schriftje passen {most} notities.").format(most=MOST_NOTES))
    note_id = new_id()
    db.table("visit_note").insert(
        {
            "id": note_id, "visit_id": visit.id, "person_id": person_id, "client_id": client,
            **values, "shared": 0, "created_at": now(), "updated_at": now(), "removed_at": None,
        }
    )  # fmt: skip
    return note_id


def _checked(draft: NoteDraft, photos: Iterable[str]) -> dict[str, Any]:
    text = paragraph(draft.text, TEXT_LIMIT, _("De notitie"))
    if not is_visible(text) and not draft.photos and not any(photos):
        raise Refused(_("Schrijf een woord, of neem een foto."))
    if draft.kind not in KINDS or draft.consent not in CONSENTS:
        raise Refused(_("Deze notitie is niet te lezen. Schrijf ze opnieuw."))
    area = draft.area if draft.area in (1, 2, 3, 4) else None
    return {
        "kind": draft.kind, "text": text, "area": area,
        "indicator": draft.indicator if area and (draft.indicator or 0) > 0 else None,
        "consent": draft.consent if draft.kind == "quote" else "",
        "day": _day(draft.day),
    }  # fmt: skip


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        raise Refused(_("Deze dag is niet te lezen. Kies hem in de kalender.")) from None


def _may_be_shared(kind: str, consent: str) -> bool:
    return kind != "quote" or consent in ("named", "nameless")


def _tell(db: Database, row: dict[str, Any], of_others: bool) -> None:
    """Who may read a note hears that it changed; of one that nobody else reads nobody hears."""
    if of_others:
        whose = (party(row["visitor_id"]), party(row["host_id"]))
        raise_for_track(db, row["track_id"], VISITS, *whose)
