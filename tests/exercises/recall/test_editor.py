"""The editor of the Inleefoefening, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from exercises.recall.config import RecallConfig
from tests.exercises.editor_page import editor_of, kept, key, run


@pytest.fixture
def page() -> AppTest:
    return editor_of("recall")


def config(page: AppTest) -> RecallConfig:
    return kept(page, RecallConfig)


def test_a_question_is_added_and_the_usual_ones_come_back(page: AppTest) -> None:
    page.text_area(key=key("paste")).set_value("Wat rook je?\nWie zag je eerst?")
    page.button(key=key("paste-add")).click()
    run(page)
    assert [one.text for one in config(page).questions][5:] == ["Wat rook je?", "Wie zag je eerst?"]
    page.button(key=key("usual")).click()
    run(page)
    assert len(config(page).questions) == 5


def test_the_sentence_in_the_dark_is_kept_and_a_long_one_is_refused(page: AppTest) -> None:
    page.text_input(key=key("opening")).set_value("Ogen dicht, als je wil.")
    run(page)
    assert config(page).opening == "Ogen dicht, als je wil."
    page.text_input(key=key("opening")).set_value("x" * 80)
    run(page)
    assert config(page).opening == "Ogen dicht, als je wil."
    assert "te lang" in page.error[0].value


def test_the_sound_can_be_off(page: AppTest) -> None:
    page.toggle(key=key("sound")).set_value(False)
    run(page)
    assert config(page).sound is False
