"""Labels in Streamlit's Markdown. For editors and the preparation pages."""

from __future__ import annotations

import re

# What Streamlit makes of a text after it read the Markdown, so that no backslash holds it back:
# links of addresses, and pictures of words between colons.
_MADE = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=.)(?=@)|(?<=:)(?=[\w+\-/]+:)", re.IGNORECASE)
# Has no width, and keeps what stands around it on one line.
_JOINER = "\u2060"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=\"'/@])")


def plain(text: str) -> str:
    """A text for Streamlit's labels and messages, shown letter by letter instead of as Markdown."""
    return _MARKDOWN.sub(r"\\\1", _MADE.sub(_JOINER, " ".join(text.split())))


def label_of(label: str, subject: str) -> str:
    """The label of a button in a list: all see `label`, and a screen reader also hears which one
    it is about (desk.css hides what is set in italics). `subject` may be what people typed."""
    about = plain(subject)
    return f"{label} *{about}*" if about else label
