"""The editor of Cadeautjestijd, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from exercises.gifts.config import GiftsConfig


def _page() -> None:
    import streamlit as st

    from exercises.contract import Party
    from exercises.gifts.config import GiftsConfig
    from exercises.gifts.editor import edit
    from exercises.kit.editor import editing

    editing.set_scope("a")
    organisations = (
        Party("r", "De Regenton", "Inloophuis", 1), Party("k", "Kattenstaart", "", 2),
        Party("z", "Zevenhoek", "", 3),
    )  # fmt: skip
    st.session_state["config"] = edit(st.session_state.get("config", GiftsConfig()), organisations)


@pytest.fixture
def page() -> AppTest:
    return run(AppTest.from_function(_page, default_timeout=20))


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception
    return page


def config(page: AppTest) -> GiftsConfig:
    kept = page.session_state["config"]
    assert isinstance(kept, GiftsConfig)
    return kept


def key(name: str) -> str:
    return f"odv-edit-a-{name}"


def press(page: AppTest, name: str) -> AppTest:
    page.button(key=key(name)).click()
    return run(page)


def pairs(page: AppTest) -> list[tuple[str, str, int]]:
    return [(visit.visitor, visit.host, visit.count) for visit in config(page).visits]


def words(page: AppTest) -> str:
    return " ".join(text.value for text in page.text)


def test_drawing_it_changes_nothing(page: AppTest) -> None:
    assert config(run(page)) == GiftsConfig()
    assert page.warning[0].value.startswith("Er staat nog geen bezoek op de lijst.")
    assert "Kreeg geen bezoek: De Regenton, Kattenstaart, Zevenhoek." in words(page)


def test_a_visit_is_chosen_and_taken_away_and_put_back(page: AppTest) -> None:
    page.selectbox(key=key("visitor")).set_value("r")
    page.selectbox(key=key("host")).set_value("k")
    page.number_input(key=key("count")).set_value(1)
    press(page, "add")
    assert pairs(page) == [("r", "k", 1)]
    assert "De Regenton → Kattenstaart" in words(page) and "1 mens" in words(page)
    kept = config(page)
    page.button(key=f"odv-icon-{key(f'remove-{kept.visits[0].key}')}").click()
    run(page)
    assert pairs(page) == []
    press(page, "put-back")
    assert config(page) == kept


def test_a_choice_that_is_not_whole_is_said(page: AppTest) -> None:
    press(page, "add")
    assert [error.value for error in page.error] == ["Kies wie op bezoek ging en bij wie."]
    page.selectbox(key=key("visitor")).set_value("r")
    page.selectbox(key=key("host")).set_value("r")
    press(page, "add")
    assert "bij zichzelf" in page.error[0].value


def test_a_pasted_list_is_added(page: AppTest) -> None:
    page.text_area(key=key("paste")).set_value("De Regenton -> Kattenstaart (2)\nZeven -> Regenton")
    press(page, "paste-add")
    assert pairs(page) == [("r", "k", 2), ("z", "r", 2)]
    assert page.text_area(key=key("paste")).value == ""


def test_a_list_that_is_not_understood_stays(page: AppTest) -> None:
    text = "De Regenton -> Kattenstaart\nDe Regentoon -> Zevenhoek"
    page.text_area(key=key("paste")).set_value(text)
    press(page, "paste-add")
    assert page.error[0].value.startswith("Lijn 2: ‘De Regentoon’ is geen organisatie")
    assert page.text_area(key=key("paste")).value == text
    assert pairs(page) == []


def test_questions_for_the_talk(page: AppTest) -> None:
    page.text_area(key=key("questions")).set_value("1. Wat raakt je?\n2. En nu?")
    run(page)
    assert config(page).questions == ("Wat raakt je?", "En nu?")
    page.text_area(key=key("questions")).set_value("\n".join(f"Vraag {n}?" * 2 for n in range(9)))
    run(page)
    assert "hoogstens 8 vragen" in page.error[0].value
    assert config(page).questions == ("Wat raakt je?", "En nu?")
