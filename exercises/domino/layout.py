"""The table in px: where each stone is drawn and with which lines of text. Pure.

All stones always fit in the window. As the trail grows all of it gets smaller together; when the
letters would be too small to read from the last row, stones show only their signs. Words that are
shared lie beside their joint where they fit whole; else the joint has a number, and the words
stand in the legend below the stones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from math import ceil, hypot
from typing import TypeVar

from exercises.domino.model import DominoView, Stone
from exercises.domino.setting import LINE, set_text
from exercises.domino.slips import Box, Slip, Slips
from exercises.domino.spots import HALVES, Half, Square
from exercises.domino.walk import all_threads, joint_of
from exercises.shared.lettering import Block, clean, fit, width

# Half a stone, when there are few.
WIDEST, HIGHEST = 360.0, 250.0
_FLATTEST, _STEEPEST = 1.8, 1.0
SMALLEST_TEXT = 28
_SIZES = (44, 40, 37, 34, 31, SMALLEST_TEXT)
_GAP, BORDER = 3.0, 5.0
# Room above and below the stones for words beside the outer ones; halves under _CROWDED high need
# it themselves.
_RIM, _LEAST_RIM, _CROWDED = 56.0, 8.0, 150.0
_LEGIBLE = (140.0, 86.0)
# What the first line of a half loses to its sign, and in the top to the tile: shares of its size.
SIGN, TILE = 1.15, LINE + 0.2
# Between the edge of a half and its words; beside a number more, which lies over that edge.
INSET, _BESIDE_NUMBER = 9.0, 18.0
_MARK, _SMALLEST_MARK = 56.0, 26.0
NUMBER_SIDE = 44.0
_LEGEND_TEXT, _LEGEND_ROW, _LEGEND_GAP, _LEGEND_PAD = 28, 50.0, 28.0, 12.0
_LEGEND_SHARE = 0.3


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

    `mark`: centre and side of the tile of who laid it. `inset`: px between edge and words.
    """

    id: str
    box: Box
    turn: int
    words: Mapping[Half, Block] | None
    mark: tuple[float, float, float]
    inset: Mapping[Half, float]


@dataclass(frozen=True)
class Strand:
    """A thread: from one point to another, with its words when they have a place; else a number
    of the legend (0: none) at a point on the thread.
    """

    id: str
    points: tuple[float, float, float, float, float, float]
    slip: Slip | None
    text: str = ""
    number: int = 0
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Knot:
    """A joint: its middle, and the words that are shared there when they have a place; else the
    number of those words in the legend (0: none).
    """

    id: str
    x: float
    y: float
    slip: Slip | None
    text: str = ""
    number: int = 0


_Tie = TypeVar("_Tie", Knot, Strand)


@dataclass(frozen=True)
class Entry:
    """A line of the legend: the middle of its number, and where its words begin."""

    number: int
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Layout:
    """All that lies on the table. `square`: width and height of half a stone in px.

    `paper`: the box of the legend, None without one.
    """

    stones: tuple[Placed, ...]
    knots: tuple[Knot, ...]
    strands: tuple[Strand, ...]
    square: tuple[float, float]
    legible: bool
    legend: tuple[Entry, ...] = ()
    paper: Box | None = None


def arrange(view: DominoView, window: Window, *, legend: bool = True) -> Layout:
    """Draw the lying stones of a view as large as they fit in the window; `legend`: words without
    a place beside the stones may take room below them.
    """
    if not view.lying:
        return Layout((), (), (), (WIDEST, HIGHEST), True)
    strip = 0.0
    while True:
        drawn = _arranged(view, replace(window, height=window.height - strip))
        if strip and not drawn.legible:
            # Words on the stones come before words between them.
            drawn, legend = _arranged(view, window), False
        if not drawn.legible:
            return drawn
        if not legend:
            return _lettered(view, drawn)
        texts = _unplaced(drawn)
        needed = _legend_height(texts, window)
        if needed <= strip:
            return _numbered(view, drawn, window, strip)
        strip = needed


def _unplaced(drawn: Layout) -> list[str]:
    """Words of joints and threads that found no place."""
    ties: list[Knot | Strand] = [*drawn.knots, *drawn.strands]
    return [one.text for one in ties if one.text and not one.slip]


def _columns(texts: list[str], window: Window) -> int:
    wide = max(width(text, _LEGEND_TEXT, 400) for text in texts) + NUMBER_SIDE + 10 + _LEGEND_GAP
    return max(1, int((window.width - 2 * _LEGEND_PAD) / wide))


def _legend_height(texts: list[str], window: Window) -> float:
    if not texts:
        return 0.0
    rows = ceil(len(texts) / _columns(texts, window))
    most = max(1, int(window.height * _LEGEND_SHARE / _LEGEND_ROW))
    return min(rows, most) * _LEGEND_ROW + 2 * _LEGEND_PAD


def _numbered(view: DominoView, drawn: Layout, window: Window, strip: float) -> Layout:
    """With numbers for what has no place, as far as the legend has room, and the legend."""
    texts = _unplaced(drawn)
    if not texts:
        return _lettered(view, drawn)
    across = _columns(texts, window)
    rows = int((strip - 2 * _LEGEND_PAD) / _LEGEND_ROW)
    most = min(len(texts), rows * across)
    down = ceil(most / across)
    column = (window.width - 2 * _LEGEND_PAD) / across
    top = window.top + window.height - strip + _LEGEND_PAD
    room = column - NUMBER_SIDE - 10 - _LEGEND_GAP
    entries = tuple(
        Entry(
            at + 1,
            window.left + _LEGEND_PAD + at // down * column + NUMBER_SIDE / 2,
            top + (at % down + 0.5) * _LEGEND_ROW,
            fit(text, _LEGEND_TEXT, room, 400),
        )
        for at, text in enumerate(texts[:most])
    )  # fmt: skip
    numbers = count(1)
    knots = tuple(_with_number(one, numbers, most) for one in drawn.knots)
    strands = tuple(_with_number(one, numbers, most) for one in drawn.strands)
    paper = Box(window.left, top - _LEGEND_PAD, window.width, strip).rounded()
    made = replace(drawn, knots=knots, strands=strands, legend=entries, paper=paper)
    return _lettered(view, made)


def _with_number(one: _Tie, numbers: Iterator[int], most: int) -> _Tie:
    if one.slip or not one.text:
        return one
    number = next(numbers)
    return replace(one, number=number if number <= most else 0)


def _arranged(view: DominoView, window: Window) -> Layout:
    """Stones, joints and threads without the words of the stones."""
    grid = _Grid.of(view, window)
    legible = grid.wide >= _LEGIBLE[0] and grid.high >= _LEGIBLE[1]
    bare = tuple(_placed(view, person, grid) for person in view.lying)
    slips = Slips(window_box(window))
    for stone in bare:
        slips.stone(stone.box)
    knots = tuple(_knots(view, grid, slips, legible))
    strands = tuple(_strands(view, bare, slips, legible, grid.high))
    return Layout(bare, knots, strands, (round(grid.wide, 1), round(grid.high, 1)), legible)


def _lettered(view: DominoView, drawn: Layout) -> Layout:
    """With the words on the stones; away from the numbers at their edges."""
    beside = {
        (person, joint.half)
        for one in drawn.knots
        if one.number and (joint := joint_of(view, one.id))
        for person in (one.id, joint.against)
    }
    lying = view.lying
    stones = tuple(_written(one, lying[one.id], beside) for one in drawn.stones)
    return replace(drawn, stones=stones)


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
        if high < _CROWDED:
            high = min(_CROWDED, (window.height - 2 * _LEAST_RIM) / down)
        wide, high = min(wide, _FLATTEST * high), min(high, wide / _STEEPEST)
        return cls(
            window.left + window.width / 2 - (left + right) / 2 * wide,
            window.top + window.height / 2 - (top + bottom) / 2 * high,
            wide, high,
        )  # fmt: skip

    def middle(self, square: Square) -> tuple[float, float]:
        return self.x + square[0] * self.wide, self.y + square[1] * self.high


def _written(one: Placed, stone: Stone, beside: set[tuple[str, Half]]) -> Placed:
    faces = halves(one)
    inset = {half: _BESIDE_NUMBER if (one.id, half) in beside else INSET for half in HALVES}
    words = {
        half: words_of(
            stone.text(half), faces[half].width - 2 * inset[half],
            faces[half].height - 2 * inset[half] + 16, tile=half == "top",
        )
        for half in HALVES
    }  # fmt: skip
    # In the corner of the top: its first line keeps that room free.
    face, edge = faces["top"], inset["top"]
    side = round(words["top"].size * LINE, 1)
    mark = (
        round(face.x + face.width - edge - side / 2, 1), round(face.y + edge + side / 2 - 6, 1),
        side,
    )  # fmt: skip
    return replace(one, words=words, inset=inset, mark=mark)


def _placed(view: DominoView, person: str, grid: _Grid) -> Placed:
    """A stone without words: its tile lies in its middle, where no sign is."""
    spot = view.table.spots[person]
    (x1, y1), (x2, y2) = (grid.middle(square) for square in spot.squares)
    box = Box(
        min(x1, x2) - grid.wide / 2 + _GAP, min(y1, y2) - grid.high / 2 + _GAP,
        abs(x1 - x2) + grid.wide - 2 * _GAP, abs(y1 - y2) + grid.high - 2 * _GAP,
    ).rounded()  # fmt: skip
    side = round(max(_SMALLEST_MARK, min(_MARK, grid.high * 0.36)), 1)
    mark = (box.x + box.width / 2, box.y + box.height / 2, side)
    return Placed(person, box, spot.turn, None, mark, dict.fromkeys(HALVES, INSET))


def halves(one: Placed) -> dict[Half, Box]:
    """The box of each half within the border."""
    box = one.box
    flat = one.turn % 2 == 0
    wide = (box.width - 3 * BORDER) / 2 if flat else box.width - 2 * BORDER
    high = box.height - 2 * BORDER if flat else (box.height - 3 * BORDER) / 2
    first = Box(box.x + BORDER, box.y + BORDER, wide, high)
    step = (wide + BORDER, 0.0) if flat else (0.0, high + BORDER)
    second = Box(first.x + step[0], first.y + step[1], wide, high)
    # Turned half way round, the flop comes first.
    ordered = (second, first) if one.turn in (2, 3) else (first, second)
    return dict(zip(HALVES, ordered, strict=True))


def words_of(text: str, wide: float, high: float, *, tile: bool = False) -> Block:
    """Set the text of a half in a box, as large as it fits. The sign goes before its first line,
    and the tile behind it; that line is empty when the first word is a long one.
    """
    return set_text(text, wide, high, _SIZES, SIGN + (TILE if tile else 0.0))


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
        text = clean(joint.shared) if legible else ""
        found.append(Knot(person, round(x, 1), round(y, 1), slip, text))
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
        at = None if slip or not legible else slips.dot(points, NUMBER_SIDE)
        text = clean(thread.text) if at else ""
        found.append(Strand(f"{number}", points, slip, text, at=at or (0.0, 0.0)))
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
