"""What the editors of exercises share: fields that keep what was typed, and pending changes.

An editor is a function from a configuration to a configuration that is drawn anew at each run.
Widgets hold what was typed. The callbacks of buttons and fields pass a change to `later`, which
stores it at once, so that leaving the page right after typing loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

import streamlit as st

from state.framework import Framework, usual
from state.problems import Refused

C = TypeVar("C")
T = TypeVar("T")
Change = Callable[[Any], Any]
_SCOPE = "odv-edit-scope"
_STORE = "odv-edit-store"
_FRAMEWORK = "odv-edit-framework"
_ANSWERED = "odv-edit-answered"


def set_scope(
    activity_id: str, store: Callable[[Change], bool] | None = None,
    framework: Framework | None = None, answered: Collection[str] = (),
) -> None:  # fmt: skip
    """Say which exercise of which agenda is edited: two of a kind must not share their fields.

    `store` applies a change to the stored configuration and tells whether that worked;
    `framework` is that of the track, by default the method's; `answered` the keys under which
    there are answers.
    """
    set_answered(answered)
    st.session_state[_FRAMEWORK] = framework or usual()
    st.session_state[_SCOPE] = activity_id
    st.session_state[_STORE] = store


def set_answered(keys: Collection[str]) -> None:
    """Say under which keys there are answers now; whoever stores a change says it anew, since
    people answer while the page is open."""
    st.session_state[_ANSWERED] = frozenset(keys)


def answered() -> frozenset[str]:
    """The keys of what people answered: statements, visits, fields."""
    found: frozenset[str] = st.session_state.get(_ANSWERED, frozenset())
    return found


def framework() -> Framework:
    """The areas of the track whose exercise is edited."""
    found: Framework = st.session_state.get(_FRAMEWORK) or usual()
    return found


def area_names() -> dict[int, str]:
    """What the areas of this track are called, by number."""
    return {area.number: area.name for area in framework().areas}


def key(name: str) -> str:
    """The key of a widget or value of the exercise that is edited now."""
    return f"odv-edit-{st.session_state.get(_SCOPE, '')}-{name}"


def remembered(widget: str, stored: T) -> str:
    """Make the widget with this key show `stored`, and return the key.

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


def later(change: Change) -> None:
    """From a callback: change the configuration. A change that is refused changes nothing.

    Stored at once where the page can; else it waits for the run that follows.
    """

    def guarded(config: Any) -> Any:
        try:
            return change(config)
        except Refused:
            return config

    store = st.session_state.get(_STORE)
    if store is None or not store(guarded):
        st.session_state.setdefault(key("changes"), []).append(guarded)


def attempt(name: str, change: Change, cleared: tuple[str, ...] = ()) -> None:
    """From a callback: change the configuration, and empty the fields with these names. When it
    is refused the sentence is kept for `trouble(name)`, and what was typed stays."""
    state, failed = st.session_state, key(f"{name}:trouble")
    state.pop(failed, None)

    def guarded(config: Any) -> Any:
        try:
            after = change(config)
        except Refused as refusal:
            state[failed] = str(refusal)
            return config
        for field in cleared:
            state[key(field)] = ""
        return after

    later(guarded)


def trouble(name: str) -> None:
    """Say what was wrong with the last attempt of that name."""
    sentence = st.session_state.get(key(f"{name}:trouble"))
    if sentence:
        st.error(sentence)


def changed(config: C) -> C:
    """The configuration after the changes that wait."""
    for change in st.session_state.pop(key("changes"), []):
        config = change(config)
    return config
