"""What the console offers in the Inleefoefening."""

from __future__ import annotations

from exercises.contract import Answer, Panel, Phase
from exercises.recall import EXERCISE
from exercises.recall.model import LISTEN, NOW
from state.models import FACILITATOR
from tests.exercises.contexts import context_of

QUESTIONS = EXERCISE.sample.questions


def panel(asked: int) -> Panel:
    answers = [Answer(FACILITATOR, f"{LISTEN}.{NOW}", {"n": asked}, order=1)] if asked else []
    phase = EXERCISE.enter(EXERCISE.sample, Phase(0, "on"))
    return EXERCISE.panel(context_of(EXERCISE, phase, "console", answers))


def test_the_main_button_asks_the_questions_one_by_one() -> None:
    first = panel(0)
    assert first.onward is not None and first.backward is None
    assert (first.onward.label, first.onward.value) == ("Stel de eerste vraag", QUESTIONS[0].text)
    assert first.onward.payload == {"n": 1}
    second = panel(1)
    assert second.onward is not None and second.backward is not None
    assert (second.onward.label, second.onward.value) == (
        "Stel de volgende vraag", QUESTIONS[1].text,
    )  # fmt: skip
    assert second.backward.payload == {"n": 0}


def test_questions_that_were_not_asked_are_told_before_they_are_skipped() -> None:
    assert panel(0).skip == "5 vragen zijn nog niet gesteld."
    assert panel(4).skip == "Eén vraag is nog niet gesteld."


def test_after_the_last_question_the_main_button_leads_to_the_words() -> None:
    assert panel(len(QUESTIONS)).onward is None
