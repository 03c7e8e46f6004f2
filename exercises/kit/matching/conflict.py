"""Why a matching is impossible: the smallest set of demands that clash, and what would solve it.

The smallest set is found by hitting sets (Ignatiev et al., 'Smallest MUS extraction with minimal
hitting set dualization', CP 2015): every way to make it possible drops one of the clashing demands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import highspy
import numpy as np

from exercises.kit.matching.case import MatchCase, MatchOrganisation, MatchRule
from exercises.kit.matching.demands import Demand
from exercises.kit.matching.highs_model import HighsModel

RemedyKind = Literal["drop", "one_more", "unvisited", "leave"]
# More ways out of one kind than this help nobody to choose.
_MOST_OF_A_KIND = 3
_FEWEST = 2
_HALF = 0.5


@dataclass(frozen=True)
class Remedy:
    """One thing that makes it possible: `drop` a rule; let `organisation` (an id) receive
    `one_more` visit, or be `unvisited`, or `leave` the matching."""

    kind: RemedyKind
    organisation: str = ""
    rule: MatchRule | None = None

    def applied(self, case: MatchCase) -> MatchCase:
        """The case with it."""
        if self.rule is not None:
            return case.ruled(without=[self.rule])
        if self.kind == "leave":
            return case.without(self.organisation)
        return replace(case, organisations=tuple(
            self._changed(one) if one.id == self.organisation else one
            for one in case.organisations
        ))  # fmt: skip

    def _changed(self, one: MatchOrganisation) -> MatchOrganisation:
        if self.kind == "unvisited":
            return replace(one, is_visited=False)
        return replace(one, most_visits=one.most_visits + 1)


@dataclass(frozen=True)
class Conflict:
    """`demands`: the fewest that cannot be met together. `remedies`: what makes it possible, each
    by itself; where nothing does, `together` are the fewest demands to drop at once."""

    case: MatchCase
    demands: tuple[Demand, ...]
    remedies: tuple[Remedy, ...] = ()
    together: tuple[Demand, ...] = ()


def conflict(case: MatchCase) -> Conflict:
    """Why a case that cannot be solved is impossible."""
    model = HighsModel(case)
    clash = _smallest(model)
    remedies: list[Remedy] = []
    for one in _candidates(case, clash):
        of_kind = sum(other.kind == one.kind for other in remedies)
        if of_kind < _MOST_OF_A_KIND and HighsModel(one.applied(case)).is_possible():
            remedies.append(one)
    together = () if remedies else model.fewest_off() or ()
    return Conflict(case, clash, tuple(remedies), together)


def _smallest(model: HighsModel) -> tuple[Demand, ...]:
    """The fewest demands that cannot be met together."""
    ways: list[tuple[Demand, ...]] = []
    while True:
        tried = _hitting(model.demands, ways)
        way = model.fewest_off(tried)
        if way is None:
            return tried
        if not way:
            raise ValueError("this case is possible")
        ways.append(way)


def _hitting(every: Sequence[Demand], ways: Sequence[tuple[Demand, ...]]) -> tuple[Demand, ...]:
    """The fewest demands of which each way has one."""
    if not ways:
        return ()
    used = [one for one in every if any(one in way for way in ways)]
    at = {one: column for column, one in enumerate(used)}
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.addVars(len(used), np.zeros(len(used)), np.ones(len(used)))
    columns = np.arange(len(used), dtype=np.int32)
    highs.changeColsIntegrality(
        len(used), columns, np.full(len(used), highspy.HighsVarType.kInteger)
    )
    highs.changeColsCost(len(used), columns, np.ones(len(used)))
    for way in ways:
        of_way = np.array([at[one] for one in way], dtype=np.int32)
        highs.addRow(1, highspy.kHighsInf, len(way), of_way, np.ones(len(way)))
    highs.run()
    found = highs.getSolution().col_value
    return tuple(one for one in used if found[at[one]] > _HALF)


def _candidates(case: MatchCase, clash: Sequence[Demand]) -> Iterator[Remedy]:
    """What may help: each touches one of the clashing demands. Rules first, since they are the
    organiser's own, but no visit that was made; then what asks a host for more, and at the end who
    would stay out."""
    for one in clash:
        if one.rule is not None and one.rule.kind != "done":
            yield Remedy("drop", rule=one.rule)
    for one in clash:
        if one.kind == "places":
            yield Remedy("one_more", one.organisation)
    for one in clash:
        if one.kind == "visited":
            yield Remedy("unvisited", one.organisation)
    for organisation in dict.fromkeys(name for one in clash for name in one.about):
        # A matching of one is none.
        if len(case.organisations) > _FEWEST:
            yield Remedy("leave", organisation)
