"""The way of a thread from stone to stone: along free lines of a lattice, past all stones. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from math import ceil, floor

from exercises.domino.table.shapes import Piece, Point, TableRect
from exercises.domino.table.trail import HALVES

Node = tuple[int, int]
# A place on the way: a node, and whether the thread runs across (0) or down (1) there.
State = tuple[Node, int]
# Lines of the lattice for each square of the table.
_LINES = 6
# How far a thread stays from what lies there; farther away there is room for words on it.
_CLEAR, _ROOMY = 10.0, 34.0
# From the edge of a stone to the middle of the knob at the end of a thread.
KNOB = 12.0
# Which lines of half a stone a thread may leave on, from its middle.
_ASIDE = (0, -1, 1, -2, 2, -3, 3)
# What a way costs besides its length.
_BEND, _CROSS, _AGAIN, _WAYS = 4, 8, 6, 3


@dataclass
class Lattice:
    """Finds ways, one after the other, within `window`. Its lines run beside the edges of squares,
    seen from `origin`, a corner of one.
    """

    window: TableRect
    cell: float
    origin: Point
    _shut: set[Node] = field(default_factory=set)
    _near: set[Node] = field(default_factory=set)
    _paper: set[Node] = field(default_factory=set)
    _tried: set[Node] = field(default_factory=set)
    # Where threads run already, and whether across (0), down (1) or round a corner (2).
    _runs: dict[Node, int] = field(default_factory=dict)
    _last: list[Node] = field(default_factory=list)

    def shut(self, rect: TableRect, *, paper: bool = False) -> None:
        """Say that no thread may pass here; under `paper` it may when there is no other way."""
        (self._paper if paper else self._shut).update(self._nodes(rect.grown(_CLEAR)))
        self._near.update(self._nodes(rect.grown(_ROOMY)))

    def ways(self, one: Piece, two: Piece) -> Iterator[tuple[Point, ...]]:
        """Short ways with few turns, from knob to knob, each by its corners; the next one keeps off
        those before. The one that is taken is told to `run`.
        """
        self._tried.clear()
        starts, goals = dict(self._doors(one)), dict(self._doors(two))
        for _turn in range(_WAYS):
            self._last = self._search(starts, goals)
            if not self._last:
                return
            points = [self._point(node) for node in self._last]
            yield _corners([starts[self._last[0]][1], *points, goals[self._last[-1]][1]])
            self._tried.update(self._last)

    def run(self) -> None:
        """Say that a thread runs the way that was given last."""
        for at, node in enumerate(self._last):
            near = self._last[max(0, at - 1) : at + 2]
            axes = {int(here[0] == there[0]) for here, there in pairwise(near)}
            self._runs[node] = axes.pop() if len(axes) == 1 and node not in self._runs else 2

    def open_papers(self) -> None:
        """Let threads pass under slips from now on."""
        self._paper.clear()

    def _point(self, node: Node) -> Point:
        x, y, step = *self.origin, self.cell / _LINES
        return x + (node[0] + 0.5) * step, y + (node[1] + 0.5) * step

    def _place(self, x: float, y: float) -> Point:
        """The other way round: px as numbers of lines."""
        step = self.cell / _LINES
        return (x - self.origin[0]) / step - 0.5, (y - self.origin[1]) / step - 0.5

    def _nodes(self, rect: TableRect) -> Iterator[Node]:
        left, top = self._place(rect.x, rect.y)
        right, bottom = self._place(rect.right, rect.bottom)
        for x in range(floor(left) + 1, ceil(right)):
            for y in range(floor(top) + 1, ceil(bottom)):
                yield x, y

    def _doors(self, piece: Piece) -> Iterator[tuple[Node, tuple[int, Point]]]:
        """Free nodes beside a stone: each with the axis on which it is left, and the knob there."""
        knobs, clear = piece.rect.grown(KNOB), piece.rect.grown(_CLEAR)
        left, top = self._place(clear.x, clear.y)
        right, bottom = self._place(clear.right, clear.bottom)
        for half in HALVES:
            square = piece.square(half)
            x, y = (round(one) for one in self._place(*square.middle))
            for aside in _ASIDE:
                for node, axis, edge in (
                    ((floor(left), y + aside), 0, knobs.x),
                    ((ceil(right), y + aside), 0, knobs.right),
                    ((x + aside, floor(top)), 1, knobs.y),
                    ((x + aside, ceil(bottom)), 1, knobs.bottom),
                ):
                    across, down = self._point(node)
                    if axis == 0:
                        aligned, knob = square.y < down < square.bottom, (edge, down)
                    else:
                        aligned, knob = square.x < across < square.right, (across, edge)
                    if aligned and node not in self._runs and self._is_open(node):
                        yield node, (axis, knob)

    def _is_open(self, node: Node) -> bool:
        if node in self._shut or node in self._paper:
            return False
        x, y = self._point(node)
        window = self.window
        return window.x <= x <= window.right and window.y <= y <= window.bottom

    def _search(
        self, starts: dict[Node, tuple[int, Point]], goals: dict[Node, tuple[int, Point]]
    ) -> list[Node]:
        """The nodes of the best way (A*); none when there is no way."""
        if not starts or not goals:
            return []
        left, right = min(x for x, _y in goals), max(x for x, _y in goals)
        top, bottom = min(y for _x, y in goals), max(y for _x, y in goals)

        def least(node: Node) -> int:
            across = max(left - node[0], 0, node[0] - right)
            return across + max(top - node[1], 0, node[1] - bottom)

        before: dict[State, State | None] = {}
        cost = {(node, axis): 0 for node, (axis, _knob) in starts.items()}
        waiting: list[tuple[int, int, State, State | None]] = [
            (least(state[0]), 0, state, None) for state in sorted(cost)
        ]
        while waiting:
            _least, so_far, state, came = heappop(waiting)
            if state in before:
                continue
            before[state] = came
            if state[0] in goals and goals[state[0]][0] == state[1]:
                return _followed(state, before)
            for new, price in self._steps(*state):
                total = so_far + price
                if total < cost.get(new, total + 1):
                    cost[new] = total
                    heappush(waiting, (total + least(new[0]), total, new, state))
        return []

    def _steps(self, node: Node, axis: int) -> Iterator[tuple[State, int]]:
        """On from a node, or turned there; another thread is only crossed straight on."""
        if node not in self._runs:
            yield (node, 1 - axis), _BEND
        for way in (1, -1):
            new = (node[0] + way, node[1]) if axis == 0 else (node[0], node[1] + way)
            there = self._runs.get(new, -1)
            if there in (-1, 1 - axis) and self._is_open(new):
                dear = (new in self._near) + _AGAIN * (new in self._tried) + _CROSS * (there >= 0)
                yield (new, axis), 1 + dear


def _followed(state: State, before: dict[State, State | None]) -> list[Node]:
    nodes: dict[Node, None] = {}
    at: State | None = state
    while at is not None:
        nodes[at[0]] = None
        at = before[at]
    return list(nodes)[::-1]


def _corners(points: list[Point]) -> tuple[Point, ...]:
    """Without the points in the middle of a straight part."""
    points = [(round(x, 1), round(y, 1)) for x, y in points]
    turns = [
        point
        for before, point, after in zip(points, points[1:], points[2:], strict=False)
        if before[0] != after[0] and before[1] != after[1]
    ]
    return (points[0], *turns, points[-1])
