"""Keeping people in a row apart while moving them as little as possible.

This is isotonic regression with bounds, solved by pooling adjacent violators: whoever would stand
too close is put in one block, and a block stands where the sum of squared displacements is
smallest.
"""

from collections.abc import Sequence
from itertools import accumulate

_HAIR = 1e-7


def spread(
    targets: Sequence[float], gaps: Sequence[float], low: float, high: float
) -> list[float] | None:
    """Places for ascending `targets`, with place i+1 at least `gaps[i]` after place i and all in
    low..high.

    All in the same unit (px, or columns). Keeps the order. None when the gaps don't fit between low
    and high. An empty row gives an empty list. Whoever needs no push stays at the exact target.
    """
    if not targets:
        return []
    offsets = [0.0, *accumulate(gaps)]
    if offsets[-1] > high - low + 1e-6:
        return None
    # Without the gaps the places only have to ascend.
    free = _pool([target - offset for target, offset in zip(targets, offsets, strict=True)])
    top = max(low, high - offsets[-1])
    places = [
        min(max(place, low), top) + offset for place, offset in zip(free, offsets, strict=True)
    ]
    # Adding and taking off the offset leaves a rounding error; nobody sees 1e-9 px, but equality is
    # easier to trust.
    return [
        target if abs(target - place) < _HAIR else place
        for target, place in zip(targets, places, strict=True)
    ]


def _pool(values: Sequence[float]) -> list[float]:
    """The ascending numbers nearest to `values` (least squares)."""
    blocks: list[tuple[float, int]] = []  # sum, count
    for value in values:
        total, count = value, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            before, size = blocks.pop()
            total, count = total + before, count + size
        blocks.append((total, count))
    return [total / count for total, count in blocks for _ in range(count)]


def cost(targets: Sequence[float], places: Sequence[float]) -> float:
    """Sum of the squared displacements."""
    return sum((target - place) ** 2 for target, place in zip(targets, places, strict=True))
