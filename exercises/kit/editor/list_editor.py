"""A list in the editors of exercises: its entries, a place to paste more, and the ways back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from exercises.kit.editor import editing, undo
from exercises.kit.editor.entries import EditedList, More, entry_rows
from exercises.kit.rules.listed import Keyed
from state.language import _

C = TypeVar("C")
K = TypeVar("K", bound=Keyed)


def list_editor(
    config: C, edited: EditedList[C, K], more: More[C, K],
    mark: Callable[[K], None] = lambda item: None,
) -> C:  # fmt: skip
    """Draw a list; gives the configuration with what was changed in the open entry. `more` draws
    what an open entry has besides its text, `mark` what stands before each text."""
    undo.way_back(edited.rules)
    config = entry_rows(config, edited, more, mark)
    _paste_field(edited)
    _usual_list(config, edited)
    return config


def _paste_field(edited: EditedList[C, K]) -> None:
    """A place to paste a list; it stays there until all of it fits."""
    field = edited.added
    with st.container(key=field.card):
        st.text_area(
            field.label, key=editing.key("paste"), placeholder=field.placeholder, height=120,
            persist_state="session",
        )  # fmt: skip
        field.beside()
        with st.container(horizontal=True, gap="small"):
            for words, name in ((_("Voeg toe"), "add"), (_("Vervang de hele lijst"), "replace")):
                st.button(
                    words, key=editing.key(f"paste-{name}"), on_click=_use_pasted,
                    args=(edited, name == "replace"),
                )  # fmt: skip
        editing.trouble("paste")


def _use_pasted(edited: EditedList[C, K], all_of_it: bool) -> None:
    text = st.session_state[editing.key("paste")]

    def change(config: C) -> C:
        if not all_of_it:
            return edited.rules.add(config, edited.added.read(text))
        changed = edited.rules.change_to(config, edited.added.read(text), editing.answered())
        return undo.remembering(edited.rules, edited.replaced, config, changed)

    editing.attempt("paste", change, ("paste",))


def _usual_list(config: C, edited: EditedList[C, K]) -> None:
    """The way back to the list of the method, when it is another one by now."""
    rules, usual = edited.rules, edited.usual
    entries = usual.entries()
    if rules.says_the_same(config, entries):
        return

    def restore() -> None:
        undo.undoable(
            rules, usual.done, lambda now: rules.change_to(now, entries, editing.answered())
        )

    st.button(usual.label, key=editing.key("usual"), on_click=restore)
