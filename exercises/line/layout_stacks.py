"""Large groups: tiles or dots in columns that stand on the tape, and when it gets full on both
sides of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import Literal

from exercises.line.layout_places import (
    FLOOR_END,
    FLOOR_TOP,
    LEFT,
    RIGHT,
    TAPE_END,
    TAPE_TOP,
    LineLayout,
    LineSpot,
    LineStanding,
    true_x,
)
from exercises.line.layout_spread import spread


@dataclass(frozen=True)
class _Grid:
    """Cells for squares of `size` px, `pitch` px apart."""

    size: float
    pitch: float

    @cached_property
    def above(self) -> int:
        return floor((TAPE_TOP - FLOOR_TOP) / self.pitch)

    @cached_property
    def below(self) -> int:
        return floor((FLOOR_END - TAPE_END) / self.pitch)

    @cached_property
    def columns(self) -> int:
        return floor((RIGHT - LEFT) / self.pitch)

    @cached_property
    def left(self) -> float:
        return (LEFT + RIGHT - self.columns * self.pitch) / 2

    def cell(self, column: int, level: int, both: bool) -> tuple[float, float]:
        """Centre of a cell: levels go up from the tape, or with `both` up and down in turn while
        there is room.
        """
        x = self.left + (column + 0.5) * self.pitch
        if not both:
            return x, TAPE_TOP - (level + 0.5) * self.pitch
        pairs = min(self.above, self.below)
        up = level % 2 == 0 if level < 2 * pairs else self.above > pairs
        step = level // 2 if level < 2 * pairs else level - pairs
        return x, TAPE_TOP - (step + 0.5) * self.pitch if up else TAPE_END + (
            step + 0.5
        ) * self.pitch


_TILES = (_Grid(44, 47),)
# The smallest sizes are for unusually large groups: they guarantee that everybody gets a spot.
_DOTS = (_Grid(20, 22), _Grid(14, 16), _Grid(8, 9), _Grid(4, 4.5))


def stacks(people: Sequence[LineStanding], mode: Literal["tiles", "dots"]) -> LineLayout:
    """Place people, sorted by place. Raises ValueError beyond about 50 000 people."""
    for grid in _TILES if mode == "tiles" else _DOTS:
        wanted = [(true_x(one.at) - grid.left) / grid.pitch for one in people]
        for both in (False, True):
            columns = _columns(wanted, grid, both)
            if columns is not None:
                return LineLayout(mode, _spots(people, columns, grid, both))
    raise ValueError("more people than the floor holds as dots")


def _columns(wanted: Sequence[float], grid: _Grid, both: bool) -> list[int] | None:
    """The column of each person, nearest to the wanted one (a fraction: 0.5 is the middle of the
    first column).

    None when they don't fit; only above the tape also when somebody would be more than a column
    away.
    """
    levels = grid.above + (grid.below if both else 0)
    # People 1/levels of a column apart: then never more than `levels` of them fall within one
    # column.
    gaps = [(1 + 1e-9) / levels] * (len(wanted) - 1)
    places = spread(wanted, gaps, 0, grid.columns - 1e-6)
    if places is None or (not both and _push(wanted, places) > 1):
        return None
    return [floor(place) for place in places]


def _push(wanted: Sequence[float], places: Sequence[float]) -> float:
    return max((abs(a - b) for a, b in zip(wanted, places, strict=True)), default=0.0)


def _spots(
    people: Sequence[LineStanding], columns: Sequence[int], grid: _Grid, both: bool
) -> tuple[LineSpot, ...]:
    spots = []
    levels: dict[int, int] = {}
    for one, column in zip(people, columns, strict=True):
        level = levels.get(column, 0)
        levels[column] = level + 1
        x, y = grid.cell(column, level, both)
        spots.append(
            LineSpot(one.id, one.at, round(x, 2), round(y, 2), grid.size, level, one.tile, one.pose)
        )
    return tuple(spots)
