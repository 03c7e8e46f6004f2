"""A list of cards that can be dragged into another order by their grip. The buttons up and down of
each card do the same for who uses keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from pages.desk.fields import attempt
from state.language import _

_SCRIPT = Path(__file__).resolve().parent.parent / "browser" / "desk" / "sorting.js"
_sorting = st.components.v2.component("odv_sorting", js=_SCRIPT.read_text(encoding="utf-8"))


def grip() -> None:
    """Where a card is held; what is in the card beside it stays in its place."""
    st.html(f'<span class="odv-grip" aria-hidden="true" title="{_("Versleep")}"></span>',
            width="content")  # fmt: skip


def draggable(name: str, ids: Sequence[str], arrange: Callable[[list[str]], object]) -> None:
    """Let the cards with keys 'odv-card-<id>' be dragged; `arrange` stores their new order. Call it
    after them."""
    key = f"odv-sorting-{name}"

    def dropped() -> None:
        wanted = st.session_state[key].order
        if isinstance(wanted, list):
            attempt(lambda: arrange([str(one) for one in wanted]))

    if len(ids) > 1:
        _sorting(key=key, data={"ids": list(ids)}, on_order_change=dropped)
