"""The kijkstages of a track: what is offered, who comes, and who met whom. Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import (
    kijkstage_adding,
    kijkstage_known,
    kijkstage_list,
    kijkstage_meets,
    kijkstage_rules,
    kijkstage_web,
    parts,
)
from state import clock, tracks
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
    known = kijkstage_known.known(store(), track, clock.today())
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(_("Kijkstages"), anchor=False)
            st.text(kijkstage_known.counted(known))
        if known.visits:
            parts.link(_("Bezoeken"), parts.VISITS, {"t": track.id}, f"to-visits-{track.id}")
    left, right = st.columns([5, 3], gap="medium")
    with left:
        kijkstage_list.show(known)
    with right:
        kijkstage_rules.show(known)
        kijkstage_adding.show(known)
        kijkstage_meets.show(known)
    # The web is drawn by another process, so that the rest is there before it.
    with left:
        kijkstage_web.show(known)
