"""Going through what is too long for one page: a part at a time, with two buttons."""

from __future__ import annotations

import streamlit as st

from pages.desk import parts
from state.language import _


def window(key: str, total: int, size: int) -> tuple[int, int]:
    """From where to where the part runs that is shown of `total` things, `size` at a time."""
    at = _page(key, total, size) * size
    return at, min(total, at + size)


def buttons(key: str, total: int, size: int) -> None:
    """The buttons to the part before and after, with where one is; nothing for a single part."""
    if total <= size:
        return
    page, (at, last) = _page(key, total, size), window(key, total, size)
    parts.icon_button(_("Vorige"), "arrow_back", f"{key}-back", lambda: _go(key, page - 1),
                      disabled=page == 0)  # fmt: skip
    where = (
        _("{n} van de {m}").format(n=last, m=total) if last - at == 1 and size == 1
        else _("{first} tot {last} van de {m}").format(first=at + 1, last=last, m=total)
    )  # fmt: skip
    st.text(where, width="content")
    parts.icon_button(_("Volgende"), "arrow_forward", f"{key}-on", lambda: _go(key, page + 1),
                      disabled=last == total)  # fmt: skip


def _page(key: str, total: int, size: int) -> int:
    """The part that is shown, counted from 0; the last one when there are fewer by now."""
    return max(0, min(int(st.session_state.get(key, 0)), (total - 1) // size))


def _go(key: str, page: int) -> None:
    st.session_state[key] = page
