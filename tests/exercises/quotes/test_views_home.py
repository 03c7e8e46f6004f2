"""What the own page says of a sentence: to write it, to choose, and always a way to change."""

from __future__ import annotations

from exercises.contract import Answer, Homework, Member, Phase
from exercises.quotes import EXERCISE
from exercises.quotes.model import CONSENT, TEXT
from exercises.quotes.views_home import waiting
from tests.exercises.contexts import context_of

PEOPLE = {"an": Member("an", "An", "a", "De Brug", 1, "staat")}
SAID = Answer("an", TEXT, {"text": "Wij durven meer."})


def asks(*answers: Answer) -> str:
    context = context_of(
        EXERCISE, Phase(0, "wall", False, True), "phone", answers, people=PEOPLE, me="an",
        homework=Homework(),
    )  # fmt: skip
    return waiting(context).question


def test_what_is_still_to_do_is_asked_first() -> None:
    assert asks() == "Wat bracht dit traject je?"
    assert asks(SAID) == "Wat mag met je zin?"


def test_who_chose_still_finds_the_way_to_change_it() -> None:
    for consent in ("names", "nobody"):
        given = Answer("an", CONSENT, {"consent": consent, "text": "Wij durven meer."})
        assert "anders" in asks(SAID, given)
    assert "anders" in asks(SAID, Answer("an", CONSENT, {"consent": "none"}))
