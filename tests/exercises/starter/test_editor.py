"""The editor of Beginoefening."""

from __future__ import annotations

from exercises.starter.config import ASK_LIMIT, StarterConfig
from tests.exercises.editor_page import editor_of, errors, kept, key, press, run


def test_drawing_it_changes_nothing() -> None:
    page = editor_of("starter")
    assert kept(run(page), StarterConfig) == StarterConfig()
    assert not errors(page)


def test_the_question_is_changed_and_the_usual_one_comes_back() -> None:
    page = editor_of("starter")
    page.text_input(key=key("ask")).set_value("Welke deur ging open?")
    page.text_area(key=key("questions")).set_value("Waarom?")
    run(page)
    assert kept(page, StarterConfig).ask == "Welke deur ging open?"
    assert kept(page, StarterConfig).questions == ("Waarom?",)
    press(page, key("usual"))
    assert kept(run(page), StarterConfig) == StarterConfig()


def test_too_long_a_question_is_not_kept() -> None:
    page = editor_of("starter")
    page.text_input(key=key("ask")).set_value("x" * (ASK_LIMIT + 1))
    run(page)
    assert errors(page) and kept(page, StarterConfig) == StarterConfig()
