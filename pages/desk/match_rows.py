"""A row for each couple of the proposal; one of them opens."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exercises.engine.matching_case import MatchingNow, TrackMatching
from exercises.kit.matching.case import Couple, MatchRule
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.conflict_words import obstacle_sentence
from exercises.kit.matching.costs import (
    OtherChoice,
    cost_sentence,
    difference_sentence,
    of_fixing,
    other_choice,
    runners_up,
)
from exercises.kit.matching.reasons import CoupleReason, choice_words, reasons
from exercises.kit.matching.solving import Proposal
from exercises.kit.rules.labels import label_of
from exercises.kit.rules.prose import isolated
from pages.desk import match_html, parts
from pages.desk.match_acts import choose, fix, forbid, release
from state.framework import framework_of
from state.language import _
from state.models import Track, VisitState

_OPEN = "odv-match-open"


def show(track: Track, whole: TrackMatching, now: MatchingNow, shown: Proposal) -> Couple | None:
    """A row for each couple of `shown`; gives the couple whose row is open."""
    told = reasons(whole.case, shown.couples)
    tiles = {one.id: one.tile for one in whole.organisations}
    states = {(one.visitor, one.host): one.state for one in whole.standing}
    opened = st.session_state.get(_OPEN)
    found: Couple | None = None
    with st.container(key="odv-card-couples", gap=None):
        if not told:
            st.text(_("Niemand gaat op bezoek."))
        for reason in told:
            couple = reason.couple
            is_open = opened == couple.pair
            with st.container(key=f"odv-match-{'open' if is_open else 'row'}-{_key(couple)}"):
                with st.container(horizontal=True, vertical_alignment="center", gap="small",
                                  key=f"odv-match-line-{_key(couple)}"):  # fmt: skip
                    pair = (tiles[couple.visitor], tiles[couple.host])
                    st.html(match_html.couple(reason, pair), width="stretch")
                    _buttons(track, whole, reason, states.get(couple.pair))
                    _opener(reason, is_open=is_open)
                if is_open:
                    found = couple
                    _detail(track, whole, now, shown, reason, tiles)
    return found


def _key(couple: Couple) -> str:
    return f"{couple.visitor}-{couple.host}"


def _subject(reason: CoupleReason) -> str:
    return _("{visitor} naar {host}").format(visitor=reason.visitor, host=reason.host)


def _buttons(
    track: Track, whole: TrackMatching, reason: CoupleReason, state: VisitState | None
) -> None:
    """What can be done with a couple; of a visit that stands only how far it is."""
    couple, subject = reason.couple, _subject(reason)
    if state is not None:
        st.text(_("gedaan") if state == "done" else _("afgesproken"), width="content")
        return
    if couple.pair in whole.called_off:
        st.text(_("eerder afgezegd"), width="content")
    held = _held(whole, couple)
    if held:
        st.button(
            label_of(_("vast"), subject), key=f"odv-fixed-{_key(couple)}",
            icon=":material/push_pin:", on_click=release, args=(track.id, held),
            help=_("Maak weer los"),
        )  # fmt: skip
    else:
        st.button(
            label_of(_("vastleggen"), subject), key=f"odv-fix-{_key(couple)}",
            icon=":material/push_pin:", on_click=fix, args=(track.id, couple),
        )  # fmt: skip
    st.button(
        label_of(_("niet"), subject), key=f"odv-not-{_key(couple)}", icon=":material/block:",
        on_click=forbid, args=(track.id, couple),
    )  # fmt: skip


def _held(whole: TrackMatching, couple: Couple) -> list[str]:
    """The ids of the choices that keep a couple."""
    return [
        one.id for one in whole.choices
        if one.kind in ("fixed", "must") and (one.organisation_id, one.host_id) == couple.pair
    ]  # fmt: skip


def _opener(reason: CoupleReason, *, is_open: bool) -> None:
    couple = reason.couple
    parts.icon_button(
        _("Klap dicht") if is_open else _("Waarom, en wat anders kan"),
        "expand_less" if is_open else "expand_more", f"match-{_key(couple)}",
        partial(_flip, couple), subject=_subject(reason),
    )  # fmt: skip


def _flip(couple: Couple) -> None:
    state = st.session_state
    state[_OPEN] = None if state.get(_OPEN) == couple.pair else couple.pair


def _detail(
    track: Track, whole: TrackMatching, now: MatchingNow, shown: Proposal, reason: CoupleReason,
    tiles: dict[str, int],
) -> None:  # fmt: skip
    names = {one.number: one.name for one in framework_of(track.framework).areas}
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown(_("**Waarom deze twee**"))
        st.html(match_html.why(reason, names))
        _fixed_cost(whole, shown, reason)
    with right:
        if MatchRule("done", *reason.couple.pair) in whole.case.rules:
            st.text(_("Dit bezoek is al geweest."))
            return
        st.markdown(_("**Liever iets anders?**"))
        hosts = runners_up(whole.case, shown.couples, reason.couple)
        if not hosts:
            st.text(_("Er is geen andere organisatie waar {visitor} naartoe kan.").format(
                visitor=isolated(reason.visitor)))  # fmt: skip
        for host in hosts:
            agreed = bool(now.agreed)
            found = other_choice(shown, reason.couple, host, least_change=agreed)
            _other(track, whole, found, tiles[host])


def _fixed_cost(whole: TrackMatching, shown: Proposal, reason: CoupleReason) -> None:
    """What it costs that the organiser chose this couple."""
    if not reason.chosen:
        return
    cost = of_fixing(shown, reason.couple)
    told = difference_sentence(cost) if cost else _("Ook zonder vastleggen kwam dit eruit.")
    with st.container(key=f"odv-cost-fixed-{_key(reason.couple)}"):
        st.text(_("Als je het losmaakt: {told}").format(told=told) if cost else told)


def _other(track: Track, whole: TrackMatching, other: OtherChoice, tile: int) -> None:
    couple, name = other.couple, whole.name(other.host)
    key = f"{_key(couple)}-{other.host}"
    with st.container(key=f"odv-other-{key}", gap="small"):
        choice = choice_words(other.rank) if other.rank else _("geen keuze")
        st.html(f'<div class="odv-other">{match_html.party(name, tile, 24)}'
                f"<span>{choice}</span></div>")  # fmt: skip
        with st.container(key=f"odv-cost-{key}"):
            st.text(_cost(other))
        if isinstance(other.outcome, Proposal):
            st.button(
                label_of(_("Kies dit"), name), key=f"odv-choose-{key}", on_click=choose,
                args=(track.id, couple, other.host, _held(whole, couple)),
            )  # fmt: skip


def _cost(other: OtherChoice) -> str:
    if isinstance(other.outcome, Conflict):
        return obstacle_sentence(other.outcome, other.couple, other.host)
    return _("Dat kost: {cost}").format(cost=cost_sentence(other))
