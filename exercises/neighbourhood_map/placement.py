"""Pawns that never hide one another: each as near as it can to its true spot. Pure.

A pawn is a few rectangles around its foot. Who was there first keeps the true spot; who comes later
takes the nearest free one. So a pawn that is added, or moved, moves nobody who was there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, hypot

from exercises.neighbourhood_map.stage import Box

# Free spots are looked for on a lattice of this many px.
STEP = 8
# So many steps around the true spot are looked at first.
_REACH = 16


@dataclass(frozen=True)
class Window:
    """A part of the lattice: its first column and row, and how many of each."""

    column: int
    row: int
    across: int
    down: int

    def around(self, column: float, row: float) -> Window:
        """What of it lies within reach of a point. All else lies further than `_REACH`."""
        left, across = _within(column, self.across)
        top, down = _within(row, self.down)
        return Window(left, top, across, down)


def _within(at: float, count: int) -> tuple[int, int]:
    middle = min(max(0, round(at)), count - 1)
    first = max(0, middle - _REACH)
    return first, min(count, middle + _REACH + 1) - first


@dataclass(frozen=True)
class Shape:
    """The rectangles of a pawn around its foot (0, 0). `side`: where its name hangs, -1 left,
    0 middle, 1 right."""

    boxes: tuple[Box, ...]
    side: int = 0

    def at(self, x: float, y: float) -> tuple[Box, ...]:
        """The rectangles of a pawn with its foot at a point."""
        return tuple(box.moved(x, y) for box in self.boxes)


@dataclass(frozen=True)
class Found:
    """Where a pawn's foot comes, and the shape it takes there."""

    x: float
    y: float
    shape: Shape


def spread(
    spots: Sequence[tuple[float, float]], shapes: Sequence[Sequence[Shape]], room: Box
) -> list[Found] | None:
    """A place for each pawn, in the order given: the first ones keep their spots.

    `shapes`: the shapes that each pawn may take, the best one first. None when one of them finds
    no place in `room`.
    """
    taken: list[Box] = []
    found: list[Found] = []
    for (x, y), possible in zip(spots, shapes, strict=True):
        place = _at_the_spot(x, y, possible, taken, room) or _nearest(x, y, possible, taken, room)
        if place is None:
            return None
        found.append(place)
        taken += place.shape.at(place.x, place.y)
    return found


def _at_the_spot(
    x: float, y: float, possible: Iterable[Shape], taken: list[Box], room: Box
) -> Found | None:
    for shape in possible:
        boxes = shape.at(x, y)
        if all(box.inside(room) for box in boxes) and not any(
            box.overlaps(other) for box in boxes for other in taken
        ):
            return Found(x, y, shape)
    return None


def _nearest(
    x: float, y: float, possible: Iterable[Shape], taken: list[Box], room: Box
) -> Found | None:
    best: tuple[float, Found] | None = None
    for shape in possible:
        spot = _free_spot(x, y, shape, taken, room)
        if spot is None:
            continue
        # A name that hangs aside is worth a few px only.
        cost = hypot(spot[0] - x, spot[1] - y) + 24 * abs(shape.side)
        if best is None or cost < best[0]:
            best = cost, Found(*spot, shape)
    return best[1] if best else None


def _free_spot(
    x: float, y: float, shape: Shape, taken: list[Box], room: Box
) -> tuple[float, float] | None:
    """The free point of the lattice that lies nearest."""
    # Where the foot may come so that the whole pawn is in the room.
    left = max(room.left - box.left for box in shape.boxes)
    top = max(room.top - box.top for box in shape.boxes)
    right = min(room.right - box.right for box in shape.boxes)
    bottom = min(room.bottom - box.bottom for box in shape.boxes)
    if right < left or bottom < top:
        return None
    whole = Window(0, 0, floor((right - left) / STEP) + 1, floor((bottom - top) / STEP) + 1)
    # The foot may not come strictly between these: the two would overlap.
    forbidden = [
        Box(other.left - box.right - left, other.top - box.bottom - top,
            other.right - box.left - left, other.bottom - box.top - top)
        for box in shape.boxes for other in taken
    ]  # fmt: skip
    column, row = (x - left) / STEP, (y - top) / STEP
    # Most places are found close by, and then the rest of the room need not be looked at.
    found = _nearest_free(whole.around(column, row), forbidden, column, row)
    if found is None or found[0] > _REACH:
        found = _nearest_free(whole, forbidden, column, row)
    return None if found is None else (left + found[1] * STEP, top + found[2] * STEP)


def _painted(window: Window, forbidden: Iterable[Box]) -> list[bytearray]:
    """The points of a part of the lattice, row by row: 1 strictly inside a rectangle."""
    rows = [bytearray(window.across) for _row in range(window.down)]
    for box in forbidden:
        first = max(0, floor(box.left / STEP) + 1 - window.column)
        last = min(window.across - 1, _below(box.right) - window.column)
        if last < first:
            continue
        mark = b"\1" * (last - first + 1)
        upper = max(0, floor(box.top / STEP) + 1 - window.row)
        for at in range(upper, min(window.down - 1, _below(box.bottom) - window.row) + 1):
            rows[at][first : last + 1] = mark
    return rows


def _below(value: float) -> int:
    """The last lattice number strictly under a value."""
    number = floor(value / STEP)
    return number - 1 if number * STEP == value else number


def _nearest_free(
    window: Window, forbidden: Iterable[Box], column: float, row: float
) -> tuple[float, int, int] | None:
    """The free point of a part of the lattice that lies nearest: how far, its column and row."""
    rows = _painted(window, forbidden)
    start = min(max(0, round(column) - window.column), window.across - 1)
    best: tuple[float, int, int] | None = None
    for at in sorted(range(window.row, window.row + window.down), key=lambda one: abs(one - row)):
        if best is not None and abs(at - row) > best[0]:
            break
        line = rows[at - window.row]
        for place in (line.find(0, start), line.rfind(0, 0, start + 1)):
            if place >= 0:
                found = place + window.column
                far = hypot(found - column, at - row)
                if best is None or far < best[0]:
                    best = far, found, at
    return best
