"""What the console offers in the Inleefoefening."""

from __future__ import annotations

from exercises.contract import Answer, Panel, Phase
from exercises.recall import EXERCISE
from exercises.recall.model import LISTEN, NOW, slip_key
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


def test_the_question_that_was_asked_last_is_told_apart_from_the_next() -> None:
    assert panel(0).page == ""
    assert panel(1).page == f"Nu: {QUESTIONS[0].text}"
    assert panel(len(QUESTIONS)).page == f"Nu: {QUESTIONS[-1].text}"


def test_while_phones_rest_there_is_nothing_to_open() -> None:
    steps = EXERCISE.steps(EXERCISE.sample)
    assert [one.opens for one in steps] == [False, *[True] * len(QUESTIONS), False]
    assert [one.shows for one in steps] == [False, *[True] * (len(QUESTIONS) + 1)]


def test_in_the_light_every_slip_can_still_be_laid_there() -> None:
    answers = [
        Answer("p0", "q1.words", {"text": "Koffie", "host": ""}, order=1),
        Answer("p1", "q2.words", {"text": "Een kille gang", "host": ""}, order=2),
        Answer(FACILITATOR, f"q1.warm-{slip_key('p0', 'q1')}", {"on": True, "text": "Koffie"}),
    ]
    last = len(EXERCISE.steps(EXERCISE.sample)) - 1
    phase = EXERCISE.enter(EXERCISE.sample, Phase(last, "on"))
    scene = EXERCISE.console(context_of(EXERCISE, phase, "console", answers))
    assert scene is not None
    assert [(one["text"], one["warm"], one["shown"]) for one in scene.data["slips"]] == [
        ("Koffie", True, True), ("Een kille gang", False, False),
    ]  # fmt: skip
    on_screen = EXERCISE.screen(context_of(EXERCISE, phase, "screen", answers)).data["slips"]
    assert [" ".join(one["lines"]) for one in on_screen] == ["Koffie"]


def test_while_nothing_lies_in_the_light_it_is_said_where_it_is_laid() -> None:
    words = Answer("p0", "q1.words", {"text": "Koffie", "host": ""}, order=1)
    mark = f"q1.warm-{slip_key('p0', 'q1')}"
    warm = Answer(FACILITATOR, mark, {"on": True, "text": "Koffie"}, order=2)
    last = len(EXERCISE.steps(EXERCISE.sample)) - 1
    phase = EXERCISE.enter(EXERCISE.sample, Phase(last, "on"))

    def told(*answers: Answer) -> str:
        return EXERCISE.panel(context_of(EXERCISE, phase, "console", answers)).summary

    assert told(words) == "briefjes in het licht. In de regie leg je ze erin."
    assert told(words, warm) == "briefjes in het licht"
