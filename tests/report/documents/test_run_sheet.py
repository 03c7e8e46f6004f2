"""The run sheet of a meeting: times, what to lay ready, and what each exercise says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import exercises
from exercises.document import Bullets, Document, Heading, Paragraph, Table
from exercises.engine import moment
from report.documents.run_sheet import run_sheet
from report.forms import html, pdf, word
from state import agenda, copies, meetings
from state.database import Store
from tests.report.documents.told import flat
from tests.report.forms import reading


def sheet_of(store: Store, meeting: str) -> Document:
    with copies.in_memory(store) as db:
        return run_sheet(moment.alone(db, meeting))


def words(document: Document) -> str:
    """All text of it, in order."""
    found: list[str] = []
    for one in flat(document.blocks):
        if isinstance(one, Heading):
            found += [one.kicker, one.text]
        elif isinstance(one, Paragraph):
            found.append(f"{one.strong} {one.text}")
        elif isinstance(one, Bullets):
            found += one.items
        elif isinstance(one, Table):
            found += [" | ".join(row) for row in (one.head, *one.rows)]
    return "\n".join(found)


@pytest.fixture
def full(store: Store, meeting: str) -> str:
    """A meeting with every exercise, a welcome, a talk and a break without minutes."""
    agenda.add_interlude(store, meeting, "welcome", "", 15)
    agenda.add_interlude(store, meeting, "talk", "Het kader", 20, "Toon de vier gebieden.")
    for one in exercises.EXERCISES:
        meetings.add_activity(store, meeting, one.kind, one.sample.to_json(), one.minutes)
    agenda.add_interlude(store, meeting, "break", "Iets drinken", 0)
    agenda.set_start(store, meeting, "22:00")
    agenda.set_bring(store, meeting, "Een foto uit je werking.")
    return meeting


def test_the_overview_has_the_times_of_everything(store: Store, full: str) -> None:
    (table,) = [one for one in flat(sheet_of(store, full).blocks) if isinstance(one, Table)]
    assert [row[:2] for row in table.rows[:2]] == [
        ("22.00 tot 22.15", "Onthaal"), ("22.15 tot 22.35", "Het kader"),
    ]  # fmt: skip
    assert table.rows[-1][0].endswith("(de dag erna)")
    assert table.rows[-1][1:] == ("Iets drinken", "–")
    assert len(table.rows) == len(exercises.EXERCISES) + 3


def test_each_exercise_tells_why_how_and_what_goes_wrong(store: Store, full: str) -> None:
    text = words(sheet_of(store, full))
    for one in exercises.EXERCISES:
        assert one.briefing is not None
        briefing = one.briefing(one.sample)
        for said in (briefing.purpose, briefing.introduce, *briefing.pitfalls, *briefing.questions):
            assert said in text, (one.kind, said)
    assert "Toon de vier gebieden." in text and "Een foto uit je werking." in text


def test_what_must_lie_ready_says_for_which_exercise(store: Store, full: str) -> None:
    line = exercises.EXERCISES[0]
    assert line.briefing is not None
    (thing,) = line.briefing(line.sample).material
    bullets = [one for one in flat(sheet_of(store, full).blocks) if isinstance(one, Bullets)]
    assert f"{thing[:-1]} ({line.title})." in bullets[0].items


def test_it_comes_out_in_every_form(store: Store, full: str) -> None:
    document = sheet_of(store, full)
    text = "".join(reading.pages_of_pdf(pdf.pdf(document)))
    assert "22.15 tot 22.35" in text and "Toon de vier gebieden." in text
    assert "Het kader" in html.html(document)
    assert word.word(document).startswith(b"PK")


def test_a_meeting_without_anything_is_said_to_be_empty(store: Store, track: str) -> None:
    empty = meetings.add(store, track, "Leeg")
    document = sheet_of(store, empty)
    assert "Er staat nog niets op de agenda." in words(document)
    assert pdf.pdf(document).startswith(b"%PDF")


def test_without_a_start_there_are_only_minutes(store: Store, full: str) -> None:
    agenda.set_start(store, full, "")
    (table,) = [one for one in flat(sheet_of(store, full).blocks) if isinstance(one, Table)]
    assert table.head == ("Wat", "Minuten") and table.rows[0] == ("Onthaal", "15")


def test_an_exercise_that_fails_costs_only_its_own_part(
    store: Store, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(config: Any) -> Any:
        raise ValueError(config)

    line = exercises.EXERCISES[0]
    monkeypatch.setitem(exercises._BY_KIND, line.kind, replace(line, briefing=broken))
    meetings.add_activity(store, full, "later", {}, 10)
    text = words(sheet_of(store, full))
    assert line.help in text and "zit nog niet in deze versie" in text
    assert "Toon de vier gebieden." in text
