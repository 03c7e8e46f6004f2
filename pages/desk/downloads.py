"""A download that takes a while: a button that begins it, and a bar while it is made."""

from __future__ import annotations

import streamlit as st

from pages.desk.component import Component
from pages.web.files import FOLLOWED
from pages.web.following import PATH
from state.ids import new_id
from state.language import _

_download = Component("odv_download", "download.js")


def button(label: str, name: str) -> None:
    """The button for the download `name`, which is an id; see `progress`."""
    st.button(label, key=f"odv-download-{name}", on_click=_begin, args=(name,))


def progress(name: str, address: str) -> None:
    """The download at `address` and how far it is, once its button was pressed. The browser is told
    by the server; the page is not drawn again for it."""
    token = st.session_state.get(_token(name))
    if token:
        _download.show(
            f"odv-fetch-{name}",
            {
                "address": f"{address}?{FOLLOWED}={token}", "follow": f".{PATH}/{token}",
                "words": {
                    "begin": _("We beginnen eraan."),
                    "busy": _("De download loopt. Laat deze pagina gerust staan."),
                    "done": _("De download is klaar. Je vindt hem bij de downloads van je"
                              " browser."),
                    "broken": _("De download is afgebroken. Begin opnieuw."),
                },
            },
        )  # fmt: skip


def _begin(name: str) -> None:
    st.session_state[_token(name)] = new_id()


def _token(name: str) -> str:
    return f"odv-download-of-{name}"
