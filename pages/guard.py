"""Who runs this script: each page asks here before it shows anything."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.live import stage
from pages.web import access
from state import meetings
from state.app import store
from state.models import Meeting
from state.problems import Refused


def cookies() -> Mapping[str, str]:
    """The cookies of the browser as it connected."""
    return st.context.cookies.to_dict()


def facilitator() -> None:
    """Go on for the facilitator only; anybody else is led to signing in."""
    if not access.is_facilitator(store(), cookies()):
        leave("/begeleider")


def meeting_of(parameter: str = "m") -> Meeting:
    """The meeting that the address names; the script stops when there is none."""
    try:
        return meetings.room(store(), st.query_params.get(parameter, "")).meeting
    except Refused:
        leave("/")
        raise  # leave() stops the script; this line is for the type checker


def leave(address: str) -> None:
    """Lead the browser away and stop the script."""
    stage.go(address)
    st.stop()
