"""Small matchings at random, and their answers by trying everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from exercises.kit.matching.case import (
    Couple,
    MatchCase,
    MatchOrganisation,
    MatchRule,
    RankedHost,
    RuleKind,
    Sought,
    StrongPoint,
)
from exercises.kit.matching.demands import Demand, demands, is_met

# Many cases at random are impossible: a test that needs a proposal passes over these.
PASSING_OVER = settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
NAMES = ("De Regenton", "Kattenstaart", "Zevenhoek", "Knikkerzak", "Ayşe & Co", "Het Achterom")
_TEXTS = ("Stille vaders bereiken", "Vaders aan tafel", "De straat op", "Een tafel op straat")


def ids(count: int) -> list[str]:
    return [f"o{at}" for at in range(count)]


def duos(count: int, **more: object) -> list[MatchOrganisation]:
    return [
        MatchOrganisation(one, NAMES[at] if at < len(NAMES) else f"Huis {at}", **more)  # type: ignore[arg-type]
        for at, one in enumerate(ids(count))
    ]


@st.composite
def cases(draw: st.DrawFn, most: int = 4, least: int = 0) -> MatchCase:
    """From `least` to `most` organisations with all that a case can hold, possible or not."""
    count = draw(st.integers(least, most))
    there = [
        MatchOrganisation(
            one, NAMES[at], draw(st.sampled_from([(2,), (2,), (1,), (2, 2), (2, 1), ()])),
            draw(st.sampled_from([2, 2, 1, 0, 3])), draw(st.booleans() | st.just(True)),
        )
        for at, one in enumerate(ids(count))
    ]  # fmt: skip
    one = st.sampled_from(ids(count)) if count else st.nothing()
    pair = st.tuples(one, one)
    wishes = [
        RankedHost(visitor, host, rank)
        for (visitor, host), rank in draw(_some(st.tuples(pair, st.integers(1, 4)), 3 * count))
    ]
    area = st.sampled_from([None, 1, 2])
    said = st.tuples(one, st.sampled_from(_TEXTS), area)
    asked = [Sought(*words) for words in draw(_some(said, count * 2))]
    shown = [StrongPoint(*words) for words in draw(_some(said, count * 2))]
    kinds: list[RuleKind] = ["fixed", "must", "must_not", "must_not", "again"]
    rules = [
        MatchRule(kind, visitor, host)
        for (visitor, host), kind in draw(
            _some(st.tuples(pair, st.sampled_from(kinds)), 3 * bool(count))
        )
    ]
    rules += [
        MatchRule("most_people", "", host, people)
        for host, people in draw(_some(st.tuples(one, st.integers(1, 4)), 1 * bool(count)))
    ]
    return MatchCase.of(there, wishes, asked, shown, rules)


def _some(of: st.SearchStrategy[tuple], most: int) -> st.SearchStrategy[list[tuple]]:  # type: ignore[type-arg]
    return st.lists(of, max_size=most) if most else st.just([])


def everything(case: MatchCase, held: Sequence[Demand] | None = None) -> Iterator[list[Couple]]:
    """All proposals that meet all demands, or those of `held`; of the latter also those in which
    groups stay at home."""
    must = demands(case) if held is None else held
    for chosen in product(*(_ways(case, one, held is not None) for one in case.organisations)):
        couples = [couple for of_one in chosen for couple in of_one]
        if all(is_met(case, one, couples) for one in must):
            yield couples


def _ways(case: MatchCase, one: MatchOrganisation, some_stay: bool) -> Iterator[tuple[Couple, ...]]:
    hosts: list[str | None] = [other.id for other in case.organisations if other.id != one.id]
    if some_stay:
        hosts += [None] * len(one.sends)
    seen = set()
    for order in permutations(hosts, len(one.sends)):
        way = tuple(
            Couple(one.id, host, people)
            for host, people in zip(order, one.sends, strict=True) if host is not None
        )  # fmt: skip
        if frozenset(way) not in seen:
            seen.add(frozenset(way))
            yield way
