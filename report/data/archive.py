"""The exports, as the parts of a ZIP that is sent while it is made: one meeting, or a whole track.

They may be made while a meeting runs: everything is read from one copy in memory, which writers
don't wait for and which holds together, and pictures are drawn in other processes. With `named`
false the copy first loses every name of a person, and with it all that is made of it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import IO, Any

from sqlite_utils import Database

from exercises.contract import Picture
from exercises.engine import moment, year
from exercises.engine.moment import Moment
from exercises.kit.drawing import year_picture
from report import sealing
from report.data import meeting_tables, track_document, track_tables
from report.data.drawn_last import DrawnLast
from report.data.gather import Gathered, Part, gather
from report.data.packing import zipped
from report.data.readme import meeting_readme, track_readme
from report.data.tables import DataTable, to_csv
from report.data.visit_tables import visit_tables
from report.data.workbook import workbook
from state import copies, erasing, exporting, meetings, notebook, pictures, tracks, visits
from state.clock import now
from state.copies import Copyable
from state.database import FILE_NAME

README = "LEESMIJ.txt"
MEETING_JSON, MEETING_XLSX = "bijeenkomst.json", "bijeenkomst.xlsx"
TRACK_JSON, TRACK_XLSX = track_document.FILE_NAME, "traject.xlsx"
YEAR = "het-jaar"
Packed = tuple[str, bytes]
# Told how far it is: steps that are done, and all steps.
Told = Callable[[int, int], None]


def meeting_zip(store: Copyable, meeting_id: str, *, named: bool = True) -> bytes:
    """The export of a meeting as bytes. Refused when the meeting is gone; StateError when it can't
    be read."""
    out = io.BytesIO()
    write_meeting_zip(store, meeting_id, out, named=named)
    return out.getvalue()


def write_meeting_zip(
    store: Copyable, meeting_id: str, out: IO[bytes], *, named: bool = True
) -> None:  # fmt: skip
    """As `meeting_zip`, into a file that is open for writing."""
    for part in stream_meeting(store, meeting_id, named=named):
        out.write(part)


def _silent(done: int, total: int) -> None:
    """Nobody wants to know."""


def stream_meeting(
    store: Copyable, meeting_id: str, told: Told = _silent, *, named: bool = True
) -> Iterator[bytes]:
    """As `meeting_zip`, in parts."""
    return zipped(_meeting_files(store, meeting_id, told, named))


def stream_track(
    store: Copyable, track_id: str, told: Told = _silent, *, named: bool = True
) -> Iterator[bytes]:
    """The export of a whole track, in parts. Refused when the track is gone; StateError when it
    can't be read: both before the first part."""
    with _copied(store, track_id, named) as db:
        yield from zipped(_track_files(db, track_id, told, named))


def track_workbook(store: Copyable, track_id: str, *, named: bool = True) -> bytes:
    """Only the tables of a track, as a workbook. Refused when the track is gone."""
    with _copied(store, track_id, named) as db:
        track = exporting.track(db, track_id)
        held = [gather(db, one, drawn=False) for one in exporting.meeting_ids(db, track_id)]
        people = tracks.read_people(db, track_id)
        organisations = exporting.organisations(db, track_id)
        left = exporting.organisations_that_left(db, track_id)
        of_visits = _visit_tables(db, track_id)
    tables = track_tables.all_tables(organisations, left, people, of_visits, held)
    return workbook(track.name, tables, TRACK_JSON)


def _visit_tables(db: Database, track_id: str) -> list[DataTable]:
    present = exporting.organisations(db, track_id)
    known = (*present, *exporting.organisations_that_left(db, track_id))
    people = tracks.read_people(db, track_id)
    return visit_tables(visits.read_visits(db, track_id), known, people)


def track_json(store: Copyable, track_id: str, *, named: bool = True) -> bytes:
    """Only the document of a track; the photos are named in it and are in the ZIP. Refused when the
    track is gone."""
    with _copied(store, track_id, named) as db:
        sealing.take_out(db, track_id)
        document, _missing = track_document.made(db, track_id, {})
    return _as_json(document)


@contextmanager
def _copied(store: Copyable, track_id: str, named: bool) -> Iterator[Database]:
    with copies.in_memory(store) as db:
        if not named:
            _take_out_names(db, track_id)
        yield db


def _take_out_names(db: Database, track_id: str) -> None:
    # What finds names takes a quarter of a second to load, which most downloads do without.
    from report.privacy import nameless

    nameless.take_out(db, track_id)


def _meeting_files(store: Copyable, meeting_id: str, told: Told, named: bool) -> Iterator[Packed]:
    drawings = DrawnLast()
    with copies.in_memory(store) as db:
        if not named:
            _take_out_names(db, meetings.read_room(db, meeting_id).track.id)
        gathered = gather(db, meeting_id)
        count = len(gathered.parts)
        told(0, count)
        for part in gathered.parts:
            drawings.begin(_pictures(part), gathered.troubles)
        tables = meeting_tables.all_tables(gathered)
        # First what is there already, so that the browser shows at once that something comes.
        for table in tables:
            yield table.name, to_csv(table)
        sealing.take_out(db, gathered.room.track.id)
        database = copies.one_track(db, gathered.room.track.id)
    yield FILE_NAME, database
    del database
    for part in gathered.parts:
        yield from _undrawn(part)
    document = meeting_tables.meeting_document(gathered, now())
    yield MEETING_JSON, _as_json(document)
    yield MEETING_XLSX, workbook(gathered.room.meeting.title, tables, MEETING_JSON)
    yield from drawings.files(lambda done: told(done, count))
    yield README, _windows_text(meeting_readme(gathered, tables, named=named))


def _track_files(db: Database, track_id: str, told: Told, named: bool) -> Iterator[Packed]:
    track = exporting.track(db, track_id)
    meeting_ids = exporting.meeting_ids(db, track_id)
    total = exporting.count_activities(db, track_id) + 1
    told(0, total)
    # The first file is there at once, so that the browser shows that something comes.
    yield track_document.SCHEMA_NAME, track_document.schema_text()
    drawings = DrawnLast()
    held: list[Gathered] = []
    photos: dict[str, str] = {}
    for number, meeting_id in enumerate(meeting_ids, start=1):
        gathered = gather(db, meeting_id)
        folder = track_tables.folder(number, gathered)
        for part in gathered.parts:
            drawings.begin(_pictures(part), gathered.troubles, f"{folder}/")
        for name, content in _of_meeting(gathered):
            yield f"{folder}/{name}", content
        photos |= {one.picture: f"{folder}/{_photo_name(part, one.name)}"
                   for part in gathered.parts for one in part.photos}  # fmt: skip
        held.append(gathered.without_pictures())
    if held:
        yield from _year(moment.alone(db, meeting_ids[-1]), drawings, held[-1].troubles)
    people, organisations = tracks.read_people(db, track_id), exporting.organisations(db, track_id)
    left = exporting.organisations_that_left(db, track_id)
    sealing.take_out(db, track_id)
    erasing.drop_pictures(db, datetime.now(UTC))
    document, missing = track_document.made(db, track_id, photos)
    for name, picture_id in missing:
        found = pictures.read(db, picture_id) or notebook.photo(db, picture_id)
        if found is not None:
            yield name, found.content
    yield TRACK_JSON, _as_json(document)
    of_visits = _visit_tables(db, track_id)
    tables = track_tables.all_tables(organisations, left, people, of_visits, held)
    yield TRACK_XLSX, workbook(track.name, tables, TRACK_JSON)
    yield from drawings.files(lambda done: told(min(done, total), total))
    yield README, _windows_text(track_readme(track, held, named=named))
    told(total, total)


def _of_meeting(gathered: Gathered) -> Iterator[Packed]:
    """What the ZIP of a track has of one meeting, without what is drawn."""
    for table in (meeting_tables.people_table(gathered), meeting_tables.agenda_table(gathered)):
        yield table.name, to_csv(table)
    for part in gathered.parts:
        for table in meeting_tables.part_tables(part):
            yield table.name, to_csv(table)
        yield from _undrawn(part)


def _year(here: Moment, drawings: DrawnLast, troubles: list[str]) -> Iterator[Packed]:
    """The picture of the year of a track, as SVG, and later as PNG; none as long as nothing
    happened."""
    found = year.of_track(here)
    if found.is_empty:
        return
    svg = year_picture.titled(found, here.room.track.name)
    drawings.begin([(YEAR, svg)], troubles)
    yield f"{YEAR}.svg", svg.encode("utf-8", "replace")


def _pictures(part: Part) -> list[tuple[str, str]]:
    """The pictures of an exercise: name in the ZIP, without ending, and SVG."""
    return [
        (f"{part.folder}/beelden/{_file_name(picture, number)}", picture.svg)
        for number, picture in enumerate(part.pictures, start=1)
    ]


def _undrawn(part: Part) -> Iterator[Packed]:
    """Name in the ZIP and content of the pictures of an exercise, as SVG, and of what people sent
    in."""
    for name, svg in _pictures(part):
        yield f"{name}.svg", svg.encode("utf-8", "replace")
    for photo in part.photos:
        yield _photo_name(part, photo.name), photo.content


def _photo_name(part: Part, name: str) -> str:
    return f"{part.folder}/fotos/{name}.jpg"


def _file_name(picture: Picture, number: int) -> str:
    """The exercise's own name, as far as it is one; its number when nothing is left."""
    return re.sub(r"[^\w-]+", "-", picture.name).strip("-") or str(number)


def _as_json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _windows_text(text: str) -> bytes:
    """With the line ends and the mark that old Windows programs need."""
    return text.replace("\n", "\r\n").encode("utf-8-sig", "replace")
