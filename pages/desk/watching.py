"""A page of the desk that is told at once when it may not be seen any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.web import still_open

_SCRIPT = Path(__file__).resolve().parent.parent / "browser" / "desk" / "watching.js"
_watching = st.components.v2.component("odv_watching", js=_SCRIPT.read_text(encoding="utf-8"))
_KEY = "odv-watching"
# More than a page of the desk has fields.
_MOST = 200


def watch(track_id: str) -> None:
    """Have the page run again when its track ("" for none) or the sign-in is not this browser's any
    more."""
    asked = f"?{urlencode({'t': track_id})}" if track_id else ""
    _watching(key=_KEY, data={"address": f"{still_open.PATH}{asked}"}, on_gone_change=lambda: None)


def typed() -> list[str]:
    """What stood in fields of the page that somebody typed in, when it was told; [] before."""
    held: Any = st.session_state.get(_KEY)
    found = held.get("gone") if held else None
    if not isinstance(found, list):
        return []
    return [str(one) for one in found[:_MOST] if str(one).strip()]
