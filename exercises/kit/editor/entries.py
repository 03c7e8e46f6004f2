"""Lists in the editors of exercises: putting entries in order, and putting back what was taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.kit.editor import editing
from state.language import _


def order_buttons(key: str, at: int, total: int, move: Callable[[str, int], None]) -> None:
    """Up and down for the entry `key`, the one at place `at` of `total`; `move(key, by)` moves."""
    for label, icon, by, disabled in (
        (_("Naar boven"), "arrow_upward", -1, at == 0),
        (_("Naar beneden"), "arrow_downward", 1, at == total - 1),
    ):
        st.button(
            label, key=f"odv-icon-{editing.key(f'{icon}-{key}')}", disabled=disabled,
            icon=f":material/{icon}:", help=label, on_click=move, args=(key, by),
        )  # fmt: skip


def way_back(field: str) -> None:
    """Offer what the last removal or replacement took away from a field of the configuration:
    (what to say, the former value), kept under the key "undo"."""
    kept = st.session_state.get(editing.key("undo"))
    if kept is None:
        return
    label, former = kept

    def put_back() -> None:
        editing.later(lambda config: replace(config, **{field: former}))
        del st.session_state[editing.key("undo")]

    with (
        st.container(key="odv-undo"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        st.text(label, width="stretch")
        st.button(_("Zet terug"), key=editing.key("put-back"), on_click=put_back)
