"""What is drawn of where a pawn came from: pawns of earlier meetings, and ways as dots. Pure.

`layout_ways` finds them and `picture_pieces` draws them; numbers in px of the stage.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
NODE, DOT, PACE = 21, 5.5, 24
# How far the way from meeting to meeting bends aside, as a part of its length: there and back
# again are two ways, and none runs over another.
_BEND = 0.14
_PIECES = 40


@dataclass(frozen=True)
class Trail:
    """The way of a pawn, oldest place first, the place where it stands last. `bent`: from meeting
    to meeting, in curves."""

    id: str
    tile: int
    points: tuple[Point, ...]
    bent: bool = False


@dataclass(frozen=True)
class PastPawn:
    """A pawn where it stood in earlier meetings, by their numbers; `numbered`: whether those are
    written beside it."""

    id: str
    tile: int
    x: float
    y: float
    meetings: tuple[int, ...] = ()
    numbered: bool = False


def dots(trail: Trail, *, clear: float = NODE, pace: float = PACE) -> list[Point]:
    """Dots from the first place to the last, at equal distances and clear of both ends."""
    found: list[Point] = []
    for start, end in pairwise(trail.points):
        line = curve(start, end) if trail.bent else [start, end]
        found += _along(line, clear + pace * 0.7, pace)
    return found


def curve(start: Point, end: Point) -> list[Point]:
    """A curve to the left of who walks, in short straight pieces."""
    (x, y), (to_x, to_y) = start, end
    by_x = (x + to_x) / 2 + (to_y - y) * 2 * _BEND
    by_y = (y + to_y) / 2 - (to_x - x) * 2 * _BEND
    return [
        (
            (1 - t) ** 2 * x + 2 * t * (1 - t) * by_x + t**2 * to_x,
            (1 - t) ** 2 * y + 2 * t * (1 - t) * by_y + t**2 * to_y,
        )
        for t in (at / _PIECES for at in range(_PIECES + 1))
    ]


def _along(line: list[Point], begin: float, pace: float) -> list[Point]:
    """Points on a line of straight pieces, `pace` apart."""
    pieces = list(pairwise(line))
    far = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pieces)
    found: list[Point] = []
    walked, at = 0.0, begin
    for (x, y), (to_x, to_y) in pieces:
        long = hypot(to_x - x, to_y - y)
        while walked <= at < walked + long and at < far - pace * 0.5:
            part = (at - walked) / long
            found.append((round(x + (to_x - x) * part, 1), round(y + (to_y - y) * part, 1)))
            at += pace
        walked += long
    return found
