"""The editor's field for the choice who is named (see exercises.kit.rules.naming)."""

from __future__ import annotations

import streamlit as st

from exercises.kit.editor import editing
from exercises.kit.rules.naming import KEY, VISIBILITIES, WORDS, Visibility


def naming_field(label: str, now: Visibility) -> Visibility:
    """Draw the field and give what is chosen."""
    found: Visibility | None = st.segmented_control(
        label, VISIBILITIES, format_func=WORDS.__getitem__,
        key=editing.remembered(editing.key(KEY), now), required=True,
    )  # fmt: skip
    return found or now
