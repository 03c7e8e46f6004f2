"""Editing what is in one exercise of an agenda, with the editor that the exercise brings."""

from __future__ import annotations

import streamlit as st

from exercises.running import config_of, exercise_of
from exercises.shared import editing
from pages import parts
from pages.prepare.fields import attempt, show_trouble
from state import meetings
from state.app import store
from state.language import _
from state.models import Activity, Room
from state.problems import Refused


def show(room: Room, activity: Activity) -> None:
    """The editor of the exercise; what it gives is stored, and kept here while that fails."""
    exercise = exercise_of(activity)
    if exercise.edit is None:
        raise Refused(_("Aan deze oefening valt niets te wijzigen."))
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(exercise.title, anchor=False)
            st.text(exercise.help)
        parts.link(
            _("Klaar, naar de agenda"), parts.MEETING, {"m": room.meeting.id}, "agenda", main=True
        )
    place = f"config-{activity.id}"
    trouble = st.container()
    editing.set_scope(activity.id)
    stored = config_of(activity)
    unsaved = f"odv-unsaved-{activity.id}"
    edited = exercise.edit(st.session_state.get(unsaved, stored))
    if edited != stored and not attempt(
        lambda: meetings.configure(store(), activity.id, edited.to_json()), place
    ):
        st.session_state[unsaved] = edited
    else:
        st.session_state.pop(unsaved, None)
    with trouble:
        show_trouble(place)
