"""The editor of the reflectiefiche, drawn on a page of its own that keeps the configuration."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from exercises.reflection_sheet.config import ReflectionConfig
from tests.exercises.editor_page import editor_of, kept, run


@pytest.fixture
def page() -> AppTest:
    return editor_of("reflection_sheet")


def config(page: AppTest) -> ReflectionConfig:
    return kept(page, ReflectionConfig)


def test_the_words_of_a_cup_are_content(page: AppTest) -> None:
    page.text_input(key="odv-edit-a-label-strong").set_value("Pittige koffie")
    run(page)
    assert config(page).cups[0].label == "Pittige koffie"
    page.text_input(key="odv-edit-a-question-strong").set_value("")
    run(page)
    assert page.error and config(page).cups[0].question


def test_areas_are_switched_but_one_stays(page: AppTest) -> None:
    for number in (1, 2, 3):
        page.toggle(key=f"odv-edit-a-area-{number}").set_value(False)
    run(page)
    assert config(page).areas == (4,)
    page.toggle(key="odv-edit-a-area-4").set_value(False)
    run(page)
    assert config(page).areas == (4,) and page.error


def test_the_date_is_kept_and_can_be_taken_away(page: AppTest) -> None:
    page.date_input(key="odv-edit-a-until").set_value(date(2026, 12, 12))
    run(page)
    assert config(page).until == "2026-12-12"
    page.button(key="odv-edit-a-usual").click()
    run(page)
    assert config(page).until == ""
