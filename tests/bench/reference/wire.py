"""Streamlit's own protocol, as the browser of 1.67 speaks it (checked against a recording)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_EVENTS = "$$STREAMLIT_INTERNAL_KEY_{}__events"
PLACEHOLDER = "PLACEHOLDER_AUTH_TOKEN"


def rerun(host: str, page: str, query: str, page_hash: str) -> BackMsg:
    """Ask for a run: by name the first time, by hash once the server has told it."""
    message = BackMsg()
    state = message.rerun_script
    state.query_string = query
    state.widget_states.SetInParent()
    if page_hash:
        state.page_script_hash = page_hash
    else:
        state.page_name = page
    about = state.context_info
    about.timezone = "Europe/Brussels"
    about.timezone_offset = -60
    about.locale = "nl-BE"
    about.url = f"http://{host}/{page}"
    about.is_embedded = False
    about.color_scheme = "light"
    return message


def with_trigger(message: BackMsg, component: str, name: str, value: Any) -> BackMsg:
    """What a component's `setTriggerValue` adds to a rerun."""
    widget = message.rerun_script.widget_states.widgets.add()
    widget.id = _EVENTS.format(component)
    widget.json_trigger_value = json.dumps([{"event": name, "value": value}], separators=(",", ":"))
    return message


def parse(frame: bytes) -> ForwardMsg:
    """One message of the server."""
    message = ForwardMsg()
    message.ParseFromString(frame)
    return message


def subprotocols(cookies: Mapping[str, str]) -> list[str]:
    """How a browser asks for the stream: the second word is the token against forged requests."""
    return ["streamlit", cookies.get("_streamlit_xsrf", PLACEHOLDER)]
