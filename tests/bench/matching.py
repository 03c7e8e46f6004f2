"""How long a matching takes: `python -m tests.bench.matching` prints one JSON object.

Organisations with a top 3, learning questions and strengths at random, some of which may not
receive or send two duos. `proposal_ms`: the best proposal with the explanation of every couple and
the sentence on top (aim 2000 for 40 organisations). `row_ms`: what opening one row adds: the hosts
that would suit next, each with what it costs. `repair_ms`: the least change after somebody left.
`impossible_ms`: why nothing is possible, and what would help, where every host but one receives
one visit; `forbidden_ms`: where nobody may go to one host.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from exercises.kit.matching.case import (
    MatchCase,
    MatchOrganisation,
    MatchRule,
    RankedHost,
    Sought,
    StrongPoint,
)
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.costs import cost_sentence, other_choice, runners_up
from exercises.kit.matching.overview import overview
from exercises.kit.matching.reasons import reasons
from exercises.kit.matching.solving import Proposal, repaired, solved
from tests.bench.figures import Json, percentiles

T = TypeVar("T")
WORDS = (
    "ouders", "kinderen", "tafel", "keuken", "straat", "plein", "brug", "soep", "koffie", "onthaal",
    "deur", "raam", "stoel", "uitleen", "verhaal", "taal", "moeders", "vaders", "stilte", "feest",
    "tuin", "school", "crèche", "vrijwilliger", "avond", "ochtend", "huisbezoek", "wachtkamer",
    "afspraak", "drempel", "gemeente", "beleid", "overleg", "team",
)  # fmt: skip


def random_case(count: int, seed: int) -> MatchCase:
    """A matching of so many organisations, which can be solved."""
    dice = random.Random(seed)
    there = [
        MatchOrganisation(
            f"o{at}", f"Organisatie {at}", dice.choice([(2,), (2,), (2,), (1,), (2, 2)]),
            0 if at % 10 == 9 else 2,
        )
        for at in range(count)
    ]  # fmt: skip
    wishes = [
        RankedHost(one.id, host, rank, "Zij kunnen dat.")
        for one in there
        for rank, host in enumerate(_others(dice, there, one), start=1)
    ]
    asked = [Sought(one.id, _sentence(dice)) for one in there for _time in range(3)]
    asked += [Sought(one.id, _sentence(dice), area, False) for one in there for area in range(1, 5)]
    shown = [StrongPoint(one.id, _sentence(dice), area) for one in there for area in range(1, 5)]
    return MatchCase.of(there, wishes, asked, shown)


def _others(
    dice: random.Random, there: Sequence[MatchOrganisation], one: MatchOrganisation
) -> list[str]:
    others = [other.id for other in there if other is not one]
    return dice.sample(others, min(3, len(others)))


def _sentence(dice: random.Random) -> str:
    return f"Hoe doen jullie dat met {' en '.join(dice.sample(WORDS, 4))}?"


def _timed(figures: dict[str, list[float]], name: str, work: Callable[[], T]) -> T:
    began = time.perf_counter()
    found = work()
    figures.setdefault(name, []).append((time.perf_counter() - began) * 1000)
    return found


def _explained(case: MatchCase) -> Proposal:
    found = solved(case)
    assert isinstance(found, Proposal)
    told = reasons(case, found.couples)
    assert overview(told) and all(one.sentence() for one in told)
    return found


def _open_row(found: Proposal) -> None:
    couple = found.couples[0]
    for host in runners_up(found.case, found.couples, couple):
        assert cost_sentence(other_choice(found, couple, host))


def measure(count: int, times: int) -> Json:
    """Percentiles in ms of so many random cases of `count` organisations."""
    figures: dict[str, list[float]] = {}
    for seed in range(times):
        case = random_case(count, seed)
        found = _timed(figures, "proposal_ms", lambda case=case: _explained(case))  # type: ignore[misc]
        _timed(figures, "row_ms", lambda found=found: _open_row(found))  # type: ignore[misc]
        left = case.without("o1")
        _timed(figures, "repair_ms", lambda: repaired(left, found.couples))  # noqa: B023
    full = MatchCase.of(
        replace(one, sends=(2,), most_visits=int(at > 0))
        for at, one in enumerate(case.organisations)
    )
    assert isinstance(_timed(figures, "impossible_ms", lambda: solved(full)), Conflict)
    forbidden = case.ruled(*(MatchRule("must_not", one.id, "o0") for one in case.organisations[1:]))
    assert isinstance(_timed(figures, "forbidden_ms", lambda: solved(forbidden)), Conflict)
    return {name: percentiles([round(one, 1) for one in found]) for name, found in figures.items()}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--organisations", type=int, nargs="*", default=[6, 40])
    parser.add_argument("--times", type=int, default=10)
    asked = parser.parse_args()
    found = {f"{count} organisations": measure(count, asked.times) for count in asked.organisations}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
