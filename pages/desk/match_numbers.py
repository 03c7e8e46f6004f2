"""What each organisation sends and can receive, as the organiser chooses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from exercises.engine.matching_case import TrackMatching
from exercises.kit.matching.case import MatchOrganisation
from exercises.kit.rules.prose import in_words
from pages.desk import drawings
from pages.desk.fields import folded
from pages.desk.match_acts import change
from state import matching
from state.app import store
from state.language import _, ngettext
from state.models import ChoiceKind, Organisation, Track

T = TypeVar("T")
# What usually goes out; what else is stored is offered too.
_SENDS: tuple[tuple[int, ...], ...] = ((), (1,), (2,), (3,), (2, 1), (2, 2), (2, 2, 2))
_MOST_VISITS, _MOST_PEOPLE = 4, 8


def show(track: Track, whole: TrackMatching) -> None:
    """Behind a button: a row for each organisation."""
    with st.container(key="odv-card-numbers"):
        with st.container(horizontal=True, vertical_alignment="center", key="odv-row-numbers"):
            st.header(_("Wie gaat, en wie ontvangt?"), anchor=False, width="stretch")
            is_open = folded(f"numbers-{track.id}", _("Pas aan"))
        if not is_open:
            st.text(_told(whole))
            return
        for one in whole.organisations:
            _row(track, whole, one)


def _told(whole: TrackMatching) -> str:
    going = sum(len(one.sends) for one in whole.case.organisations)
    closed = [one.name for one in whole.case.organisations if not one.most_visits]
    told = ngettext("Er gaat één bezoek uit.", "Er gaan {n} bezoeken uit.", going).format(
        n=in_words(going)
    )
    if closed:
        more = ngettext("Eén organisatie ontvangt niemand.",
                        "{n} organisaties ontvangen niemand.", len(closed))  # fmt: skip
        told = f"{told} {more.format(n=in_words(len(closed)).capitalize())}"
    return told


def _row(track: Track, whole: TrackMatching, one: Organisation) -> None:
    held = whole.case.by_id[one.id]
    who, *choices = st.columns([30, 22, 18, 18, 16], gap="small", vertical_alignment="bottom")
    with who, st.container(horizontal=True, vertical_alignment="center",
                           key=f"odv-row-numbers-{one.id}"):  # fmt: skip
        st.html(drawings.tile(one.tile, 32), width="content")
        with st.container(key=f"odv-text-numbers-{one.id}"):
            st.text(one.name)
    with choices[0]:
        _sends(track, held)
    with choices[1]:
        _most_visits(track, held)
    with choices[2]:
        _most_people(track, whole, held)
    with choices[3]:
        _visited(track, held)


def _sends(track: Track, held: MatchOrganisation) -> None:
    options = list(dict.fromkeys((*_SENDS, held.sends)))
    _choice(track, "sends", held.id, _("Wie gaat"), options, held.sends, groups_words,
            lambda chosen: list(chosen) or [0])  # fmt: skip


def _most_visits(track: Track, held: MatchOrganisation) -> None:
    options = list(range(max(_MOST_VISITS, held.most_visits) + 1))
    _choice(track, "most_visits", held.id, _("Ontvangt hoogstens"), options, held.most_visits,
            visits_words, lambda chosen: [chosen])  # fmt: skip


def _most_people(track: Track, whole: TrackMatching, held: MatchOrganisation) -> None:
    found = [one.people for one in whole.case.rules
             if one.kind == "most_people" and one.host == held.id]  # fmt: skip
    now = found[0] if found else 0
    options = list(range(max(_MOST_PEOPLE, now) + 1))
    _choice(track, "most_people", held.id, _("Samen hoogstens"), options, now, people_words,
            lambda chosen: [chosen] if chosen else [])  # fmt: skip


def _visited(track: Track, held: MatchOrganisation) -> None:
    _choice(track, "unvisited", held.id, _("Krijgt bezoek"), [True, False], held.is_visited,
            lambda one: _("zeker") if one else _("mag zonder"),
            lambda chosen: [] if chosen else [1])  # fmt: skip


def _choice(
    track: Track, kind: ChoiceKind, organisation: str, label: str, options: list[T], now: T,
    words: Callable[[T], str], numbers: Callable[[T], list[int]],
) -> None:  # fmt: skip
    # What is stored is part of the key: a change made elsewhere is shown, not the widget's own.
    key = f"odv-{kind}-{organisation}-{options.index(now)}"

    def store_it() -> None:
        chosen = st.session_state[key]
        change(track.id, lambda: matching.set_numbers(
            store(), track.id, kind, organisation, numbers(chosen)))  # fmt: skip

    st.selectbox(label, options, index=options.index(now), format_func=words, key=key,
                 on_change=store_it, filter_mode=None)  # fmt: skip


def groups_words(sends: tuple[int, ...]) -> str:
    """'een duo', 'twee duo’s', 'een duo en één persoon'."""
    if not sends:
        return _("niemand")
    told = []
    duos = sum(one == 2 for one in sends)
    if duos:
        told.append(ngettext("een duo", "{n} duo’s", duos).format(n=in_words(duos)))
    told += [
        ngettext("één persoon", "{n} mensen samen", one).format(n=in_words(one))
        for one in sends if one != 2
    ]  # fmt: skip
    return _(" en ").join(told)


def visits_words(most: int) -> str:
    """'niemand', 'één bezoek', 'twee bezoeken'."""
    if not most:
        return _("niemand")
    return ngettext("één bezoek", "{n} bezoeken", most).format(n=in_words(most))


def people_words(most: int) -> str:
    """'geen grens', 'drie mensen'."""
    if not most:
        return _("geen grens")
    return ngettext("één mens", "{n} mensen", most).format(n=in_words(most))
