"""A trail on one screen: in rows, to and fro, in the order of reading. Pure.

Neighbours that were laid against each other touch; between others is a gap. At the end of a row an
upright stone leads to the next one, a stone's height below. Where rows must be nearer to each other
there are no upright stones, and a thread leads from row to row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import sqrt

from exercises.domino.table.shapes import Piece, TableRect, around
from exercises.domino.table.trail import Half, StoneTrail, other

# Half a stone, px: with larger ones a single stone would fill the wall, on smaller ones forty
# letters of 30 px do not fit.
MOST_CELL, LEAST_CELL, _STEP = 540, 176, -4
# Between stones that do not belong together.
GAP = 30.0
# For words: below a single row, and at least between rows without upright stones.
_BELOW, _BETWEEN = 84.0, 96.0
_DOWN, _UP = 1, 3
_HIGHER = 0.4


def fitting(trail: StoneTrail, room: TableRect, *, upright: bool) -> Iterator[tuple[Piece, ...]]:
    """The stones in rows within `room`, the largest first."""
    # No larger than their squares would fill the room.
    most = int(sqrt(room.width * room.height / (2 * len(trail.order)))) // -_STEP * -_STEP
    for cell in range(min(MOST_CELL, most), LEAST_CELL - 1, _STEP):
        rows = _Rows(trail, float(cell), room.width)
        if not upright:
            count = _Rows(trail, float(cell), room.width, between=_BETWEEN).lay()[-1].row
            rows.between = min(room.height / (count + 1) - cell, float(cell))
            if rows.between < _BETWEEN:
                continue
        pieces = tuple(one.piece for one in rows.lay())
        extent = around(one.squares for one in pieces)
        single = extent.height == cell
        if extent.height + 2 * _BELOW * single > room.height or extent.width > room.width:
            continue
        x = room.x - extent.x + (room.width - extent.width) / 2
        # A single row leaves more room below it than above.
        y = room.y - extent.y + (room.height - cell) * _HIGHER * single
        yield tuple(one.moved(round(x, 1), round(y, 1)) for one in pieces)


@dataclass(frozen=True)
class _Placed:
    piece: Piece
    row: int


@dataclass
class _Rows:
    """Lays stone after stone. `between`: how near rows without upright stones are, else 0; `lower`:
    how much lower the stone at a turn is. `edge`: where the row has come to; `ahead`: 1 to the
    right, or -1; `limit`: how far it may go.
    """

    trail: StoneTrail
    cell: float
    width: float
    between: float = 0.0
    lower: float = 0.0
    found: list[_Placed] = field(default_factory=list)
    edge: float = 0.0
    top: float = 0.0
    ahead: int = 1
    row: int = 0
    limit: float = 0.0

    def lay(self) -> list[_Placed]:
        """All stones, from (0, 0)."""
        order, self.limit = self.trail.order, self.width
        joined = {pair for chain in self.trail.chains for pair in pairwise(chain)}
        gaps = [0.0, *(0.0 if pair in joined else GAP for pair in pairwise(order))]
        for at, stone in enumerate(order):
            room, rest = abs(self.limit - self.edge), gaps[at + 1 :]
            last_row = 2 * self.cell * (len(rest) + 1) + sum(gaps[at:]) <= room
            # Room at the end of the row for the upright stone that leads to the next one.
            turn = 0.0 if last_row or not rest or self.between else self.cell + rest[0]
            first, gap = self._first(at, joined), gaps[at]
            if gap + 2 * self.cell + turn <= room:
                self._put(stone, first, gap, 0 if self.ahead > 0 else 2)
            elif self.between:
                self._next_row(self.cell + self.between)
                self._put(stone, first, 0.0, 0 if self.ahead > 0 else 2)
            elif not rest and self.row == 1:
                # The last one stands up between the two rows. There it would touch the first one,
                # were the stone at the turn not a little lower.
                if not self.lower:
                    return replace(
                        self, found=[], lower=GAP, edge=0.0, top=0.0, ahead=1, row=0
                    ).lay()
                self._put(stone, first, gap, _UP)
            else:
                self._put(stone, first, gap, _DOWN)
                self._next_row(2 * self.cell + self.lower + (rest[0] if rest else 0.0))
        return self.found

    def _first(self, at: int, joined: set[tuple[str, str]]) -> Half:
        """The half that comes first in the order of reading."""
        order = self.trail.order
        for pair, leads in ((order[at - 1 : at + 1], True), (order[at : at + 2], False)):
            joint = self.trail.between(*pair) if pair in joined else None
            if joint:
                return joint.half if leads else other(joint.half)
        return "top"

    def _put(self, stone: str, first: Half, gap: float, way: int) -> None:
        near = self.edge + self.ahead * gap
        x = near if self.ahead > 0 else near - self.cell
        y = self.top + self.lower * (way == _DOWN)
        self.found.append(_Placed(Piece(stone, x, y, self.cell, way, first), self.row))
        self.edge = near + self.ahead * self.cell * (1 + (way % 2 == 0))

    def _next_row(self, below: float) -> None:
        """Back from where this row ends, so far below it."""
        self.limit = self.edge - self.ahead * self.width
        self.top += below
        self.ahead = -self.ahead
        self.row += 1
