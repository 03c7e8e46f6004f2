"""The projected screen: /scherm?m=MEETING&s=KEY, a link that only the console makes."""

import streamlit as st

from pages.desk import guard
from pages.live import screen, stage
from pages.web import access
from state.app import store
from state.language import _
from state.problems import Refused


def refuse(message: object) -> None:
    """A screen only shows."""
    raise Refused(_("Het scherm neemt niets aan."))


meeting = guard.meeting_of()
if not access.is_screen(meeting, st.query_params.get("s", "")):
    guard.leave("/")
stage.mount(
    "screen",
    lambda: screen.data(store(), meeting),
    ("pages/browser/screen/screen.css",),
    refuse,
    "/begeleider",
)
