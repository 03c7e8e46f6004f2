"""Looking back: what came of a track in all its meetings (?t=id), or of one meeting (?m=id)."""

from __future__ import annotations

import streamlit as st

from pages.desk import explored, parts
from state import meetings, tracks
from state.app import store
from state.language import _

with parts.page() as way_back:
    asked = st.query_params.get("m", "")
    meeting = meetings.room(store(), asked).meeting if asked else None
    track_id = meeting.track_id if meeting else st.query_params.get("t", "")
    track = tracks.track(store(), track_id)
    way = [
        parts.Crumb(_("Alle trajecten"), parts.HOME),
        parts.Crumb(track.name, parts.TRACK, (("t", track.id),)),
    ]
    if meeting is not None:
        way.append(parts.Crumb(meeting.title, parts.MEETING, (("m", meeting.id),)))
    way_back(way)
    explored.show(track, meeting)
