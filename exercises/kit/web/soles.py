"""Soles along the way of a visit: pairs of footprints, round the corners."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from exercises.kit.drawing.svg import FOOTPRINT, tile_colours, token

Point = tuple[float, float]
# As shares of a lane: how long a sole is drawn, between two soles, and how far each is aside.
_SOLE, _STEP, _ASIDE = 0.027, 1.0, 0.17
_CORNER, _CURVE = 0.5, 5


def soles(way: Sequence[Point], lane: float, tile: int | None) -> str:
    """The footprints of a visitor as SVG, along the corners of a way through lanes `lane` wide."""
    fill, ink = tile_colours(tile).fill, token("ink")
    scale = _SOLE * lane
    prints = (
        f'<path d="{FOOTPRINT}" transform="translate({x:.1f} {y:.1f}) rotate({angle:.0f}) '
        f'scale({scale:.2f})" stroke-width="{2.6 / scale:.1f}"/>'
        for x, y, angle in along(way, lane)
    )
    return f'<g fill="{fill}" stroke="{ink}" stroke-linejoin="round">{"".join(prints)}</g>'


def along(way: Sequence[Point], lane: float) -> list[tuple[float, float, float]]:
    """Where soles stand and in which angle (degrees): left and right in turn, the last one just
    before the end."""
    line = _rounded(way, _CORNER * lane)
    long = sum(math.dist(one, two) for one, two in pairwise(line))
    count = max(2, int(long / (_STEP * lane)))
    found = []
    for at in range(count):
        x, y, angle = _point(line, long * (at + 0.5) / count)
        side = _ASIDE * lane * (1 if at % 2 else -1)
        found.append((x - side * math.sin(angle), y + side * math.cos(angle), math.degrees(angle)))
    return found


def _rounded(way: Sequence[Point], radius: float) -> list[Point]:
    """The way with its corners as curves of a few pieces."""
    found = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        for at in range(_CURVE + 1):
            share = at / _CURVE
            left = 1 - share
            x, y = (
                left * left * one + 2 * left * share * two + share * share * three
                for one, two, three in zip(start, corner, end, strict=True)
            )
            found.append((x, y))
    return [*found, way[-1]]


def _towards(point: Point, other: Point, radius: float) -> Point:
    far = math.dist(point, other)
    share = min(radius, far / 2) / far if far else 0
    return point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share


def _point(line: Sequence[Point], walked: float) -> tuple[float, float, float]:
    """The point so far along a line, and the angle there in radians."""
    for one, two in pairwise(line):
        far = math.dist(one, two)
        if walked <= far and far:
            share = walked / far
            x, y = one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share
            return x, y, math.atan2(two[1] - one[1], two[0] - one[0])
        walked -= far
    (x, y), (x0, y0) = line[-1], line[-2]
    return x, y, math.atan2(y - y0, x - x0)
