"""A matching as a mixed-integer programme, solved exactly by HiGHS.

    go[a, s, h] in {0, 1}   a group of s people of a visits h; at most one group of a at each host
    both[a, b]  >= go[a, ., b] + go[b, ., a] - 1
    more[h]     >= visits to h - 1
    off[d] in {0, 1}        demand d is dropped; 0 as long as nobody asks why it is impossible

All numbers of the objective are whole, so a gap below one is an exact answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from exercises.kit.matching.case import WANTED, Couple, MatchCase, MatchRule
from exercises.kit.matching.demands import Demand, demands
from exercises.kit.matching.points import BOTH_WAYS, ONE_MORE, Worth
from exercises.kit.solver import CHOSEN, LinearRows, solver

# Far beyond what 40 organisations take; a page must not wait for ever.
_SECONDS = 20.0


class TooHard(Exception):
    """No proven answer within the time."""


class HighsModel:
    """The programme of one case. `best` needs `worth`; without it the model is smaller, and tells
    only what is possible."""

    def __init__(self, case: MatchCase, worth: Worth | None = None) -> None:
        self._case, self._worth = case, worth
        self._inf = float(highspy.kHighsInf)
        self.demands = demands(case)
        self._go: dict[tuple[str, int, str], int] = {}
        self._of_pair: dict[tuple[str, str], list[int]] = {}
        self._into: dict[str, list[tuple[int, int]]] = {one.id: [] for one in case.organisations}
        self._columns()
        self._both = self._pairs_both_ways()
        first_more = len(self._go) + len(self._both)
        self._more = {
            one.id: first_more + at for at, one in enumerate(case.organisations if worth else ())
        }
        self._first_off = first_more + len(self._more)
        self._size = self._first_off + len(self.demands)
        self._highs = self._passed()

    def best(
        self, keep: Sequence[Couple] = (), *, change_first: bool = False
    ) -> tuple[Couple, ...] | None:
        """The couples that are worth most, and of several such proposals the one with most of
        `keep`; with `change_first` the other way round. None when it is impossible."""
        worth = self._worth
        assert worth is not None
        kept = {(one.visitor, one.people, one.host) for one in keep}
        kept_columns = {self._go[key] for key in kept if key in self._go}
        groups = sum(len(one.sends) for one in self._case.organisations)
        # Either number is larger than all that the other can add up to.
        value = 1 if change_first else groups + 1
        count = self._widest(worth) if change_first else 1
        costs = np.zeros(self._size)
        for (visitor, _people, host), column in self._go.items():
            points = value * worth.points((visitor, host))
            costs[column] = points + (count if column in kept_columns else 0)
        costs[list(self._both.values())] = -value * BOTH_WAYS
        costs[list(self._more.values())] = -value * ONE_MORE
        self._drop({})
        return self._couples() if self._solved(costs) else None

    def fewest_off(self, enforced: Iterable[Demand] = ()) -> tuple[Demand, ...] | None:
        """The fewest demands that must be dropped, none of `enforced`; None when even that is
        impossible."""
        held = set(enforced)
        self._drop({one: 1.0 for one in self.demands if one not in held})
        costs = np.zeros(self._size)
        costs[self._first_off :] = -1.0
        if not self._solved(costs):
            return None
        found = self._highs.getSolution().col_value
        return tuple(one for at, one in enumerate(self.demands)
                     if found[self._first_off + at] > CHOSEN)  # fmt: skip

    def is_possible(self) -> bool:
        """Whether all demands can be met together."""
        self._drop({})
        return self._solved(np.zeros(self._size))

    def _columns(self) -> None:
        for one in self._case.organisations:
            for people in sorted(set(one.sends)):
                for host in self._case.organisations:
                    if host.id == one.id:
                        continue
                    column = len(self._go)
                    self._go[one.id, people, host.id] = column
                    self._of_pair.setdefault((one.id, host.id), []).append(column)
                    self._into[host.id].append((column, people))

    def _pairs_both_ways(self) -> dict[tuple[str, str], int]:
        """The column of each pair that may visit each other."""
        pairs = [
            pair for pair in self._of_pair if pair < pair[::-1] and pair[::-1] in self._of_pair
        ] if self._worth else []  # fmt: skip
        return {pair: len(self._go) + at for at, pair in enumerate(pairs)}

    def _widest(self, worth: Worth) -> int:
        """More than the values of any two proposals can differ."""
        groups = sum(len(one.sends) for one in self._case.organisations)
        most = max(map(worth.points, self._of_pair), default=0)
        return groups * (most + BOTH_WAYS + ONE_MORE) + 1

    def _passed(self) -> highspy.Highs:
        rows = LinearRows()
        self._structure(rows)
        for at, demand in enumerate(self.demands):
            self._demand(rows, demand, self._first_off + at)
        upper = np.ones(self._size)
        upper[list(self._more.values())] = self._inf
        whole = [*range(len(self._go)), *range(self._first_off, self._size)]
        highs = solver(upper, whole, rows, seconds=_SECONDS)
        if self._worth is None:
            # Asking what is possible takes many short answers: presolving is most of each.
            highs.setOptionValue("presolve", "off")
        return highs

    def _structure(self, rows: LinearRows) -> None:
        """What holds whatever is dropped."""
        for columns in self._of_pair.values():
            if len(columns) > 1:
                rows.add(-self._inf, 1, [(column, 1) for column in columns])
        for pair, both in self._both.items():
            there = self._of_pair[pair] + self._of_pair[pair[::-1]]
            rows.add(-1, self._inf, [(both, 1), *((column, -1) for column in there)])
        for host, more in self._more.items():
            into = ((column, -1) for column, _people in self._into[host])
            rows.add(-1, self._inf, [(more, 1), *into])
        for one in self._case.organisations:
            for people, count in Counter(one.sends).items():
                rows.add(-self._inf, count, self._out(one.id, people))

    def _out(self, visitor: str, people: int) -> list[tuple[int, float]]:
        return [
            (self._go[visitor, people, host.id], 1.0)
            for host in self._case.organisations if host.id != visitor
        ]  # fmt: skip

    def _demand(self, rows: LinearRows, demand: Demand, off: int) -> None:
        """The constraint of one demand; with `off` at one it asks nothing."""
        one = self._case.by_id.get(demand.organisation)
        if demand.rule is not None or one is None:
            assert demand.rule is not None
            self._rule(rows, demand.rule, off)
            return
        into = [(column, 1.0) for column, _people in self._into[one.id]]
        if demand.kind == "goes":
            for people, count in Counter(one.sends).items():
                rows.add(count, self._inf, [*self._out(one.id, people), (off, count)])
        elif demand.kind == "visited":
            rows.add(1, self._inf, [*into, (off, 1)])
        else:
            rows.add(-self._inf, one.most_visits, [*into, (off, -len(into))])

    def _rule(self, rows: LinearRows, rule: MatchRule, off: int) -> None:
        if rule.kind == "most_people":
            into = [(column, float(people)) for column, people in self._into[rule.host]]
            most = sum(number for _column, number in into)
            rows.add(-self._inf, rule.people, [*into, (off, -most)])
            return
        # An organisation that sends nobody has no columns; a couple that must be is impossible.
        there = [(column, 1.0) for column in self._of_pair.get((rule.visitor, rule.host), ())]
        if rule.kind in WANTED:
            rows.add(1, self._inf, [*there, (off, 1)])
        else:
            rows.add(-self._inf, 0, [*there, (off, -1)])

    def _drop(self, allowed: Mapping[Demand, float]) -> None:
        """Which demands may be dropped."""
        if not self.demands:
            return
        columns = np.arange(self._first_off, self._size, dtype=np.int32)
        upper = np.array([allowed.get(one, 0.0) for one in self.demands])
        self._highs.changeColsBounds(len(columns), columns, np.zeros(len(columns)), upper)

    def _solved(self, costs: NDArray[np.float64]) -> bool:
        """Solve for the highest costs; whether there is an answer. Raises TooHard."""
        highs = self._highs
        if self._size == 0:
            return True
        highs.changeColsCost(self._size, np.arange(self._size, dtype=np.int32), costs)
        highs.run()
        status = highs.getModelStatus()
        if status in (
            highspy.HighsModelStatus.kInfeasible,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return False
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty):
            raise TooHard
        return True

    def _couples(self) -> tuple[Couple, ...]:
        if not self._go:
            return ()
        found = self._highs.getSolution().col_value
        return tuple(
            Couple(visitor, host, people)
            for (visitor, people, host), column in self._go.items() if found[column] > CHOSEN
        )  # fmt: skip
