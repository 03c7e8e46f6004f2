"""What the editors of exercises share: fields that keep what was typed, and pending changes.

An editor is a function from a configuration to a configuration that is drawn anew at each run.
Widgets hold what was typed; buttons leave a change behind, which the next run applies first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

C = TypeVar("C")
T = TypeVar("T")
_SCOPE = "odv-edit-scope"


def set_scope(activity_id: str) -> None:
    """Say which exercise of which agenda is edited: two of a kind must not share their fields."""
    st.session_state[_SCOPE] = activity_id


def key(name: str) -> str:
    """The key of a widget or value of the exercise that is edited now."""
    return f"odv-edit-{st.session_state.get(_SCOPE, '')}-{name}"


def remembered(widget: str, stored: T) -> str:
    """Prepare the widget with this key to show `stored`, and give the key back.

    What was typed and not stored stays. What somebody else stored meanwhile is shown when
    nothing was typed here, so that an open page never writes an old text back.
    """
    state, base = st.session_state, f"{widget}:base"
    if widget not in state or (base in state and state[base] != stored and untouched(widget)):
        state[widget] = stored
    state[base] = stored
    return widget


def untouched(widget: str) -> bool:
    """Whether a widget still shows what it was prepared with."""
    state = st.session_state
    return bool(state.get(widget) == state.get(f"{widget}:base"))


def later(change: Callable[[Any], Any]) -> None:
    """From a button: leave a change of the configuration for the run that follows."""
    st.session_state.setdefault(key("changes"), []).append(change)


def changed(config: C) -> C:
    """The configuration after the changes that buttons left."""
    for change in st.session_state.pop(key("changes"), []):
        config = change(config)
    return config
