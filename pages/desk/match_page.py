"""The body of the page on who visits whom: head, rows, web, rules and wishes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exercises.engine import matching_case
from exercises.engine.matching_case import MatchingNow, TrackMatching, in_order
from exercises.kit.matching.case import Couple
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.conflict_words import (
    conflict_sentence,
    remedy_sentence,
    together_sentence,
)
from exercises.kit.matching.costs import MOST_NAMED, difference_sentence
from exercises.kit.matching.highs_model import TooHard
from exercises.kit.matching.overview import overview
from exercises.kit.matching.reasons import reasons
from exercises.kit.matching.solving import Proposal
from exercises.kit.rules.labels import label_of, plain
from exercises.kit.rules.prose import in_words, isolated
from pages.desk import (
    match_agreed,
    match_numbers,
    match_rows,
    match_rules,
    match_web,
    match_wishes,
    parts,
)
from pages.desk.match_acts import (
    agree,
    apply_remedy,
    ask_changes,
    changes_asked,
    propose_again,
)
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
    """What was agreed, or the proposal; gives what draws the web in its place, since nothing should
    wait for that."""
    asked = changes_asked(track.id)
    if now.agreed and (isinstance(now.shown, Conflict) or not asked or _is_settled(now)):
        shown = Proposal(whole.case, in_order(whole.case, now.agreed))
        told = reasons(whole.case, shown.couples)
        _head(track, overview(told))
        match_agreed.remarks(track, whole, now, asked=asked)
        if asked and isinstance(now.shown, Conflict):
            _impossible(track, whole, now.shown)
        return _couples(track, whole, now, shown, lambda: match_agreed.decided(track, whole))
    if isinstance(now.shown, Conflict):
        _head(track, _("Zo lukt het niet."))
        _impossible(track, whole, now.shown)
        if not whole.proposed:
            return None
        last = Proposal(whole.case, in_order(whole.case, whole.proposed))
        return _couples(track, whole, now, last, _last_proposal)
    found = now.shown
    _head(track, overview(reasons(whole.case, found.couples)))
    match_agreed.lost(track, whole)
    _changes(track, whole, now, found)
    return _couples(track, whole, now, found, lambda: _decide(track, now, found))


def _couples(
    track: Track, whole: TrackMatching, now: MatchingNow, shown: Proposal, below: Callable[[], None]
) -> Callable[[], None]:
    """The rows with what stands below them, and the place of the web."""
    beside = match_web.is_beside(whole)
    left, right = st.columns([2, 1], gap="medium") if beside else (st.container(), st.container())
    with left:
        opened = match_rows.show(track, whole, now, shown)
        below()
    return partial(_web, right, whole, shown, opened)


def _last_proposal() -> None:
    st.text(_("Dit was het laatste voorstel."))


def _is_settled(now: MatchingNow) -> bool:
    """Whether nothing would change in what was agreed."""
    return isinstance(now.shown, Proposal) and (
        {one.pair for one in now.agreed} == {one.pair for one in now.shown.couples}
    )


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
    moved = now.better.moved if now.better else ()
    # Of a few changes the sentence already names each visit that falls away.
    named = {(one.visitor, one.instead_of) for one in moved} if len(moved) <= MOST_NAMED else set()
    off = [one for one in now.agreed if one.pair not in pairs | named]
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
    """The buttons below the rows: agree, or leave what was agreed as it is."""
    count = len(shown.couples)
    with st.container(key="odv-decide", horizontal=True, vertical_alignment="center"):
        label = (
            _("Spreek dit zo af") if now.agreed
            else ngettext("Spreek dit ene af", "Spreek deze {n} af", count)
            .format(n=in_words(count))
        )  # fmt: skip
        st.button(label, key="odv-agree", type="primary", on_click=agree,
                  args=(track.id, shown.couples))  # fmt: skip
        if now.agreed:
            st.button(_("Laat het zoals het is"), key="odv-leave-agreed", on_click=ask_changes,
                      args=(track.id, False))  # fmt: skip
        elif not now.is_stored:
            st.button(_("Bewaar dit voorstel"), key="odv-propose-first", on_click=propose_again,
                      args=(track.id,))  # fmt: skip
