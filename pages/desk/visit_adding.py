"""More visits: chosen by hand, pasted, or taken over from exercises that tell of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from exercises.engine import moment, results
from exercises.results import Visit
from pages.desk.fields import attempt, show_trouble
from pages.desk.visit_doubts import KnownTrack
from state import meetings, pasted_visits, visits
from state.app import store
from state.language import _, ngettext
from state.models import Track, TrackVisit

_ONE, _PASTED, _OVER = "visit-one", "visit-pasted", "visit-over"


def show(track: Track, found: Sequence[TrackVisit], known: KnownTrack) -> None:
    """The ways to add visits."""
    _over(track, found, known)
    with st.container(key="odv-card-visit-one"):
        st.header(_("Nog een bezoek"), anchor=False)
        _by_hand(track, known)
    with st.container(key="odv-card-visit-paste"):
        _paste(track, known)


def _by_hand(track: Track, known: KnownTrack) -> None:
    names = {key: one.name for key, one in known.organisations.items()}
    for label, name in ((_("Wie gaat"), "visitor"), (_("Bij wie"), "host")):
        st.selectbox(
            label, list(names), index=None, format_func=names.__getitem__, key=_key(track, name),
            placeholder=_("Kies een organisatie"),
        )  # fmt: skip
    st.number_input(
        _("Hoeveel mensen?"), min_value=1, max_value=visits.MOST_GUESTS,
        value=pasted_visits.USUAL_VISITORS, width=160, key=_key(track, "count"),
    )  # fmt: skip
    st.button(_("Voeg toe"), key=_key(track, "add"), on_click=_add_one, args=(track,))
    show_trouble(_ONE)


def _key(track: Track, name: str) -> str:
    return f"odv-visit-{name}-{track.id}"


def _add_one(track: Track) -> None:
    state = st.session_state
    visitor, host = (str(state.get(_key(track, name)) or "") for name in ("visitor", "host"))
    made = TrackVisit("", host, visitor, count=int(state.get(_key(track, "count")) or 0))
    if attempt(lambda: visits.add(store(), track.id, made), _ONE):
        state[_key(track, "visitor")] = state[_key(track, "host")] = None


def _paste(track: Track, known: KnownTrack) -> None:
    """A place to paste a list; it stays there until all of it is understood."""
    st.text_area(
        _("Of typ of plak een lijst"), key=_key(track, "paste"), height=140,
        placeholder=_(
            "De Regenton -> Kattenstaart (2)\nElk bezoek op een eigen lijn."
            " Cellen uit een rekenblad mogen ook."
        ),
        persist_state="session",
    )  # fmt: skip
    st.button(
        _("Voeg de lijst toe"), key=_key(track, "paste-add"), on_click=_add_pasted,
        args=(track, known),
    )  # fmt: skip
    show_trouble(_PASTED)


def _add_pasted(track: Track, known: KnownTrack) -> None:
    typed = str(st.session_state.get(_key(track, "paste")) or "")

    def act() -> None:
        found = pasted_visits.read(typed, tuple(known.organisations.values()))
        visits.add_all(store(), track.id, found)

    if attempt(act, _PASTED):
        st.session_state[_key(track, "paste")] = ""


def _over(track: Track, found: Sequence[TrackVisit], known: KnownTrack) -> None:
    """The visits of which only exercises tell, and the button that makes them visits of the
    track."""
    told = elsewhere(track, found, known)
    if told:
        with st.container(key="odv-card-visit-over"):
            st.header(_("Uit oefeningen van dit traject"), anchor=False)
            for one in told:
                st.text(f"{known.name(one.visitor)} → {known.name(one.host)}")
            label = ngettext("Neem dit bezoek over", "Neem deze {n} bezoeken over", len(told))
            st.button(
                label.format(n=len(told)), key=_key(track, "over"), on_click=_take_over,
                args=(track, told),
            )  # fmt: skip
            show_trouble(_OVER)


def _take_over(track: Track, told: Sequence[TrackVisit]) -> None:
    attempt(lambda: visits.add_all(store(), track.id, told), _OVER)


def elsewhere(
    track: Track, found: Sequence[TrackVisit], known: KnownTrack
) -> tuple[TrackVisit, ...]:
    """Visits that only exercises tell of, as visits of the track that are done: people wrote about
    them, so everybody knows."""
    planned = meetings.of_track(store(), track.id)
    if not planned:
        return ()
    there = {(one.visitor, one.host) for one in found}
    with store().read() as db:
        told = results.of_track(moment.at(store(), db, planned[0].id)).of(Visit)
    made: dict[tuple[str, str], TrackVisit] = {}
    for one in told:
        pair = (one.organisation, one.host)
        present = pair[0] in known.organisations and pair[1] in known.organisations
        if not one.visit and present and pair not in there:
            made.setdefault(pair, TrackVisit(
                "", one.host, one.organisation, count=one.guests, state="done", announced=True,
            ))  # fmt: skip
    return tuple(made.values())
