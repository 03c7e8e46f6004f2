"""A page of the desk that is told at once when it may not be seen any more."""

from __future__ import annotations

from urllib.parse import urlencode

from pages.desk.component import Component
from pages.web import still_open

_watching = Component("odv_watching", "watching.js")
_KEY = "odv-watching"
# More than a page of the desk has fields.
_MOST = 200


def watch(track_id: str) -> None:
    """Have the page run again when its track ("" for none) or the sign-in is not this browser's any
    more."""
    asked = f"?{urlencode({'t': track_id})}" if track_id else ""
    _watching.show(_KEY, {"address": f"{still_open.PATH}{asked}"}, on_gone_change=lambda: None)


def typed() -> list[str]:
    """What stood in fields of the page that somebody typed in, when it was told; [] before."""
    found = _watching.told(_KEY, "gone")
    if not isinstance(found, list):
        return []
    return [str(one) for one in found[:_MOST] if str(one).strip()]
