"""The entries of who changed what in a track, with a choice of whose and of which kind."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from exercises.kit.rules.days import full_day
from pages.desk import change_words
from state import changes
from state.app import store
from state.changes import TrackChange
from state.clock import local
from state.language import _
from state.models import Track

_MOST = 200


def show(track: Track) -> None:
    """The newest entries, by day."""
    with store().read() as db:
        every = changes.of_track(db, track.id, limit=_MOST)
        names = changes.names_of_organisers(db)
        if not every:
            st.markdown(_(
                "Hier komt te staan wat organisatoren in dit traject wijzigen. Nu is er nog niets."
            ))  # fmt: skip
            return
        organiser, what = _chosen(every, names)
        found = changes.of_track(db, track.id, organiser=organiser, what=what, limit=_MOST)
        labels = changes.labels(db, found)
    if not found:
        st.text(_("Niets gevonden met deze keuze."))
    for day, entries in groupby(found, key=lambda one: local(one.at).date().isoformat()):
        with st.container(key=f"odv-card-day-{day}"):
            st.header(full_day(day), anchor=False)
            for one in entries:
                _row(one, names, change_words.told(one, labels))
    if len(found) == _MOST:
        st.text(_("Ouder dan dit tonen we niet."))


def _chosen(every: tuple[TrackChange, ...], names: dict[str, str]) -> tuple[str, str]:
    whose = list(dict.fromkeys(one.organiser_id for one in every))
    kinds = list(dict.fromkeys(one.what for one in every))
    with st.container(horizontal=True, key="odv-row-filter", vertical_alignment="bottom"):
        organiser = st.selectbox(
            _("Van wie?"), ["", *whose], key="odv-change-whose",
            format_func=lambda one: names.get(one, _("iemand")) if one else _("van iedereen"),
        )  # fmt: skip
        what = st.selectbox(
            _("Waarover?"), ["", *kinds], key="odv-change-what",
            format_func=lambda one: change_words.kind(one) if one else _("over alles"),
        )  # fmt: skip
    return str(organiser or ""), str(what or "")


def _row(one: TrackChange, names: dict[str, str], told: str) -> None:
    who = names.get(one.organiser_id, _("iemand"))
    with st.container(gap=None, key=f"odv-text-change-{one.id}"):
        st.text(told)
        with st.container(key=f"odv-muted-change-{one.id}", gap=None):
            st.text(_("{time}, {name}").format(time=f"{local(one.at):%H:%M}", name=who))
