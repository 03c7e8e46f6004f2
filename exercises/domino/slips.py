"""Slips of paper with what people share, beside their joint: whole, and over nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from exercises.shared.lettering import Block, clean, set_block, width

Side = Literal["below", "above", "right", "left", "on"]
# Font size and lines of a slip, the most wanted first, each as wide as its words need.
_SHAPES = ((30, 1), (30, 2), (28, 1), (28, 2), (28, 3), (28, 4))
_WIDEST = 640.0
_LINE = 1.2
_PADDING, _EDGE, _POINTER = 16.0, 3.0, 14.0
_AIR = 4.0
# How far a slip may slide along, as a share of its own width.
_SLIDES = (0.0, 0.32, -0.32)
# Beside a joint it may lie wholly above or below it: there a neighbour leaves room.
_ASIDE = (*_SLIDES, 0.6, -0.6)
_CORNER = 18.0
_ALONG = (0.5, 0.35, 0.65, 0.25, 0.75)


@dataclass(frozen=True)
class Box:
    """A rectangle in px."""

    x: float
    y: float
    width: float
    height: float

    def rounded(self) -> Box:
        """To a tenth of a px."""
        return Box(*(round(one, 1) for one in (self.x, self.y, self.width, self.height)))

    def meets(self, other: Box, air: float = 0.0) -> bool:
        """Whether two boxes are less than `air` apart."""
        return (
            self.x < other.x + other.width + air
            and other.x < self.x + self.width + air
            and self.y < other.y + other.height + air
            and other.y < self.y + self.height + air
        )

    def inside(self, other: Box) -> bool:
        """Whether this box lies wholly in another."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )


@dataclass(frozen=True)
class Slip:
    """Words on paper: the box, its lines, and where its point is (px from the box's left or top).

    `side`: on which side of the joint it lies; "on" a thread it has no point.
    """

    box: Box
    block: Block
    side: Side
    point: float = 0.0


@dataclass
class Slips:
    """Finds places, one after the other, within `window`."""

    window: Box
    _stones: list[Box] = field(default_factory=list)
    _taken: list[Box] = field(default_factory=list)

    def stone(self, box: Box) -> None:
        """Say that a stone lies here."""
        self._stones.append(box)

    def block(self, box: Box) -> None:
        """Say that something lies here that nothing may cover."""
        self._taken.append(box)

    def at_joint(
        self, text: str, one: tuple[float, float], two: tuple[float, float],
        square: tuple[float, float],
    ) -> Slip | None:  # fmt: skip
        """A slip beside the joint between two squares, of which the middles are given; None when
        the words have no place there as a whole.
        """
        x, y = (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
        wide, high = square
        side_by_side = abs(one[0] - two[0]) > abs(one[1] - two[1])
        for block in _blocks(text):
            options = (
                _above_or_below(block, x, y, high / 2)
                if side_by_side
                else _left_or_right(block, x, y, wide / 2)
            )
            found = self._first(options)
            if found:
                return found
        return None

    def on_thread(self, text: str, points: tuple[float, ...]) -> Slip | None:
        """A slip on a thread, given as two ends and the point that bends it."""
        found = (self._first(_on_curve(block, points)) for block in _blocks(text))
        return next((one for one in found if one), None)

    def dot(self, points: tuple[float, ...], side: float) -> tuple[float, float] | None:
        """A free place on a thread for something round; None without one."""
        for x, y in _along(points):
            box = Box(x - side / 2, y - side / 2, side, side)
            if self._free(box):
                self.block(box)
                return round(x, 1), round(y, 1)
        return None

    def _first(self, options: Iterator[Slip]) -> Slip | None:
        """The first with a place."""
        for slip in options:
            if self._free(slip.box):
                self.block(slip.box)
                return Slip(slip.box.rounded(), slip.block, slip.side, round(slip.point, 1))
        return None

    def _free(self, box: Box) -> bool:
        return box.inside(self.window) and not any(
            box.meets(other, _AIR) for other in (*self._taken, *self._stones)
        )


def _blocks(text: str) -> Iterator[Block]:
    """The words as a whole in ever more lines."""
    seen = set()
    for size, most in _SHAPES:
        room = width(clean(text), size) / most
        longest = max(width(word, size) for word in clean(text).split(" "))
        room = max(room * (1 + 0.2 * (most > 1)), longest) + 1
        if room > _WIDEST:
            continue
        block = set_block(text, room, ((size, most),))
        if " ".join(block.lines) == clean(text) and block not in seen:
            seen.add(block)
            yield block


def paper(block: Block) -> tuple[float, float]:
    """Width and height of a slip with these lines."""
    wide = max(width(line, block.size) for line in block.lines)
    return wide + 2 * _PADDING, len(block.lines) * block.size * _LINE + 10 + 2 * _EDGE


def _above_or_below(block: Block, x: float, y: float, half: float) -> Iterator[Slip]:
    wide, high = paper(block)
    for slide in _SLIDES:
        left = x - wide / 2 + slide * wide
        yield Slip(Box(left, y + half + _POINTER, wide, high), block, "below", x - left)
        yield Slip(Box(left, y - half - _POINTER - high, wide, high), block, "above", x - left)


def _left_or_right(block: Block, x: float, y: float, half: float) -> Iterator[Slip]:
    wide, high = paper(block)
    for slide in _ASIDE:
        top = y - high / 2 + slide * high
        point = min(max(y - top, _CORNER), high - _CORNER)
        yield Slip(Box(x + half + _POINTER, top, wide, high), block, "right", point)
        yield Slip(Box(x - half - _POINTER - wide, top, wide, high), block, "left", point)


def _on_curve(block: Block, points: tuple[float, ...]) -> Iterator[Slip]:
    wide, high = paper(block)
    for x, y in _along(points):
        yield Slip(Box(x - wide / 2, y - high / 2, wide, high), block, "on")


def _along(points: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """Points on a thread, its middle first."""
    x1, y1, x, y, x2, y2 = points
    for part in _ALONG:
        back = 1 - part
        yield (
            back * back * x1 + 2 * back * part * x + part * part * x2,
            back * back * y1 + 2 * back * part * y + part * part * y2,
        )
