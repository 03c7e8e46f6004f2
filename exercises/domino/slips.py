"""Slips of paper with what people share: each beside its joint, over no stone and no other slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from exercises.shared.lettering import Block, set_block, width

Side = Literal["below", "above", "right", "left", "on"]
_SIZES = ((30, 1), (28, 2))
_NARROW = ((28, 3),)
_LINE = 1.2
_PADDING, _EDGE, _POINTER = 16.0, 3.0, 14.0
_AIR = 4.0
# How far a slip may slide along, as a share of its own width.
_SLIDES = (0.0, 0.32, -0.32)
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
    _taken: list[Box] = field(default_factory=list)

    def block(self, box: Box) -> None:
        """Say that something lies here."""
        self._taken.append(box)

    def at_joint(
        self, text: str, one: tuple[float, float], two: tuple[float, float],
        square: tuple[float, float],
    ) -> Slip | None:  # fmt: skip
        """A slip beside the joint between two squares (their middles); None without a place."""
        x, y = (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
        if abs(one[0] - two[0]) > abs(one[1] - two[1]):
            block = set_block(text, 2 * square[0] - 40, _SIZES)
            return self._first(_above_or_below(block, x, y, square[1] / 2))
        block = set_block(text, 1.3 * square[0], _NARROW)
        return self._first(_left_or_right(block, x, y, square[0] / 2))

    def on_thread(self, text: str, points: tuple[float, ...]) -> Slip | None:
        """A slip on a thread, given as two ends and the point that bends it."""
        block = set_block(text, 300, _SIZES)
        return self._first(_on_curve(block, points))

    def _first(self, options: Iterator[Slip]) -> Slip | None:
        for slip in options:
            if slip.box.inside(self.window) and not any(
                slip.box.meets(box, _AIR) for box in self._taken
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
    for slide in _SLIDES:
        top = y - high / 2 + slide * high
        yield Slip(Box(x + half + _POINTER, top, wide, high), block, "right", y - top)
        yield Slip(Box(x - half - _POINTER - wide, top, wide, high), block, "left", y - top)


def _on_curve(block: Block, points: tuple[float, ...]) -> Iterator[Slip]:
    x1, y1, x, y, x2, y2 = points
    wide, high = paper(block)
    for part in _ALONG:
        back = 1 - part
        at_x = back * back * x1 + 2 * back * part * x + part * part * x2
        at_y = back * back * y1 + 2 * back * part * y + part * part * y2
        yield Slip(Box(at_x - wide / 2, at_y - high / 2, wide, high), block, "on")
