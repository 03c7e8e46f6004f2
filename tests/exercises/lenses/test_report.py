"""What documents say of the stories."""

from __future__ import annotations

from exercises.contract import Answer
from exercises.document import Paragraph
from exercises.lenses import EXERCISE
from state.models import FACILITATOR
from tests.exercises.evening import flat
from tests.exercises.lenses.test_views import ANSWERS, here

MISSED = Paragraph("Dit kwam in de zaal niet op het scherm.", style="small")
TOLD = Answer("an", "v1.told", {"text": "Eerst koffie, dan pas de vergadering."})
BASE = (*(one for one in ANSWERS if one.slot != "v1.at"), TOLD)


def is_missed(*leafed: Answer) -> bool:
    section = next(iter(EXERCISE.report(here("console", "answer", answers=(*BASE, *leafed)))))
    blocks = flat(section.blocks)
    assert any(isinstance(one, Paragraph) and one.text == TOLD.payload["text"] for one in blocks)
    return MISSED in blocks


def test_of_a_text_that_never_came_on_the_screen_the_report_says_so() -> None:
    assert is_missed()
    assert is_missed(Answer("a", "v1.at", {"at": 1, "far": 1}))


def test_a_text_that_was_shown_stays_shown_when_its_tellers_leaf_back() -> None:
    assert not is_missed(Answer("a", "v1.at", {"at": 9, "far": 9}))
    assert not is_missed(Answer(FACILITATOR, "v1.at", {"at": 0, "far": 9}))


def test_where_it_is_not_known_what_was_shown_the_report_does_not_guess() -> None:
    assert not is_missed(Answer("a", "v1.at", {"at": 0}))
