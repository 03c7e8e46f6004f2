"""Access control of the preparation pages: each page calls this before it shows anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from pages.desk.component import Component
from pages.web import access
from state import track_access
from state.access import SignedIn
from state.app import store
from state.problems import StateError

T = TypeVar("T")
# Streamlit can switch between its own pages only; signing in and the console are not of them.
_go = Component("odv_go", "go.js")


def cookies() -> Mapping[str, str]:
    """The cookies of the browser as it connected."""
    return st.context.cookies.to_dict()


def facilitator() -> SignedIn:
    """Who signed in; anybody else is led to signing in."""
    who = tried(signed_in, "/begeleider")
    if who is None:
        leave(f"/begeleider?naar={quote(here())}")
    return who


def signed_in() -> SignedIn | None:
    """Whose pass this browser holds; None for nobody's."""
    return access.signed_in(store(), cookies())


def token() -> str:
    """The pass that this browser holds, "" for none."""
    return cookies().get(access.FACILITATOR_COOKIE, "")


def check_track() -> None:
    """Refused where the address of the page names a track, or a meeting of one, that is not for the
    organiser who acts."""
    track_id, meeting_id = (st.query_params.get(name, "") for name in ("t", "m"))
    with store().read() as db:
        for found in (track_id, meeting_id and track_access.of_meeting(db, meeting_id)):
            if found:
                track_access.check_open(db, found)


def tried(read: Callable[[], T], otherwise: str) -> T:
    """What `read` gives; a page whose data can't be read goes to `otherwise`, which says why."""
    try:
        return read()
    except StateError:
        leave(otherwise)


def here() -> str:
    """The address of the page, with its query."""
    query = urlencode(st.query_params.to_dict())
    path = urlsplit(st.context.url or "/").path or "/"
    return f"{path}?{query}" if query else path


def leave(address: str) -> NoReturn:
    """Lead the browser away and stop the script."""
    _go.show("go", address)
    st.stop()
