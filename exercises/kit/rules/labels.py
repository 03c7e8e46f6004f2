"""Labels in Streamlit's Markdown. For editors and the preparation pages."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=\"'/@])")


def plain(text: str) -> str:
    """A text for Streamlit's labels and messages, shown letter by letter instead of as Markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def label_of(label: str, subject: str) -> str:
    """The label of a button in a list: all see `label`, and a screen reader also hears which one
    it is about (desk.css hides what is set in italics). `subject` may be what people typed."""
    about = plain(subject)
    return f"{label} *{about}*" if about else label
