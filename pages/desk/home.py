"""All tracks: open, order, make or remove one; or try an example."""

from __future__ import annotations

import streamlit as st

from pages.desk import (
    backup_list,
    candidate_leftover,
    guard,
    parts,
    track_end,
    track_file,
    track_list,
)
from state import tracks
from state.app import store
from state.language import _

with parts.page():
    found = tracks.all_tracks(store())
    if not found:
        track_list.first_choice()
        parts.undo_strip("tracks")
    else:
        left, right = st.columns([5, 3], gap="large")
        with left:
            st.title(_("Trajecten"), anchor=False)
            track_end.past(found)
            candidate_leftover.overdue(found)
            parts.undo_strip("tracks")
            track_list.cards(found)
        with right:
            track_list.more()
    track_file.show()
    track_end.removed()
    who = guard.facilitator()
    if who.administrator:
        backup_list.show()
    if found or who.name:
        track_list.organisers()
