"""The editor of the map: what is typed, what is refused, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from exercises.neighbourhood_map.config import MapConfig, usual
from exercises.neighbourhood_map.editor import with_indicators, with_questions, with_title
from state.framework import usual as usual_framework
from state.framework import with_indicators as with_track_indicators
from state.method import INDICATORS
from state.problems import Refused


def page() -> None:
    import streamlit as st

    from exercises.kit.editor import editing
    from exercises.neighbourhood_map.config import usual
    from exercises.neighbourhood_map.editor import edit

    editing.set_scope("activity")
    st.session_state["config"] = edit(st.session_state.get("config") or usual())


def opened(config: MapConfig | None = None) -> Any:
    app = AppTest.from_function(page, default_timeout=20)
    if config is not None:
        app.session_state["config"] = config
    return app.run()


def config_of(app: Any) -> MapConfig:
    assert not app.exception
    found: MapConfig = app.session_state["config"]
    return found


def test_nothing_changes_by_looking() -> None:
    assert config_of(opened()) == usual()


def test_the_title_is_typed() -> None:
    app = opened()
    app.text_input[0].set_value("  Waar wonen jullie <b>nu</b>?  ").run()
    assert config_of(app).title == "Waar wonen jullie <b>nu</b>?"


@pytest.mark.parametrize("typed", ["", "   ", "x" * 91])
def test_a_title_that_does_not_fit_is_told_and_the_old_one_stays(typed: str) -> None:
    app = opened()
    app.text_input[0].set_value(typed).run()
    assert config_of(app).title == usual().title
    assert app.error[0].value.endswith(".")


def test_indicators_are_switched_off_changed_and_brought_back() -> None:
    app = opened()
    app.toggle[0].set_value(False).run()
    assert config_of(app).to_read(usual_framework()) == ()
    app.toggle[0].set_value(True).run()
    app.text_area[0].set_value("1. Eén\n2. Twee").run()
    assert config_of(app).to_read(usual_framework()) == ("Eén", "Twee")
    app.button[0].click().run()
    assert config_of(app).indicators is None
    assert config_of(app).to_read(usual_framework()) == INDICATORS[4]


def test_pawns_can_be_hidden_first() -> None:
    app = opened()
    app.toggle[1].set_value(True).run()
    assert config_of(app) == replace(usual(), hide_first=True)


def test_questions_are_typed_and_the_usual_ones_come_back() -> None:
    app = opened()
    app.text_area[1].set_value("1. Wie?\n2. Wat?").run()
    assert config_of(app).questions == ("Wie?", "Wat?")
    app.button[0].click().run()
    assert config_of(app) == usual()


def test_lists_that_do_not_fit_are_refused_in_words() -> None:
    for put, most in ((with_indicators, 12), (with_questions, 6)):
        with pytest.raises(Refused, match=f"hoogstens {most}"):
            put(usual(), "\n".join(["regel"] * 1000))
        with pytest.raises(Refused, match="te lang"):
            put(usual(), "x" * 5000)
    assert with_questions(usual(), "").questions == ()
    with pytest.raises(Refused):
        with_title(usual(), "")


def test_what_is_stored_comes_back() -> None:
    config = replace(usual(), title="<b>", indicators=(), questions=("é",), show_indicators=False)
    assert MapConfig.from_json(config.to_json()) == config


def test_an_untouched_map_reads_the_indicators_of_its_track() -> None:
    changed = with_track_indicators(usual_framework(), 4, "Buiten komen")
    assert usual().to_read(changed) == ("Buiten komen",)


def test_a_map_of_the_first_version_comes_in_with_what_was_its_own() -> None:
    stored = {**usual().to_json(), "version": 1}
    written_out = MapConfig.from_json({**stored, "indicators": list(INDICATORS[4])})
    assert written_out == usual()
    assert MapConfig.from_json({**stored, "indicators": ["Eén"]}).indicators == ("Eén",)
