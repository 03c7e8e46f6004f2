"""The answers of one exercise as they are looked through: one table over the meetings in which it
was done, which can be searched, sorted and filtered. Pure.

Rows are those of the export: they name people as far as the exercise showed them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from exercises.contract import Column, Json
from exercises.engine.lookback import Begun
from report.data.attempts import attempt
from report.data.tables import DataTable
from state.language import _

_MEETING = Column("meeting", _("De bijeenkomst"), _("Bijeenkomst"))
_DATE = Column("date", _("De dag van de bijeenkomst; leeg zonder datum"), _("Dag"))
_EXERCISE = Column("exercise", _("De oefening"), _("Oefening"))
# In which columns every exercise tells what the facilitator noted of the talk.
_NOTE = "note"


@dataclass(frozen=True)
class TalkNote:
    """What the facilitator noted of a talk: in which meeting, at which step, and the words."""

    meeting: str
    step: str
    text: str


def answers(found: Sequence[Begun], troubles: list[str]) -> DataTable:
    """The rows of one kind of exercise, each with its meeting. `found` are of that kind; what fails
    is told in `troubles`."""
    exercise = found[0].exercise if found else None
    own = exercise.columns if exercise else ()
    rows = tuple(
        {"meeting": one.meeting.title, "date": one.meeting.date, "exercise": one.title, **row}
        for one in found
        for row in attempt(_place(one, _("de antwoorden")), partial(_rows, one), troubles)
    )  # fmt: skip
    return DataTable("", (_MEETING, _DATE, _EXERCISE, *own), rows)


def notes(found: Sequence[Begun], troubles: list[str]) -> list[TalkNote]:
    """The facilitator's notes of these exercises, in the order of the steps; of what is no step of
    it any more last."""
    return [
        TalkNote(one.meeting.title, title, text)
        for one in found
        for title, text in attempt(
            _place(one, _("de notities")), partial(_notes, one), troubles
        )
    ]  # fmt: skip


def of_organisation(table: DataTable, names: Collection[str]) -> DataTable:
    """Only the rows in which an organisation is named in a cell of its own; `names` are the names
    it has. A row that doesn't show whose it is, is nobody's."""
    wanted = set(names)
    kept = tuple(
        row for row in table.rows
        if any(isinstance(cell, str) and cell in wanted for cell in row.values())
    )  # fmt: skip
    return replace(table, rows=kept)


def holding(table: DataTable, typed: str) -> DataTable:
    """Only the rows in which each of the typed words is found, whatever capitals and accents."""
    words = folded(typed).split()
    kept = tuple(
        row for row in table.rows
        if all(word in folded(" ".join(_texts(row, table.columns))) for word in words)
    )  # fmt: skip
    return replace(table, rows=kept)


def in_order(table: DataTable, name: str, *, down: bool = False) -> DataTable:
    """Sorted by a column: numbers by size, then texts by the alphabet; what is empty comes last
    either way. Rows that are equal keep their order. "" for `name` leaves all as it is, or turns it
    around."""
    if not name:
        return replace(table, rows=tuple(reversed(table.rows)) if down else table.rows)
    full = [row for row in table.rows if _is_full(row.get(name))]
    empty = [row for row in table.rows if not _is_full(row.get(name))]
    full.sort(key=lambda row: _rank(row[name]), reverse=down)
    return replace(table, rows=(*full, *empty))


def for_reading(table: DataTable) -> DataTable:
    """Without what says nothing on a page: columns that stand aside, the notes, which are shown as
    text, rows that held nothing else, columns that are empty, and of meeting, day and exercise what
    is the same in all rows."""
    where = {one.name for one in (_MEETING, _DATE, _EXERCISE)}
    own = [
        one for one in table.columns
        if one.name not in where and one.name != _NOTE and not one.aside
    ]  # fmt: skip
    rows = tuple(row for row in table.rows if any(_is_full(row.get(one.name)) for one in own))
    told = [one for one in own if any(_is_full(row.get(one.name)) for row in rows)]
    several = [
        one for one in (_MEETING, _EXERCISE)
        if len({row.get(one.name) for row in rows}) > 1
    ]  # fmt: skip
    return replace(table, columns=(*several, *told), rows=rows)


def folded(text: str) -> str:
    """A text for comparing: small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _rows(one: Begun) -> Iterable[Json]:
    context = one.context()
    return context.exercise.rows(context)


def _notes(one: Begun) -> Iterable[tuple[str, str]]:
    context = one.context()
    titles = {step.key: step.title for step in context.steps}
    order = list(titles)
    kept = [(key, text) for key, text in context.notes.items() if text.strip()]
    kept.sort(key=lambda note: order.index(note[0]) if note[0] in titles else len(order))
    return [(titles.get(key, ""), text) for key, text in kept]


def _place(one: Begun, what: str) -> str:
    return f"{one.meeting.title}, {one.title}, {what}"


def _texts(row: Mapping[str, Any], columns: Sequence[Column]) -> Iterable[str]:
    for column in columns:
        cell = row.get(column.name)
        if cell is not None:
            yield cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)


def _is_full(cell: Any) -> bool:
    return cell is not None and cell not in ("", [], {})


def _rank(cell: Any) -> tuple[int, float, str]:
    if isinstance(cell, (int, float)):
        return 0, float(cell), ""
    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
    return 1, 0.0, folded(text)
