"""The editor of the Eigen fiche, drawn by Streamlit without a browser."""

from __future__ import annotations

from dataclasses import replace

from exercises.own_sheet.config import OwnSheetConfig, usual
from tests.exercises.editor_page import answer, editor_of, errors, kept, key, press, run


def open_field(field: str) -> str:
    return key(f"open-{field}")


def test_what_is_made_is_in_the_configuration_and_in_the_preview() -> None:
    page = editor_of("own_sheet")
    assert kept(page, OwnSheetConfig) == usual()
    page.text_area(key=key("paste")).set_value("Wie komt er?\nWanneer?")
    page.segmented_control(key=key("add-kind")).set_value("date")
    press(page, key("paste-add"))
    fields = kept(page, OwnSheetConfig).fields
    assert [(one.text, one.kind) for one in fields[3:]] == [
        ("Wie komt er?", "date"), ("Wanneer?", "date"),
    ]  # fmt: skip


def test_a_choice_gets_its_options_and_says_what_does_not_fit() -> None:
    page = press(editor_of("own_sheet"), open_field("take"))
    page.segmented_control(key=key("kind-take")).set_value("choice")
    run(page)
    assert any("niets te kiezen" in one.value for one in page.warning)
    page.text_area(key=key("options-take")).set_value("Meewerken\nMeekijken")
    run(page)
    run(page)
    assert not page.warning
    first = kept(page, OwnSheetConfig).fields[0]
    assert first.kind == "choice"
    assert [one.label for one in first.options] == ["Meewerken", "Meekijken"]
    page.text_area(key=key("options-take")).set_value("Zelfde\nZelfde")
    run(page)
    assert any("twee keer" in said for said in errors(page))
    assert kept(page, OwnSheetConfig).fields[0].options == first.options


def test_a_field_that_was_answered_is_kept_when_it_is_taken_off_or_gets_another_kind() -> None:
    page = answer(press(editor_of("own_sheet"), open_field("take")), "sheet")
    press(page, key("remove-take"))
    assert [one.key for one in kept(page, OwnSheetConfig).gone] == ["take"]
    page = answer(press(editor_of("own_sheet"), open_field("take")), "sheet")
    page.segmented_control(key=key("kind-take")).set_value("line")
    run(page)
    config = kept(page, OwnSheetConfig)
    assert config.fields[0].key != "take" and config.gone == usual().fields[:1]


def test_an_empty_sheet_can_be_edited_and_says_what_to_do() -> None:
    page = editor_of("own_sheet")
    page.session_state["config"] = replace(usual(), fields=())
    run(page)
    assert any("nog niets" in one.value for one in page.text)
    page.radio(key=key("holder")).set_value("visit")
    page.radio(key=key("opened")).set_value("holder")
    run(page)
    config = kept(page, OwnSheetConfig)
    assert (config.holder, config.opened) == ("visit", "holder")
