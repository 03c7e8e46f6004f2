"""All that comes out of a track without names, as text: what is read of each file, whatever its
kind, and the names that must not stand in it."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from unittest.mock import patch
from xml.etree import ElementTree
from zlib import crc32

import openpyxl
import pypdf

from exercises.engine import drafts
from report import raster
from report.data import archive
from report.making import make
from report.order import Form, Order
from report.privacy import nameless
from state import contributions, copies, meetings, texts, tracks
from state.contributions import Judge, Judged
from state.database import Store
from state.ids import new_id
from state.models import Json
from state.texts import StoredText
from tests.report.forms import reading

# Each of another kind: double, short, with an apostrophe, in other letters and other scripts.
PEOPLE = (
    "Annelies De Clercq", "Abd el-Karim Jebli", "Işıl Çelik", "Łukasz Wójcik", "محمد الحسن", "王芳",
    "M'hamed Belkacem", "Ann-Sophie Dierckx", "Ștefan Ionescu", "Ольга Шевченко", "Bé",
    "N'Golo Keïta",     "Đorđe Đukić", "שרה לוי", "김민수", "Zoë Bruyneel",
)  # fmt: skip
DRAFT = f"Dit schrijft {PEOPLE[2]} nog"
_NOT_TOLD = frozenset({"Zuster", "Fam."})
FORMS: tuple[Form, ...] = ("pdf", "docx", "html")
File = tuple[str, str]


def rename(store: Store, track_id: str) -> None:
    """Give the people of a full track these names."""
    for person, name in zip(tracks.people(store, track_id), PEOPLE, strict=True):
        tracks.change_person(store, person.id, name)


def plant(store: Store, track_id: str) -> int:
    """Put a name behind every text of the track, whatever field it stands in; gives how many. One
    more stands in a draft, which nobody reads yet, and one in an answer that was taken away."""
    count = 0

    def with_name(text: StoredText) -> str:
        nonlocal count
        if not text.text.strip():
            return text.text
        count += 1
        # The same for the same text: an answer and its last change are one.
        return f"{text.text} {PEOPLE[crc32(text.text.encode()) % len(PEOPLE)]}"

    with store.write() as db:
        texts.change(db, track_id, nameless.codes_of, with_name)
        (activity,) = db.conn.execute("SELECT id FROM activity WHERE kind = 'line'").fetchone()
    person = tracks.people(store, track_id)[0].id
    for slot, text in ((drafts.slot("s1.why"), DRAFT), ("s9.why", f"weg {PEOPLE[3]}")):
        contributions.put(store, activity, person, slot, new_id(), _as_it_is({"text": text}))
    contributions.remove(store, activity, person, "s9.", PEOPLE[3])
    return count


def _as_it_is(payload: Json) -> Judge:
    return lambda _db, _activity: Judged(payload)


def names(store: Store, track_id: str) -> list[str]:
    """Every name of a track: of its people, and as typed in fields for names."""
    with copies.in_memory(store) as db:
        return [one.name for one in nameless.known_names(db, track_id)]


def left_of(names: Iterable[str], text: str) -> set[str]:
    """The names, or parts of them, that stand in a text as words; short ones as they are written.
    Particles and titles tell nobody."""
    folded = text.casefold()
    parts = {
        part for name in names for part in (name, *name.split())
        if part == name or (len(part) > 2 and part not in _NOT_TOLD)
    }  # fmt: skip
    return {part for part in parts if part.casefold() in folded and _stands(part, text)}


def _stands(part: str, text: str) -> bool:
    """Scripts without spaces have no words: there the letters are looked for."""
    if not re.search(r"\w", part) or re.search(r"[\u3040-\u9fff\uac00-\ud7af]", part):
        return part in text
    flags = re.IGNORECASE if len(part) > 3 else 0
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, flags) is not None


def exports(store: Store, track_id: str, *, named: bool) -> Iterator[File]:
    """Every file of the exports, by name, as text; the names of files are text too. Pictures are
    not drawn: their texts are read as SVG."""
    with patch.object(raster, "drawn", lambda svg: b"png"):
        for meeting in meetings.of_track(store, track_id):
            yield from _unzipped(archive.meeting_zip(store, meeting.id, named=named))
        yield from _unzipped(b"".join(archive.stream_track(store, track_id, named=named)))
    yield "alone.xlsx", _cells(archive.track_workbook(store, track_id, named=named))
    yield "alone.json", archive.track_json(store, track_id, named=named).decode()


def reports(store: Store, track_id: str, *, named: bool) -> Iterator[File]:
    """The report in all three forms."""
    for form in FORMS:
        yield _made(store, Order("report", track_id, form, named=named))


def sheets(store: Store, track_id: str) -> Iterator[File]:
    """A sheet of an evening and a bundle in each form, without names."""
    held = meetings.of_track(store, track_id)
    parties = tracks.organisations(store, track_id)
    for form, meeting, party in zip(FORMS, held, parties, strict=False):
        yield _made(store, Order("evening", meeting.id, form, named=False))
        yield _made(store, Order("bundle", track_id, form, organisation=party.id, named=False))


def _made(store: Store, order: Order) -> File:
    with copies.in_memory(store) as db:
        made = make(db, order)
    content = made.content
    name = f"{made.title}.{order.form}"
    match order.form:
        case "pdf":
            return name, _pages(content)
        case "docx":
            return name, _parts(content)
        case _:
            return name, content.decode()


def _unzipped(content: bytes) -> Iterator[File]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            found = packed.read(name)
            if name.endswith(".xlsx"):
                yield name, _cells(found)
            elif name.endswith(".db"):
                yield name, _rows(found)
                # Whatever lies in the file, also in pages that are not used; a photo holds two or
                # three letters of any name by chance.
                yield name, re.sub(r"\b\w{1,3}\b", "", found.decode("utf-8", "ignore"))
            elif name.endswith((".png", ".jpg")):
                yield name, ""
            else:
                yield name, found.decode("utf-8")


def _rows(content: bytes) -> str:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.execute("UPDATE picture SET content = ''")
        return "\n".join(connection.iterdump())


def _cells(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    values = (str(cell.value) for sheet in book for row in sheet for cell in row if cell.value)
    return "\n".join((*book.sheetnames, *values, str(book.properties)))


def _pages(content: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(content))
    return "\n".join(
        (*reading.pages_of_pdf(content), str(reader.metadata), *_titles(reader.outline))
    )


def _titles(outline: Iterable[object]) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(getattr(one, "title", ""))


def _parts(content: bytes) -> str:
    """All that a Word file says: text, alternative texts, headers and properties."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(packed.read(name))
                for one in root.iter():
                    found += [one.text or "", one.tail or "", *one.attrib.values()]
    return "\n".join(found)
