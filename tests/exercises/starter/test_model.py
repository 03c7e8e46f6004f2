"""Who sees what of Beginoefening."""

from __future__ import annotations

import json

from exercises.contract import Answer, Json, Member, Phase, Role
from exercises.starter import EXERCISE
from exercises.starter.model import PAGE, READ, TEXT, WHEN, WRITE
from state.models import FACILITATOR
from tests.exercises.contexts import context_of

PEOPLE = {
    f"p{n}": Member(f"p{n}", f"Katrien{n}", "o1", "Regenton", 1, "staat") for n in range(8)
}  # fmt: skip
ANSWERS = [Answer(one, TEXT, {"text": f"Zin {one}."}) for one in PEOPLE]
WRITING, READING = Phase(stage=WRITE, open=True), Phase(stage=READ, shown=True)


def data(role: Role, phase: Phase, *more: Answer, me: str | None = None) -> Json:
    draw = EXERCISE.phone if role == "phone" else EXERCISE.screen
    return draw(context_of(EXERCISE, phase, role, [*ANSWERS, *more], people=PEOPLE, me=me)).data


def page(number: int) -> Answer:
    return Answer(FACILITATOR, PAGE, {"page": number})


def test_while_people_write_the_screen_tells_only_how_many() -> None:
    found = data("screen", WRITING)
    assert (found["wrote"], found["present"]) == (8, 8)
    assert "Zin" not in json.dumps(found)


def test_sentences_are_read_page_by_page() -> None:
    first, second = data("screen", READING), data("screen", READING, page(1))
    texts = [one["text"] for one in (*first["sentences"], *second["sentences"])]
    assert texts == [f"Zin p{n}." for n in range(8)]
    assert data("screen", READING, page(99)) == second


def test_nobody_is_named_when_that_is_switched() -> None:
    phase = Phase(stage=READ, shown=True, options={"visibility": "nobody"})
    found = json.dumps(data("screen", phase))
    assert "Zin p1." in found and "Katrien1" not in found and "Regenton" not in found


def test_a_phone_has_only_the_own_sentence_and_choice() -> None:
    later = Answer("p2", WHEN, {"when": "later"})
    found = json.dumps(data("phone", READING, later, me="p1"))
    assert "Zin p1." in found and "Zin p2." not in found
    assert data("phone", READING, later, me="p1")["when"]["chosen"] == ""
    assert data("phone", READING, later, me="p2")["when"]["chosen"] == "later"


def test_a_choice_stands_beside_its_sentence_once_it_is_shown() -> None:
    later = Answer("p2", WHEN, {"when": "later"})
    assert "Later" not in json.dumps(data("screen", WRITING, later))
    said = {one["text"]: one["when"] for one in data("screen", READING, later)["sentences"]}
    assert (said["Zin p2."], said["Zin p1."]) == ("Later", "")


def test_the_main_button_turns_pages_until_the_last() -> None:
    for number, onward, backward in ((0, True, False), (1, False, True)):
        here = context_of(EXERCISE, READING, "console", [*ANSWERS, page(number)], people=PEOPLE)
        panel = EXERCISE.panel(here)
        assert (panel.onward is not None, panel.backward is not None) == (onward, backward)
