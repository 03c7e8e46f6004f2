"""The editor of Slotmoment."""

from __future__ import annotations

from exercises.closing.config import ClosingConfig
from tests.exercises.editor_page import answer, editor_of, kept, key, press, run


def test_chapters_are_moved_renamed_taken_away_and_added() -> None:
    page = press(editor_of("closing"), key("down-web"))
    assert [one.key for one in kept(run(page), ClosingConfig).chapters][:2] == ["line", "web"]
    page.text_input(key=key("title-ask")).set_value("Wat neem jij mee?")
    assert kept(run(page), ClosingConfig).chapters[-1].title == "Wat neem jij mee?"
    page = run(press(answer(page, "ask"), key("drop-ask")))
    assert kept(page, ClosingConfig).asks[0].title == "Wat neem jij mee?"
    page.selectbox(key=key("add-kind")).set_value("ask")
    page = run(press(run(page), key("add")))
    assert kept(page, ClosingConfig).chapters[-1].kind == "ask"
