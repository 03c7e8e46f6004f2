"""The web of visits beside the rows, as a picture."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from exercises.engine.matching_case import TrackMatching
from exercises.kit.drawing.visit_web import (
    COLUMNS_WIDE,
    ROUND_MOST,
    ROUND_WIDE,
    WebParty,
    WebVisit,
    visit_web,
)
from exercises.kit.matching.case import Couple
from exercises.kit.rules.prose import isolated
from pages.desk import page_picture
from report import raster
from state import short_names
from state.language import _

_TWO = 2


def show(whole: TrackMatching, couples: Sequence[Couple], opened: Couple | None) -> None:
    """The web, with the arrow of the open row thicker; below it whether each meets two."""
    shorts = short_names.in_use(whole.organisations)
    parties = [
        WebParty(one.id, one.name, one.tile, short)
        for one, short in zip(whole.organisations, shorts, strict=True)
    ]
    visits = [
        WebVisit(one.visitor, one.host, opened is not None and one.pair == opened.pair)
        for one in couples
    ]
    told = _told(whole, couples)
    with st.container(key="odv-card-web", horizontal_alignment="center"):
        (png,) = raster.render([visit_web(parties, visits, told)])
        if png is None:
            st.text(_("Dit beeld kon niet getekend worden."))
        else:
            page_picture.show(png, told, width=_width(len(parties)))
        if how_many := _meets(whole, couples):
            st.text(how_many)


def is_beside(whole: TrackMatching) -> bool:
    """Whether it fits beside the rows; a larger one stands below them."""
    return len(whole.organisations) <= ROUND_MOST


def _width(count: int) -> int:
    return ROUND_WIDE if count <= ROUND_MOST else COLUMNS_WIDE


def _told(whole: TrackMatching, couples: Sequence[Couple]) -> str:
    """All visits in words, for who does not see the picture."""
    going = _("{visitor} gaat naar {host}.")
    return " ".join(
        going.format(visitor=isolated(whole.name(one.visitor)), host=isolated(whole.name(one.host)))
        for one in couples
    )


def _meets(whole: TrackMatching, couples: Sequence[Couple]) -> str:
    """Whether each meets two others, or at least two; "" where somebody meets fewer."""
    met: dict[str, set[str]] = {one.id: set() for one in whole.organisations}
    for one in couples:
        met[one.visitor].add(one.host)
        met[one.host].add(one.visitor)
    counts = {len(others) for others in met.values()}
    if min(counts) < _TWO:
        return ""
    return _("Elk ontmoet er twee.") if counts == {_TWO} else _("Elk ontmoet er minstens twee.")
