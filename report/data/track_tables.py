"""The tables of a whole track: organisations, people, who was when, agendas, and each exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from exercises.contract import Column, Json
from report.data import meeting_tables
from report.data.gather import Gathered, slug
from report.data.tables import DataTable
from state.language import _
from state.models import Organisation, Person

_ORGANISATION_COLUMNS = (
    Column("name", _("De naam")),
    Column("short", _("De korte naam die de begeleider gaf; leeg als er geen is")),
    Column("sector", _("Het soort werking")),
    Column("place", _("De plaats")),
)
_PERSON_COLUMNS = (
    Column("name", _("De naam")),
    Column("function", _("De functie; leeg als die niet ingevuld is")),
    Column("organisation", _("De organisatie")),
)
_MEETING_COLUMNS = (
    Column("meeting", _("De bijeenkomst")),
    Column("date", _("De dag van de bijeenkomst; leeg zonder datum")),
)


def folder(number: int, gathered: Gathered) -> str:
    """The folder of a meeting in the ZIP; `number` counts from 1."""
    return f"{number}-{slug(gathered.room.meeting.title)}"


def all_tables(
    organisations: Sequence[Organisation], left: Sequence[Organisation], people: Sequence[Person],
    visits: Sequence[DataTable], held: Sequence[Gathered],
) -> list[DataTable]:  # fmt: skip
    """Every table of the workbook of a track; `left` are the organisations that take part no
    more, `visits` the tables of its visits, `held` its meetings in order."""
    names = {one.id: one.name for one in (*organisations, *left)}
    parties = [
        {"name": one.name, "short": one.short, "sector": one.sector, "place": one.place}
        for one in organisations
    ]
    everybody = [
        {"name": one.name, "function": one.function,
         "organisation": names.get(one.organisation_id, "")}
        for one in people
    ]  # fmt: skip
    return [
        DataTable("", _ORGANISATION_COLUMNS, parties, _("Organisaties")),
        DataTable("", _PERSON_COLUMNS, everybody, _("Mensen")),
        *visits,
        DataTable("", (*_MEETING_COLUMNS, *meeting_tables.PEOPLE_COLUMNS), _in_turn(
            held, lambda one: meeting_tables.people_table(one).rows), _("Aanwezig")),
        DataTable("", (*_MEETING_COLUMNS, *meeting_tables.AGENDA_COLUMNS), _in_turn(
            held, lambda one: meeting_tables.agenda_table(one).rows), _("Agenda")),
        *(table for number, one in enumerate(held, start=1) for table in _parts(number, one)),
    ]  # fmt: skip


def _in_turn(
    held: Sequence[Gathered], rows_of: Callable[[Gathered], Sequence[Mapping[str, Any]]]
) -> list[Json]:
    """The rows of all meetings, each with its meeting."""
    return [
        {"meeting": one.room.meeting.title, "date": one.room.meeting.date, **row}
        for one in held
        for row in rows_of(one)
    ]


def _parts(number: int, gathered: Gathered) -> list[DataTable]:
    """What stood there at the end of each exercise, the meeting's number before its own."""
    tables = (table for part in gathered.parts for table in meeting_tables.part_tables(part))
    return [replace(table, sheet=f"{number}.{table.sheet}") for table in tables if table.sheet]
