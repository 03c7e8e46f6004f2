"""Where a line of many people stands on the screen, in px of 1920 x 1080: a figure for some of them
each, then and now, and between both tapes how many went which way. Pure.

Single ways of many people cross each other, so that nobody could follow one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from exercises.closing.layout import (
    GHOST_FOOT,
    LEFT,
    MOVED,
    RIGHT,
    LineMove,
    Sole,
    behind,
    foot_of,
    in_front,
)

_MOST_FIGURES, _LARGEST = 26, 100.0
_GAP, _PACE, _MOST_SOLES, _SCALE = 36, 47, 12, 1.15
# Below the back tape: where the words stand, and the soles below them; where the figures leave no
# room for soles there are words alone.
_WORDS, _SOLES, _ROOM_FOR_SOLES, _HEAD = 662, 720, 760, 1.5


@dataclass(frozen=True)
class CrowdFlow:
    """Those who went the same way: `way` -1 to the left end, 1 to the right end, 0 who stayed.
    `x`, `y`: the middle of the baseline of its words, `wide` the room for them."""

    way: int
    count: int
    x: float
    y: float
    wide: float
    soles: tuple[Sole, ...]


@dataclass(frozen=True)
class Crowd:
    """`each`: how many people a figure stands for. The feet of ghosts and figures, from left to
    right, and how wide they are."""

    each: int
    ghosts: tuple[tuple[float, float], ...]
    ghost_size: float
    figures: tuple[tuple[float, float], ...]
    size: float
    flows: tuple[CrowdFlow, ...]


def crowd(moves: Sequence[LineMove], raised: float = 0.0) -> Crowd:
    """Everybody of a line; `raised`: how many px the front tape is higher than usual."""
    each = max(1, ceil(len(moves) / _MOST_FIGURES))
    front, size = in_front(_standing_for([one.now for one in moves], each))
    size = min(size, _LARGEST)
    back, ghost = behind(_standing_for([one.then for one in moves], each), size)
    foot = foot_of(raised)
    return Crowd(
        each, tuple((x, GHOST_FOOT) for x in back), ghost, tuple((x, foot) for x in front), size,
        _flows(moves, each, with_soles=foot - size * _HEAD >= _ROOM_FOR_SOLES),
    )  # fmt: skip


def _standing_for(places: Sequence[float], each: int) -> list[float]:
    """The middle place of each so many people, from left to right."""
    ordered = sorted(places)
    groups = (ordered[at : at + each] for at in range(0, len(ordered), each))
    return [sum(one) / len(one) for one in groups]


def _flows(moves: Sequence[LineMove], each: int, *, with_soles: bool) -> tuple[CrowdFlow, ...]:
    """Those who went to the left on the left, those who stayed in the middle; none of nobody."""
    wide = (RIGHT - LEFT - 2 * _GAP) / 3
    found = []
    for at, way in enumerate((-1, 0, 1)):
        count = sum(_way(one) == way for one in moves)
        x = LEFT + at * (wide + _GAP) + wide / 2
        soles = _soles(x, way, min(_MOST_SOLES, ceil(count / each))) if with_soles else ()
        if count:
            found.append(CrowdFlow(way, count, x, _WORDS, wide, soles))
    return tuple(found)


def _way(one: LineMove) -> int:
    if abs(one.now - one.then) < MOVED:
        return 0
    return 1 if one.now > one.then else -1


def _soles(x: float, way: int, count: int) -> tuple[Sole, ...]:
    """Prints in the direction that was gone, or side by side where people stayed."""
    left = x - (count - 1) * _PACE / 2
    if not way:
        return tuple(Sole(left + at * _PACE, _SOLES, 90, _SCALE) for at in range(count))
    turn = 0 if way > 0 else 180
    return tuple(
        Sole(left + at * _PACE, _SOLES + (13 if at % 2 else -13), turn, _SCALE)
        for at in range(count)
    )
