"""Rows and cells of a list that somebody pasted from Word or a spreadsheet, or gave as a file.

Cells are separated by tabs, semicolons or commas, whichever gives the most columns; cells in
quotation marks may hold separators and line breaks.
"""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

from state.language import _
from state.problems import Refused

Row = tuple[str, ...]

MOST_ROWS = 500
MOST_COLUMNS = 12
MOST_BYTES = 2_000_000
# A workbook is a ZIP file: what it holds is limited too, so that a small file can't fill memory.
_MOST_UNPACKED = 40_000_000
_SEPARATORS = ("\t", ";", ",")


def of_text(text: str) -> tuple[Row, ...]:
    """The rows of a pasted text, without empty ones. Refused beyond `MOST_ROWS` rows."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").lstrip("\ufeff")
    if len(plain) > MOST_BYTES:
        raise Refused(_too_much())
    return _tidy(_split(plain))


def of_file(name: str, content: bytes) -> tuple[Row, ...]:
    """The rows of a .csv, .txt or .xlsx file (the first sheet that holds something). Refused for
    any other file, for one that can't be read and for one that is too large."""
    if len(content) > MOST_BYTES:
        raise Refused(_too_much())
    if name.lower().endswith(".xlsx"):
        return _tidy(_of_workbook(content))
    if name.lower().endswith((".csv", ".txt")):
        return of_text(_decoded(content))
    raise Refused(
        _("Dit bestand kunnen we niet lezen. Bewaar je lijst als .xlsx of .csv, of plak ze hier.")
    )


def _split(text: str) -> list[list[str]]:
    found = [_by(text, separator) for separator in _SEPARATORS]
    return max(found, key=_columns)


def _by(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in text.split("\n")]


def _columns(rows: list[list[str]]) -> float:
    """How many columns most rows have: the mean, so that one comma in a sentence counts little."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    return sum(map(len, filled)) / len(filled) if filled else 0


def _tidy(rows: list[list[str]]) -> tuple[Row, ...]:
    cells = [[" ".join(cell.split()) for cell in row[:MOST_COLUMNS]] for row in rows]
    filled = [row for row in cells if any(row)]
    if len(filled) > MOST_ROWS:
        raise Refused(_too_much())
    width = max((len(row) for row in filled), default=0)
    wide = [row + [""] * (width - len(row)) for row in filled]
    used = [at for at in range(width) if any(row[at] for row in wide)]
    return tuple(tuple(row[at] for at in used) for row in wide)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel on Windows writes .csv in the code page of Western Europe.
        return content.decode("cp1252", errors="replace")


def _of_workbook(content: bytes) -> list[list[str]]:
    # Imported here: only who drops a workbook pays for loading its library.
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _MOST_UNPACKED:
                raise Refused(_too_much())
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = _of_sheet(sheet)
            if any(any(row) for row in rows):
                return rows
    except Refused:
        raise
    except Exception as error:
        # The library raises many kinds of errors for a file that is damaged.
        raise Refused(
            _("Dit rekenblad is niet te lezen. Bewaar het opnieuw, of plak de lijst hier.")
        ) from error
    return []


def _of_sheet(sheet: Any) -> list[list[str]]:
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def _too_much() -> str:
    return _("Deze lijst is te groot: hoogstens {most} rijen passen er.").format(most=MOST_ROWS)
