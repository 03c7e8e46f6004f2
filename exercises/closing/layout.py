"""Where a line that moved stands on the screen, in px of 1920 x 1080: behind, everybody as they
stood at first, in front as they stand now, and between them the way of who moved. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atan2, degrees, hypot, sin

LEFT, RIGHT = 72, 1848
BACK_LEFT = 330
# Left of the figures in front stands when they stand so.
FRONT_LEFT = 250
BACK_TAPE, BACK_HIGH = 566, 24
FRONT_TAPE, FRONT_HIGH = 908, 44
GHOST_FOOT = BACK_TAPE + BACK_HIGH * 0.7
# How wide a figure is at most, its box against its body, and how much smaller it stands behind.
_LARGEST, _BOX, FAR = 121.0, 1.35, 0.59
# Of more people, and where more ways cross, nobody in the hall can follow one.
_MOST_FOLLOWED, _MOST_CROSSINGS = 26, 3
# Closer than this nobody sees that somebody moved.
MOVED = 0.02
_PACE, _SIDE = 44.0, 11.0
_HEAD, _FOOT_BACK = 1.46, 34


@dataclass(frozen=True)
class LineMove:
    """Where somebody stood, and stands now: each from 0 to 1."""

    then: float
    now: float

    @property
    def moved(self) -> bool:
        """Whether the place is visibly another."""
        return abs(self.then - self.now) >= MOVED


@dataclass(frozen=True)
class Sole:
    """A print: its middle, the way its toes point in degrees, and how large it is, 1 as drawn."""

    x: float
    y: float
    turn: float
    scale: float


@dataclass(frozen=True)
class MovedFigure:
    """Somebody in both places: the soles of the ghost and of the figure now, how wide their boxes
    are, and the prints between them; none for who did not move."""

    ghost: tuple[float, float]
    ghost_size: float
    stands: tuple[float, float]
    size: float
    way: tuple[Sole, ...]

    @property
    def far(self) -> float:
        """How long the way is."""
        return abs(self.ghost[0] - self.stands[0]) if self.way else 0.0


def arrange(moves: Sequence[LineMove], raised: float = 0.0) -> tuple[MovedFigure, ...]:
    """Everybody in both rows, the longest way first. `raised`: how many px the front tape is higher
    than usual, to leave room for a long statement."""
    count = len(moves)
    if not count:
        return ()
    front, size = in_front([one.now for one in moves])
    back, ghost = behind([one.then for one in moves], size)
    found = []
    for at, one in enumerate(moves):
        foot = foot_of(raised)
        stood, stands = (back[at], GHOST_FOOT), (front[at], foot)
        way = _way(stood, (stands[0], foot - size * _HEAD), size) if one.moved else ()
        found.append(MovedFigure(stood, ghost, stands, size, way))
    return tuple(sorted(found, key=lambda one: -one.far))


def can_be_followed(moves: Sequence[LineMove]) -> bool:
    """Whether the way of each person can be told apart: few people, and hardly a way that crosses
    another one."""
    if len(moves) > _MOST_FOLLOWED:
        return False
    ways = [one for one in moves if one.moved]
    crossed = sum(
        (one.then - other.then) * (one.now - other.now) < 0 for one, other in combinations(ways, 2)
    )
    return crossed <= _MOST_CROSSINGS


def in_front(places: Sequence[float]) -> tuple[list[float], float]:
    """Where figures stand on the front tape, for places from 0 to 1, and how wide they are."""
    low, high = FRONT_LEFT + 70, RIGHT - 78
    return _spread(places, low, high), _size(len(places), high - low)


def behind(places: Sequence[float], size: float) -> tuple[list[float], float]:
    """Where ghosts stand on the back tape and how wide they are; `size`: how wide figures in front
    are."""
    low, high = BACK_LEFT + 60, RIGHT - 50
    return _spread(places, low, high), min(size * FAR, _size(len(places), high - low))


def foot_of(raised: float) -> float:
    """Where the figures in front have their feet."""
    return FRONT_TAPE - raised + FRONT_HIGH * 0.6


def _size(count: int, room: float) -> float:
    return min(_LARGEST, room / (count - 1) * _BOX) if count > 1 else _LARGEST


def _spread(places: Sequence[float], low: float, high: float) -> list[float]:
    """Each as near to its place as fits, in the order of the places, and never closer than a body
    is wide; all between `low` and `high`."""
    count = len(places)
    order = sorted(range(count), key=lambda at: places[at])
    gap = min(_LARGEST / _BOX, (high - low) / max(1, count - 1))
    x = [low + places[at] * (high - low) for at in order]
    for n in range(1, count):
        x[n] = max(x[n], x[n - 1] + gap)
    x[-1] = min(x[-1], high)
    for n in range(count - 2, -1, -1):
        x[n] = min(x[n], x[n + 1] - gap)
    found = [0.0] * count
    for n, at in enumerate(order):
        found[at] = round(max(low, x[n]), 1)
    return found


def _way(start: tuple[float, float], end: tuple[float, float], size: float) -> tuple[Sole, ...]:
    """Left and right prints from below the ghost to above the head of who stands there now."""
    scale = max(0.42, min(0.95, size / _LARGEST))
    (x0, y0), (x1, y1) = (start[0], start[1] + _FOOT_BACK), (end[0], end[1] - 14)
    length = hypot(x1 - x0, y1 - y0)
    turn = atan2(y1 - y0, x1 - x0)
    steps = max(2, int(length / (_PACE * max(scale, 0.55))))
    prints = []
    for step in range(steps):
        part = (step + 0.5) / steps
        side = _SIDE * scale * (1 if step % 2 else -1)
        x = x0 + part * (x1 - x0) - side * sin(turn)
        y = y0 + part * (y1 - y0) + side * ((x1 - x0) / (length or 1))
        prints.append(Sole(round(x, 1), round(y, 1), round(degrees(turn), 1), round(scale, 2)))
    return tuple(prints)
