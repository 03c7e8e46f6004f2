"""The tables of one meeting: who was there, its agenda, and for each exercise rows and history."""

from __future__ import annotations

from typing import Any

from exercises.contract import Column, Json
from exercises.engine import stored
from report.data.gather import Gathered, Part, brussels
from report.data.tables import DataTable
from state.language import _

PEOPLE_COLUMNS = (
    Column("name", _("De naam")),
    Column("function", _("De functie; leeg als die niet ingevuld is")),
    Column("organisation", _("De organisatie")),
    Column("place", _("De plaats van de organisatie")),
    Column("joined_at", _("Wanneer die binnenkwam, tijd in Brussel")),
)
AGENDA_COLUMNS = (
    Column("number", _("Plaats op de agenda, vanaf 1")),
    Column("title", _("De oefening, de pauze of het gesprek"), _("De oefening")),
    Column("kind", _("De soort oefening, zoals het programma ze noemt")),
    Column("folder", _("De map met wat eruit kwam")),
    Column(
        "state", _("planned: nog niet gestart, running: bezig, done: gedaan"), _("Hoever ze is")
    ),
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


def people_table(gathered: Gathered) -> DataTable:
    """Who was there."""
    people = [{**row, "joined_at": brussels(row["joined_at"])} for row in people_rows(gathered)]
    return DataTable("deelnemers.csv", PEOPLE_COLUMNS, people, _("Deelnemers"))


def agenda_table(gathered: Gathered) -> DataTable:
    """The exercises, breaks and talks, with their minutes."""
    parts = {part.activity.id: part for part in gathered.parts}
    agenda = [
        agenda_row(parts.get(one.id) or Part(number, "", stored.title_of(one), one))
        for number, one in enumerate(gathered.room.agenda, start=1)
    ]
    return DataTable("agenda.csv", AGENDA_COLUMNS, agenda, _("Agenda"))


def part_tables(part: Part) -> list[DataTable]:
    """What stood there in the end, and each change; without those that are empty."""
    tables = []
    if part.rows and part.columns:
        sheet = f"{part.number:02d} {part.title}"
        tables.append(
            DataTable(f"{part.folder}/antwoorden.csv", part.columns, part.rows, sheet)
        )  # fmt: skip
    if part.changes:
        changes = [{**change, "at": brussels(change["at"])} for change in part.changes]
        tables.append(DataTable(f"{part.folder}/verloop.csv", _CHANGE_COLUMNS, changes))
    return tables


def all_tables(gathered: Gathered) -> list[DataTable]:
    """Every table of a meeting, in order."""
    parts = (table for part in gathered.parts for table in part_tables(part))
    return [people_table(gathered), agenda_table(gathered), *parts]


def people_rows(gathered: Gathered) -> list[Json]:
    """The people who were present; moments as they are stored. Whether somebody had no phone is
    left out, as it would reveal whose answers are marked `by_hand`."""
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


def agenda_row(part: Part) -> Json:
    """One line of the agenda; a break or talk has no folder."""
    activity = part.activity
    return {
        "number": part.number, "title": part.title, "kind": activity.kind, "folder": part.folder,
        "state": activity.state, "planned_minutes": activity.minutes,
        "spent_minutes": part.spent_minutes,
    }  # fmt: skip


def meeting_document(gathered: Gathered, exported_at: str) -> dict[str, Any]:
    """The same in one JSON document, for a program."""
    room = gathered.room
    return {
        "version": 1,
        "exported_at": exported_at,
        "track": {"name": room.track.name, "theme": room.track.theme},
        "meeting": {
            "title": room.meeting.title, "date": room.meeting.date, "place": room.meeting.place,
            "state": room.meeting.state,
        },
        "organisations": [
            {"name": item.name, "sector": item.sector, "place": item.place, "tile": item.tile}
            for item in room.organisations
        ],
        "people": people_rows(gathered),
        "agenda": [
            {
                **agenda_row(part), "config": part.activity.config_json(), "rows": part.rows,
                "notes": part.notes, "history": part.changes,
            }
            for part in gathered.parts
        ],
        "troubles": gathered.troubles,
    }  # fmt: skip
