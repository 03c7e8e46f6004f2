"""The visits of a track: who goes to whom, when, and how far it is. Opened with ?t=id."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from pages.desk import parts, visit_adding, visit_list, visit_takeaway, visits_made
from pages.desk.visit_doubts import KnownTrack, of_all
from state import tracks, visits
from state.app import store
from state.clock import BRUSSELS
from state.language import _

with parts.page() as way_back:
    track = tracks.track(store(), st.query_params.get("t", ""))
    way_back(
        [
            parts.Crumb(_("Alle trajecten"), parts.HOME),
            parts.Crumb(track.name, parts.TRACK, (("t", track.id),)),
        ]
    )
    known = KnownTrack(
        {one.id: one for one in tracks.organisations(store(), track.id)},
        {one.id: one for one in tracks.organisations_that_left(store(), track.id)},
        {one.id: one for one in tracks.people(store(), track.id)},
        datetime.now(BRUSSELS).date(),
        track.id,
    )
    found = visits.of_track(store(), track.id)
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(_("Bezoeken"), anchor=False)
            st.text(visit_list.counted(found, known))
        visit_takeaway.of_all(track, found)
        visit_list.tell_everybody(found, known)
    parts.undo_strip(track.id, track.id)
    left, right = st.columns([5, 3], gap="medium")
    with left:
        visit_list.show(found, known, lambda visit: visit_takeaway.of_visit(track, visit, known))
    with right:
        visit_list.doubts(of_all(found, known))
        visit_adding.show(track, found, known)
        names = {one.id: one.name for one in known.organisations.values()}
        visits_made.ask(
            [one for one in found if one.unsaid and {one.visitor, one.host} <= names.keys()],
            names, track.id,
        )  # fmt: skip
