"""The editor of the organisatiefiche, drawn by Streamlit without a browser."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from exercises.organisation_sheet.config import usual


def _page() -> None:
    import streamlit as st

    from exercises.organisation_sheet.config import usual
    from exercises.organisation_sheet.editor import edit
    from exercises.shared import editing

    editing.set_scope("a")
    st.session_state["config"] = edit(st.session_state.get("config", usual()))


def config(page: AppTest) -> Any:
    return page.session_state["config"]


def test_what_is_typed_is_in_the_configuration() -> None:
    page = AppTest.from_function(_page).run()
    assert not page.exception and config(page) == usual()
    page.text_input("odv-edit-a-label-core").set_value("Wat wij doen").run()
    assert config(page).fields[1].label == "Wat wij doen"
    page.text_input("odv-edit-a-label-core").set_value("  ").run()
    assert "leeg" in page.error[0].value and config(page).fields[1].label == "Wat wij doen"


def test_parts_can_be_taken_off_and_come_back() -> None:
    page = AppTest.from_function(_page).run()
    page.toggle("odv-edit-a-on-expect").set_value(False).run()
    page.toggle("odv-edit-a-camera").set_value(False).run()
    assert [field.key for field in config(page).shown] == ["target", "core"]
    assert not config(page).camera
    page.button("odv-edit-a-usual").click().run()
    assert config(page) == usual()
