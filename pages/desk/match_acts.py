"""What the organiser does on the page of who visits whom: each stores, and proposes anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from exercises.engine import matching_case
from exercises.engine.matching_case import TrackMatching
from exercises.kit.matching.case import Couple
from exercises.kit.matching.conflict import Remedy
from exercises.kit.matching.highs_model import TooHard
from pages.desk.fields import attempt
from state import matching
from state.app import store
from state.language import _
from state.models import ChoiceKind
from state.problems import Refused

_PAGE = "odv-page"
_ASKED = "odv-match-changes"


def change(track_id: str, act: Callable[[], object], place: str = _PAGE) -> bool:
    """Store something and propose anew; what is refused is told at `place`."""

    def stored() -> None:
        act()
        again(track_id)

    return attempt(stored, place)


def again(track_id: str) -> None:
    """Solve anew and store the proposal; Refused when that takes too long."""
    try:
        matching_case.propose(store(), track_id)
    except TooHard:
        raise Refused(_("Dit voorstel duurt te lang. Haal enkele regels weg.")) from None


def propose_again(track_id: str) -> None:
    """For a button: propose anew."""
    attempt(lambda: again(track_id))


def agree(track_id: str, couples: Sequence[Couple]) -> None:
    """For a button: agree on what is shown."""
    if attempt(lambda: matching_case.agree(store(), track_id, couples)):
        ask_changes(track_id, asked=False)


def reopen(track_id: str) -> None:
    """For a button: make a proposal again of what was agreed."""
    attempt(lambda: matching_case.reopen(store(), track_id))
    ask_changes(track_id)


def ask_changes(track_id: str, asked: bool = True) -> None:
    """For a button: show which changes to what was agreed are proposed, or leave it as it is."""
    st.session_state[f"{_ASKED}-{track_id}"] = asked


def changes_asked(track_id: str) -> bool:
    """Whether the organiser asked for changes to what was agreed."""
    return bool(st.session_state.get(f"{_ASKED}-{track_id}"))


def call_off_lost(track_id: str) -> None:
    """For a button: call off the visits with who left."""
    attempt(lambda: matching_case.call_off_lost(store(), track_id))


def fix(track_id: str, couple: Couple) -> None:
    """For a button: keep this couple."""
    change(track_id, lambda: _rule(track_id, "fixed", couple.visitor, couple.host))


def release(track_id: str, choice_ids: Sequence[str]) -> None:
    """For a button: take choices away."""

    def act() -> None:
        for one in choice_ids:
            matching.drop(store(), one)

    change(track_id, act)


def forbid(track_id: str, couple: Couple) -> None:
    """For a button: never this couple."""
    change(track_id, lambda: _rule(track_id, "must_not", couple.visitor, couple.host))


def choose(track_id: str, couple: Couple, host: str, held: Sequence[str]) -> None:
    """For a button: the visitor of a couple goes to another host; `held` are the ids of choices
    that keep it where it is."""

    def act() -> None:
        for one in held:
            matching.drop(store(), one)
        _rule(track_id, "fixed", couple.visitor, host)

    if change(track_id, act):
        ask_changes(track_id)


def apply_remedy(track_id: str, whole: TrackMatching, remedy: Remedy) -> None:
    """For a button: do what makes an impossible matching possible."""
    change(track_id, lambda: _applied(track_id, whole, remedy))


def _applied(track_id: str, whole: TrackMatching, remedy: Remedy) -> None:
    if remedy.kind == "unvisited":
        _number(track_id, "unvisited", remedy.organisation, 1)
    elif remedy.kind == "one_more":
        most = whole.case.by_id[remedy.organisation].most_visits + 1
        _number(track_id, "most_visits", remedy.organisation, most)
    elif remedy.rule is not None and remedy.rule.kind in ("again", "called_off"):
        _rule(track_id, "may_again", remedy.rule.visitor, remedy.rule.host)
    elif remedy.rule is not None:
        rule = remedy.rule
        about = (rule.visitor or rule.host, rule.host if rule.visitor else None)
        for one in whole.choices:
            if (one.kind, (one.organisation_id, one.host_id)) == (rule.kind, about):
                matching.drop(store(), one.id)


def _rule(track_id: str, kind: ChoiceKind, visitor: str, host: str) -> None:
    matching.rule(store(), track_id, kind, visitor, host)


def _number(track_id: str, kind: ChoiceKind, organisation: str, number: int) -> None:
    matching.set_numbers(store(), track_id, kind, organisation, [number])
