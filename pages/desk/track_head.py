"""The head of a track's page: what it is called, and the ways to what belongs to its year."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk import framework_editor, parts
from pages.desk.fields import folded, text_field
from state import tracks
from state.app import store
from state.language import _
from state.models import Track


def show(track: Track) -> None:
    """Title and theme, behind buttons the fields to change them and the framework, and the ways to
    the pages of the year, in its order."""
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(plain(track.name), anchor=False)
            if track.theme:
                st.text(track.theme)
        names = folded(f"track-{track.id}", _("Naam en thema wijzigen"))
        framework = framework_editor.button(track)
    if framework:
        framework_editor.show(track)
    if names:
        with st.container(key="odv-card-names"):
            text_field(
                _("Naam"), f"odv-name-{track.id}", track.name,
                lambda typed: _change(track, name=typed),
            )  # fmt: skip
            text_field(
                _("Thema (mag leeg blijven)"), f"odv-theme-{track.id}", track.theme,
                lambda typed: _change(track, theme=typed),
            )  # fmt: skip
    with st.container(horizontal=True, key="odv-ways"):
        of_track = {"t": track.id}
        parts.link(_("Oproep"), parts.CALL, of_track, f"call-{track.id}")
        parts.link(_("Wie bij wie"), parts.MATCHING, of_track, f"matching-{track.id}")
        parts.link(_("Bezoeken"), parts.VISITS, of_track, f"visits-{track.id}")
        parts.link(_("Kijkstages"), parts.KIJKSTAGES, of_track, f"kijkstages-{track.id}")
        parts.link(_("Links en e-mail"), parts.MAILS, of_track, f"mails-{track.id}")
        parts.link(_("Terugblik"), parts.LOOKBACK, of_track, f"lookback-{track.id}")
        parts.link(_("Verslag"), parts.REPORT, of_track, f"report-{track.id}")


def _change(track: Track, **values: Any) -> None:
    """Change one text of a track; the other keeps its stored value, which may be newer than this
    page's."""
    new = replace(tracks.track(store(), track.id), **values)
    tracks.change_track(store(), new.id, new.name, new.theme)
