"""Pictures that the server drew for the page of one organiser.

They travel within the page itself. What Streamlit is given as an image lies at an address for
everybody who signed in, also for organisers of other tracks.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape

import streamlit as st


def show(png: bytes, alt: str = "", *, width: int | None = None) -> None:
    """A PNG, over all of the room that it has or `width` px wide; `alt` says what is on it, ""
    where the words beside it do."""
    data = b64encode(png).decode()
    wide = "" if width is None else f' style="width:{width}px"'
    st.html(
        f'<img class="odv-drawn" src="data:image/png;base64,{data}" alt="{escape(alt)}"{wide}>',
        width="stretch",
    )
