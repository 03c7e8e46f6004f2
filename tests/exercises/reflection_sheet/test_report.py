"""What documents say of the reflectiefiche."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import Section
from exercises.document import Beside, Bullets, Figure, Paragraph, Quotation, Together
from exercises.reflection_sheet import EXERCISE
from state.models import FACILITATOR
from tests.exercises.evening import ANSWERS, evening, flat


def report(**more: Any) -> list[Section]:
    return list(EXERCISE.report(evening("reflection_sheet", **more)))


def test_the_summary_counts_what_was_shared_and_quotes_a_question() -> None:
    summary = EXERCISE.summary(evening("reflection_sheet"))
    assert summary is not None and summary.quotation is not None
    assert summary.sentences == (
        "Eén organisatie deelde haar reflectiefiche.", "Er staan twee leervragen op.",
    )  # fmt: skip
    assert summary.quotation.who == "Kattenstaart"


def test_a_sheet_has_its_questions_large_and_its_cups_in_columns() -> None:
    blocks = report()[0].blocks
    question = "Hoe kunnen wij ouders leren kennen die alleen even aan de deur staan?"
    assert Quotation(question, size=2) in blocks
    rows = [inner for one in blocks if isinstance(one, Together) for inner in one.blocks
            if isinstance(inner, Beside)]  # fmt: skip
    assert [one.widths for one in rows] == [(2, 2, 2)] * 3
    assert [len(part) > 0 for part in rows[1].parts] == [True, False, True]
    assert Paragraph("\nEen ouder in het team.", strong="Koffiebonen") in rows[1].parts[2]
    assert Paragraph("Wennen doe je samen.", strong="Sterke punten.") in blocks


def test_each_cup_is_drawn_once() -> None:
    figures = [one for one in flat(report()[0].blocks) if isinstance(one, Figure)]
    assert len(figures) == 3 == len({one.svg for one in figures})


def test_host_wishes_are_in_no_report() -> None:
    sections = report()
    wishes = [one for one in sections if "Daar komen vaders." in str(one.blocks)]
    assert [(one.organisation, one.only) for one in wishes] == [("o2", "bundle")]
    assert wishes[0].blocks == (
        Bullets(("Zevenhoek: Daar komen vaders.", "De Regenton: De koffie."), ordered=True),
    )


def test_a_sheet_that_is_not_shared_is_for_the_own_phones_only() -> None:
    assert {one.organisation for one in report()} == {"o2"}
    own = report(role="phone", me="greet")
    assert {one.organisation for one in own} == {"o4"}
    assert "Dit is nog van ons." in str(own)
    assert "Dit is nog van ons." not in str(report(role="phone", me="lien"))


def test_words_of_the_facilitator_on_an_unshared_sheet_are_not_told() -> None:
    written = [one for one in ANSWERS["reflection_sheet"](None) if one.author == "o4"]
    answers = [replace(one, by=FACILITATOR) for one in written]
    assert "Dit is nog van ons." in str(evening("reflection_sheet", answers=answers).view)
    assert report(answers=answers) == []
    assert EXERCISE.summary(evening("reflection_sheet", answers=answers)) is None
