"""A list of cards that can be dragged into another order by their grip. The buttons up and down of
each card do the same for who uses keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.desk.component import Component
from pages.desk.fields import attempt
from state.language import _

_sorting = Component("odv_sorting", "sorting.js")


def grip() -> None:
    """Where a card is held; what is in the card beside it stays in its place."""
    st.html(f'<span class="odv-grip" aria-hidden="true" title="{_("Versleep")}"></span>',
            width="content")  # fmt: skip


def draggable(name: str, ids: Sequence[str], arrange: Callable[[list[str]], object]) -> None:
    """Let the cards with keys 'odv-card-<id>' be dragged; `arrange` stores their new order. Call it
    after them."""
    key = f"odv-sorting-{name}"

    def dropped() -> None:
        wanted = _sorting.told(key, "order")
        if isinstance(wanted, list):
            attempt(lambda: arrange([str(one) for one in wanted]))

    if len(ids) > 1:
        _sorting.show(key, {"ids": list(ids)}, on_order_change=dropped)
