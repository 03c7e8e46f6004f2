"""Looking back on the map of all meetings of a track, on a page of Streamlit.

The drawn village with every pawn and its ways, and beside it what was said; a pawn that is tapped
shows then and now side by side, and stands out in the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from pathlib import Path
from typing import Any

import streamlit as st

from exercises.neighbourhood_map import explore_deck, explore_html
from exercises.neighbourhood_map.explore_stays import (
    MapLookBack,
    Stay,
    holding,
    of_party,
    parties,
    stays,
    views,
)
from exercises.neighbourhood_map.explore_visits import Visited, visits
from exercises.neighbourhood_map.layout_geometry import MAP
from exercises.neighbourhood_map.views_dates import when
from state.language import _

_STYLE = Path(__file__).parent / "browser" / "explore.css"
_KEY = "odv-map"
# The frame of the map, px; and how much closer each button brings it.
_WIDE, _HIGH = 736, 476
_CLOSER = (1, 2, 4)
_WHOLE = log2(_WIDE / (MAP.width + 24))
_MIDDLE = ((MAP.left + MAP.right) / 2, (MAP.top + MAP.bottom) / 2)
_ASKED, _WAYS, _VISITS = f"{_KEY}-asked", f"{_KEY}-ways", f"{_KEY}-visits"


def explore(looked: MapLookBack) -> None:
    """Draw the map and the list of what is looked back on."""
    st.html(_STYLE)
    found = stays(looked)
    if not found:
        st.info(_nothing(looked))
        return
    with st.container(key=f"{_KEY}-sides", horizontal=True):
        with st.container(key=f"{_KEY}-left", width=_WIDE):
            went = visits(looked)
            chosen = _map(looked, found, went)
            _below(looked, found, chosen, went)
        with st.container(key=f"{_KEY}-right", width="stretch"):
            _list(found, chosen)


def _nothing(looked: MapLookBack) -> str:
    if looked.organisation:
        return _("Deze organisatie zette toen geen pion. Kies een andere bijeenkomst.")
    return _(
        "Er staat nog geen pion op de kaart. Laat in de bijeenkomst de pionnen zetten:"
        " dan zie je hier waar iedereen stond."
    )


def _map(looked: MapLookBack, found: Sequence[Stay], went: Sequence[Visited]) -> str:
    """The drawing; gives the organisation whose pawn was tapped, or the only one, or ""."""
    shown_parties = parties(looked)
    everything = views(looked)
    # A choice of meetings or of an organisation is another drawing: what was tapped is let go.
    key = f"{_KEY}-{'-'.join(one.context.activity_id for one in looked.meetings)}"
    key += f"-{looked.organisation}"
    chosen = looked.organisation or _tapped(st.session_state.get(key))
    shown = explore_deck.Shown(
        everything[-1], everything[:-1], shown_parties,
        {one.id: _said(of_party(found, one.id)) for one in shown_parties},
        bool(st.session_state.get(_WAYS, True)), chosen,
        went if st.session_state.get(_VISITS, True) else (),
    )  # fmt: skip
    zoom, target = _view()
    st.pydeck_chart(
        explore_deck.deck(shown, looked.address(explore_deck.VILLAGE), zoom, target),
        width=_WIDE, height=_HIGH, on_select="rerun", selection_mode="single-object", key=key,
        alt=_("De kaart met de pionnen. Wat erop staat, staat ook in de lijst ernaast."),
    )  # fmt: skip
    _tools()
    return chosen


def _tools() -> None:
    """How near the village is: over the corner of the map."""
    with st.container(key=f"{_KEY}-tools", width="content"):
        for times in _CLOSER:
            label = _("Alles") if times == 1 else _("{n}×").format(n=times)
            hint = _("Toon heel het dorp") if times == 1 else _("Breng het dorp dichterbij")
            st.button(label, key=f"{_KEY}-zoom-{times}", on_click=_ask, args=(times,), help=hint)


def _tapped(state: Any) -> str:
    """The organisation of the pawn that was tapped last; "" for none."""
    objects = (state or {}).get("selection", {}).get("objects", {})
    ids = [one.get("id", "") for layer in objects.values() for one in layer]
    return str(ids[0]) if ids else ""


def _ask(times: int) -> None:
    number = st.session_state.get(_ASKED, (1, 0))[1] + 1
    st.session_state[_ASKED] = times, number


def _view() -> tuple[float, tuple[float, float]]:
    """The zoom and middle that were asked last.

    The chart ignores a view equal to the one it was given before. A button pressed again therefore
    asks for a minimally different view, since the user may have dragged the map away meanwhile.
    """
    times, number = st.session_state.get(_ASKED, (1, 0))
    hair = number * 1e-6
    x, y = _MIDDLE
    return _WHOLE + log2(times) + hair, (x + hair, y)


def _said(own: Sequence[Stay]) -> str:
    """The tooltip of each organisation's pawn."""
    return "\n".join(
        f"{stay.when}, {stay.place}: {stay.words}" if stay.words else f"{stay.when}, {stay.place}"
        for stay in own
    )


def _below(
    looked: MapLookBack, found: Sequence[Stay], chosen: str, went: Sequence[Visited]
) -> None:
    """What a dashed edge means; then and now of the pawn that was tapped; and the visits, of that
    organisation only where one was tapped."""
    with st.container(key=f"{_KEY}-foot", horizontal=True, vertical_alignment="center"):
        moments = [when(one.date, one.title) for one in looked.meetings]
        st.html(explore_html.legend(moments), width="content")
        if len(looked.meetings) > 1:
            st.toggle(_("Van toen naar nu"), value=True, key=_WAYS)
        if went:
            st.toggle(_("De bezoeken"), value=True, key=_VISITS)
    own = of_party(found, chosen)
    if own:
        with st.container(key="odv-card-map-then-and-now"):
            st.html(explore_html.then_and_now(own))
    shown = [one for one in went if chosen in ("", one.guest.id, one.host.id)]
    if shown:
        with st.container(key="odv-card-map-visits"):
            st.html(explore_html.visits(shown))


def _list(found: Sequence[Stay], chosen: str) -> None:
    with st.container(key=f"{_KEY}-search", horizontal=True, vertical_alignment="center"):
        st.subheader(_("Wat ze zeiden"), anchor=False)
        typed = st.text_input(
            _("Zoek een woord"), key=f"{_KEY}-word", placeholder=_("Zoek een woord"),
            label_visibility="collapsed",
        )  # fmt: skip
    rows = holding(found, typed or "")
    if not rows:
        st.text(_("Nergens gevonden."))
        return
    with st.container(key="odv-card-map-list"):
        st.html(explore_html.table(rows, chosen))
