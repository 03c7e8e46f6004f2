"""Places things along a line so that none touch, each as near as can be to where it belongs.

A thing covers one lane or several next to each other. Things keep their order where they share a
lane; what shares none may stand above each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

# How often only those that crowd become smaller before all do, by how much, and of how many at most
# that is looked at; and the half of a thing with a little more, so that what touches counts.
_TURNS, _SMALLER, _MANY, _TOUCH, _LEAST = 16, 0.88, 150, 0.51, 1e-6
# How much smaller all are where any is in the way, and of how many each is looked at apart.
_CROWDED, _FEW = 0.62, 60


@dataclass(frozen=True)
class Wanted:
    """A thing of `wide` px that covers the lanes `first` to `last`, and wants its middle `at`."""

    at: float
    wide: float
    first: int = 0
    last: int = 0


def longest(wanted: Sequence[Wanted]) -> float:
    """The least room in which they all fit, in this order."""
    filled = [0.0] * _lanes(wanted)
    for one in wanted:
        _fill(filled, one, max(filled[one.first : one.last + 1]) + one.wide)
    return max(filled, default=0)


def spread(wanted: Sequence[Wanted], left: float, right: float) -> list[float]:
    """The middles, in the order given, which is that from left to right. They lie between `left`
    and `right`, which must be at least `longest` apart."""
    forward = _pushed(wanted, left, right)
    turned = [Wanted(-one.at, one.wide, one.first, one.last) for one in reversed(wanted)]
    backward = [-one for one in reversed(_pushed(turned, -right, -left))]
    # Each keeps the distances, and so does what lies halfway.
    return [(one + other) / 2 for one, other in zip(forward, backward, strict=True)]


def near(
    wanted: Sequence[Wanted], unit: float, most: Sequence[float], left: float, right: float
) -> list[tuple[float, float]]:
    """The middle of each, at most its `most` from where it belongs, and its size, at most `unit`:
    where many want the same place they become smaller. The `wide` of a thing is that of size 1;
    each wants a middle within its `most` of what lies between `left` and `right`."""
    sizes = [unit] * len(wanted)
    found = _placed(wanted, sizes, left, right)
    if _far(wanted, found, most):
        # All of them first, so that few differ much from the rest.
        sizes = [unit * _CROWDED] * len(wanted)
        found = _placed(wanted, sizes, left, right)
    for _turn in range(_TURNS if len(wanted) <= _MANY else 0):
        far = _far(wanted, found, most)
        if not far:
            break
        crowded = {other for at in far for other in _crowd(wanted, sizes, found, at)}
        sizes = [one * _SMALLER if at in crowded else one for at, one in enumerate(sizes)]
        found = _placed(wanted, sizes, left, right)
    while _far(wanted, found, most) and max(sizes) > _LEAST:
        sizes = [min(one, max(sizes) * _SMALLER) for one in sizes]
        found = _placed(wanted, sizes, left, right)
    for at in sorted(range(len(sizes)), key=sizes.__getitem__) if len(sizes) <= _FEW else ():
        # Some became smaller than they need, because of others that did so too.
        while sizes[at] < max(sizes):
            larger = [*sizes[:at], min(max(sizes), sizes[at] / _SMALLER), *sizes[at + 1 :]]
            tried = _placed(wanted, larger, left, right)
            if _far(wanted, tried, most):
                break
            sizes, found = larger, tried
    return list(zip(found, sizes, strict=True))


def _far(wanted: Sequence[Wanted], found: Sequence[float], most: Sequence[float]) -> list[int]:
    return [at for at, one in enumerate(wanted) if abs(found[at] - one.at) > most[at]]


def _placed(
    wanted: Sequence[Wanted], sizes: Sequence[float], left: float, right: float
) -> list[float]:
    sized = [
        Wanted(one.at, one.wide * size, one.first, one.last)
        for one, size in zip(wanted, sizes, strict=True)
    ]
    if longest(sized) > right - left:
        return [inf] * len(wanted)
    return spread(sized, left, right)


def _crowd(
    wanted: Sequence[Wanted], sizes: Sequence[float], found: Sequence[float], at: int
) -> Iterator[int]:
    """Which things stand between one and where it belongs, with itself."""
    one = wanted[at]
    low, high = sorted((one.at, found[at]))
    reach = one.wide * sizes[at] * _TOUCH
    for other, size, x, place in zip(wanted, sizes, found, range(len(wanted)), strict=True):
        half = reach + other.wide * size * _TOUCH
        if other.first <= one.last and one.first <= other.last and low - half < x < high + half:
            yield place


def lined_up(
    at: Sequence[float], apart: Sequence[float], left: float, right: float
) -> list[float]:  # fmt: skip
    """Places between `left` and `right`, each as near as can be to where it is wanted (`at`), and
    at least `apart` from the next. There is one distance less than there are places, and all of
    them together fit."""
    offsets = [0.0, *accumulate(apart)][: len(at)]
    groups: list[tuple[float, int]] = []
    for wanted, offset in zip(at, offsets, strict=True):
        mean, count = wanted - offset, 1
        # Who want the same place share the middle of what they want.
        while groups and groups[-1][0] >= mean:
            before, more = groups.pop()
            mean, count = (mean * count + before * more) / (count + more), count + more
        groups.append((mean, count))
    highest = right - offsets[-1] if offsets else right
    means = [max(left, min(highest, mean)) for mean, count in groups for _one in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def _pushed(wanted: Sequence[Wanted], left: float, right: float) -> list[float]:
    """The middles, where what does not fit moves to the right, and back from the end."""
    filled = [left] * _lanes(wanted)
    found = []
    for one in wanted:
        at = max(one.at, max(filled[one.first : one.last + 1]) + one.wide / 2)
        _fill(filled, one, at + one.wide / 2)
        found.append(at)
    room = [right] * len(filled)
    for place in range(len(wanted) - 1, -1, -1):
        one = wanted[place]
        found[place] = min(found[place], min(room[one.first : one.last + 1]) - one.wide / 2)
        _fill(room, one, found[place] - one.wide / 2)
    return found


def _fill(filled: list[float], one: Wanted, edge: float) -> None:
    filled[one.first : one.last + 1] = [edge] * (one.last + 1 - one.first)


def _lanes(wanted: Sequence[Wanted]) -> int:
    return max((one.last for one in wanted), default=-1) + 1
