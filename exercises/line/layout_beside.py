"""Figures with their names beside them, where above their heads these have no room.

On the left half of the line names stand right of the figures, on the right half left of them: who
stands at an end stays there, and the names run inwards.
"""

from collections.abc import Sequence
from itertools import pairwise

from exercises.line.layout_labels import NamedFigure
from exercises.line.layout_places import (
    FIRST_FOOT,
    FLOOR_END,
    FLOOR_TOP,
    LEFT,
    LINE_FROM,
    LINE_TO,
    RIGHT,
    SHADOW,
    TALL,
    TAPE_END,
)
from exercises.line.layout_spread import spread

# Half of a figure, as a share of the width of its box; it may look either way.
_HALF = 76 / 140
_MIDDLE = 0.5
_TOUCHING, _APART, _UNDER_TAPE = 0, 12, 3


def heights(rows: int, strip: float) -> tuple[list[float], float]:
    """The y of the soles for each of 4 or 6 rows (the tape, half of them in front of it, the rest
    behind it), and the width of a figure's box. `strip`: the height that traces take, px."""
    front = rows // 2
    behind = rows - front
    top = TAPE_END + _UNDER_TAPE + strip
    near, far = (FLOOR_END - top) / front, (FIRST_FOOT - FLOOR_TOP) / behind
    size = (min(near, far) - 2) / (TALL + SHADOW)
    feet = [top + near * (at + 1) - SHADOW * size - 1 for at in range(front)]
    return [FIRST_FOOT, *feet, *(FIRST_FOOT - far * at for at in range(1, behind))], size


def places(people: Sequence[NamedFigure], size: float) -> list[float] | None:
    """The x of people in one row, sorted by place; None when they don't fit."""
    if not people:
        return []
    around = [_around(person, size) for person in people]
    gaps = [one[1] + other[0] + _APART for one, other in pairwise(around)]
    low = max(LINE_FROM, LEFT + around[0][0])
    high = min(LINE_TO, RIGHT - around[-1][1])
    return spread([person.x for person in people], gaps, low, high)


def label_middle(person: NamedFigure, x: float, size: float) -> float:
    """The x of the middle of somebody's name."""
    away = _HALF * size + _TOUCHING + person.label_width / 2
    return x + away if _runs_right(person) else x - away


def _around(person: NamedFigure, size: float) -> tuple[float, float]:
    """How far somebody reaches to the left and to the right of the point between the soles."""
    half = _HALF * size
    reach = half + _TOUCHING + person.label_width
    return (half, reach) if _runs_right(person) else (reach, half)


def _runs_right(person: NamedFigure) -> bool:
    return person.standing.at < _MIDDLE
