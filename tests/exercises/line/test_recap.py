"""What an organisation is told of its own people on the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.contract import Answer, Member, Party, Phase
from exercises.line import EXERCISE
from exercises.line.config import LineConfig, Statement
from exercises.line.recap import recap
from tests.exercises.contexts import context_of

CONFIG = LineConfig((Statement("s1", "Welkom."), Statement("s2", "Samen.", 2)))
OWN = Party("o1", "De Brug", "", 1)
PEOPLE = {
    one: Member(one, one.title(), org, org, 1, "staat")
    for one, org in (("an", "o1"), ("bo", "o1"), ("cas", "o2"))
}


def said(shown_as: str, area: int = 1, me: str = "an") -> str:
    answers = [
        Answer("an", "s1.1", {"at": 0.1}), Answer("bo", "s1.1", {"at": 0.9}),
        Answer("bo", "s1.why", {"text": "Iedereen <b>telt</b>"}), Answer("cas", "s1.1", {"at": 0}),
        Answer("bo", "s2.1", {"at": 0.5}),
    ]  # fmt: skip
    context = context_of(
        EXERCISE, Phase(), "console", answers, people=PEOPLE, parties=(OWN,), me=me,
        config=replace(CONFIG, visibility=shown_as),  # type: ignore[arg-type]
    )  # fmt: skip
    return " ".join(recap(context, OWN, area))


def test_with_names_the_own_people_are_told_and_nobody_else() -> None:
    text = said("names")
    assert "Jij stond bij ‘niet akkoord’." in text
    assert "Bo" in text and "bij ‘akkoord’" in text and "Iedereen <b>telt</b>" in text
    assert "Cas" not in text and "Samen" not in text
    assert "in het midden" in said("names", area=2)


def test_where_only_organisations_were_shown_nobody_is_named() -> None:
    text = said("organisations")
    assert "Bo" not in text and "Iemand van jullie stond bij ‘akkoord’." in text


@pytest.mark.parametrize("me", ["an", "bo"])
def test_where_nobody_was_shown_one_reads_only_of_oneself(me: str) -> None:
    text = said("nobody", me=me)
    assert text.count("stond") == 1 and "Jij stond" in text
    assert ("telt" in text) == (me == "bo")
