"""All of a track as a download: one ZIP, and its tables alone."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from pages.desk import downloads, parts
from report.data import beside
from state.language import _
from state.models import Track


def show(track: Track) -> None:
    """The button for everything, how far that is, and the link for the tables."""
    address = f"./uitvoer/traject/{quote(track.id)}"
    beside.warm()
    with st.container(key="odv-plain-downloads"):
        st.header(_("Meenemen"), anchor=False)
        st.markdown(_(
            "Alles downloaden geeft één ZIP: tabellen, beelden, foto’s, en het traject zelf om het"
            " op een andere laptop in te lezen."
        ))  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="center", key="odv-downloads"):
            downloads.button(_("Alles downloaden"), track.id)
            parts.file_link(_("Alleen de tabellen (Excel)"), f"{address}.xlsx")
        downloads.progress(track.id, f"{address}.zip")
