"""Slips of paper with what people share, beside their joint: whole, and over nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import hypot
from typing import Literal

from exercises.kit.drawing.lettering import Block, clean, set_block, width

Side = Literal["below", "above", "right", "left", "on", "far"]
# Font size and lines of a slip, the most wanted first, each as wide as its words need.
_SHAPES = ((30, 1), (30, 2), (28, 1), (28, 2), (28, 3), (28, 4))
_WIDEST = 640.0
_LINE = 1.2
_PADDING, _EDGE, _POINTER = 16.0, 3.0, 14.0
_AIR = 4.0
# What a number before the words takes.
NUMBER_ROOM, NUMBER_HIGH = 44.0, 52.0
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

    `side`: on which side of the joint it lies; "on" a thread or "far" from its joint it has no
    point. `number`: what stands before its words and at its joint; 0: none.
    """

    box: Box
    block: Block
    side: Side
    point: float = 0.0
    number: int = 0


@dataclass
class Slips:
    """Finds places, one after the other, within `window`."""

    window: Box
    _stones: list[Box] = field(default_factory=list)
    _taken: list[Box] = field(default_factory=list)
    _edges: list[tuple[float, float, float, float]] = field(default_factory=list)

    def stone(self, box: Box) -> None:
        """Say that a stone lies here."""
        self._stones.append(box)
        self._lies(box)

    def block(self, box: Box) -> None:
        """Say that something lies here that nothing may cover."""
        self._taken.append(box)
        self._lies(box)

    def at_joint(
        self, text: str, middle: tuple[float, float], square: tuple[float, float], *, across: bool
    ) -> Slip | None:
        """A slip beside the joint whose middle is given, between two squares of that size side by
        side (`across`) or one above the other; None when the words have no place there as a whole.
        """
        x, y = middle
        for block in _blocks(text):
            options = (
                _above_or_below(block, x, y, square[1] / 2)
                if across
                else _left_or_right(block, x, y, square[0] / 2)
            )
            found = self._first(options)
            if found:
                return found
        return None

    def near(
        self, text: str, number: int, middle: tuple[float, float],
        places: list[tuple[float, float]],
    ) -> Slip | None:  # fmt: skip
        """A slip with a number before its words, in the middle of the nearest of these places
        where it lies free.
        """
        nearest = sorted(places, key=lambda at: hypot(at[0] - middle[0], at[1] - middle[1]))
        for block in _blocks(text):
            wide, high = paper(block)
            wide, high = wide + NUMBER_ROOM, max(high, NUMBER_HIGH)
            for x, y in nearest:
                box = Box(x - wide / 2, y - high / 2, wide, high)
                if self._free(box):
                    self.block(box)
                    return Slip(box.rounded(), block, "far", number=number)
        return None

    def is_free(self, x: float, y: float) -> bool:
        """Whether nothing lies on a point."""
        return self._free(Box(x, y, 0.0, 0.0))

    def corner(self, shapes: Iterable[tuple[float, float]], air: float) -> Box | None:
        """A free box of one of these shapes, as far to the right below as can be."""
        right, bottom = self.window.x + self.window.width, self.window.y + self.window.height
        for wide, high in shapes:
            found = sorted(
                (
                    (x, y)
                    for x in {right - wide, *(one.x - wide - air for one in self._stones)}
                    for y in {bottom - high, *(one.y - high - air for one in self._stones)}
                ),
                key=lambda at: -(at[0] + 2 * at[1]),
            )
            for x, y in found:
                box = Box(x, y, wide, high)
                lies = (*self._taken, *self._stones)
                if box.inside(self.window) and not any(box.meets(one, air - 1) for one in lies):
                    return box.rounded()
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
        left, top = box.x - _AIR, box.y - _AIR
        right, bottom = box.x + box.width + _AIR, box.y + box.height + _AIR
        if not box.inside(self.window):
            return False
        # Asked thousands of times for a full table: plain numbers, no calls.
        for x1, y1, x2, y2 in self._edges:
            if x1 < right and left < x2 and y1 < bottom and top < y2:
                return False
        return True

    def _lies(self, box: Box) -> None:
        self._edges.append((box.x, box.y, box.x + box.width, box.y + box.height))


@lru_cache(maxsize=1024)
def _blocks(text: str) -> tuple[Block, ...]:
    """The words as a whole in ever more lines."""
    found: dict[Block, None] = {}
    for size, most in _SHAPES:
        room = width(clean(text), size) / most
        longest = max(width(word, size) for word in clean(text).split(" "))
        room = max(room * (1 + 0.2 * (most > 1)), longest) + 1
        if room > _WIDEST:
            continue
        block = set_block(text, room, ((size, most),))
        if " ".join(block.lines) == clean(text):
            found[block] = None
    return tuple(found)


@lru_cache(maxsize=1024)
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
