"""The framework of a track: what its four areas are called and which indicators they have."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from pages.desk import drawings
from pages.desk.fields import attempt, field_trouble, folded, saved, text_field
from state import tracks
from state.app import store
from state.framework import Area, Framework, framework_of, renamed, usual, with_indicators
from state.language import _
from state.models import Track

Change = Callable[[Framework, int, str], Framework]


def button(track: Track) -> bool:
    """The button that opens and closes the four areas; gives whether they are open."""
    return folded(f"framework-{track.id}", _("Referentiekader wijzigen"), _("Klaar met het kader"))


def show(track: Track) -> None:
    """The four areas with their fields."""
    framework = framework_of(track.framework)
    with st.container(key="odv-card-framework"):
        st.text(_("De vier gebieden waar dit traject naar kijkt, met hun indicatoren."))
        for area in framework.areas:
            _area(track, area)
        if framework != usual():
            st.button(_("Terug naar het kader van de methode"), key="odv-framework-usual",
                      on_click=_usual, args=(track,))  # fmt: skip


def _area(track: Track, area: Area) -> None:
    key = f"odv-area-{track.id}-{area.number}"
    with st.container(horizontal=True, key=f"odv-row-area-{area.number}"):
        st.html(drawings.area_icon(area.number, 48), width="content")
        with st.container(key=f"odv-text-area-{area.number}"):
            text_field(
                _("Gebied {number}").format(number=area.number), f"{key}-name", area.name,
                partial(_change, track, area.number, renamed),
            )  # fmt: skip
            _indicators(track, area, f"{key}-indicators")


def _indicators(track: Track, area: Area, key: str) -> None:
    stored = "\n".join(area.indicators)
    st.text_area(
        _("Indicatoren, elk op een eigen lijn"), key=remembered(key, stored), height=180,
        persist_state="session",
        on_change=saved(key, stored, partial(_change, track, area.number, with_indicators)),
    )  # fmt: skip
    field_trouble(key)


def _change(track: Track, number: int, change: Change, typed: str) -> None:
    """Change one thing of the framework as it is stored by now."""
    now = framework_of(tracks.track(store(), track.id).framework)
    tracks.change_framework(store(), track.id, change(now, number, typed).to_text())


def _usual(track: Track) -> None:
    attempt(lambda: tracks.change_framework(store(), track.id, ""))
