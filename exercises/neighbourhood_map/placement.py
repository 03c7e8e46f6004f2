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
    across, down = floor((right - left) / STEP) + 1, floor((bottom - top) / STEP) + 1
    rows = [bytearray(across) for _row in range(down)]
    for box in shape.boxes:
        for other in taken:
            # The foot may not come strictly between these: the two would overlap.
            _paint(
                rows,
                Box(other.left - box.right - left, other.top - box.bottom - top,
                    other.right - box.left - left, other.bottom - box.top - top),
            )  # fmt: skip
    return _nearest_free(rows, (x - left) / STEP, (y - top) / STEP, left, top)


def _paint(rows: list[bytearray], forbidden: Box) -> None:
    """Mark the points of the lattice that lie strictly inside a rectangle."""
    first = max(0, floor(forbidden.left / STEP) + 1)
    last = min(len(rows[0]) - 1, _below(forbidden.right))
    if last < first:
        return
    mark = b"\1" * (last - first + 1)
    for at in range(
        max(0, floor(forbidden.top / STEP) + 1), min(len(rows) - 1, _below(forbidden.bottom)) + 1
    ):
        rows[at][first : last + 1] = mark


def _below(value: float) -> int:
    """The last lattice number strictly under a value."""
    number = floor(value / STEP)
    return number - 1 if number * STEP == value else number


def _nearest_free(
    rows: list[bytearray], column: float, row: float, left: float, top: float
) -> tuple[float, float] | None:
    wide = len(rows[0])
    start = min(max(0, round(column)), wide - 1)
    best: tuple[float, float, float] | None = None
    for at in sorted(range(len(rows)), key=lambda one: abs(one - row)):
        if best is not None and abs(at - row) > best[0]:
            break
        for found in (rows[at].find(0, start), rows[at].rfind(0, 0, start + 1)):
            if found >= 0:
                far = hypot(found - column, at - row)
                if best is None or far < best[0]:
                    best = far, left + found * STEP, top + at * STEP
    return None if best is None else (best[1], best[2])
