"""The editor of acties, drawn by Streamlit without a browser."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from exercises.actions.config import ActionsConfig, usual
from tests.exercises.editor_page import editor_of, kept, key


def config(page: AppTest) -> ActionsConfig:
    return kept(page, ActionsConfig)


def test_what_is_typed_is_in_the_configuration() -> None:
    page = editor_of("actions")
    assert not page.exception and config(page) == usual()
    page.text_input(key("question-first")).set_value("Wat doe je morgen?").run()
    assert config(page).ask("first").question == "Wat doe je morgen?"
    page.text_input(key("label-first")).set_value("  ").run()
    assert "leeg" in page.error[0].value and config(page).ask("first").label == "eerst"


def test_the_day_for_at_home_is_kept_and_all_comes_back() -> None:
    page = editor_of("actions")
    page.date_input(key("until")).set_value(date(2027, 4, 1)).run()
    assert config(page).until == "2027-04-01"
    page.button(key("usual")).click().run()
    assert config(page) == usual()
