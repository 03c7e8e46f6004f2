"""Who changed what in a track. Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import change_list, parts
from state import tracks
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
    st.title(_("Wie wijzigde wat"), anchor=False)
    change_list.show(track)
