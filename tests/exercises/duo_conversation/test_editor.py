"""The editor of Duo-gesprek, drawn on a page of its own that keeps the configuration."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from exercises.duo_conversation.config import QUESTIONS_LIMIT, DuoConfig, usual
from exercises.duo_conversation.config_list import LIST, read
from state.problems import Refused
from tests.exercises.editor_page import editor_of, kept, key, press, run


@pytest.fixture
def page() -> AppTest:
    return editor_of("duo_conversation")


def config(page: AppTest) -> DuoConfig:
    return kept(page, DuoConfig)


def paste(page: AppTest, text: str, button: str = "add") -> AppTest:
    page.text_area(key=key("paste")).set_value(text)
    return press(page, key(f"paste-{button}"))


def test_drawing_it_changes_nothing(page: AppTest) -> None:
    assert config(page) == usual()
    assert config(run(page)) == usual()
    assert not page.error


def test_a_question_is_changed_moved_and_taken_away_with_a_way_back(page: AppTest) -> None:
    press(page, key("open-q3")).text_area(key=key("text-q3")).set_value("  Hoe\nnu? ")
    run(page)
    assert config(page).questions[2].text == "Hoe nu?"
    page.button(key=f"odv-icon-{key('arrow_upward-q3')}").click()
    run(page)
    assert [item.key for item in config(page).questions][:3] == ["q1", "q3", "q2"]
    press(page, key("remove-q3"))
    assert "q3" not in [item.key for item in config(page).questions]
    press(page, key("put-back"))
    assert "q3" in [item.key for item in config(page).questions]


@pytest.mark.parametrize("typed", ["", "   ", "x" * 10_000])
def test_a_bad_text_is_said_stays_and_is_not_stored(page: AppTest, typed: str) -> None:
    press(page, key("open-q1")).text_area(key=key("text-q1")).set_value(typed)
    run(page)
    assert page.error[0].value.startswith("De vraag is ")
    assert page.text_area(key=key("text-q1")).value == typed
    assert config(page) == usual()


def test_a_pasted_list_is_added_or_takes_the_place_of_the_other(page: AppTest) -> None:
    paste(page, "1. Wat <b>doe</b> je?\n2. 👋 En dan?\n\n3. مرحبا")
    assert [item.text for item in config(page).questions[8:]] == [
        "Wat <b>doe</b> je?", "👋 En dan?", "مرحبا"
    ]  # fmt: skip
    paste(page, "Een\nTwee", "replace")
    assert [item.text for item in config(page).questions] == ["Een", "Twee"]
    press(page, key("usual"))
    assert LIST.says_the_same(config(page), usual().questions)


def test_a_list_that_does_not_fit_stays_typed_with_the_reason(page: AppTest) -> None:
    paste(page, "\n".join(f"Vraag nummer {n} van ons" for n in range(1000)))
    assert "hoogstens" in page.error[0].value
    assert page.text_area(key=key("paste")).value
    assert config(page) == usual()
    with pytest.raises(Refused, match=str(QUESTIONS_LIMIT)):
        LIST.change_to(usual(), read("\n".join(f"a{n} b" for n in range(QUESTIONS_LIMIT + 1))))
    with pytest.raises(Refused, match="Typ of plak"):
        read(" \n ")


def test_rounds_and_minutes(page: AppTest) -> None:
    page.number_input(key=key("rounds")).set_value(4)
    page.number_input(key=key("minutes")).set_value(7)
    run(page)
    assert (config(page).rounds, config(page).minutes) == (4, 7)


def test_the_same_text_keeps_its_key_when_the_list_is_replaced() -> None:
    again = LIST.change_to(usual(), read(usual().questions[4].text))
    assert again.questions == (usual().questions[4],)
