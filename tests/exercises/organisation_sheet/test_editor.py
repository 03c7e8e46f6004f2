"""The editor of the organisatiefiche, drawn by Streamlit without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from exercises.organisation_sheet.config import SheetConfig, usual
from tests.exercises.editor_page import editor_of, kept, key


def config(page: AppTest) -> SheetConfig:
    return kept(page, SheetConfig)


def test_what_is_typed_is_in_the_configuration() -> None:
    page = editor_of("organisation_sheet")
    assert not page.exception and config(page) == usual()
    page.text_input(key("label-core")).set_value("Wat wij doen").run()
    assert config(page).fields[1].label == "Wat wij doen"
    page.text_input(key("label-core")).set_value("  ").run()
    assert "leeg" in page.error[0].value and config(page).fields[1].label == "Wat wij doen"


def test_parts_can_be_taken_off_and_come_back() -> None:
    page = editor_of("organisation_sheet")
    page.toggle(key("on-expect")).set_value(False).run()
    page.toggle(key("camera")).set_value(False).run()
    assert [field.key for field in config(page).shown] == ["target", "core"]
    assert not config(page).camera
    page.button(key("usual")).click().run()
    assert config(page) == usual()
