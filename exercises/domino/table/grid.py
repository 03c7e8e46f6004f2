"""A trail on a table without end: each stone touches the one it was laid against. Pure.

Stones lie on the squares of a grid. Around each of them the squares stay free, corners too, but for
what belongs to it: so words find room, and threads a way. Stones are placed in the order of laying,
and none is moved by one that comes later. A stone without room beside its target lies near it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from exercises.domino.table.shapes import WAYS, Piece
from exercises.domino.table.trail import Half, Joint, StoneTrail, other

# Half a stone, px, on a table that is larger than the screen.
CELL = 264.0
Square = tuple[int, int]
_CORNERS = ((1, 1), (-1, 1), (-1, -1), (1, -1))
# What a place costs: a trail runs on straight and level where it can, and a half should not be shut
# in, so that the next stone finds room. Far from the middle costs a little: trails stay together.
_BENT, _UPRIGHT, _SHUT, _NARROW, _FAR = 2.0, 2.0, 6.0, 2.0, 0.3
# The table grows as wide as a screen is.
_ASPECT, _AROUND = 1.7, 3


def on_grid(trail: StoneTrail) -> tuple[Piece, ...]:
    """All stones, the first one at (0, 0)."""
    grid = _StoneGrid()
    for stone in trail.stones:
        grid.place(stone, trail.joints.get(stone))
    return tuple(grid.found)


@dataclass
class _StoneGrid:
    found: list[Piece] = field(default_factory=list)
    # Of each stone the squares of its halves; of each square whose it is, and who is beside it and
    # corner to corner with it.
    at: dict[str, dict[Half, Square]] = field(default_factory=dict)
    owner: dict[Square, str] = field(default_factory=dict)
    beside: dict[Square, set[str]] = field(default_factory=lambda: defaultdict(set))
    corner: dict[Square, set[str]] = field(default_factory=lambda: defaultdict(set))
    # What lies against a half, by the square of that half.
    kin: dict[Square, set[str]] = field(default_factory=lambda: defaultdict(set))

    def place(self, stone: str, joint: Joint | None) -> None:
        """Against its target where there is room, or else loose."""
        half: Half = joint.half if joint else "top"
        spots = list(self._spots(joint)) if joint else []
        if joint and spots:
            target = self.at[joint.against][half]
            near, end = min(spots, key=lambda spot: (self._cost(target, *spot), spot))
            self.kin[target].add(stone)
            self.kin[near].add(joint.against)
        else:
            near, end = self._loose(self.at[joint.against][half] if joint else None)
        self.at[stone] = {half: near, other(half): end}
        for square in (near, end):
            self.owner[square] = stone
            for around, ways in ((self.beside, WAYS), (self.corner, _CORNERS)):
                for way in ways:
                    around[_step(square, way)].add(stone)
        turn = WAYS.index((end[0] - near[0], end[1] - near[1]))
        self.found.append(Piece(stone, near[0] * CELL, near[1] * CELL, CELL, turn, half))

    def _clear(self, square: Square, target: str = "", kin: frozenset[str] = frozenset()) -> bool:
        """Whether a square is free, and around it is nothing but the target, and corner to corner
        what lies against the same half of it.
        """
        return (
            square not in self.owner
            and (square not in self.beside or self.beside[square] <= {target})
            and (square not in self.corner or self.corner[square] <= {target, *kin})
        )

    def _spots(self, joint: Joint) -> Iterator[tuple[Square, Square]]:
        """Where a stone can lie against its target: the square of its joined half, and the other.
        Three upright stones in one line would be higher than a screen: there are never two.
        """
        target = joint.against
        edge, far = (self.at[target][half] for half in (joint.half, other(joint.half)))
        kin = frozenset(self.kin[edge])
        for near in (_step(edge, way) for way in WAYS):
            if not self._clear(near, target, kin):
                continue
            for end in (_step(near, way) for way in WAYS):
                apart = all(_distance(end, square) > 1 for square in (edge, far))
                tall = edge[0] == far[0] == near[0] == end[0]
                if apart and not tall and self._clear(end, target, kin):
                    yield near, end

    def _loose(self, near: Square | None) -> tuple[Square, Square]:
        """Clear of all others, near its target, or else near the first stone."""
        x, y = near or (0, 0)
        reach = 0
        while self.owner:
            reach += 1
            ring = [
                (x + across, y + down)
                for across in range(-2 * reach, 2 * reach + 1)
                for down in range(-reach, reach + 1)
                if abs(across) >= 2 * reach - 1 or abs(down) == reach
            ]
            free = [one for one in ring if self._clear(one) and self._clear(_step(one, WAYS[0]))]
            if free:
                x, y = min(free, key=lambda one: (self._growth(one, one), one))
                break
        return (x, y), (x + 1, y)

    def _growth(self, *squares: Square) -> float:
        """How large the table is with these; its longer side counts more. And how far they lie from
        its middle.
        """
        across = [x for x, _y in (*self.owner, *squares)]
        down = [y for _x, y in (*self.owner, *squares)]
        wide, high = max(across) - min(across), _ASPECT * (max(down) - min(down))
        (x, y), middle = squares[-1], ((max(across) + min(across)) / 2, (max(down) + min(down)) / 2)
        off = abs(x - middle[0]) + _ASPECT * abs(y - middle[1])
        return 2 * max(wide, high) + wide + high + _FAR * off

    def _cost(self, edge: Square, near: Square, end: Square) -> float:
        straight = (edge[0] - near[0], edge[1] - near[1]) == (near[0] - end[0], near[1] - end[1])
        ways = sum(self._clear(_step(end, way)) for way in WAYS)
        return (
            self._growth(near, end) + _BENT * (not straight) + _UPRIGHT * (near[0] == end[0])
            + _SHUT * (ways == 0) + _NARROW * (ways == 1)
        )  # fmt: skip


def _step(square: Square, way: tuple[int, int]) -> Square:
    return square[0] + way[0], square[1] + way[1]


def _distance(one: Square, two: Square) -> int:
    return abs(one[0] - two[0]) + abs(one[1] - two[1])
