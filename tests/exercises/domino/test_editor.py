"""The editor of Top en flop domino, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from exercises.domino import content
from exercises.domino.config import QUESTIONS_LIMIT, DominoConfig
from tests.exercises.editor_page import editor_of, errors, kept, key, run


@pytest.fixture
def page() -> AppTest:
    return editor_of("domino")


def config(page: AppTest) -> DominoConfig:
    return kept(page, DominoConfig)


def test_drawing_it_changes_nothing(page: AppTest) -> None:
    assert config(page) == DominoConfig()
    assert config(run(page)) == DominoConfig()
    assert errors(page) == []


def test_the_intro_and_the_questions(page: AppTest) -> None:
    page.text_area(key=key("intro")).set_value("  Denk aan\neen moment. ")
    page.text_area(key=key("questions")).set_value("1. Waarom?\n\n2. Waartoe?")
    run(page)
    assert config(page).intro == "Denk aan een moment."
    assert config(page).questions == ("Waarom?", "Waartoe?")
    page.button(key=key("usual")).click()
    run(page)
    assert config(page) == DominoConfig()
    assert page.text_area(key=key("intro")).value == content.INTRO


@pytest.mark.parametrize("typed", ["", "x" * 201])
def test_a_bad_intro_is_said_stays_and_is_not_stored(page: AppTest, typed: str) -> None:
    page.text_area(key=key("intro")).set_value(typed)
    run(page)
    assert errors(page)[0].startswith("De inleiding is ")
    assert page.text_area(key=key("intro")).value == typed
    assert config(page).intro == content.INTRO


def test_too_many_questions(page: AppTest) -> None:
    many = "\n".join(f"Vraag over {n} dingen?" for n in range(QUESTIONS_LIMIT + 1))
    page.text_area(key=key("questions")).set_value(many)
    run(page)
    assert errors(page) == ["Er passen hoogstens 8 vragen. Nu staan er 9."]
    assert config(page).questions == content.QUESTIONS


def test_who_is_named_and_who_may_start(page: AppTest) -> None:
    page.session_state[key("visibility")] = "nobody"
    page.toggle(key=key("own-start")).set_value(False)
    run(page)
    assert config(page).visibility == "nobody"
    assert not config(page).own_start
