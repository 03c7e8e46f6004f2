"""Tables as a workbook (XLSX): a first sheet that explains all, and a sheet for each table.

A cell never runs as a formula: texts are written as texts, whatever they begin with. Dates are
dates and numbers are numbers.
"""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from exercises.contract import Column
from report.data.tables import DataTable
from state.language import _

NAME_LIMIT = 31
CELL_LIMIT = 32_767
_WIDEST, _NARROWEST = 60, 9
# A longer head is wrapped too.
_HEAD = 22
# A longer text is wrapped, so that a row stays within sight.
_TALLEST = 12
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# Before it spreadsheets have no dates.
_NO_DATES_BEFORE = 1900
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# Beyond this a spreadsheet rounds whole numbers.
_EXACT = 2**53
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False, "nan_inf_to_errors": False, "remove_timezone": True,
}  # fmt: skip
_LEGEND = (
    Column("sheet", _("Blad")),
    Column("column", _("Kolom")),
    Column("meaning", _("Wat erin staat")),
)


def workbook(title: str, tables: Sequence[DataTable], whole: str) -> bytes:
    """The file with every table that has a name for its sheet. `title` stands on the first sheet;
    `whole` is the file that holds all of a text that no cell can hold."""
    out = io.BytesIO()
    shown = [table for table in tables if table.sheet]
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        writer = _SheetWriter(book, whole)
        legend = _("Uitleg")
        names = sheet_names([table.sheet for table in shown], taken=[legend])
        writer.explain(legend, title, list(zip(names, shown, strict=True)))
        for name, table in zip(names, shown, strict=True):
            writer.add(name, table)
    return out.getvalue()


def sheet_names(wanted: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Names that a workbook takes, each once whatever its capitals: as wanted, without forbidden
    characters, cut at 31 of them, with a number where two would be the same."""
    used = {name.casefold() for name in (*taken, "history")}
    names = []
    for text in wanted:
        plain = " ".join(_FORBIDDEN.sub(" ", _sound(text)).split()).strip("'") or _("Blad")
        name, number = _cut(plain, ""), 1
        while name.casefold() in used:
            number += 1
            name = _cut(plain, f" {number}")
        used.add(name.casefold())
        names.append(name)
    return names


class _SheetWriter:
    """Writes sheets in one workbook."""

    def __init__(self, book: Workbook, whole: str) -> None:
        self._book = book
        self._whole = whole
        top = {"valign": "top"}
        self._text = book.add_format({**top, "text_wrap": True})
        self._number = book.add_format(top)
        self._day = book.add_format({**top, "num_format": "dd/mm/yyyy", "align": "left"})
        self._moment = book.add_format({**top, "num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        self._head = book.add_format({
            **top, "text_wrap": True, "bold": True, "bg_color": "#F1E7CF", "bottom": 1,
        })  # fmt: skip
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._link = book.add_format({**top, "text_wrap": True, "font_color": "#224C8F"})

    def explain(self, name: str, title: str, shown: Sequence[tuple[str, DataTable]]) -> None:
        """The first sheet: every column of every sheet, in words."""
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, _sound(title), self._title)
        sheet.write_string(1, 0, _(
            "Elk blad hieronder is een tabel. Bovenaan elk blad kan je filteren en sorteren."
        ))  # fmt: skip
        first = 3
        for at, column in enumerate(_LEGEND):
            sheet.write_string(first, at, column.head, self._head)
        row = first
        for shown_name, table in shown:
            for column in table.columns:
                row += 1
                place = f"internal:'{shown_name.replace(chr(39), chr(39) * 2)}'!A1"
                sheet.write_url(row, 0, place, self._link, shown_name)
                sheet.write_string(row, 1, _sound(column.head), self._text)
                sheet.write_string(row, 2, _sound(_sentence(column)), self._text)
        sheet.freeze_panes(first + 1, 0)
        sheet.autofilter(first, 0, max(row, first), len(_LEGEND) - 1)
        for at, wide in enumerate((34, 38, 76)):
            sheet.set_column(at, at, wide)
        _printed(sheet, first)

    def add(self, name: str, table: DataTable) -> None:
        """A sheet with a table: its heads stay in sight, and it can be filtered."""
        sheet = self._book.add_worksheet(name)
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, _sound(column.head), self._head)
        for number, row in enumerate(table.rows, start=1):
            for at, column in enumerate(table.columns):
                self._cell(sheet, number, at, row.get(column.name))
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, _wide(column, [row.get(column.name) for row in table.rows]))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), max(0, len(table.columns) - 1))
        _printed(sheet, 0)

    def _cell(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        match as_cell(value, self._whole):
            case None | "":
                sheet.write_blank(row, column, None, self._text)
            case datetime() as moment:
                sheet.write_datetime(row, column, moment, self._moment)
            case date() as day:
                sheet.write_datetime(row, column, day, self._day)
            case int() | float() as number:
                sheet.write_number(row, column, number, self._number)
            case text:
                sheet.write_string(row, column, str(text), self._text)


def as_cell(value: Any, whole: str) -> str | int | float | date | datetime | None:
    """A value as a cell holds it: texts that are an ISO date as a date, what a cell can't hold as
    text, and a text that is too long cut, with the file `whole` that has all of it."""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, date) or _is_exact(value):
        return value  # type: ignore[no-any-return]
    text = _sound(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return _day_of(text) or _short(text, whole)


def _is_exact(value: Any) -> bool:
    """Whether a value is a number that a spreadsheet holds as it is."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and abs(value) <= _EXACT


def _day_of(text: str) -> date | None:
    if not _DATE.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > _NO_DATES_BEFORE else None


def _short(text: str, whole: str) -> str:
    """A cell counts as many places for a character as UTF-16 does."""
    units = text.encode("utf-16-le")
    if len(units) // 2 <= CELL_LIMIT:
        return text
    end = _(" … [ingekort: de hele tekst staat in {file}]").format(file=whole)
    kept = units[: 2 * (CELL_LIMIT - len(end))].decode("utf-16-le", "ignore")
    return kept + end


def _sound(text: str) -> str:
    """Without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _cut(name: str, end: str) -> str:
    """A name with `end` behind it, of at most 31 places as UTF-16 counts them."""
    room = 2 * (NAME_LIMIT - len(end))
    return name.encode("utf-16-le")[:room].decode("utf-16-le", "ignore").strip(" '") + end


def _sentence(column: Column) -> str:
    text = column.meaning
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _wide(column: Column, values: Sequence[Any]) -> int:
    """As wide as its longest line, and as tall as it must be for its longest text."""
    texts = [value if isinstance(value, str) else str(value or "") for value in values]
    lines = max((len(line) for text in texts for line in text.split("\n")), default=0)
    longest = max(map(len, texts), default=0)
    head = min(len(column.head), _HEAD)
    wanted = max(head, min(lines, longest // _TALLEST + 24))
    return max(_NARROWEST, min(_WIDEST, wanted + 2))


def _printed(sheet: Worksheet, head: int) -> None:
    """On paper: lying, as wide as a page, with its heads on each page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
