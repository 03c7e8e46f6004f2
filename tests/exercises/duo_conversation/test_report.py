"""What documents say of Duo-gesprek."""

from __future__ import annotations

from typing import Any

from exercises.contract import Section
from exercises.document import Heading, Paragraph, Quotation, Remark
from exercises.duo_conversation import EXERCISE
from tests.exercises.evening import ANSWERS, evening, flat


def report(**more: Any) -> list[Section]:
    return list(EXERCISE.report(evening("duo_conversation", **more)))


def test_the_summary_tells_how_many_talked_and_shared() -> None:
    summary = EXERCISE.summary(evening("duo_conversation"))
    assert summary is not None and summary.figure is not None
    assert summary.sentences == (
        "Twaalf mensen gingen met elkaar in gesprek, twee rondes lang.",
        "Drie notities werden gedeeld.",
    )
    assert summary.quotation == Quotation(
        "Geef ouders een sleutel, geen rooster.", "Ayşe, Kattenstaart", 3, size=1
    )
    assert "<text" not in summary.figure.svg


def test_released_notes_stand_round_by_round_with_what_was_noted() -> None:
    section = report()[0]
    assert (section.area, section.only) == (2, "report")
    assert section.blocks[1:5] == (
        Heading("Ronde 1", 3),
        Paragraph("Een sleutel geven: daar wil de groep meer over horen."),
        Remark("Geef ouders een sleutel, geen rooster.", "Ayşe, Kattenstaart", 3),
        Remark("Ouders koken bij ons elke derde vrijdag, zonder ons.", "Katrien, De Regenton", 1),
    )
    assert section.blocks[5] == Heading("Ronde 2", 3)


def test_a_bundle_has_the_released_notes_of_its_people() -> None:
    own = {one.organisation: one.blocks for one in report() if one.organisation}
    assert set(own) == {"o0", "o2", "o5"}
    assert own["o5"] == (
        Remark("We vragen pas naar hun mening als alles al beslist is.", "Wout, Knikkerzak", 6),
    )


def test_nobody_reads_what_was_not_released() -> None:
    for role, me in (("console", ""), ("phone", "joris"), ("phone", "lien")):
        assert "Dit blijft van mij." not in str(report(role=role, me=me))


def test_without_groups_only_the_notes_are_told() -> None:
    answers = [one for one in ANSWERS["duo_conversation"](None) if "pairs" not in one.slot]
    context = evening("duo_conversation", answers=answers)
    assert EXERCISE.summary(context) is None
    blocks = flat(next(iter(EXERCISE.report(context))).blocks)
    assert isinstance(blocks[0], Heading)
