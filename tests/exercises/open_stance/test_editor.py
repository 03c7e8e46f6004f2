"""The editor of Open houding."""

from __future__ import annotations

from exercises.open_stance.config import StanceConfig, usual
from tests.exercises.editor_page import editor_of, errors, kept, key, press, run


def test_drawing_it_changes_nothing() -> None:
    page = editor_of("open_stance")
    assert kept(run(page), StanceConfig) == usual()
    assert not errors(page)


def test_sentences_are_pasted_with_an_open_one_behind_a_stroke() -> None:
    page = editor_of("open_stance")
    page.text_area(key=key("paste")).set_value("1. Is dat nodig? | Wat brengt dat?\n2. Echt?")
    press(page, key("paste-replace"))
    told = [(one.text, one.after) for one in kept(page, StanceConfig).examples]
    assert told == [("Is dat nodig?", "Wat brengt dat?"), ("Echt?", "")]
    page.text_area(key=key("paste")).set_value("x" * 201)
    press(page, key("paste-add"))
    assert "De zin" in errors(page)[0]


def test_a_sentence_and_its_open_one_are_changed_in_place() -> None:
    page = press(editor_of("open_stance"), key("open-e2"))
    page.text_area(key=key("text-e2")).set_value("Vinden ze dat leuk?")
    page.text_input(key=key("after-e2")).set_value("Wat vinden ze ervan?")
    run(page)
    second = kept(page, StanceConfig).examples[1]
    assert (second.key, second.text, second.after) == (
        "e2", "Vinden ze dat leuk?", "Wat vinden ze ervan?",
    )  # fmt: skip


def test_what_comes_with_it_is_switched() -> None:
    page = editor_of("open_stance")
    page.toggle(key=key("own")).set_value(False)
    page.toggle(key=key("agreements")).set_value(False)
    run(page)
    config = kept(page, StanceConfig)
    assert not config.own and not config.agreements
