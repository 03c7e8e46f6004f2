"""The picture of a track's year on the look back, with the same in words."""

from __future__ import annotations

import streamlit as st

from exercises.engine import year
from exercises.engine.moment import Moment
from exercises.kit.drawing import year_picture, year_words
from exercises.kit.drawing.year import TrackYear
from pages.desk import page_picture
from pages.desk.fields import folded
from report import raster
from state.language import _

_KEY = "odv-year"


def show(here: Moment) -> None:
    """The year of the track of a meeting; nothing as long as nothing happened."""
    found = year.of_track(here)
    if found.is_empty:
        return
    svg = year_picture.titled(found, here.room.track.name)
    with st.container(key="odv-card-year"):
        (png,) = raster.render([svg])
        if png is None:
            st.text(_("Dit beeld kon niet getekend worden."))
        else:
            page_picture.show(png, year_words.alt(found))
        if folded("year-words", _("Toon het jaar in woorden"), _("Verberg de woorden")):
            _words(found)


def _words(found: TrackYear) -> None:
    for told in year_words.without_days(found):
        st.text(told)
    rows = [{_("Dag"): day, _("Wat"): text} for day, text in year_words.told_by_day(found)]
    st.table(rows)
