"""The report of a track: what is in it, in which order, with which own texts, and how it looks.
Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import parts, report_choices, report_preview, visits_made
from state import tracks, visits
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
            st.title(_("Verslag"), anchor=False)
        parts.file_link(_("Verslag als Word"), f"./verslag/{track.id}.docx")
        parts.file_link(_("Verslag als PDF"), f"./verslag/{track.id}.pdf", main=True)
    names = {one.id: one.name for one in tracks.organisations(store(), track.id)}
    visits_made.ask(
        [
            one for one in visits.of_track(store(), track.id)
            if one.unsaid and {one.visitor, one.host} <= names.keys()
        ],
        names, track.id,
    )  # fmt: skip
    left, right = st.columns([5, 8], gap="medium")
    with left:
        beside = report_choices.show(track)
    with right:
        report_choices.tell_empty(beside, report_preview.show(track))
