"""Access control of the preparation pages: each page calls this before it shows anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from pages.web import access
from state.app import store
from state.problems import StateError

T = TypeVar("T")
# Streamlit can switch between its own pages only; signing in and the console are not of them.
_go = st.components.v2.component(
    "odv_go", js="export default ({ data }) => window.location.replace(data)"
)


def cookies() -> Mapping[str, str]:
    """The cookies of the browser as it connected."""
    return st.context.cookies.to_dict()


def facilitator() -> None:
    """Go on for the facilitator only; anybody else is led to signing in."""
    if not tried(lambda: access.is_facilitator(store(), cookies()), "/begeleider"):
        leave(f"/begeleider?naar={quote(_here())}")


def tried(read: Callable[[], T], otherwise: str) -> T:
    """What `read` gives; a page whose data can't be read goes to `otherwise`, which says why."""
    try:
        return read()
    except StateError:
        leave(otherwise)


def _here() -> str:
    query = urlencode(st.query_params.to_dict())
    path = urlsplit(st.context.url or "/").path or "/"
    return f"{path}?{query}" if query else path


def leave(address: str) -> NoReturn:
    """Lead the browser away and stop the script."""
    _go(key="go", data=address)
    st.stop()
