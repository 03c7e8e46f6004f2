"""The table in px: where each stone is drawn and with which lines of text. Pure.

All stones always fit in the window. As the trail grows all of it gets smaller together; when the
letters would be too small to read from the last row, stones show only their signs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import hypot

from exercises.domino.model import DominoView, Stone
from exercises.domino.slips import Box, Slip, Slips
from exercises.domino.spots import HALVES, Half, Spot, Square
from exercises.domino.walk import all_threads, joint_of
from exercises.shared.lettering import Block, clean, set_block

# A square of the mock: half a stone.
WIDEST, HIGHEST = 247.0, 166.0
_FLATTEST, _STEEPEST = 1.8, 1.3
SMALLEST_TEXT = 28
_SIZES = (34, 31, SMALLEST_TEXT)
_LINE = 1.13
_GAP, BORDER = 3.0, 5.0
# Room around the stones for words beside the outer ones.
_RIM = 26.0
_LEGIBLE = (140.0, 86.0)
# A letter as wide as the sign of a half, to keep its place; and what borders take of a square.
_SIGN = "M"
_BESIDE, _OVER = 32.0, 22.0
_MARK, _SMALLEST_MARK = 56.0, 26.0
_OUT = 0.3


@dataclass(frozen=True)
class Window:
    """The part of the stage that the table may fill, px."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Placed:
    """A stone on the stage: its box, which way it lies, and its words (None: signs only).

    `mark`: centre and side of the tile of who laid it.
    """

    id: str
    box: Box
    turn: int
    words: Mapping[Half, Block] | None
    mark: tuple[float, float, float]


@dataclass(frozen=True)
class Strand:
    """A thread: from one point to another, with its words when they have a place."""

    id: str
    points: tuple[float, float, float, float, float, float]
    slip: Slip | None


@dataclass(frozen=True)
class Knot:
    """A joint: its middle, and the words that are shared there when they have a place."""

    id: str
    x: float
    y: float
    slip: Slip | None


@dataclass(frozen=True)
class Layout:
    """All that lies on the table. `square`: width and height of half a stone in px."""

    stones: tuple[Placed, ...]
    knots: tuple[Knot, ...]
    strands: tuple[Strand, ...]
    square: tuple[float, float]
    legible: bool


def arrange(view: DominoView, window: Window) -> Layout:
    """Draw the lying stones of a view as large as they fit in the window."""
    lying = view.lying
    if not lying:
        return Layout((), (), (), (WIDEST, HIGHEST), True)
    grid = _Grid.of(view, window)
    legible = grid.wide >= _LEGIBLE[0] and grid.high >= _LEGIBLE[1]
    bare = tuple(_placed(view, person, grid) for person in lying)
    slips = Slips(window_box(window))
    for stone in bare:
        slips.stone(stone.box)
        x, y, side = stone.mark
        slips.block(Box(x - side / 2, y - side / 2, side, side))
    knots = tuple(_knots(view, grid, slips, legible))
    stones = bare
    if legible:
        feet = _feet(view, knots, grid)
        spots = view.table.spots
        stones = tuple(_written(one, lying[one.id], spots[one.id], grid, feet) for one in bare)
    strands = tuple(_strands(view, stones, slips, legible, grid.high))
    return Layout(stones, knots, strands, (round(grid.wide, 1), round(grid.high, 1)), legible)


def window_box(window: Window) -> Box:
    """The window as a box."""
    return Box(window.left, window.top, window.width, window.height)


@dataclass(frozen=True)
class _Grid:
    """Squares of the table to px: the middle of square (0, 0), and the size of a square."""

    x: float
    y: float
    wide: float
    high: float

    @classmethod
    def of(cls, view: DominoView, window: Window) -> _Grid:
        left, top, right, bottom = view.table.bounds()
        across, down = right - left + 1, bottom - top + 1
        wide = min(WIDEST, (window.width - 2 * BORDER) / across)
        high = min(HIGHEST, (window.height - 2 * _RIM) / down)
        wide, high = min(wide, _FLATTEST * high), min(high, wide / _STEEPEST)
        return cls(
            window.left + window.width / 2 - (left + right) / 2 * wide,
            window.top + window.height / 2 - (top + bottom) / 2 * high,
            wide, high,
        )  # fmt: skip

    def middle(self, square: Square) -> tuple[float, float]:
        return self.x + square[0] * self.wide, self.y + square[1] * self.high


def _feet(view: DominoView, knots: tuple[Knot, ...], grid: _Grid) -> dict[Square, float]:
    """How much of a square is covered from below by words that lie over it, px."""
    found: dict[Square, float] = {}
    over = [knot.slip.box for knot in knots if knot.slip and knot.slip.side == "over"]
    for spot in view.table.spots.values() if over else ():
        for square in spot.squares:
            x, y = grid.middle(square)
            box = Box(x - grid.wide / 2, y - grid.high / 2, grid.wide, grid.high)
            covered = [box.y + box.height - slip.y for slip in over if slip.meets(box)]
            found[square] = max(covered, default=0.0)
    return found


def _written(
    one: Placed, stone: Stone, spot: Spot, grid: _Grid, feet: Mapping[Square, float]
) -> Placed:
    words = {
        half: words_of(stone.text(half), grid.wide, grid.high - feet.get(spot.square(half), 0.0))
        for half in HALVES
    }
    return replace(one, words=words)


def _placed(view: DominoView, person: str, grid: _Grid) -> Placed:
    spot = view.table.spots[person]
    (x1, y1), (x2, y2) = (grid.middle(square) for square in spot.squares)
    box = Box(
        min(x1, x2) - grid.wide / 2 + _GAP, min(y1, y2) - grid.high / 2 + _GAP,
        abs(x1 - x2) + grid.wide - 2 * _GAP, abs(y1 - y2) + grid.high - 2 * _GAP,
    ).rounded()  # fmt: skip
    side = round(max(_SMALLEST_MARK, min(_MARK, grid.high * 0.36)), 1)
    if spot.flat:
        # Farther out where nothing lies below: the last line of a full half begins here.
        below = all(view.table.is_free((x, y + 1)) for x, y in spot.squares)
        out = _OUT * side if below else 0.0
        mark = (box.x + box.width / 2, round(box.y + box.height + out, 1), side)
    elif all(view.table.is_free((x + 1, y)) for x, y in spot.squares):
        mark = (box.x + box.width, box.y + box.height / 2, side)
    else:
        # Farther out, since words begin on this side.
        mark = (box.x - 0.2 * side, box.y + box.height / 2, side)
    return Placed(person, box, spot.turn, None, mark)


def words_of(text: str, wide: float, high: float) -> Block:
    """Set the text of a half in a square, as large as it fits. The sign goes before its first
    line, which may be empty when the first word is a long one.
    """
    block = set_block(f"{_SIGN} {clean(text)}", wide - _BESIDE, _lines(high - _OVER))
    return replace(block, lines=(block.lines[0][len(_SIGN) :].strip(), *block.lines[1:]))


def _lines(high: float) -> tuple[tuple[int, int], ...]:
    """Font sizes with the lines that fit in this height."""
    return tuple((size, max(1, int(high / (size * _LINE)))) for size in _SIZES)


def _knots(view: DominoView, grid: _Grid, slips: Slips, legible: bool) -> list[Knot]:
    found = []
    for person in view.lying:
        joint = joint_of(view, person)
        if joint is None:
            continue
        spots = view.table.spots
        one = grid.middle(spots[person].square(joint.half))
        two = grid.middle(spots[joint.against].square(joint.half))
        slip = None
        if legible and joint.shared:
            slip = slips.at_joint(joint.shared, one, two, (grid.wide, grid.high))
        x, y = (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
        found.append(Knot(person, round(x, 1), round(y, 1), slip))
    return found


def _strands(
    view: DominoView, stones: tuple[Placed, ...], slips: Slips, legible: bool, high: float
) -> list[Strand]:
    middle = {
        one.id: (one.box.x + one.box.width / 2, one.box.y + one.box.height / 2) for one in stones
    }
    found = []
    for number, thread in enumerate(all_threads(view)):
        points = _bow(*middle[thread.source], *middle[thread.target], high)
        slip = slips.on_thread(thread.text, points) if legible else None
        found.append(Strand(f"{number}", points, slip))
    return found


def _bow(
    x1: float, y1: float, x2: float, y2: float, high: float
) -> tuple[float, float, float, float, float, float]:
    """Two ends with the point between that bends the thread: a straight one would hide."""
    long = hypot(x2 - x1, y2 - y1)
    bend = max(0.16, 1.7 * high / long)
    x, y = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    return (
        round(x1, 1), round(y1, 1), round(x, 1), round(y, 1), round(x2, 1), round(y2, 1)
    )  # fmt: skip
