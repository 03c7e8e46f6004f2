"""Where groups stand on the floor of the screen, in px of the screen of 1920 x 1080. Pure.

Up to 24 groups stand as figures in rows, each with a plate of names in front. More than that are
a list of spots, in pages: figures of that size would say nothing at eight metres.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

LEFT, RIGHT = 72, 1848
FLOOR = 470
# Most groups, most in a row; then of the figures: width of the box and step from one to the next;
# of the plates: size of the letters and height of a line; y of the soles in each row.
_SIZES: tuple[tuple[int, int, int, int, int, int, tuple[int, ...]], ...] = (
    (6, 6, 140, 124, 36, 44, (850,)),
    (7, 7, 114, 104, 32, 40, (820,)),
    (14, 7, 82, 82, 30, 36, (664, 930)),
    (24, 8, 58, 62, 28, 33, (594, 776, 958)),
)
MOST_FIGURES = _SIZES[-1][0]
# Loose people, before they are in groups: most of them, and the width of a figure.
_LOOSE = ((14, 118), (28, 92), (60, 64))
LIST_ROWS, LIST_COLUMNS = 16, 3
LIST_PAGE = LIST_ROWS * LIST_COLUMNS
NOTES_PAGE = 4
Mode = Literal["figures", "list"]


@dataclass(frozen=True)
class FloorPlace:
    """Somebody's soles on the floor; `size` is the width of the figure's box."""

    x: float
    y: float
    size: int


@dataclass(frozen=True)
class Plate:
    """The names of a group in front of their feet; `letters` is the font size, `line` the height
    of a name."""

    x: float
    y: float
    width: int
    letters: int
    line: int


@dataclass(frozen=True)
class GroupStanding:
    """One group: where each of its people stands, and its plate."""

    places: tuple[FloorPlace, ...]
    plate: Plate


def tab_width(letters: int) -> int:
    """How wide the tab with the number of a plate is, in px, for letters of that size."""
    return round(letters * 1.7)


def mode_of(count: int) -> Mode:
    """Figures as long as they can be seen."""
    return "figures" if count <= MOST_FIGURES else "list"


def stand(sizes: Sequence[int]) -> tuple[GroupStanding, ...]:
    """Groups of these numbers of people in rows, in order; for at most MOST_FIGURES groups."""
    if not sizes:
        return ()
    fitting = next(one for one in _SIZES if len(sizes) <= one[0])
    _most, across, width, step, letters, line, feet = fitting
    rows = ceil(len(sizes) / across)
    in_row = ceil(len(sizes) / rows)
    column = (RIGHT - LEFT) / max(in_row, 3)
    found = []
    for at, people in enumerate(sizes):
        row, place = divmod(at, in_row)
        here = min(in_row, len(sizes) - row * in_row)
        middle = (LEFT + RIGHT) / 2 + (place - (here - 1) / 2) * column
        # A three needs no more room than its column: there people stand closer.
        apart = min(step, (column - width * 0.8) / max(1, people - 1))
        y = feet[row]
        places = tuple(
            FloorPlace(round(middle + (n - (people - 1) / 2) * apart, 1), y, width)
            for n in range(people)
        )
        wide = int(min(column - 16, 420))
        found.append(
            GroupStanding(places, Plate(round(middle - wide / 2, 1), y + 14, wide, letters, line))
        )
    return tuple(found)


def loose(count: int) -> tuple[FloorPlace, ...]:
    """People who are not in groups yet, in rows on the floor; nobody when there are too many."""
    fitting = next((size for most, size in _LOOSE if count <= most), None)
    if fitting is None or not count:
        return ()
    across = min(count, int((RIGHT - LEFT) / (fitting * 1.12)))
    rows = ceil(count / across)
    across = ceil(count / rows)
    column = (RIGHT - LEFT) / max(across, 8)
    high = fitting * 208 / 140
    first, last = FLOOR + 60 + high, 1040
    found = []
    for at in range(count):
        row, place = divmod(at, across)
        here = min(across, count - row * across)
        y = (first + last) / 2 if rows == 1 else first + row * (last - first) / (rows - 1)
        x = (LEFT + RIGHT) / 2 + (place - (here - 1) / 2) * column
        found.append(FloorPlace(round(x, 1), round(y, 1), fitting))
    return tuple(found)
