"""The editor of Cadeautjestijd, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from exercises.contract import Party, TrackVisit
from exercises.gifts.config import GiftsConfig, GiftVisit
from tests.exercises.editor_page import editor_of, kept, key, run

ORGANISATIONS = (
    Party("r", "De Regenton", "Inloophuis", 1), Party("k", "Kattenstaart", "", 2),
    Party("z", "Zevenhoek", "", 3),
)  # fmt: skip


@pytest.fixture
def page() -> AppTest:
    return editor_of("gifts", ORGANISATIONS)


def config(page: AppTest) -> GiftsConfig:
    return kept(page, GiftsConfig)


def words(page: AppTest) -> str:
    return " ".join(text.value for text in page.text)


def test_drawing_it_changes_nothing(page: AppTest) -> None:
    assert config(run(page)) == GiftsConfig()
    assert page.warning[0].value.startswith("Er is nog geen bezoek afgesproken.")
    assert "Kreeg geen bezoek: De Regenton, Kattenstaart, Zevenhoek." in words(page)


def test_the_visits_of_the_track_are_shown_and_an_old_one_may_be_taken_off(page: AppTest) -> None:
    old = GiftVisit("a", "r", "k", 1)
    there = TrackVisit("1", "r", "z", count=3, announced=True)
    page.session_state["config"] = GiftsConfig((old,), track=(there,))
    run(page)
    assert not page.warning
    assert "Zevenhoek → De Regenton" in words(page) and "3 mensen" in words(page)
    assert "De Regenton → Kattenstaart" in words(page) and "1 mens" in words(page)
    assert [one.label for one in page.button] == [
        "Bezoek van De Regenton aan Kattenstaart verwijderen"
    ]
    page.button[0].click()
    run(page)
    assert config(page) == GiftsConfig(track=(there,))


def test_questions_for_the_talk(page: AppTest) -> None:
    page.text_area(key=key("questions")).set_value("1. Wat raakt je?\n2. En nu?")
    run(page)
    assert config(page).questions == ("Wat raakt je?", "En nu?")
    page.text_area(key=key("questions")).set_value("\n".join(f"Vraag {n}?" * 2 for n in range(9)))
    run(page)
    assert "hoogstens 8 vragen" in page.error[0].value
    assert config(page).questions == ("Wat raakt je?", "En nu?")
