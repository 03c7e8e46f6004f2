"""The call of a track: open or not, its texts, what is asked, and its link. Opened with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import call_asked, call_link, call_lost, call_words, parts
from state import applications, calls, tracks
from state.app import store
from state.language import _, ngettext
from state.models import Track


def _counted(track: Track) -> str:
    """How many applied: '3 verstuurd, 2 begonnen'."""
    found = applications.of_track(store(), track.id)
    sent = sum(one.status == "sent" for one in found)
    drafts = sum(one.status == "draft" for one in found)
    if not found:
        return _("Nog niemand heeft zich aangemeld.")
    told = ngettext("{n} aanmelding verstuurd", "{n} aanmeldingen verstuurd", sent).format(n=sent)
    begun = ngettext("{n} begonnen", "{n} begonnen", drafts).format(n=drafts)
    return f"{told}, {begun}." if drafts else f"{told}."


with parts.page() as way_back:
    track = tracks.track(store(), st.query_params.get("t", ""))
    way_back([
        parts.Crumb(_("Alle trajecten"), parts.HOME),
        parts.Crumb(track.name, parts.TRACK, (("t", track.id),)),
    ])  # fmt: skip
    call = calls.made(store(), track.id)
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(_("Oproep"), anchor=False)
            st.text(_counted(track))
        parts.link(_("Wie doet mee?"), parts.CANDIDATES, {"t": track.id}, "candidates")
    left, right = st.columns(2, gap="medium")
    with left:
        call_link.show(track, call)
        call_lost.show(track)
        call_words.letters(track, call)
    with right:
        call_words.show(track, call)
        call_asked.show(track, call)
