"""A stone on the table: two neighbouring squares of a grid, one for each half. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Half = Literal["top", "flop"]
HALVES: tuple[Half, ...] = ("top", "flop")
Square = tuple[int, int]
# Right, down, left, up: y grows downwards, as on the screen.
WAYS: tuple[Square, ...] = ((1, 0), (0, 1), (-1, 0), (0, -1))
# The table runs this many squares from its middle to each side. Three hundred stones need less.
REACH = 48


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """Where a stone lies: the square of its top, and the way (0..3 of WAYS) to its flop."""

    x: int
    y: int
    turn: int

    @property
    def squares(self) -> tuple[Square, Square]:
        """The squares of top and flop."""
        way = WAYS[self.turn]
        return (self.x, self.y), (self.x + way[0], self.y + way[1])

    def square(self, half: Half) -> Square:
        """The square of one half."""
        return self.squares[HALVES.index(half)]

    @property
    def flat(self) -> bool:
        """Whether the halves lie side by side."""
        return self.turn % 2 == 0

    def to_json(self) -> list[int]:
        """As stored."""
        return [self.x, self.y, self.turn]

    @classmethod
    def from_json(cls, stored: Any) -> Spot | None:
        """From storage; None for what is no spot of this table."""
        if not isinstance(stored, list | tuple) or [type(one) for one in stored] != [int] * 3:
            return None
        x, y, turn = stored
        spot = cls(x, y, turn % 4)
        return spot if all(on_table(square) for square in spot.squares) else None

    @classmethod
    def of(cls, half: Half, square: Square, way: int) -> Spot:
        """The spot of a stone with this half on `square` and the other half one step `way`."""
        if half == "top":
            return cls(*square, way)
        step = WAYS[way]
        return cls(square[0] + step[0], square[1] + step[1], (way + 2) % 4)


def other(half: Half) -> Half:
    """The other half."""
    return "flop" if half == "top" else "top"


def on_table(square: Square) -> bool:
    """Whether a square is on the table."""
    return abs(square[0]) <= REACH and abs(square[1]) <= REACH


def beside(square: Square) -> tuple[Square, Square, Square, Square]:
    """The four squares that share an edge with one."""
    x, y = square
    return (x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)
