"""One meeting: details, agenda and joining. Opened with ?m=id; ?m=id&o=activity edits one
exercise of the agenda.
"""

from __future__ import annotations

import streamlit as st

from pages.desk import agenda, agreed, exercise_editor, joining, meeting_head, parts
from state import meetings
from state.app import store
from state.language import _

with parts.page() as way_back:
    room = meetings.room(store(), st.query_params.get("m", ""))
    meeting = room.meeting
    way_back(
        [
            parts.Crumb(_("Alle trajecten"), parts.HOME),
            parts.Crumb(room.track.name, parts.TRACK, (("t", room.track.id),)),
        ]
    )
    activity = room.activity(st.query_params.get(exercise_editor.PARAMETER))
    if activity is not None:
        exercise_editor.show(room, activity)
    else:
        begun = any(one.state != "planned" for one in room.agenda)
        meeting_head.show(meeting, ready=bool(room.agenda), begun=begun)
        parts.undo_strip(meeting.id, room.track.id)
        left, right = st.columns([7, 4], gap="medium")
        with left:
            agenda.show(room)
            agreed.show(meeting)
        with right:
            meeting_head.details(meeting)
            joining.show(meeting)
