"""The tables of an export, and as CSV that opens well in a spreadsheet in Belgium.

Semicolons between the columns and commas in numbers, as Excel and LibreOffice expect with Belgian
settings (there "1.5" would become the first of May), and UTF-8 with a byte order mark, without
which Excel garbles every accent.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exercises.contract import Column

# A spreadsheet runs what begins with one of these, also in their wide East Asian forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class DataTable:
    """Rows that each hold a value for each column, by name. `name`: the file's, in the ZIP; `sheet`
    what it is called in a workbook, "" where it is in none. Moments are datetimes in Brussels."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Any]]
    sheet: str = ""


def to_csv(table: DataTable, *, for_people: bool = False) -> bytes:
    """The whole file, with a line of column names first: those for programs or, `for_people`, the
    short Dutch heads."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = [column.name for column in table.columns]
    writer.writerow([column.head if for_people else column.name for column in table.columns])
    writer.writerows([cell(row.get(name)) for name in names] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def cell(value: Any) -> str:
    """A value as it stands in a cell. A text that would run as a formula gets an apostrophe."""
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" ").startswith(_FORMULA_STARTS) else value
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case float():
            return repr(value).replace(".", ",")
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
    return json.dumps(value, ensure_ascii=False)
