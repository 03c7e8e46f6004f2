"""The organiser's rules about pairs: who may not, who must, and who met in an earlier track."""

from __future__ import annotations

import streamlit as st

from exercises.engine.matching_case import TrackMatching
from exercises.kit.matching.case import MatchRule
from exercises.kit.matching.conflict_words import rule_words
from exercises.kit.rules.prose import isolated
from pages.desk import parts
from pages.desk.fields import show_trouble
from pages.desk.match_acts import change
from pages.desk.texts import distinct
from state import matching
from state.app import store
from state.language import _
from state.models import ChoiceKind, MatchingChoice, Track
from state.problems import Refused

_PLACE = "match-rule"
_TOLD = ("must_not", "must", "fixed", "may_again")
_KIND, _WHO, _WHOM, _WHY = (f"odv-rule-{part}" for part in ("kind", "who", "whom", "why"))


def show(track: Track, whole: TrackMatching) -> None:
    """All rules, each to be taken away, and the form for one more."""
    with st.container(key="odv-card-rules"):
        st.header(_("Regels"), anchor=False)
        told = [one for one in whole.choices if one.kind in _TOLD]
        for one in told:
            _row(track, whole, one)
        again = [one for one in whole.case.rules if one.kind in ("again", "called_off")]
        for rule in again:
            _again(track, whole, rule)
        if not told and not again:
            st.text(_("Nog geen. Met ‘niet’ of ‘vastleggen’ bij een koppel komt er een bij."))
        _form(track, whole)


def _row(track: Track, whole: TrackMatching, one: MatchingChoice) -> None:
    told = _words(whole, one)
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-rule-{one.id}"):
        st.text(f"{told}: {one.note}" if one.note else told, width="stretch")
        label = _("Een regel is weg: {rule}").format(rule=told)
        parts.icon_button(
            _("Haal deze regel weg"), "close", f"drop-{one.id}",
            lambda: _drop(track.id, one.id, label), subject=told,
        )  # fmt: skip


def _drop(track_id: str, choice_id: str, label: str) -> None:
    change(track_id, lambda: matching.drop(store(), choice_id, label))


def _words(whole: TrackMatching, one: MatchingChoice) -> str:
    kind = one.kind
    if kind == "may_again":
        return _("{visitor} mag toch naar {host}").format(
            visitor=isolated(whole.name(one.organisation_id)),
            host=isolated(whole.name(one.host_id or "")),
        )
    assert kind in ("must_not", "must", "fixed")
    return rule_words(whole.case, MatchRule(kind, one.organisation_id, one.host_id or ""))


def _again(track: Track, whole: TrackMatching, rule: MatchRule) -> None:
    """Two who met less than two years ago, or whose visit was called off, until the organiser
    lets them."""
    key = f"{rule.visitor}-{rule.host}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-again-{key}"):
        told = rule_words(whole.case, rule)
        if rule.kind == "again":
            told = _("{rule}, minder dan twee jaar geleden").format(rule=told)
        st.text(told, width="stretch")
        st.button(_("Mag toch"), key=f"odv-again-{key}", on_click=_let_again,
                  args=(track.id, rule))  # fmt: skip


def _let_again(track_id: str, rule: MatchRule) -> None:
    _rule(track_id, "may_again", rule.visitor, rule.host, "")


def _form(track: Track, whole: TrackMatching) -> None:
    names = distinct({one.id: one.name for one in whole.organisations})
    kinds: dict[ChoiceKind, str] = {"must_not": _("mag niet naar"), "must": _("gaat zeker naar")}
    with st.form("odv-form-rule", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for label, key, options in (
                (_("Wie"), _WHO, names), (_("Regel"), _KIND, kinds), (_("Bij wie"), _WHOM, names)
            ):  # fmt: skip
                st.selectbox(
                    label, list(options), format_func=lambda one, of=options: of.get(one, ""),
                    key=key, filter_mode=None, index=0 if key == _KIND else None,
                    placeholder=_("Kies"), width=200,
                )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(_("Reden (mag leeg blijven)"), key=_WHY, persist_state="session",
                          placeholder=_("zelfde straat, ze kennen elkaar al"))  # fmt: skip
            st.form_submit_button(_("Voeg toe"), key="odv-submit-rule", on_click=_add,
                                  args=(track.id,))  # fmt: skip
        show_trouble(_PLACE)


def _add(track_id: str) -> None:
    state = st.session_state
    who, whom = str(state.get(_WHO) or ""), str(state.get(_WHOM) or "")
    if _rule(track_id, state.get(_KIND) or "must_not", who, whom, str(state.get(_WHY) or "")):
        state[_WHO] = state[_WHOM] = None
        state[_WHY] = ""


def _rule(track_id: str, kind: ChoiceKind, who: str, whom: str, why: str) -> bool:
    def act() -> None:
        if not who or not whom:
            raise Refused(_("Kies wie op bezoek gaat en bij wie."))
        matching.rule(store(), track_id, kind, who, whom, why)

    return change(track_id, act, _PLACE)
