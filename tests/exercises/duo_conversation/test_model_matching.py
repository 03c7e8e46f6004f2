"""Who talks with whom: against a brute force on small halls, and by its promises on all."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.duo_conversation import model_matching as matching
from exercises.duo_conversation.model_matching import Groups

Prices = dict[tuple[str, str], int]


def every_way(people: Sequence[str]) -> Iterator[Groups]:
    """Every way to put people in twos, with one three for an odd number."""
    if len(people) <= 3:
        yield (tuple(people),) if people else ()
        return
    first, rest = people[0], people[1:]
    for at, other in enumerate(rest):
        left = [*rest[:at], *rest[at + 1 :]]
        for found in every_way(left):
            if len(people) % 2 or all(len(group) == 2 for group in found):
                yield ((first, other), *found)
        if len(people) % 2:
            for third, last in enumerate(left):
                for found in every_way([*left[:third], *left[third + 1 :]]):
                    yield ((first, other, last), *found)


def cost_of(prices: Prices) -> matching.Cost:
    return lambda one, other: prices.get((min(one, other), max(one, other)), 0)


@st.composite
def halls(draw: st.DrawFn, most: int = 8) -> tuple[list[str], Prices]:
    people = [f"p{n}" for n in range(draw(st.integers(0, most)))]
    pairs = [(a, b) for at, a in enumerate(people) for b in people[at + 1 :]]
    costs = st.sampled_from([0, 0, 0, 1, 2, 100])
    return people, {pair: draw(costs) for pair in pairs}


@given(halls())
def test_small_halls_get_the_cheapest_groups_of_all(hall: tuple[list[str], Prices]) -> None:
    people, prices = hall
    cost = cost_of(prices)
    best = min(matching.total(found, cost) for found in every_way(people))
    assert matching.total(matching.groups(people, cost), cost) == best


@given(halls(most=31))
def test_everybody_is_in_one_group_and_only_an_odd_number_has_a_three(
    hall: tuple[list[str], Prices],
) -> None:
    people, prices = hall
    found = matching.groups(people, cost_of(prices))
    assert sorted(one for group in found for one in group) == sorted(people)
    sizes = [len(group) for group in found]
    if len(people) > 1:
        assert set(sizes) <= {2, 3}
        assert sizes.count(3) == len(people) % 2
    assert found == matching.groups(people, cost_of(prices))


@pytest.mark.parametrize("biggest", [30, 50, 70, 99])
def test_a_large_hall_has_no_more_colleagues_together_than_one_organisation_forces(
    biggest: int,
) -> None:
    party = {f"p{n}": 0 if n < biggest else 1 + n % 12 for n in range(100)}
    people = random.Random(1).sample(sorted(party), len(party))
    cost = lambda one, other: int(party[one] == party[other])  # noqa: E731
    found = matching.groups(people, cost)
    assert matching.total(found, cost) == max(0, biggest - 50)


def test_twelve_people_meet_somebody_new_for_at_least_seven_rounds() -> None:
    people = [f"p{n}" for n in range(12)]
    met: set[tuple[str, str]] = set()
    for _round in range(7):
        before = {pair: 1 for pair in met}
        found = matching.groups(people, cost_of(before))
        new = {(min(group), max(group)) for group in found}
        assert not new & met
        met |= new
