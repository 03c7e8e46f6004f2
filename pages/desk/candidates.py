"""Who applied for a track, and choosing a mix of them. Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import candidate_page, parts
from state import tracks
from state.app import store
from state.language import _

with parts.page() as way_back:
    track = tracks.track(store(), st.query_params.get("t", ""))
    way_back([
        parts.Crumb(_("Alle trajecten"), parts.HOME),
        parts.Crumb(track.name, parts.TRACK, (("t", track.id),)),
    ])  # fmt: skip
    candidate_page.show(track)
