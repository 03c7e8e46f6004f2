"""The body of the page on who visits whom: head, rows, web, rules and wishes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exercises.engine import matching_case
from exercises.engine.matching_case import MatchingNow, TrackMatching
from exercises.kit.matching.case import Couple
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.conflict_words import (
    conflict_sentence,
    remedy_sentence,
    together_sentence,
)
from exercises.kit.matching.costs import difference_sentence
from exercises.kit.matching.highs_model import TooHard
from exercises.kit.matching.overview import overview
from exercises.kit.matching.reasons import reasons
from exercises.kit.matching.solving import Proposal
from exercises.kit.rules.labels import label_of, plain
from exercises.kit.rules.prose import in_words, isolated, listed
from pages.desk import match_numbers, match_rows, match_rules, match_web, match_wishes, parts
from pages.desk.match_acts import agree, apply_remedy, propose_again, reopen
from state.app import store
from state.language import _, ngettext
from state.models import Track

_STYLE = parts.PAGES.parent / "browser" / "desk" / "matching.css"
_FEWEST = 2


def show(track: Track) -> None:
    """All of it; with fewer than two organisations only what is missing."""
    st.html(_STYLE)
    whole = matching_case.of_track(store(), track.id)
    parts.undo_strip(track.id, track.id)
    if len(whole.organisations) < _FEWEST:
        _too_few(track)
        return
    draw: Callable[[], None] | None = None
    try:
        now = matching_case.as_it_stands(whole)
    except TooHard:
        _head(track, _("Dit voorstel duurt te lang. Haal enkele regels weg."))
    else:
        draw = _proposal(track, whole, now)
    left, right = st.columns(2, gap="medium")
    with left:
        match_rules.show(track, whole)
    with right:
        match_wishes.show(track, whole)
    match_numbers.show(track, whole)
    if draw is not None:
        draw()


def _proposal(track: Track, whole: TrackMatching, now: MatchingNow) -> Callable[[], None] | None:
    """The proposal; gives what draws the web in its place, since nothing should wait for that."""
    if isinstance(now.shown, Conflict):
        _head(track, _("Zo lukt het niet."))
        _impossible(track, whole, now.shown)
        return None
    told = reasons(whole.case, now.shown.couples)
    _head(track, overview(told))
    _changes(track, whole, now, now.shown)
    beside = match_web.is_beside(whole)
    left, right = st.columns([2, 1], gap="medium") if beside else (st.container(), st.container())
    with left:
        opened = match_rows.show(track, whole, now, told)
        _decide(track, now, now.shown)
    return partial(_web, right, whole, now.shown, opened)


def _web(
    place: DeltaGenerator, whole: TrackMatching, shown: Proposal, opened: Couple | None
) -> None:
    with place:
        match_web.show(whole, shown.couples, opened)


def _head(track: Track, told: str) -> None:
    with st.container(key="odv-titles"):
        st.title(_("Wie gaat bij wie?"), anchor=False)
        st.text(told)


def _too_few(track: Track) -> None:
    _head(track, "")
    with st.container(key="odv-card-nothing"):
        st.text(_("Voor een bezoek zijn er twee organisaties nodig. Zet ze eerst in het traject."))
        parts.link(_("Naar het traject"), parts.TRACK, {"t": track.id}, "track", main=True)


def _changes(track: Track, whole: TrackMatching, now: MatchingNow, shown: Proposal) -> None:
    """What is not as it was stored: a better proposal, or what must be repaired."""
    if whole.lost:
        gone = listed(list(dict.fromkeys(
            whole.name(one) for visit in whole.lost for one in (visit.visitor, visit.host)
            if one not in whole.case.by_id
        )))  # fmt: skip
        st.warning(plain(
            _("{names} doet niet meer mee. Dit verandert er het minst.").format(names=gone)
        ))  # fmt: skip
    if now.better is None:
        return
    told = difference_sentence(now.better)
    if now.agreed:
        _repair(whole, now, shown, told)
    elif now.is_stored:
        with st.container(key="odv-card-better"):
            st.text(_("Er kan intussen een beter voorstel. {told}").format(told=told))
            st.button(
                _("Opnieuw voorstellen"), key="odv-propose", on_click=propose_again,
                args=(track.id,),
            )  # fmt: skip
    else:
        st.info(plain(_("Het vorige voorstel kan niet meer. {told}").format(told=told)))


def _repair(whole: TrackMatching, now: MatchingNow, shown: Proposal, told: str) -> None:
    pairs = {one.pair for one in shown.couples}
    off = [one for one in now.agreed if one.pair not in pairs]
    with st.container(key="odv-card-better"):
        st.text(told or _("Er moet een bezoek bij."))
        for one in off:
            st.text(
                _("{visitor} gaat niet meer naar {host}.").format(
                    visitor=isolated(whole.name(one.visitor)), host=isolated(whole.name(one.host))
                )
            )


def _impossible(track: Track, whole: TrackMatching, found: Conflict) -> None:
    """Why it cannot be, and what would solve it."""
    with st.container(key="odv-card-impossible"):
        st.text(conflict_sentence(found))
        if found.together:
            st.text(together_sentence(found))
        for at, one in enumerate(found.remedies):
            with st.container(key=f"odv-remedy-{at}", horizontal=True,
                              vertical_alignment="center"):  # fmt: skip
                told = remedy_sentence(whole.case, one)
                st.text(told, width="stretch")
                if one.kind != "leave":
                    st.button(
                        label_of(_("Doe dit"), told), key=f"odv-do-remedy-{at}",
                        on_click=apply_remedy, args=(track.id, whole, one),
                    )  # fmt: skip


def _decide(track: Track, now: MatchingNow, shown: Proposal) -> None:
    """The buttons below the rows: agree, or open again what was agreed."""
    count = len(shown.couples)
    settled = {one.pair for one in now.agreed} == {one.pair for one in shown.couples}
    with st.container(key="odv-decide", horizontal=True, vertical_alignment="center"):
        if settled and now.agreed:
            st.text(_("Dit is afgesproken. Je groep ziet het pas als je het bekendmaakt."),
                    width="stretch")  # fmt: skip
            st.button(_("Toch weer een voorstel"), key="odv-reopen", on_click=reopen,
                      args=(track.id,))  # fmt: skip
            return
        label = (
            _("Spreek dit zo af") if now.agreed
            else ngettext("Spreek dit ene af", "Spreek deze {n} af", count)
            .format(n=in_words(count))
        )  # fmt: skip
        st.button(label, key="odv-agree", type="primary", on_click=agree,
                  args=(track.id, shown.couples))  # fmt: skip
        if not now.agreed and not now.is_stored:
            st.button(_("Bewaar dit voorstel"), key="odv-propose-first", on_click=propose_again,
                      args=(track.id,))  # fmt: skip
