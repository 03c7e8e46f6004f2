"""The export of a meeting: one ZIP with data, pictures and a copy of the database.

It may be made while the meeting runs: everything is read from one copy in memory, which writers
don't wait for and which holds together, and pictures are drawn in other processes.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import IO

from exercises.contract import Column, Json, Picture
from report import raster, sealing
from report.gather import Gathered, Part, brussels, gather
from report.readme import readme
from report.tables import DataTable, to_csv
from state import copies
from state.clock import local, now
from state.database import FILE_NAME, Store
from state.language import _

README = "LEESMIJ.txt"
_MODE = 0o644 << 16

_PEOPLE_COLUMNS = (
    Column("name", _("De naam")),
    Column("function", _("De functie; leeg als die niet ingevuld is")),
    Column("organisation", _("De organisatie")),
    Column("place", _("De plaats van de organisatie")),
    Column("joined_at", _("Wanneer die binnenkwam, tijd in Brussel")),
)
_AGENDA_COLUMNS = (
    Column("number", _("Plaats op de agenda, vanaf 1")),
    Column("title", _("De oefening")),
    Column("kind", _("De soort oefening, zoals het programma ze noemt")),
    Column("folder", _("De map met wat eruit kwam")),
    Column("state", _("planned: nog niet gestart, running: bezig, done: gedaan")),
    Column("planned_minutes", _("Geplande minuten")),
    Column("spent_minutes", _("Gebruikte minuten")),
)
_CHANGE_COLUMNS = (
    Column("at", _("Wanneer, tijd in Brussel")),
    Column(
        "who",
        _("De organisatie, ‘begeleider’, of een schuilnaam die in deze oefening dezelfde blijft"),
    ),
    Column("slot", _("Waarop het een antwoord is, zoals het programma het noemt")),
    Column("by_hand", _("1: de begeleider vulde het in voor iemand, anders 0")),
    Column("payload", _("Het antwoord, als JSON")),
)


def meeting_zip(store: Store, meeting_id: str) -> bytes:
    """The export as bytes. Refused when the meeting is gone; StateError when it can't be read."""
    out = io.BytesIO()
    write_meeting_zip(store, meeting_id, out)
    return out.getvalue()


def write_meeting_zip(store: Store, meeting_id: str, out: IO[bytes]) -> None:
    """As `meeting_zip`, into a file that is open for writing."""
    with copies.in_memory(store) as db:
        gathered = gather(db, meeting_id)
        sealing.take_out(db, gathered.room.track.id)
        database = copies.one_track(db, gathered.room.track.id)
    pictures = _pictures(gathered)
    tables = _tables(gathered)
    moment = local(now()).timetuple()[:6]
    with zipfile.ZipFile(out, "w") as archive:

        def add(name: str, content: bytes) -> None:
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr = _MODE
            packed = name.endswith((".png", ".jpg"))
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)

        add(README, _windows_text(readme(gathered, tables)))
        for table in tables:
            add(table.name, to_csv(table))
        add("bijeenkomst.json", _json(gathered))
        for name, content in (*pictures, *_photos(gathered)):
            add(name, content)
        add(FILE_NAME, database)


def _tables(gathered: Gathered) -> list[DataTable]:
    tables = [
        DataTable("deelnemers.csv", _PEOPLE_COLUMNS, [
            {**row, "joined_at": brussels(row["joined_at"])} for row in _people(gathered)
        ]),
        DataTable("agenda.csv", _AGENDA_COLUMNS, [_agenda_row(part) for part in gathered.parts]),
    ]  # fmt: skip
    for part in gathered.parts:
        if part.rows and part.columns:
            tables.append(DataTable(f"{part.folder}/antwoorden.csv", part.columns, part.rows))
        if part.changes:
            changes = [{**change, "at": brussels(change["at"])} for change in part.changes]
            tables.append(DataTable(f"{part.folder}/verloop.csv", _CHANGE_COLUMNS, changes))
    return tables


def _people(gathered: Gathered) -> list[Json]:
    """The people who were present. Whether somebody had no phone is left out, as it would reveal
    whose answers are marked `by_hand`."""
    places = {item.id: item.place for item in gathered.room.organisations}
    return [
        {
            "name": attendee.person.name,
            "function": attendee.person.function,
            "organisation": gathered.organisation_of(attendee),
            "place": places.get(attendee.person.organisation_id, ""),
            "joined_at": attendee.joined_at,
        }
        for attendee in gathered.attendees
    ]


def _agenda_row(part: Part) -> Json:
    activity = part.activity
    return {
        "number": part.number, "title": part.title, "kind": activity.kind, "folder": part.folder,
        "state": activity.state, "planned_minutes": activity.minutes,
        "spent_minutes": part.spent_minutes,
    }  # fmt: skip


def _json(gathered: Gathered) -> bytes:
    room = gathered.room
    document = {
        "version": 1,
        "exported_at": now(),
        "track": {"name": room.track.name, "theme": room.track.theme},
        "meeting": {
            "title": room.meeting.title, "date": room.meeting.date, "place": room.meeting.place,
            "state": room.meeting.state,
        },
        "organisations": [
            {"name": item.name, "sector": item.sector, "place": item.place, "tile": item.tile}
            for item in room.organisations
        ],
        "people": _people(gathered),
        "agenda": [
            {
                **_agenda_row(part), "config": part.activity.config_json(), "rows": part.rows,
                "notes": part.notes, "history": part.changes,
            }
            for part in gathered.parts
        ],
        "troubles": gathered.troubles,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _pictures(gathered: Gathered) -> list[tuple[str, bytes]]:
    """Name in the ZIP and content of each picture, as SVG and PNG."""
    named = [
        (f"{part.folder}/beelden/{_file_name(picture, number)}", picture.svg)
        for part in gathered.parts
        for number, picture in enumerate(part.pictures, start=1)
    ]
    drawn = raster.render([svg for _name, svg in named])
    files = []
    for (name, svg), png in zip(named, drawn, strict=True):
        files.append((f"{name}.svg", svg.encode("utf-8", "replace")))
        if png is not None:
            files.append((f"{name}.png", png))
        else:
            gathered.troubles.append(_("{name}.png kon niet getekend worden.").format(name=name))
    return files


def _photos(gathered: Gathered) -> list[tuple[str, bytes]]:
    """Name in the ZIP and content of what people sent in."""
    return [
        (f"{part.folder}/fotos/{name}.jpg", content)
        for part in gathered.parts
        for name, content in part.photos
    ]


def _file_name(picture: Picture, number: int) -> str:
    """The exercise's own name, as far as it is one; its number when nothing is left."""
    return re.sub(r"[^\w-]+", "-", picture.name).strip("-") or str(number)


def _windows_text(text: str) -> bytes:
    """With the line ends and the mark that old Windows programs need."""
    return text.replace("\n", "\r\n").encode("utf-8-sig", "replace")
