"""The editor of Citaten, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from exercises.quotes.config import QuotesConfig
from tests.exercises.editor_page import editor_of, kept, key, run


@pytest.fixture
def page() -> AppTest:
    return editor_of("quotes")


def config(page: AppTest) -> QuotesConfig:
    return kept(page, QuotesConfig)


def test_what_is_asked_is_kept_and_an_empty_question_is_refused(page: AppTest) -> None:
    page.text_input(key=key("ask")).set_value("Wat neem je mee?")
    run(page)
    assert config(page).ask == "Wat neem je mee?"
    page.text_input(key=key("ask")).set_value(" ")
    run(page)
    assert config(page).ask == "Wat neem je mee?" and page.error


def test_the_day_for_at_home(page: AppTest) -> None:
    page.date_input(key=key("until")).set_value(date(2027, 6, 30))
    run(page)
    assert config(page).until == "2027-06-30"
    assert QuotesConfig.from_json(config(page).to_json()) == config(page)
