"""Places things along a line so that none touch, each as near as can be to where it belongs.

A thing covers one lane or several next to each other. Things keep their order where they share a
lane; what shares none may stand above each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate


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
    turned = [replace(one, at=-one.at) for one in reversed(wanted)]
    backward = [-one for one in reversed(_pushed(turned, -right, -left))]
    # Each keeps the distances, and so does what lies halfway.
    return [(one + other) / 2 for one, other in zip(forward, backward, strict=True)]


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
