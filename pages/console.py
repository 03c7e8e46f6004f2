"""The facilitator's console of a meeting: /regie?m=MEETING."""

from functools import partial

import streamlit as st

from pages.desk import guard
from pages.live import actions, console, stage
from pages.web import addresses
from state import access, meetings
from state.app import hub, store

_REMOTE = "remote_url"


def receive(meeting_id: str, message: dict[str, object]) -> None:
    """Carry out a message; the link for a remote is made here, since it is shown here alone."""
    guard.facilitator()
    if message.get("name") == "remote_link":
        token = access.give_pass(store(), "remote_link", meeting_id)
        st.session_state[_REMOTE] = f"{addresses.chosen(store()).url}/afstand/{meeting_id}/{token}"
        return
    actions.receive(store(), meeting_id, message)


guard.facilitator()
meeting = guard.meeting_of()
if meeting.state == "prepared":
    # Opening the console is opening the door: nobody should have to look for a second button.
    meetings.open_doors(store(), meeting.id)
    meeting = guard.meeting_of()
stage.mount(
    "console",
    lambda: console.data(
        store(),
        meeting,
        hub().present(meeting.id),
        hub().screens(meeting.id),
        hub().in_memory(meeting.id),
        st.session_state.get(_REMOTE),
    ),
    ("pages/browser/console/console.css",),
    partial(receive, meeting.id),
    "/begeleider",
)
