"""A component of our own on a page: a script that gets data and may tell something back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_SCRIPTS = Path(__file__).resolve().parent.parent / "browser" / "desk"


class Component:
    """`script` is the name of a file in pages/browser/desk; `name` is unique in the app."""

    def __init__(self, name: str, script: str) -> None:
        self._mount: Callable[..., object] = st.components.v2.component(
            name, js=(_SCRIPTS / script).read_text(encoding="utf-8")
        )

    def show(self, key: str, data: object, **on_change: Callable[[], object]) -> None:
        """Put it on the page. `key` may hold ids; `on_X_change` is called once X was told."""
        self._mount(key=allowed(key), data=data, **on_change)

    @staticmethod
    def told(key: str, what: str) -> Any:
        """What its script told of `what`; None before."""
        held: Any = st.session_state.get(allowed(key))
        return held.get(what) if held else None


def allowed(key: str) -> str:
    """Streamlit refuses two underscores in a row, which an id may hold; no key holds a dot."""
    return key.replace("_", ".")
