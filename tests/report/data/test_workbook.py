"""The workbook, opened again with another library."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

import exercises
from exercises.contract import Column
from report.data import workbook
from report.data.archive import track_workbook
from report.data.tables import DataTable
from report.data.workbook import as_cell, sheet_names
from state.database import Store
from tests.full_track import full_track

TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def table(values: Sequence[Any], sheet: str = "Blad 1") -> DataTable:
    columns = (Column("a", "Wat er staat; uitleg"),)
    return DataTable("a.csv", columns, [{"a": value} for value in values], sheet)


def cells(values: Sequence[Any]) -> list[Any]:
    book = opened(workbook.workbook("Titel", [table(values)], "alles.json"))
    return [row[0] for row in book["Blad 1"].iter_rows(min_row=2)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+32 9 123", "-onthouden", "@SUM(1)", "\t=1", "{=1}", '=HYPERLINK("x")',
             "http://boos.example", "mailto:x@y", "007", "1.5", "TRUE", "internal:'x'!A1"],
)  # fmt: skip
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    (cell,) = cells([text])
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_numbers_are_numbers_and_dates_dates() -> None:
    moment = datetime(2026, 1, 22, 20, 15)
    found = cells([3, 0.125, True, moment, "2026-01-22", None, "", "2026-02-30", 2**60, {"a": [1]}])
    assert [cell.value for cell in found] == [
        3, 0.125, 1, moment, datetime(2026, 1, 22), None, None, "2026-02-30", str(2**60),
        '{"a": [1]}',
    ]  # fmt: skip
    assert [cell.is_date for cell in found[3:5]] == [True, True]
    assert [cell.data_type for cell in found[:3]] == ["n", "n", "n"]
    assert [as_cell(value, "") for value in (float("inf"), float("nan"))] == ["Infinity", "NaN"]
    assert as_cell("1850-01-01", "") == "1850-01-01"
    assert as_cell("2026-01-22", "") == date(2026, 1, 22)


@pytest.mark.parametrize("letter", ["x", "👋", "é"])
def test_what_no_cell_can_hold_is_cut_and_says_where_the_whole_is(letter: str) -> None:
    whole = letter * workbook.CELL_LIMIT
    (cell,) = cells([whole + letter])
    assert str(cell.value).endswith("[ingekort: de hele tekst staat in alles.json]")
    assert len(cell.value.encode("utf-16-le")) // 2 <= workbook.CELL_LIMIT
    assert whole.startswith(cell.value.partition(" … ")[0])
    assert as_cell("x" * workbook.CELL_LIMIT, "") == "x" * workbook.CELL_LIMIT


@settings(max_examples=60)
@given(TEXT)
def test_any_text_comes_back_from_a_cell(text: str) -> None:
    (cell,) = cells([text])
    sound = text.encode("utf-8", "replace").decode()
    if workbook._DATE.fullmatch(sound):
        return
    # The two that no XML can hold, and a carriage return that it takes for a line end.
    lost = str.maketrans({"\ufffe": None, "\uffff": None, "\r": "\n"})
    again = "" if cell.value is None else unescape(str(cell.value))
    assert again.translate(lost) == sound.translate(lost)
    assert cell.data_type in ("s", "n") and (cell.data_type == "s" or cell.value is None)


@given(st.lists(TEXT | st.sampled_from(["History", "De lijn", "DE LIJN", "'x'", "a/b", "x" * 40])))
def test_names_of_sheets_are_such_as_a_workbook_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted, taken=["Uitleg"])
    assert len(names) == len(wanted)
    assert len({name.casefold() for name in (*names, "uitleg", "history")}) == len(names) + 2
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= workbook.NAME_LIMIT
        assert not set(name) & set("[]:*?/\\") and name.strip("'") == name
    tables = [table([1], name or "x") for name in wanted]
    assert opened(workbook.workbook("T", tables, "x")).sheetnames[0] == "Uitleg"


def test_names_that_would_be_the_same_get_a_number() -> None:
    same = "1.02 De organisatiefiche van onze buurt"
    first, second, third = sheet_names([same, same.upper(), "Uitleg"], taken=["Uitleg"])
    assert first == "1.02 De organisatiefiche van on"
    assert second.endswith(" 2") and third == "Uitleg 2"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of a full track, opened."""
    store = Store(tmp_path_factory.mktemp("played"))
    content = track_workbook(store, full_track(store, photos=0))
    store.close()
    return opened(content)


def test_every_sheet_has_heads_that_stay_and_a_filter(book: Any) -> None:
    assert len(book.sheetnames) > 15
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2", sheet.title
        assert sheet.auto_filter.ref.startswith("A1:"), sheet.title
        heads = [cell.value for cell in sheet[1]]
        assert all(heads) and len(set(heads)) == len(heads), sheet.title
        assert all(cell.font.bold for cell in sheet[1])
        widths = [sheet.column_dimensions[letter].width for letter in sheet.column_dimensions]
        assert all(9 <= width <= 62 for width in widths)


def test_the_first_sheet_explains_every_column_of_every_other(book: Any) -> None:
    legend = book["Uitleg"]
    rows = [[cell.value for cell in row] for row in legend.iter_rows(min_row=5)]
    for sheet in book.worksheets[1:]:
        explained = [row[1] for row in rows if row[0] == sheet.title]
        assert explained == [cell.value for cell in sheet[1]]
    assert all(str(row[2]).endswith((".", "!", "?")) for row in rows)
    targets = {cell.hyperlink.location for (cell, *_) in legend.iter_rows(min_row=5)}
    assert len(targets) == len(book.sheetnames) - 1


def test_nothing_in_the_workbook_of_a_track_is_a_formula(book: Any) -> None:
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {"=1+1", "@woorden מפני ש", "=SUM(1)"} & values


def test_people_agendas_and_exercises_of_all_meetings_are_in_it(book: Any) -> None:
    assert [cell.value for cell in book["Organisaties"]["A"]][1:3] == ["De Regenton",
                                                                      "De Vensterbank"]  # fmt: skip
    assert book["Mensen"].max_row == 17
    assert book["Aanwezig"].max_row == 1 + 5 * 16
    assert all(cell.is_date for cell in book["Aanwezig"]["B"][1:])
    kinds = {cell.value for cell in book["Agenda"]["E"][1:]}
    assert kinds == {exercise.kind for exercise in exercises.EXERCISES}


def test_heads_are_short_and_differ_within_an_exercise() -> None:
    for exercise in exercises.EXERCISES:
        heads = [column.head for column in exercise.columns]
        assert len(set(heads)) == len(heads), exercise.kind
        assert all(0 < len(head) <= 75 for head in heads), heads


def test_a_workbook_needs_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise OSError("No space left on device")

    for opener in ("tempfile.mkdtemp", "tempfile.mkstemp", "tempfile.TemporaryFile"):
        monkeypatch.setattr(opener, full)
    content = workbook.workbook("T", [table([json.dumps({"a": 1})])], "x")
    assert zipfile.ZipFile(BytesIO(content)).testzip() is None
