"""Editing what is in one exercise of an agenda, with the editor that the exercise brings."""

from __future__ import annotations

from functools import partial

import streamlit as st
from sqlite_utils import Database

from exercises.engine.stored import config_of, exercise_of, party, title_of
from exercises.kit.editor import editing
from pages.desk import content_source, parts
from pages.desk.fields import attempt, show_trouble, text_field
from state import contributions, meetings
from state.app import store
from state.framework import framework_of
from state.language import _
from state.models import Activity, Json, Room
from state.problems import Refused

PARAMETER = "o"


def open_editor(activity_id: str) -> None:
    """Go to the editor of an exercise; a link to the same page would leave the address as it is."""
    st.query_params[PARAMETER] = activity_id


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


def _store(activity_id: str, place: str, change: editing.Change) -> bool:
    """Change what is stored by now, which may be newer than what this page shows."""

    def act() -> bool:
        did = False

        def changed(db: Database, activity: Activity) -> Json | None:
            nonlocal did
            editing.set_answered(contributions.answered_keys(db, activity_id))
            config = config_of(activity)
            after = change(config)
            did = after != config
            return after.to_json() if did else None

        meetings.reconfigure(store(), activity_id, changed)
        return did

    return attempt(act, place)


def _answered(activity: Activity) -> frozenset[str]:
    with store().read() as db:
        return contributions.answered_keys(db, activity.id)


def show(room: Room, activity: Activity) -> None:
    """The editor of the exercise; what it gives is stored, and kept here while that fails."""
    exercise = exercise_of(activity)
    if exercise.edit is None:
        raise Refused(_("Aan deze oefening valt niets te wijzigen."))
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(title_of(activity), anchor=False)
            st.text(exercise.help)
        st.button(_("Klaar, naar de agenda"), key="odv-ready", type="primary", on_click=_close)
    text_field(
        _("Eigen titel (mag leeg blijven)"), f"odv-title-{activity.id}", activity.title,
        lambda typed: meetings.entitle(store(), activity.id, typed), hint=exercise.title,
    )  # fmt: skip
    if exercise.with_visits is not None:
        label, page = parts.WAYS["visits"]
        parts.link(label, page, {"t": room.track.id}, "editor-visits")
    content_source.show(activity)
    place = f"config-{activity.id}"
    trouble = st.container()
    editing.set_scope(
        activity.id, partial(_store, activity.id, place), framework_of(room.track.framework),
        _answered(activity),
    )  # fmt: skip
    stored = config_of(activity)
    unsaved = f"odv-unsaved-{activity.id}"
    edited = exercise.edit(
        st.session_state.get(unsaved, stored), tuple(party(item) for item in room.organisations)
    )
    if edited != stored and not attempt(
        lambda: meetings.configure(store(), activity.id, edited.to_json()), place
    ):
        st.session_state[unsaved] = edited
    else:
        st.session_state.pop(unsaved, None)
    with trouble:
        show_trouble(place)
