"""Who talks with whom at the least cost: people in twos, and three where the number is odd.

Pure and deterministic: the same people in the same order give the same groups. What a pair costs
the caller says, as a whole number from 0; everybody in a group of three meets both others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import rustworkx

Cost = Callable[[str, str], int]
Groups = tuple[tuple[str, ...], ...]
_THREE = 3
# How many edges may be looked at for the best three, so that it takes less than 0.1 s; up to 17
# people all threes are tried.
_EFFORT = 60_000
_NOBODY = ""
# How many neighbours in the row are looked at first.
_NEAR = 10


def groups(people: Sequence[str], cost: Cost) -> Groups:
    """Everybody in twos, with one three when the number is odd; somebody alone stays alone.

    The sum of all costs is the lowest for an even number, and for an odd number up to 17; above
    that it is the lowest unless no three is free of cost.
    """
    if len(people) <= _THREE:
        return (tuple(people),) if people else ()
    if len(people) % 2 == 0:
        return _matched(people, cost)
    return _with_three(people, cost)


def total(found: Groups, cost: Cost) -> int:
    """What groups cost together."""
    return sum(cost(one, other) for group in found for one, other in pairs_of(group))


def pairs_of(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every two people of a group."""
    for at, one in enumerate(group):
        for other in group[at + 1 :]:
            yield one, other


def _matched(people: Sequence[str], cost: Cost) -> Groups:
    """An even number of people in twos."""
    count = len(people)
    found = _for_nothing(people, cost) if count > 2 * _NEAR else []
    if 2 * len(found) < count:
        prices = [
            (a, b, cost(people[a], people[b])) for a in range(count) for b in range(a + 1, count)
        ]
        found = _lightest(count, prices)
    return tuple((people[a], people[b]) for a, b in found)


def _for_nothing(people: Sequence[str], cost: Cost) -> list[tuple[int, int]]:
    """Pairs that cost nothing, looked for among the nearest in the row only. When that gives
    everybody somebody there is no better: most halls need no more than this."""
    count = len(people)
    near = ((a, (a + step) % count) for a in range(count) for step in range(1, _NEAR + 1))
    return _lightest(count, [(a, b, 0) for a, b in near if cost(people[a], people[b]) == 0])


def _lightest(count: int, prices: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """As many pairs as can be, and of those the cheapest: (one, other), in order."""
    # The library looks for the highest weight; all weights must be above zero.
    most = max((price for _a, _b, price in prices), default=0) + 1
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, most - price) for a, b, price in prices])
    found = rustworkx.max_weight_matching(
        graph, max_cardinality=True, weight_fn=lambda weight: weight
    )
    return sorted((min(pair), max(pair)) for pair in found)


def _with_three(people: Sequence[str], cost: Cost) -> Groups:
    """Leave one out, match the rest, and let that one join the cheapest pair; when that costs
    more than leaving one out does, try other threes."""
    without_one = _matched((*people, _NOBODY), lambda a, b: 0 if _NOBODY in (a, b) else cost(a, b))
    left = next(one for pair in without_one if _NOBODY in pair for one in pair if one != _NOBODY)
    twos = tuple(pair for pair in without_one if _NOBODY not in pair)
    lowest = total(twos, cost)
    best = _joined(twos, left, cost)
    price = total(best, cost)
    if price == lowest:
        return best
    for one, other in _candidates(people, cost)[: max(1, _EFFORT // len(people) ** 2)]:
        found = _around(people, one, other, cost)
        if total(found, cost) < price:
            best, price = found, total(found, cost)
    return best


def _joined(twos: Groups, left: str, cost: Cost) -> Groups:
    cheapest = min(range(len(twos)), key=lambda at: (sum(cost(left, one) for one in twos[at]), at))
    return tuple((*pair, left) if at == cheapest else pair for at, pair in enumerate(twos))


def _candidates(people: Sequence[str], cost: Cost) -> list[tuple[str, str]]:
    """Twos that a third could join, the cheapest first."""
    return sorted(pairs_of(people), key=lambda pair: cost(*pair))


def _around(people: Sequence[str], one: str, other: str, cost: Cost) -> Groups:
    """The cheapest groups in which these two are in the three."""
    rest = [person for person in people if person not in (one, other)]

    def price(a: str, b: str) -> int:
        if _NOBODY in (a, b):
            third = b if a == _NOBODY else a
            return cost(one, other) + cost(one, third) + cost(other, third)
        return cost(a, b)

    found = _matched((*rest, _NOBODY), price)
    return tuple(
        (one, other, *(third for third in pair if third != _NOBODY)) if _NOBODY in pair else pair
        for pair in found
    )
