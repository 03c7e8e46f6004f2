"""De lijn as a model: what it takes, what it shows, and to whom."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Answer, Phase, Role
from exercises.line import model
from exercises.line.config import LineConfig, Statement
from exercises.line.model import LinePlace, fold, public

CONFIG = LineConfig((Statement("a", "Eerste"), Statement("b", "Tweede"), Statement("c", "Derde")))
CHOOSE = Phase(0, "choose", open=True, shown=True)
PLACES = st.floats(0, 1).map(lambda at: round(at, 4))
PEOPLE = ("p1", "p2", "p3")


@st.composite
def stored_answers(draw: st.DrawFn) -> list[Answer]:
    """Answers as they are stored: one for each author and slot."""
    answers = []
    for key in ("a", "b", "of a statement that was removed"):
        for person in PEOPLE:
            for part in draw(st.sets(st.sampled_from(["1", "2"]))):
                answers.append(Answer(person, f"{key}.{part}", {"at": draw(PLACES)}))
            if draw(st.booleans()):
                answers.append(Answer(person, f"{key}.why", {"text": draw(st.text(max_size=9))}))
    return answers


@given(stored_answers(), st.integers())
def test_the_order_of_answers_does_not_matter(answers: list[Answer], seed: int) -> None:
    shuffled = random.Random(seed).sample(answers, len(answers))
    assert fold(CONFIG, shuffled) == fold(CONFIG, answers)


@given(stored_answers())
def test_everybody_who_put_a_place_stands_somewhere(answers: list[Answer]) -> None:
    view = fold(CONFIG, answers)
    for key in ("a", "b"):
        placed = {a.author for a in answers if a.slot in (f"{key}.1", f"{key}.2")}
        assert set(view.of(key)) == placed


def test_a_second_place_counts_from_then_on_and_the_first_is_remembered() -> None:
    view = fold(CONFIG, [Answer("p1", "a.1", {"at": 0.2}), Answer("p1", "a.2", {"at": 0.9})])
    place = view.of("a")["p1"]
    assert (place.first, place.now, place.moved) == (0.2, 0.9, True)


def test_who_only_said_why_stands_nowhere() -> None:
    assert fold(CONFIG, [Answer("p1", "a.why", {"text": "zomaar"})]).of("a") == {}


@pytest.mark.parametrize(
    ("first", "second", "moved"),
    [(0.5, 0.9, True), (0.5, 0.5, False), (0.5, 0.505, False), (0.5, None, False),
     (None, 0.5, False), (1.0, 0.0, True)],
)  # fmt: skip
def test_moving_is_a_place_that_is_visibly_another(
    first: float | None, second: float | None, moved: bool
) -> None:
    assert LinePlace(first, second).moved is moved


def test_figures_stay_hidden_while_people_choose_where_that_is_wanted() -> None:
    hiding = replace(CONFIG, hide_first=True)
    assert not model.enter(hiding, CHOOSE).shown
    assert model.enter(CONFIG, CHOOSE).shown
    talk = Phase(0, "talk", shown=True)
    assert model.enter(hiding, talk).shown


@given(stored_answers())
def test_the_console_sees_everything(answers: list[Answer]) -> None:
    view = fold(CONFIG, answers)
    assert public(view, Phase(shown=True), "console", None) == view


@given(stored_answers())
def test_a_phone_never_sees_where_others_stand(answers: list[Answer]) -> None:
    view = fold(CONFIG, answers)
    assert_hidden(view, public(view, CHOOSE, "phone", None))


@given(stored_answers())
def test_the_screen_sees_no_places_until_they_are_shown(answers: list[Answer]) -> None:
    view = fold(CONFIG, answers)
    assert_hidden(view, public(view, replace(CHOOSE, shown=False), "screen", None))


@given(stored_answers())
def test_the_screen_that_is_shown_sees_places_but_no_words(answers: list[Answer]) -> None:
    view = fold(CONFIG, answers)
    shown = public(view, CHOOSE, "screen", None)
    for key in ("a", "b"):
        assert {p: place.now for p, place in shown.of(key).items()} == {
            p: place.now for p, place in view.of(key).items()
        }
    assert all(not place.why for people in shown.places.values() for place in people.values())


def assert_hidden(view: model.LineView, seen: model.LineView) -> None:
    """Only how many stand is left: no place, no move, no word."""
    for key in view.places:
        assert set(seen.of(key)) == set(view.of(key))
    for people in seen.places.values():
        assert all(place in (LinePlace(), LinePlace(first=0.0)) for place in people.values())


@pytest.mark.parametrize("role", ["phone", "screen", "console"])
def test_an_empty_line_is_public(role: Role) -> None:
    hidden = role != "console"
    unseen = None if hidden else 0
    found = public(fold(CONFIG, []), Phase(), role, None)
    assert found == model.LineView(hidden=hidden, unseen=unseen)
