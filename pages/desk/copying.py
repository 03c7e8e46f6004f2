"""A button that copies a text, with what to do where a browser can't."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from state.language import _

_SCRIPT = Path(__file__).resolve().parent.parent / "browser" / "desk" / "copying.js"
_copying = st.components.v2.component("odv_copying", js=_SCRIPT.read_text("utf-8"))


def copy_button(key: str, text: str, whom: str, about: str = "") -> None:
    """The button for a text for `whom`; `about` says in words what is copied where it is for
    nobody in particular."""
    _copying(
        key=f"odv-copy-{key}",
        data={
            "text": text, "label": _("Kopieer"), "done": _("Gekopieerd."),
            "failed": _("Kopiëren lukt hier niet. Selecteer de tekst en kopieer ze zelf."),
            "about": about or _("Kopieer de tekst voor {whom}").format(whom=whom),
        },
    )  # fmt: skip
