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
from report import raster, sealing
from report.data import meeting_tables, track_document, track_tables
from report.data.gather import Gathered, Part, gather
from report.data.packing import zipped
from report.data.readme import meeting_readme, track_readme
from report.data.tables import DataTable, to_csv
from report.data.visit_tables import visit_tables
from report.data.workbook import workbook
from report.privacy import nameless
from state import copies, erasing, exporting, meetings, notebook, pictures, tracks, visits
from state.clock import now
from state.copies import Copyable
from state.database import FILE_NAME
from state.language import _

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
        of_visits = _visit_tables(db, track_id)
    tables = track_tables.all_tables(organisations, people, of_visits, held)
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
            nameless.take_out(db, track_id)
        yield db


def _meeting_files(store: Copyable, meeting_id: str, told: Told, named: bool) -> Iterator[Packed]:
    with copies.in_memory(store) as db:
        if not named:
            nameless.take_out(db, meetings.read_room(db, meeting_id).track.id)
        gathered = gather(db, meeting_id)
        sealing.take_out(db, gathered.room.track.id)
        database = copies.one_track(db, gathered.room.track.id)
    yield FILE_NAME, database
    del database
    tables = meeting_tables.all_tables(gathered)
    for table in tables:
        yield table.name, to_csv(table)
    drawn = raster.begin(_all_pictures(gathered))
    for done, part in enumerate(gathered.parts):
        told(done, len(gathered.parts))
        yield from _drawn(part, gathered, drawn)
    document = meeting_tables.meeting_document(gathered, now())
    yield MEETING_JSON, _as_json(document)
    yield MEETING_XLSX, workbook(gathered.room.meeting.title, tables, MEETING_JSON)
    yield README, _windows_text(meeting_readme(gathered, tables, named=named))


def _track_files(db: Database, track_id: str, told: Told, named: bool) -> Iterator[Packed]:
    track = exporting.track(db, track_id)
    meeting_ids = exporting.meeting_ids(db, track_id)
    total, done = exporting.count_activities(db, track_id) + 1, 0
    told(0, total)
    # The first file is there at once, so that the browser shows that something comes.
    yield track_document.SCHEMA_NAME, track_document.schema_text()
    held: list[Gathered] = []
    photos: dict[str, str] = {}
    for number, meeting_id in enumerate(meeting_ids, start=1):
        gathered = gather(db, meeting_id)
        drawn = raster.begin(_all_pictures(gathered))
        folder = track_tables.folder(number, gathered)
        for table in (meeting_tables.people_table(gathered), meeting_tables.agenda_table(gathered)):
            yield f"{folder}/{table.name}", to_csv(table)
        for part in gathered.parts:
            for table in meeting_tables.part_tables(part):
                yield f"{folder}/{table.name}", to_csv(table)
            photos |= {one.picture: f"{folder}/{_photo_name(part, one.name)}"
                       for one in part.photos}  # fmt: skip
            for name, content in _drawn(part, gathered, drawn):
                yield f"{folder}/{name}", content
            done += 1
            told(done, total)
        held.append(gathered.without_pictures())
    if held:
        yield from _year(moment.alone(db, meeting_ids[-1]), held[-1].troubles)
    people, organisations = tracks.read_people(db, track_id), exporting.organisations(db, track_id)
    sealing.take_out(db, track_id)
    erasing.drop_pictures(db, datetime.now(UTC))
    document, missing = track_document.made(db, track_id, photos)
    for name, picture_id in missing:
        found = pictures.read(db, picture_id) or notebook.photo(db, picture_id)
        if found is not None:
            yield name, found.content
    yield TRACK_JSON, _as_json(document)
    of_visits = _visit_tables(db, track_id)
    tables = track_tables.all_tables(organisations, people, of_visits, held)
    yield TRACK_XLSX, workbook(track.name, tables, TRACK_JSON)
    yield README, _windows_text(track_readme(track, held, named=named))
    told(total, total)


def _year(here: Moment, troubles: list[str]) -> Iterator[Packed]:
    """The picture of the year of a track, as SVG and PNG; none as long as nothing happened."""
    found = year.of_track(here)
    if found.is_empty:
        return
    svg = year_picture.titled(found, here.room.track.name)
    yield f"{YEAR}.svg", svg.encode("utf-8", "replace")
    (png,) = raster.render([svg])
    if png is not None:
        yield f"{YEAR}.png", png
    else:
        troubles.append(_("{name}.png kon niet getekend worden.").format(name=YEAR))


def _all_pictures(gathered: Gathered) -> list[str]:
    """The pictures of a meeting, in the order in which they are taken."""
    return [picture.svg for part in gathered.parts for picture in part.pictures]


def _drawn(
    part: Part, gathered: Gathered, drawn: Iterator[bytes | None]
) -> Iterator[Packed]:  # fmt: skip
    """Name in the ZIP and content of the pictures of an exercise, as SVG and PNG, and of what
    people sent in. `drawn`: the PNGs of the meeting, taken up to here."""
    named = [
        (f"{part.folder}/beelden/{_file_name(picture, number)}", picture.svg)
        for number, picture in enumerate(part.pictures, start=1)
    ]
    for name, svg in named:
        png = next(drawn)
        yield f"{name}.svg", svg.encode("utf-8", "replace")
        if png is not None:
            yield f"{name}.png", png
        else:
            gathered.troubles.append(_("{name}.png kon niet getekend worden.").format(name=name))
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
