"""The table with its stones: what may lie where, and where a stone goes best. Pure.

What touches belongs together: two stones share an edge only where one was laid against the other,
top to top or flop to flop. Squares around a stone stay free, so that the words have room. A stone
that lies is never moved here: a new one looks for its place between those that lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, sqrt

from exercises.domino.spots import HALVES, WAYS, Half, Spot, Square, beside, on_table, other

# Up to this many squares wide or high costs nothing.
_ROOMY = 6
_GROWTH, _SHUT, _SHUT_SIDE, _BLIND = 21.0, 5.0, 10.0, 6.0
_OFF_LANE, _BENT, _UPRIGHT = 2.0, 4.0, 2.0
# The table is drawn as large as it fits: a square of this many for each stone costs nothing yet.
_SQUARES_EACH = 4
_ASPECT = 1.6
# Squares around the stones in which a loose one is looked for.
_AROUND = 3
# A stone reaches two squares from the half it lies against; the next one needs two more.
_NEAR = 5
_MOST_TOUCHING = 2
_LIKELY = 12
_TWO = 2
_NOTHING: frozenset[Square] = frozenset()


@dataclass(frozen=True, slots=True)
class _Around:
    """Halves (by square) that have room now: those that nothing lies against yet, and the
    others; and joints that have place for their words.
    """

    ends: list[Square]
    sides: list[Square]
    readable: list[tuple[Square, Square]]


@dataclass(frozen=True, slots=True)
class Laid:
    """A stone that lies: its number in the order of laying, the spot it was given, and the half
    it was laid against. `spot` None: still to be given.
    """

    id: str
    number: int
    spot: Spot | None = None
    against: str | None = None
    half: Half = "top"


@dataclass
class Table:
    """Stones by id. `joints`: where stones touch, id -> the stone it was laid against."""

    spots: dict[str, Spot] = field(default_factory=dict)
    joints: dict[str, str] = field(default_factory=dict)
    _squares: dict[Square, tuple[str, Half]] = field(default_factory=dict)
    _pairs: set[tuple[str, str, Half]] = field(default_factory=set)
    _edges: list[tuple[Square, Square]] = field(default_factory=list)
    _bounds: tuple[int, int, int, int] | None = None
    _room: dict[tuple[str, Half], bool] = field(default_factory=dict, compare=False)

    def allow(self, one: str, two: str, half: Half) -> None:
        """Say that these two may touch, with this half of each."""
        self._pairs.add((one, two, half))
        self._pairs.add((two, one, half))

    def fits(self, identity: str, spot: Spot) -> bool:
        """Whether a stone may lie there: on free squares, and touching only what it may touch."""
        return self._fits(identity, spot, None)

    def _fits(self, identity: str, spot: Spot, may: tuple[str, Half] | None) -> bool:
        """As `fits`; `may` is a half of another stone that it may touch as well."""
        for square, half in zip(spot.squares, HALVES, strict=True):
            if square in self._squares or not on_table(square):
                return False
            for near in beside(square):
                there = self._squares.get(near)
                if there is None:
                    continue
                if there[1] != half:
                    return False
                if there != may and (identity, there[0], half) not in self._pairs:
                    return False
        return True

    def put(self, identity: str, spot: Spot) -> None:
        """Lay a stone; the caller knows that it fits."""
        self.spots[identity] = spot
        self._room.clear()
        for square, half in zip(spot.squares, HALVES, strict=True):
            self._squares[square] = (identity, half)
            left, top, right, bottom = self._bounds or (*square, *square)
            x, y = square
            self._bounds = min(left, x), min(top, y), max(right, x), max(bottom, y)

    def touching(self, one: str, two: str, half: Half) -> bool:
        """Whether these halves of two lying stones share an edge."""
        return self.spots[two].square(half) in beside(self.spots[one].square(half))

    def join(self, identity: str, against: str, half: Half) -> None:
        """Note a joint between two stones that touch."""
        self.joints[identity] = against
        pair = self.spots[identity].square(half), self.spots[against].square(half)
        self._edges.append(pair)

    def against(self, identity: str, target: str, half: Half) -> Spot | None:
        """The best spot for a stone against a half of one that lies; None when it has no room."""
        if self._crowded(target, half):
            return None
        found = list(self._beside_half(identity, target, half))
        if len(found) < _TWO:
            return found[0] if found else None
        edge = self.spots[target].square(half)
        around = self._surroundings(edge)
        return min(found, key=lambda spot: (self._cost(spot, edge, half, around), spot))

    def touches(self, identity: str, spot: Spot, target: str, half: Half) -> bool:
        """Whether a stone may lie on this spot, and there touches this half of the target."""
        if spot.square(half) not in beside(self.spots[target].square(half)):
            return False
        return not self._crowded(target, half) and self._fits(identity, spot, (target, half))

    def has_room(self, target: str, half: Half) -> bool:
        """Whether one more stone can be laid against a half. Remembered: all phones ask it."""
        if (target, half) not in self._room:
            free = not self._crowded(target, half)
            self._room[target, half] = free and any(
                True for _spot in self._beside_half("", target, half)
            )
        return self._room[target, half]

    def loose(self, identity: str) -> Spot | None:
        """The best spot for a stone that touches none; None when the table is full."""
        if not self.spots:
            return Spot(0, 0, 0)
        left, top, right, bottom = self.bounds()
        found = [
            spot
            for y in range(top - _AROUND, bottom + _AROUND + 1)
            for x in range(left - _AROUND, right + _AROUND + 1)
            for spot in (Spot(x, y, 0),)
            if self._stands_free(spot)
        ]
        # Looking at what each would harm costs most: only the likeliest are looked at so.
        likely = sorted(found, key=lambda spot: (self._cost_far(spot), spot))[:_LIKELY]
        return min(likely, key=lambda spot: (self._cost_loose(spot), spot), default=None)

    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom squares in use, inclusive. Only with stones."""
        assert self._bounds is not None, "no stones"
        return self._bounds

    def is_free(self, square: Square) -> bool:
        """Whether no stone covers this square."""
        return square not in self._squares

    def _crowded(self, target: str, half: Half) -> bool:
        """Whether a half touches as many stones as it may: with more, no words fit between."""
        edge = self.spots[target].square(half)
        near = [self._squares.get(square) for square in beside(edge)]
        return sum(there is not None and there[0] != target for there in near) >= _MOST_TOUCHING

    def _beside_half(self, identity: str, target: str, half: Half) -> Iterator[Spot]:
        for square in beside(self.spots[target].square(half)):
            if square in self._squares:
                continue
            for way in range(4):
                spot = Spot.of(half, square, way)
                if self._fits(identity, spot, (target, half)):
                    yield spot

    def _stays_open(self, edge: Square, taken: frozenset[Square]) -> bool:
        """Whether a stone would still fit against the half on `edge`, were `taken` covered."""
        for square in beside(edge):
            if not self._clear(square, edge, taken):
                continue
            for step in WAYS:
                end = (square[0] + step[0], square[1] + step[1])
                if end != edge and self._clear(end, square, taken):
                    return True
        return False

    def _clear(self, square: Square, but: Square, taken: frozenset[Square]) -> bool:
        """Whether a square and all beside it, except `but`, are free of stones."""
        if square in self._squares or square in taken or not on_table(square):
            return False
        return all(
            near == but or (near not in self._squares and near not in taken)
            for near in beside(square)
        )

    def _cost(self, spot: Spot, edge: Square, half: Half, around: _Around) -> float:
        """What a spot against the half on `edge` costs: less is better."""
        own, end = spot.square(half), spot.square(other(half))
        taken = frozenset(spot.squares)
        cost = self._growth(spot)
        # What covers its own squares doesn't shut its own end.
        if not self._stays_open(end, taken - {end}):
            cost += _SHUT
        cost += self._harm(taken, around)
        cost += _BLIND * (not self._label_room(own, edge, _NOTHING))
        straight = own[0] - edge[0] == end[0] - own[0] and own[1] - edge[1] == end[1] - own[1]
        cost += 0 if straight else _BENT
        if spot.flat:
            return cost + _OFF_LANE * (spot.y % 2)
        return cost + _UPRIGHT

    def _cost_far(self, spot: Spot) -> float:
        """What a spot that touches nothing costs, whatever lies near it."""
        left, top, right, bottom = self.bounds()
        middle = abs(spot.x + 0.5 - (left + right) / 2) + abs(spot.y - (top + bottom) / 2)
        return self._growth(spot) + _OFF_LANE * (spot.y % 2) + 0.2 * middle

    def _cost_loose(self, spot: Spot) -> float:
        around = self._surroundings((spot.x, spot.y))
        return self._cost_far(spot) + self._harm(frozenset(spot.squares), around)

    def _surroundings(self, edge: Square) -> _Around:
        """What a new stone near `edge` could shut or blind."""
        halves = [
            spot.square(half)
            for spot in self.spots.values()
            for half in HALVES
            if _close(spot.square(half), edge)
        ]
        seen = [(one, two) for one, two in self._edges if _close(one, edge)]
        still = [square for square in halves if self._stays_open(square, _NOTHING)]
        return _Around(
            [square for square in still if not self._touched(square)],
            [square for square in still if self._touched(square)],
            [pair for pair in seen if self._label_room(*pair, _NOTHING)],
        )

    def _touched(self, square: Square) -> bool:
        """Whether a stone lies against the half on this square already."""
        own = self._squares[square][0]
        near = [self._squares.get(one) for one in beside(square)]
        return any(there is not None and there[0] != own for there in near)

    def _harm(self, taken: frozenset[Square], around: _Around) -> float:
        """How many halves would lose their room, and joints the place for their words."""
        ends = sum(not self._stays_open(square, taken) for square in around.ends)
        sides = sum(not self._stays_open(square, taken) for square in around.sides)
        blinded = sum(not self._label_room(*pair, taken) for pair in around.readable)
        return _SHUT * ends + _SHUT_SIDE * sides + _BLIND * blinded

    def _growth(self, spot: Spot) -> float:
        """What it costs that all stones must be drawn smaller."""
        left, top, right, bottom = self.bounds()
        roomy = max(_ROOMY, ceil(sqrt(_SQUARES_EACH * _ASPECT * (len(self.spots) + 1))))
        before = max(right - left + 1, _ASPECT * (bottom - top + 1), roomy)
        for x, y in spot.squares:
            left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
        wide, high = right - left + 1, _ASPECT * (bottom - top + 1)
        # A little for the shorter side too, and for what lies far out: a table, not a strip.
        return _GROWTH * (max(wide, high, roomy) - before) + wide + high

    def _label_room(self, one: Square, two: Square, taken: frozenset[Square]) -> bool:
        """Whether beside the joint between two squares there is place for its words."""
        across = (0, 1) if one[1] == two[1] else (1, 0)
        return any(
            all(
                (place := (x + way * across[0], y + way * across[1])) not in self._squares
                and place not in taken
                for x, y in (one, two)
            )
            for way in (1, -1)
        )

    def _stands_free(self, spot: Spot) -> bool:
        """Whether no stone lies on or around a spot, corners included."""
        return all(
            on_table(square)
            and all(
                (square[0] + dx, square[1] + dy) not in self._squares
                for dx in (-1, 0, 1)
                for dy in (-1, 0, 1)
            )
            for square in spot.squares
        )


def _close(square: Square, edge: Square) -> bool:
    return max(abs(square[0] - edge[0]), abs(square[1] - edge[1])) <= _NEAR


def lay_out(stones: Iterable[Laid]) -> Table:
    """All stones on the table, whatever order they are read in.

    Each lies on the spot it was given. One without a spot, or whose spot another has by now (its
    answer was taken away and came back), goes where there is room: against its half, or loose.
    """
    table = Table()
    ordered = sorted(stones, key=lambda one: (one.number, one.id))
    lying = {one.id for one in ordered}
    for one in ordered:
        if one.against in lying and one.against != one.id and one.against is not None:
            table.allow(one.id, one.against, one.half)
    astray = []
    for one in ordered:
        if one.spot is not None and table.fits(one.id, one.spot):
            table.put(one.id, one.spot)
            _join(table, one)
        else:
            astray.append(one)
    for one in astray:
        _find_place(table, one)
    for one in ordered:
        _join(table, one)
    return table


def _find_place(table: Table, one: Laid) -> None:
    spot = None
    if one.against in table.spots and one.against is not None:
        spot = table.against(one.id, one.against, one.half)
    spot = spot or table.loose(one.id)
    if spot is not None:
        table.put(one.id, spot)
        _join(table, one)


def _join(table: Table, one: Laid) -> None:
    """Note the joint of a stone, once both lie and touch."""
    if one.id in table.joints or one.against is None or one.id == one.against:
        return
    if one.id not in table.spots or one.against not in table.spots:
        return
    if table.touching(one.id, one.against, one.half):
        table.join(one.id, one.against, one.half)
