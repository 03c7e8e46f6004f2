"""Texts to paste into an e-mail, for each organisation and for all. Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import mail_cards, parts
from state import meetings, tracks
from state.app import store
from state.language import _

with parts.page() as way_back:
    track = tracks.track(store(), st.query_params.get("t", ""))
    way_back(
        [
            parts.Crumb(_("Alle trajecten"), parts.HOME),
            parts.Crumb(track.name, parts.TRACK, (("t", track.id),)),
        ]
    )
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(_("Teksten voor een e-mail"), anchor=False)
            st.text(_("Kopieer en plak ze in je eigen mailprogramma. De app verstuurt niets."))
        parts.page_link(_("Eigen links"), f"./mijnlinks/{track.id}")
    mail_cards.show(track, meetings.of_track(store(), track.id))
