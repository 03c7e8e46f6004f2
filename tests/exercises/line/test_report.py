"""What documents say of De lijn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import Answer, Phase, Section
from exercises.document import Figure, Heading, Paragraph, Quotation, Remark
from exercises.line import EXERCISE
from exercises.line.config import LineConfig, Statement
from tests.exercises.evening import PEOPLE, evening, flat


def report(**more: Any) -> list[Section]:
    return list(EXERCISE.report(evening("line", **more)))


def sentences(answers: list[Answer], **more: Any) -> tuple[str, ...]:
    summary = EXERCISE.summary(evening("line", answers=answers, **more))
    assert summary is not None
    return summary.sentences


def test_the_summary_tells_the_statement_on_which_most_people_moved() -> None:
    summary = EXERCISE.summary(evening("line"))
    assert summary is not None
    assert summary.sentences == (
        "We stonden bij twee stellingen op de lijn.",
        "Bij ‘Bij ons voelt iedereen zich welkom: elk gezin en de hele buurt’ schoven vier van de"
        " twaalf op na het gesprek.",
        "Drie gingen naar ‘niet akkoord’ toe, één naar ‘akkoord’.",
    )
    assert summary.quotation == Quotation(
        "‘Welkom’ staat bij ons op de deur. Maar de deur gaat open met een code.",
        "Wout, Knikkerzak", 6, size=1,
    )  # fmt: skip
    assert summary.figure is not None and "<text" not in summary.figure.svg


def test_one_person_and_everybody_have_sentences_of_their_own() -> None:
    alone = [Answer("greet", "s1.1", {"at": 0.1})]
    assert sentences(alone)[0] == "We stonden bij één stelling op de lijn."
    assert sentences(alone)[1].endswith("stond één mens bij ‘niet akkoord’ op het einde.")
    all_there = [Answer(one, "s1.1", {"at": 0.9}) for one in PEOPLE]
    assert sentences(all_there)[1].endswith("stond iedereen bij ‘akkoord’ op het einde.")
    gone = [*all_there, *(Answer(one, "s1.2", {"at": 0.1}) for one in PEOPLE)]
    assert sentences(gone)[1].endswith("schoof iedereen op na het gesprek.")
    assert sentences(gone)[2] == "Twaalf gingen naar ‘niet akkoord’ toe."


def test_a_statement_stands_large_above_its_line_and_what_was_said_below() -> None:
    blocks = flat(report()[0].blocks)
    heading, figure, quotation, paragraph, noted, note, *remarks = blocks[:9]
    assert heading == Heading(
        "Bij ons voelt iedereen zich welkom: elk gezin en de hele buurt.", 3, large=True
    )  # fmt: skip
    assert isinstance(figure, Figure) and figure.width == "page"
    assert figure.caption.startswith("Stelling 3, Kennismaking, 24 september 2026. Wie opschoof")
    assert "Van links naar rechts: Greet, Wout, Idris" in figure.alt
    assert isinstance(quotation, Quotation) and isinstance(paragraph, Paragraph)
    assert "Greet, Wout en Lien gingen naar ‘niet akkoord’ toe. Ayşe ging naar" in paragraph.text
    assert noted == Heading("Wat we noteerden", 3)
    assert note == Paragraph("Over de code op de deur van Knikkerzak praten we door.")
    assert all(isinstance(one, Remark) for one in remarks)
    assert quotation.text not in [one.text for one in remarks if isinstance(one, Remark)]


def test_each_area_has_a_section_with_its_own_statements() -> None:
    statements = (Statement("a", "Een", 1), Statement("b", "Twee", 2), Statement("c", "Drie", 1))
    answers = [Answer("greet", f"{key}.1", {"at": 0.5}) for key in "abc"]
    found = [one for one in report(config=LineConfig(statements), answers=answers)
             if one.only == "report"]  # fmt: skip
    assert [one.area for one in found] == [1, 2]
    heads = [[b.text for b in flat(one.blocks) if isinstance(b, Heading)] for one in found]
    assert heads == [["Een", "Drie"], ["Twee"]]


def test_a_removed_statement_is_told_without_a_number() -> None:
    config = LineConfig((), gone=(Statement("x", "Weg", 1),))
    section = report(config=config, answers=[Answer("greet", "x.1", {"at": 0.5})])[0]
    assert flat(section.blocks)[0] == Heading("Weg", 3, large=True)


def test_a_bundle_has_where_the_own_people_stood() -> None:
    own = next(one for one in report() if one.organisation == "o5")
    assert own.only == "bundle"
    words = " ".join(one.text for one in own.blocks if isinstance(one, Paragraph))
    assert "Wout stond bij ‘niet akkoord’. “‘Welkom’ staat" in words and "Nadia" in words
    assert "Greet" not in words


def test_organisations_are_named_without_their_people() -> None:
    only = Phase(stage="look", shown=True, options={"visibility": "organisations"})
    blocks = flat(report(phase=only)[0].blocks)
    remarks = [one for one in blocks if isinstance(one, Remark)]
    assert ("Iemand van Het Achterom", 5) in [(one.who, one.tile) for one in remarks]
    own = next(one for one in report(phase=only) if one.organisation == "o5")
    assert "Iemand van jullie stond" in str(own.blocks)


def test_a_phone_tells_only_where_its_own_person_stood() -> None:
    nobody = Phase(stage="look", shown=True, options={"visibility": "nobody"})
    for phase in (nobody, replace(nobody, options={})):
        sections = report(role="phone", me="wout", phase=phase)
        assert [one.organisation for one in sections] == ["o5"]
        words = str(sections)
        assert "Jij stond bij ‘niet akkoord’. “‘Welkom’ staat" in words
        assert "Nadia" not in words and "Figure" not in words
    assert report(role="phone", me="wout", answers=[Answer("lien", "s1.1", {"at": 0.5})]) == []
