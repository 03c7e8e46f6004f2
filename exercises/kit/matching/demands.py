"""What a proposal must meet, one by one: so it can be said which of it makes it impossible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exercises.kit.matching.case import OF_A_COUPLE, WANTED, Couple, MatchCase, MatchRule

DemandKind = Literal["goes", "visited", "places", "rule"]


@dataclass(frozen=True)
class Demand:
    """`goes`: every group of an organisation has a host; `visited`: it receives a visit; `places`:
    it receives no more than it can; `rule`: a rule of the organiser. `organisation` is an id, ""
    for a rule."""

    kind: DemandKind
    organisation: str = ""
    rule: MatchRule | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of the organisations it is about."""
        if self.rule is None:
            return (self.organisation,)
        return tuple(one for one in (self.rule.visitor, self.rule.host) if one)


def demands(case: MatchCase) -> tuple[Demand, ...]:
    """All of a case, in the order of its organisations and then of its rules."""
    found: list[Demand] = []
    for one in case.organisations:
        if one.sends:
            found.append(Demand("goes", one.id))
        if one.is_visited and one.most_visits > 0:
            found.append(Demand("visited", one.id))
        found.append(Demand("places", one.id))
    return (*found, *(Demand("rule", rule=rule) for rule in case.rules))


def is_met(case: MatchCase, demand: Demand, couples: Sequence[Couple]) -> bool:
    """Whether a proposal meets one."""
    received = [one for one in couples if one.host == demand.organisation]
    if demand.kind == "goes":
        gone = Counter(one.people for one in couples if one.visitor == demand.organisation)
        return gone == Counter(case.by_id[demand.organisation].sends)
    if demand.kind == "visited":
        return bool(received)
    if demand.kind == "places":
        return len(received) <= case.by_id[demand.organisation].most_visits
    assert demand.rule is not None
    return _is_kept(demand.rule, couples)


def _is_kept(rule: MatchRule, couples: Sequence[Couple]) -> bool:
    if rule.kind in OF_A_COUPLE:
        there = (rule.visitor, rule.host) in [one.pair for one in couples]
        return there == (rule.kind in WANTED)
    return sum(one.people for one in couples if one.host == rule.host) <= rule.people
