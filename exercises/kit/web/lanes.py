"""Lanes for the ways of the web: under each row of houses, and between their columns.

A way leaves its home downwards, runs in a lane under that row, where needed through a lane between
two columns to the lanes under the row of its host, and ends under the host. Two ways that share a
stretch get lanes of their own, by colouring the stretches from left to right; of the orders of the
lanes under a row that one is taken in which the fewest ways cross.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations
from typing import Protocol

Seat = tuple[int, int]
Point = tuple[float, float]
_SIDE_AIR = 26
# Up to so many lanes under a row all their orders are tried.
_MOST_ORDERED = 4
_ROW_APART, _LANE_APART, _GUTTER_APART = 100.0, 1.0, 0.02


class Standing(Protocol):
    """A house as far as ways need it."""

    @property
    def left(self) -> float: ...
    @property
    def wide(self) -> float: ...
    @property
    def bottom(self) -> float: ...


@dataclass(frozen=True)
class Way:
    """A visit between two seats, (row, column)."""

    id: str
    home: Seat
    host: Seat


@dataclass(frozen=True)
class _Run:
    """A stretch under a row: from one place to another, in halves of a column (an odd number is the
    middle of a house, an even one a gutter); finer order within a house by `ports`."""

    way: str
    row: int
    start: float
    end: float


@dataclass(frozen=True)
class Lanes:
    """Lanes in use: `down` under each row, `across` in each gutter (0 is the left edge)."""

    down: list[int]
    across: list[int]
    ways: dict[str, Way]
    gutter: dict[str, int]
    ports: dict[tuple[str, str], tuple[int, int]]
    in_row: dict[tuple[str, int], int]
    in_gutter: dict[str, int]

    def points(
        self, way_id: str, home: Standing, host: Standing, under: Sequence[float],
        gutters: Sequence[float], lane: float,
    ) -> tuple[Point, ...]:  # fmt: skip
        """The corners of a way, from home to host. `under` and `gutters`: where the lanes of each
        row and gutter begin."""
        way = self.ways[way_id]
        start, end = self._port(way_id, "home", home), self._port(way_id, "host", host)
        first = under[way.home[0]] + (self.in_row[way_id, way.home[0]] + 0.5) * lane
        if way.home[0] == way.host[0]:
            return ((start, home.bottom), (start, first), (end, first), (end, host.bottom))
        last = under[way.host[0]] + (self.in_row[way_id, way.host[0]] + 0.5) * lane
        x = gutters[self.gutter[way_id]] + (self.in_gutter[way_id] + 0.5) * lane
        return (
            (start, home.bottom), (start, first), (x, first), (x, last), (end, last),
            (end, host.bottom),
        )  # fmt: skip

    def sketch(self, way_id: str) -> tuple[Point, ...]:
        """The corners of a way on a plan without measures, in which crossings are those of the
        drawing."""
        way = self.ways[way_id]

        def under(row: int) -> float:
            return row * _ROW_APART + (1 + self.in_row[way_id, row]) * _LANE_APART

        start, end = (
            _at_port(seat, self.ports[way_id, side])
            for seat, side in ((way.home, "home"), (way.host, "host"))
        )
        (row, _column), (to_row, _to_column) = way.home, way.host
        first, last = (start, row * _ROW_APART), (end, to_row * _ROW_APART)
        if row == to_row:
            return (first, (start, under(row)), (end, under(row)), last)
        x = 2.0 * self.gutter[way_id] + self.in_gutter[way_id] * _GUTTER_APART
        return (
            first, (start, under(row)), (x, under(row)), (x, under(to_row)), (end, under(to_row)),
            last,
        )  # fmt: skip

    def _port(self, way_id: str, end: str, house: Standing) -> float:
        at, count = self.ports[way_id, end]
        room = house.wide - 2 * _SIDE_AIR
        return house.left + _SIDE_AIR + room * (at + 0.5) / count


def lanes_of(ways: Sequence[Way], columns: int, rows: int) -> Lanes:
    """Ports, gutters and lanes for all ways on a grid."""
    gutter = _gutters(ways, columns)
    ports = _ports(ways, gutter)
    runs = [run for way in ways for run in _runs(way, gutter, ports)]
    in_row: dict[tuple[str, int], int] = {}
    down = []
    for row in range(rows):
        mine = sorted((one for one in runs if one.row == row), key=lambda one: (one.start, one.end))
        found = _coloured([(one.start, one.end) for one in mine])
        in_row.update({(one.way, row): lane for one, lane in zip(mine, found, strict=True)})
        down.append(max(found, default=-1) + 1)
    in_gutter: dict[str, int] = {}
    across = []
    for at in range(columns + 1):
        through = sorted((one for one in ways if gutter.get(one.id) == at), key=_span)
        found = _coloured([_span(one) for one in through])
        in_gutter.update({one.id: lane for one, lane in zip(through, found, strict=True)})
        across.append(max(found, default=-1) + 1)
    return Lanes(down, across, {one.id: one for one in ways}, gutter, ports, in_row, in_gutter)


def untangled(lanes: Lanes) -> Lanes:
    """The same with the lanes under each row in the order in which the fewest ways cross."""
    for row in range(len(lanes.down)):
        lanes = _least_crossed(lanes, row)
    return lanes


def crossings(lanes: Lanes) -> int:
    """How many times two ways cross."""
    lines = [list(pairwise(lanes.sketch(one))) for one in lanes.ways]
    return sum(
        _cross(one, other)
        for first, second in combinations(lines, 2)
        for one in first
        for other in second
    )


def _least_crossed(lanes: Lanes, row: int) -> Lanes:
    """With the lanes under a row in the order in which the fewest ways cross."""
    count = lanes.down[row]
    if not 1 < count <= _MOST_ORDERED:
        return lanes
    tried = (
        replace(
            lanes,
            in_row={
                key: order[lane] if key[1] == row else lane for key, lane in lanes.in_row.items()
            },
        )
        for order in permutations(range(count))
    )
    return min(tried, key=crossings)


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether a level stretch and an upright one cross."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    if ay == by and cx == dx:
        return min(ax, bx) < cx < max(ax, bx) and min(cy, dy) < ay < max(cy, dy)
    if ax == bx and cy == dy:
        return min(cx, dx) < ax < max(cx, dx) and min(ay, by) < cy < max(ay, by)
    return False


def _span(way: Way) -> tuple[float, float]:
    rows = sorted((way.home[0], way.host[0]))
    return float(rows[0]), float(rows[1])


def _gutters(ways: Sequence[Way], columns: int) -> dict[str, int]:
    """Between which columns a way changes rows: on its way, where the fewest others do."""
    load: dict[int, int] = defaultdict(int)
    found = {}
    for way in ways:
        if way.home[0] == way.host[0]:
            continue
        low, high = sorted((way.home[1], way.host[1]))
        # Beside a house there is a gutter on either side.
        possible = range(low + 1, high + 1) if low < high else (low, low + 1)
        best = min(possible, key=lambda one: (load[one], one in (0, columns)))
        load[best] += 1
        found[way.id] = best
    return found


def _place(seat: Seat) -> float:
    return 2 * seat[1] + 1.0


def _ports(ways: Sequence[Way], gutter: dict[str, int]) -> dict[tuple[str, str], tuple[int, int]]:
    """For each end of a way its place under the house, and of how many: ends that go to the left
    stand left."""
    ends: dict[Seat, list[tuple[float, int, str, str]]] = defaultdict(list)
    for at, way in enumerate(ways):
        for end, seat, other in (("home", way.home, way.host), ("host", way.host, way.home)):
            towards = 2.0 * gutter[way.id] if way.id in gutter else _place(other)
            ends[seat].append((towards - _place(seat), at, way.id, end))
    found = {}
    for those in ends.values():
        for at, (_side, _order, way_id, end) in enumerate(sorted(those)):
            found[way_id, end] = (at, len(those))
    return found


def _runs(
    way: Way, gutter: dict[str, int], ports: dict[tuple[str, str], tuple[int, int]]
) -> list[_Run]:
    start = _at_port(way.home, ports[way.id, "home"])
    end = _at_port(way.host, ports[way.id, "host"])
    if way.home[0] == way.host[0]:
        return [_Run(way.id, way.home[0], min(start, end), max(start, end))]
    x = 2.0 * gutter[way.id]
    return [
        _Run(way.id, way.home[0], min(start, x), max(start, x)),
        _Run(way.id, way.host[0], min(end, x), max(end, x)),
    ]


def _at_port(seat: Seat, port: tuple[int, int]) -> float:
    """A port in halves of a column, within the house."""
    at, count = port
    return 2 * seat[1] + 0.3 + 1.4 * (at + 0.5) / count


def _coloured(spans: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each stretch, from those that begin first: stretches in one lane do not touch."""
    ends: list[float] = []
    found = []
    for start, end in spans:
        free = next((at for at, last in enumerate(ends) if last < start), None)
        if free is None:
            free = len(ends)
            ends.append(end)
        else:
            ends[free] = end
        found.append(free)
    return found
