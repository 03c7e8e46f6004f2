"""The one component of the live pages: mounted once a page, fed with data, sending messages.

Messages come in a list, each with an id, and are sent again until their id is acknowledged;
so a message lost with a connection or a session is only late.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from exercises.contract import Json
from pages.live.outcome import MOST_NONCE, Handler, identified, outcome
from pages.live.packing import packed
from pages.web import assets
from state.clock import now_ms
from state.problems import StateError

_KEY = "stage"
_ACKS = "stage_acks"
_HEARD = "stage_heard"
_LAST = "stage_last"
_KEPT_ACKS = 60

# The boot script is small because it travels with every run; the rest is loaded once.
_BOOT = """
let stage = null
export default function (component) {
  const data = JSON.parse(new TextDecoder().decode(component.data))
  stage ??= import(new URL(data.boot, document.baseURI).href)
  let leave = null
  stage
    .then((module) => { leave = module.draw({ ...component, data }) })
    .catch(() => { stage = null })
  return () => leave?.()
}
"""

_component = st.components.v2.component("odv_stage", js=_BOOT)


def mount(
    role: str, build: Callable[[], Json], styles: tuple[str, ...], receive: Handler, otherwise: str
) -> None:
    """Draw the live page of a role, `pages/browser/<role>/<role>.js`, with what `build` gives.

    When the data can't be read the page keeps what it last had, and a page that never had
    anything goes to `otherwise`, which says what is wrong. `receive` takes one message; it
    raises Refused with a sentence for the sender.
    """
    began = now_ms()
    try:
        data = st.session_state[_LAST] = build()
    except StateError:
        if _LAST not in st.session_state:
            go(otherwise)
            return
        data = st.session_state[_LAST]
    base = assets.base()
    first = _HEARD not in st.session_state
    st.session_state.setdefault(_HEARD, 0)
    _component(
        key=_KEY,
        # As bytes: Streamlit looks through a dict for data frames, value by value, on every run.
        data=packed(
            {
                **data,
                # What a page sends along with the first run of its session is not heard.
                "first": first,
                "role": role,
                "boot": f"{base}pages/browser/runtime/stage.js",
                "view": f"{base}pages/browser/{role}/{role}.js",
                "styles": [base + style for style in ("exercises/kit/look/base.css", *styles)],
                "sprite": f"{base}exercises/kit/look/signs.svg",
                "now": began,
                "heard": st.session_state[_HEARD],
                "acks": st.session_state.get(_ACKS, {}),
            }
        ),
        on_said_change=lambda: _take(receive),
        height="content",
    )


def go(address: str) -> None:
    """Send the browser to another page."""
    data = {"go": address, "boot": f"{assets.base()}pages/browser/runtime/stage.js"}
    _component(key=_KEY, data=packed(data), on_said_change=_ignore)


def _ignore() -> None:
    """Nothing to do with what comes in."""


def _take(receive: Handler) -> None:
    said = st.session_state[_KEY].get("said")
    if not isinstance(said, dict):
        return
    asked = said.get("ask")
    if isinstance(asked, int) and 0 <= asked <= MOST_NONCE:
        st.session_state[_HEARD] = asked
    acks = dict(st.session_state.get(_ACKS, {}))
    for message in identified(said.get("outbox")):
        if message["id"] not in acks or "again" in acks[message["id"]]:
            acks[message["id"]] = outcome(receive, message)
    st.session_state[_ACKS] = dict(list(acks.items())[-_KEPT_ACKS:])
