"""The head of a track's page: name and theme, and the fields to change them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.fields import folded, text_field
from state import tracks
from state.app import store
from state.language import _
from state.models import Track


def show(track: Track) -> None:
    """Title, theme, the way to what came of it all, and behind a button the fields."""
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        with st.container(key="odv-titles"):
            st.title(plain(track.name), anchor=False)
            if track.theme:
                st.text(track.theme)
        parts.link(_("Wie bij wie"), parts.MATCHING, {"t": track.id}, f"matching-{track.id}")
        parts.link(_("Bezoeken"), parts.VISITS, {"t": track.id}, f"visits-{track.id}")
        parts.link(_("Links en e-mail"), parts.MAILS, {"t": track.id}, f"mails-{track.id}")
        parts.link(_("Verslag"), parts.REPORT, {"t": track.id}, f"report-{track.id}")
        parts.link(_("Terugblik"), parts.LOOKBACK, {"t": track.id}, f"lookback-{track.id}")
        is_open = folded(f"track-{track.id}", _("Naam en thema wijzigen"))
    if is_open:
        with st.container(key="odv-card-names"):
            text_field(
                _("Naam"), f"odv-name-{track.id}", track.name,
                lambda typed: _change(track, name=typed),
            )  # fmt: skip
            text_field(
                _("Thema (mag leeg blijven)"), f"odv-theme-{track.id}", track.theme,
                lambda typed: _change(track, theme=typed),
            )  # fmt: skip


def _change(track: Track, **values: Any) -> None:
    """Change one text of a track; the other keeps its stored value, which may be newer than this
    page's."""
    new = replace(tracks.track(store(), track.id), **values)
    tracks.change_track(store(), new.id, new.name, new.theme)
