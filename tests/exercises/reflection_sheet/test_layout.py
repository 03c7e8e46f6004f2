"""What goes on a page of the screen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exercises.reflection_sheet import EXERCISE, layout
from exercises.reflection_sheet import views_wall as wall
from tests.exercises.reflection_sheet.test_model import LOOK, Table

texts = st.text(st.characters(categories=("L", "N", "P", "Zs", "So")), max_size=240)


@given(st.lists(st.tuples(texts, texts, texts), max_size=8))
def test_pages_hold_every_row_once_in_order(rows: list[tuple[str, str, str]]) -> None:
    pages = layout.pages(rows)
    assert [row for page in pages for row in page.rows] == list(range(len(rows)))
    for page in pages:
        assert page.size >= 28
        high = sum(layout.height(rows[row], page.size) for row in page.rows)
        assert high <= layout.HIGH or len(page.rows) == 1


def test_long_texts_take_more_pages_and_the_switch_walks_them(table: Table) -> None:
    long = "Wij ontvangen gezinnen aan een grote tafel met koffie. " * 4
    for who in ("an", "cas", "dee"):
        for key in ("strong", "sugar", "beans"):
            table.send(who, f"sheet.2-{key}", {"text": long})
        table.send(who, "sheet.shared", {"on": True})
    sights = wall.sights(table.context("console"))
    of_area = [one for one in sights if one.area == 2]
    assert len(of_area) > 1 and sum(len(one.lines) for one in of_area) == 3
    (control,) = EXERCISE.panel(table.context("console")).controls
    assert [value for value, _label in control.options] == [one.key for one in sights]
    gone = replace(LOOK, options={"show": "area-2/9"})
    assert wall.current(table.context("console", gone), sights).key == of_area[-1].key
    nonsense = replace(LOOK, options={"show": ["x"]})
    assert wall.current(table.context("console", nonsense), sights).key == "area-1"


def test_the_wall_leaves_out_what_is_empty_and_says_of_whom_it_waits() -> None:
    table = Table()
    for who in ("an", "cas", "dee"):
        table.send(who, "sheet.shared", {"on": True})
    nothing = wall.sights(table.context("console"))
    assert [(one.lines, one.missing) for one in nothing] == [((), wall.Missing())]
    table.send("an", "sheet.2-strong", {"text": "Koffie."})
    sights = wall.sights(table.context("console"))
    assert {one.key.partition("-")[0] for one in sights} == {"area", "party"}
    (area,) = (one for one in sights if one.key.startswith("area-"))
    assert [line.cells for line in area.lines] == [("Koffie.",)]
    assert len(area.heads) == 1 and area.size == max(layout.SIZES)
    others = [party.name for party in table.context("console").organisations[1:]]
    assert area.missing.name.startswith(f"Nog niets van: {', '.join(others)}. Nog niets bij: ")
    (own,) = (one for one in sights if one.party)
    assert len(own.lines) == 1 and own.missing.name.startswith("Nog niets bij: ")


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=6))
def test_names_leave_every_row_on_the_page(rows: list[tuple[str, str]]) -> None:
    for page in layout.pages(rows):
        on_page = [rows[at] for at in page.rows]
        names = layout.name_heights(on_page, page.size)
        assert min(names) >= layout.ROW_LEAST - layout.ROW_AROUND
        high = sum(
            max(name + layout.ROW_AROUND, layout.height(row, page.size))
            for name, row in zip(names, on_page, strict=True)
        )
        assert high <= layout.HIGH or len(on_page) == 1
