"""Rectangles, and stones as two squares on the table. All lengths are px. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from exercises.domino.table.trail import Half, other

Point = tuple[float, float]
# Right, down, left, up: y grows downwards, as on the screen.
WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))
# Between the edge of a stone and that of the squares it covers.
INSET = 3.0


@dataclass(frozen=True, slots=True)
class TableRect:
    """A rectangle by its left upper corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> TableRect:
        """As much larger on each side; smaller for less than 0."""
        return TableRect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, x: float, y: float) -> TableRect:
        """Moved so far."""
        return replace(self, x=self.x + x, y=self.y + y)

    def meets(self, other: TableRect, air: float = 0.0) -> bool:
        """Whether two rectangles are less than `air` apart."""
        return (
            self.x < other.right + air and other.x < self.right + air
            and self.y < other.bottom + air and other.y < self.bottom + air
        )  # fmt: skip

    def inside(self, other: TableRect) -> bool:
        """Whether this one lies wholly in another."""
        return (
            other.x <= self.x and self.right <= other.right
            and other.y <= self.y and self.bottom <= other.bottom
        )  # fmt: skip


def around(rects: Iterable[TableRect]) -> TableRect:
    """The smallest rectangle that holds all of them; at least one."""
    found = list(rects)
    left, top = min(one.x for one in found), min(one.y for one in found)
    right, bottom = max(one.right for one in found), max(one.bottom for one in found)
    return TableRect(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stone on the table: two squares of `cell` px. The half that is read first has its corner on
    (x, y), the other lies one square further `way` (0..3 of WAYS).
    """

    id: str
    x: float
    y: float
    cell: float
    way: int
    first: Half

    @property
    def flat(self) -> bool:
        """Whether its halves lie side by side."""
        return self.way % 2 == 0

    def square(self, half: Half) -> TableRect:
        """The square of a half."""
        step = self.cell if half != self.first else 0.0
        along = WAYS[self.way]
        return TableRect(self.x + along[0] * step, self.y + along[1] * step, self.cell, self.cell)

    @property
    def squares(self) -> TableRect:
        """Both squares together."""
        return around((self.square(self.first), self.square(other(self.first))))

    @property
    def rect(self) -> TableRect:
        """What the stone itself covers."""
        return self.squares.grown(-INSET)

    def moved(self, x: float, y: float) -> Piece:
        """The stone, moved so far."""
        return replace(self, x=self.x + x, y=self.y + y)
