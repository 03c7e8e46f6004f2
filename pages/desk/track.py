"""One track: its name, organisations with their people, and meetings. Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import (
    meeting_list,
    names_kept,
    organisations,
    parts,
    sharing_card,
    track_again,
    track_downloads,
    track_head,
)
from state import meetings, tracks
from state.app import store
from state.language import _

with parts.page() as way_back:
    track = tracks.track(store(), st.query_params.get("t", ""))
    way_back([parts.Crumb(_("Alle trajecten"), parts.HOME)])
    present = tracks.organisations(store(), track.id)
    planned = meetings.of_track(store(), track.id)
    track_head.show(track)
    parts.undo_strip(track.id, track.id)
    left, right = st.columns(2, gap="medium")
    with left:
        st.header(_("Bijeenkomsten"), anchor=False)
        meeting_list.show(track, planned, main=bool(present))
    with right:
        st.header(_("Organisaties"), anchor=False)
        organisations.show(track, present)
        names_kept.show(track, present)
    sharing_card.show(track)
    track_downloads.show(track)
    track_again.show(track, planned)
