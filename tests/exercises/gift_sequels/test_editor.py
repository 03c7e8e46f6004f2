"""The editor of what became of gifts, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from exercises.gift_sequels.config import SequelsConfig


def _page() -> None:
    import streamlit as st

    from exercises.gift_sequels.config import SequelsConfig
    from exercises.gift_sequels.editor import edit
    from exercises.kit.editor import editing

    editing.set_scope("a")
    st.session_state["config"] = edit(st.session_state.get("config", SequelsConfig()), ())


@pytest.fixture
def page() -> AppTest:
    return run(AppTest.from_function(_page, default_timeout=20))


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception
    return page


def config(page: AppTest) -> SequelsConfig:
    kept = page.session_state["config"]
    assert isinstance(kept, SequelsConfig)
    return kept


def test_what_is_asked_is_kept_and_an_empty_question_is_refused(page: AppTest) -> None:
    page.text_input(key="odv-edit-a-ask").set_value("Wat neem je mee?")
    run(page)
    assert config(page).ask == "Wat neem je mee?"
    page.text_input(key="odv-edit-a-ask").set_value(" ")
    run(page)
    assert config(page).ask == "Wat neem je mee?" and page.error


def test_the_day_for_at_home(page: AppTest) -> None:
    page.date_input(key="odv-edit-a-until").set_value(date(2027, 6, 30))
    run(page)
    assert config(page).until == "2027-06-30"
    assert SequelsConfig.from_json(config(page).to_json()) == config(page)
