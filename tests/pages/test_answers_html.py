"""The markup of the look back: what people typed stays text, what is long stays in sight."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as some

from exercises.contract import Column, File
from pages.desk import answers_html
from report.data.answers import TalkNote

COLUMNS = (
    Column("who", "De organisatie"), Column("text", "De tekst"),
    Column("moved", "1: verzet, anders 0"), Column("day", "De dag"),
)  # fmt: skip


def cells(drawn: str) -> list[str]:
    """The texts of all cells below the head."""
    found = re.findall(r"<td.*?</td>", drawn, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", one)) for one in found]


def table(*rows: dict[str, object]) -> str:
    return answers_html.table(COLUMNS, rows, {"De Brug": 3})


def test_values_are_told_in_words() -> None:
    drawn = table({"who": "De Brug", "text": 0.5, "moved": 1, "day": "2026-11-22"})
    assert cells(drawn) == ["De Brug", "0,5", "ja", "zondag 22 november 2026"]
    assert cells(table({"who": "Wie", "text": None, "moved": 0, "day": ["a"]})) == [
        "Wie", "", "nee", '["a"]',
    ]  # fmt: skip
    assert drawn.count("<img") == 1


def test_what_the_row_above_says_too_is_only_heard_but_never_a_whole_row() -> None:
    row = {"who": "De Brug", "text": "a", "moved": 1, "day": ""}
    drawn = table(row, row, {**row, "text": "b"})
    assert drawn.count('class="said"') == 3 + 1
    assert len(cells(drawn)) == 12


def test_a_very_long_text_shows_its_beginning_and_is_all_there() -> None:
    text = "woord " * 2000
    drawn = table({"who": "x", "text": text})
    assert "<details><summary>woord" in drawn
    assert text in drawn


@given(some.text(max_size=40))
def test_what_people_typed_is_never_markup(typed: str) -> None:
    drawn = table({"who": typed, "text": f"<b>{typed}", "day": typed})
    assert "<b>" not in drawn.replace('<b dir="auto">', "")
    assert cells(drawn)[1] == f"<b>{typed}"
    told = answers_html.notes([TalkNote(typed, typed, f"<i>{typed}")], meetings=True)
    assert "<i>" not in told
    photo = answers_html.photos([("activity", File(f'"{typed}', f"../{typed}"))])
    assert 'src="/beeld/..%2F' in photo
    noted = answers_html.photos([("../activity", File(typed, "photo", noted=True))])
    assert 'src="/beeld/..%2Factivity/photo"' in noted
    assert "<img" not in photo.replace("<img", "", 1)
