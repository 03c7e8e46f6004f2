"""Slips of paper with what people share: beside their joint, or else over the foot of its halves.

No slip lies over another, nor over the sign of an organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from exercises.shared.lettering import Block, set_block, width

Side = Literal["below", "above", "right", "left", "over", "on"]
_SIZES = ((30, 1), (28, 2))
_NARROW = ((28, 3),)
_FOOT = ((28, 1),)
_LINE = 1.2
_PADDING, _EDGE, _POINTER = 16.0, 3.0, 14.0
_AIR = 4.0
# How far a slip may slide along, as a share of its own width.
_SLIDES = (0.0, 0.32, -0.32)
# Beside a joint it may lie wholly above or below it: there a neighbour leaves room.
_ASIDE = (*_SLIDES, 0.6, -0.6)
_CORNER = 18.0
_ALONG = (0.5, 0.35, 0.65)


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

    `side`: on which side of the joint it lies; "over" the joint, or "on" a thread, it has no point.
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
        """A slip beside or over the joint between two squares, of which the middles are given;
        None without a place.
        """
        x, y = (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
        wide, high = square
        if abs(one[0] - two[0]) > abs(one[1] - two[1]):
            block = set_block(text, 2 * wide - 40, _SIZES)
            foot = set_block(text, 2 * wide - 110, _FOOT)
            free = self._first(_above_or_below(block, x, y, high / 2))
            return free or self._first(_over(foot, x, y + high / 2 - _AIR), over=True)
        block = set_block(text, 1.3 * wide, _NARROW)
        foot = set_block(text, 1.5 * wide, _FOOT)
        free = self._first(_left_or_right(block, x, y, wide / 2))
        return free or self._first(_over(foot, x, y), over=True)

    def on_thread(self, text: str, points: tuple[float, ...]) -> Slip | None:
        """A slip on a thread, given as two ends and the point that bends it."""
        block = set_block(text, 300, _SIZES)
        return self._first(_on_curve(block, points))

    def _first(self, options: Iterator[Slip], *, over: bool = False) -> Slip | None:
        """The first with a place; `over`: stones may lie there."""
        shut = self._taken if over else [*self._taken, *self._stones]
        for slip in options:
            if slip.box.inside(self.window) and not any(
                slip.box.meets(box, 0 if over else _AIR) for box in shut
            ):
                self.block(slip.box)
                return Slip(slip.box.rounded(), slip.block, slip.side, round(slip.point, 1))
        return None


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


def _over(block: Block, x: float, bottom: float) -> Iterator[Slip]:
    """Over the foot of the halves: their words then stay above it."""
    wide, high = paper(block)
    for slide in (0.0, -0.1, 0.1, -0.3, 0.3, -0.5, 0.5):
        yield Slip(Box(x - wide / 2 + slide * wide, bottom - high, wide, high), block, "over")


def _on_curve(block: Block, points: tuple[float, ...]) -> Iterator[Slip]:
    x1, y1, x, y, x2, y2 = points
    wide, high = paper(block)
    for part in _ALONG:
        back = 1 - part
        at_x = back * back * x1 + 2 * back * part * x + part * part * x2
        at_y = back * back * y1 + 2 * back * part * y + part * part * y2
        yield Slip(Box(at_x - wide / 2, at_y - high / 2, wide, high), block, "on")
