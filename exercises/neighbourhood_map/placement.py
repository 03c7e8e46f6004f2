"""Pawns that never hide one another: each as near as it can to its true spot. Pure.

A pawn is a few rectangles around its foot. Who was there first keeps the true spot; who comes later
takes the nearest free one. So a pawn that is added, or moved, moves nobody who was there before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, hypot

from exercises.neighbourhood_map.stage import Box

# Free spots are looked for on a lattice of this many px.
STEP = 8


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
    pawns = [(*spot, tuple(possible)) for spot, possible in zip(spots, shapes, strict=True)]
    found = _known_start(pawns, room)
    taken = [box for place in found for box in place.shape.at(place.x, place.y)]
    for x, y, possible in pawns[len(found) :]:
        place = _at_the_spot(x, y, possible, taken, room) or _nearest(x, y, possible, taken, room)
        if place is None:
            return None
        found.append(place)
        taken += place.shape.at(place.x, place.y)
    _recent.appendleft((room, pawns, tuple(found)))
    return found


_Pawn = tuple[float, float, tuple[Shape, ...]]
# What was placed lately, at each of the sizes that are tried: only one pawn has moved since.
_recent: deque[tuple[Box, list[_Pawn], tuple[Found, ...]]] = deque(maxlen=12)


def forget() -> None:
    """Place the next pawns as if there were none before: it takes longer, and gives the same."""
    _recent.clear()


def _known_start(pawns: Sequence[_Pawn], room: Box) -> list[Found]:
    """The places of the first pawns, as far as the same ones were placed lately: where a pawn
    comes follows only from those before it."""
    best: tuple[Found, ...] = ()
    for known_room, before, places in tuple(_recent):
        same = 0
        for one, other in zip(pawns, before, strict=False):
            if one != other:
                break
            same += 1
        if known_room == room and same > len(best):
            best = places[:same]
    return list(best)


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
    across, down = floor((right - left) / STEP) + 1, floor((bottom - top) / STEP) + 1
    walls = [
        wall
        for box in shape.boxes
        for other in taken
        # The foot may not come strictly between these: the two would overlap.
        if (
            wall := _wall(
                (other.left - box.right - left) / STEP, (other.top - box.bottom - top) / STEP,
                (other.right - box.left - left) / STEP, (other.bottom - box.top - top) / STEP,
                across,
            )
        )
    ]  # fmt: skip
    found = _nearest_free(walls, across, down, (x - left) / STEP, (y - top) / STEP)
    return None if found is None else (left + found[0] * STEP, top + found[1] * STEP)


# Points of the lattice that are shut: from a row, up to another, and which columns, as bits of one
# whole number: that looks through all columns of a row at once.
_Wall = tuple[int, int, int]


def _wall(left: float, top: float, right: float, bottom: float, across: int) -> _Wall | None:
    """The points strictly inside a rectangle of the lattice; None when there are none."""
    first, after = max(0, floor(left) + 1), min(across, ceil(right))
    if after <= first:
        return None
    return floor(top) + 1, ceil(bottom), (1 << after) - (1 << first)


def _nearest_free(
    walls: Sequence[_Wall], across: int, down: int, column: float, row: float
) -> tuple[int, int] | None:
    """The column and row of the free point that lies nearest."""
    whole = (1 << across) - 1
    start = min(max(0, round(column)), across - 1)
    best: tuple[float, int, int] | None = None
    for at in _outward(row, down):
        if best is not None and abs(at - row) > best[0]:
            break
        free = whole
        for first, after, columns in walls:
            if first <= at < after:
                free &= ~columns
        for found in _beside(free, start):
            far = hypot(found - column, at - row)
            if best is None or far < best[0]:
                best = far, found, at
    return None if best is None else best[1:]


def _beside(free: int, start: int) -> Iterator[int]:
    """The first free column from `start` to the right, and that to the left."""
    right = free >> start
    if right:
        yield start + (right & -right).bit_length() - 1
    left = free & ((1 << (start + 1)) - 1)
    if left:
        yield left.bit_length() - 1


def _outward(row: float, down: int) -> Iterator[int]:
    """All rows, the nearest first."""
    above = min(floor(row), down - 1)
    below = max(above + 1, 0)
    while above >= 0 or below < down:
        if below >= down or (above >= 0 and row - above <= below - row):
            yield above
            above -= 1
        else:
            yield below
            below += 1
