"""Undoing the last removal or replacement in a list of an editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from exercises.kit.editor import editing
from exercises.kit.rules.listed import EntryList, Keyed
from state.language import _

C = TypeVar("C")
K = TypeVar("K", bound=Keyed)


def undoable(rules: EntryList[C, K], done: str, change: Callable[[C], C]) -> None:
    """Change the list, and remember how, so that `way_back` can undo just that. `done` tells it."""
    editing.later(lambda config: remembering(rules, done, config, change(config)))


def remembering(rules: EntryList[C, K], done: str, config: C, changed: C) -> C:
    """The changed configuration; `way_back` can undo from now on what was changed."""
    st.session_state[editing.key("undo")] = (done, rules.of(config), rules.of(changed))
    return changed


def way_back(rules: EntryList[C, K]) -> None:
    """Offer to undo the last removal or replacement in a list; what came since stays."""
    kept = st.session_state.get(editing.key("undo"))
    if kept is None:
        return
    label, before, after = kept

    def put_back(config: C) -> C:
        return rules.undone(config, before, after, editing.answered())

    _undo_button(label, put_back)


def _undo_button(label: str, put_back: editing.Change) -> None:
    """A line that says what was removed, and a button that restores it."""

    def undo() -> None:
        editing.later(put_back)
        del st.session_state[editing.key("undo")]

    with (
        st.container(key="odv-undo"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        st.text(label, width="stretch")
        st.button(_("Zet terug"), key=editing.key("put-back"), on_click=undo)
