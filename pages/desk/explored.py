"""The body of the look back: filters, and every exercise of a track that can be explored."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

import exercises
from exercises.contract import LookBack
from exercises.engine import lookback
from exercises.engine.lookback import Explored
from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.texts import joined
from pages.web import assets
from state.app import store
from state.language import _
from state.models import Track


def show(track: Track) -> None:
    """What came of the track; as long as that is nothing, what to do."""
    found = lookback.explored(store(), track.id)
    if not found:
        _nothing_yet(track)
        return
    with st.container(key="odv-filters", horizontal=True, vertical_alignment="bottom"):
        meetings = _meetings(track, found)
        organisation = _organisation(track, found)
    for one in found:
        if len(found) > 1:
            st.header(one.exercise.title, anchor=False)
        _draw(one, meetings, organisation)


def _nothing_yet(track: Track) -> None:
    titles = joined(*(one.title for one in exercises.EXERCISES if one.explore is not None))
    told = _("Nog niets om op terug te kijken. Dat komt er na een bijeenkomst met: {titles}.")
    with st.container(key="odv-card-nothing"):
        st.text(told.format(titles=titles))
        parts.link(_("Naar het traject"), parts.TRACK, {"t": track.id}, "track", main=True)


def _meetings(track: Track, found: Sequence[Explored]) -> list[str]:
    """The chosen meetings; all of them as long as none is chosen."""
    titles = {one.meeting: one.title for each in found for one in each.meetings}
    if len(titles) == 1:
        return list(titles)
    chosen = st.segmented_control(
        _("Bijeenkomsten"), list(titles), selection_mode="multi", default=list(titles),
        format_func=lambda meeting: plain(titles.get(meeting, "")),
        key=f"odv-lookback-meetings-{track.id}", wrap=True,
    )  # fmt: skip
    return list(chosen) or list(titles)


def _organisation(track: Track, found: Sequence[Explored]) -> str:
    """The only organisation that is looked at, "" for all."""
    names = {
        party.id: party.name
        for each in found
        for one in each.meetings
        for party in one.context.party_by_id.values()
    }
    everyone = _("alle organisaties")
    chosen = st.selectbox(
        _("Organisatie"), ["", *names], key=f"odv-lookback-party-{track.id}", width=320,
        format_func=lambda party: names.get(party, everyone), placeholder=everyone,
        # What Streamlit says to a word that it doesn't find is English.
        filter_mode=None,
    )  # fmt: skip
    return str(chosen or "")


def _draw(one: Explored, meetings: Sequence[str], organisation: str) -> None:
    wanted = tuple(held for held in one.meetings if held.meeting in meetings)
    explore = one.exercise.explore
    if explore is not None and wanted:
        explore(LookBack(wanted, organisation, lambda path: assets.base() + path))
