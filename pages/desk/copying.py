"""A button that copies a text, with what to do where a browser can't."""

from __future__ import annotations

from pages.desk.component import Component
from state.language import _

_copying = Component("odv_copying", "copying.js")


def copy_button(key: str, text: str, whom: str, about: str = "") -> None:
    """The button for a text for `whom`; `about` says in words what is copied where it is for
    nobody in particular."""
    _copying.show(
        f"odv-copy-{key}",
        {
            "text": text, "label": _("Kopieer"), "done": _("Gekopieerd."),
            "failed": _("Kopiëren lukt hier niet. Selecteer de tekst en kopieer ze zelf."),
            "about": about or _("Kopieer de tekst voor {whom}").format(whom=whom),
        },
    )  # fmt: skip
