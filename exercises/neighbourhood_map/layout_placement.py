"""Places pawns so that none covers another, each as near as possible to its true spot. Pure.

A pawn is a few rectangles around its foot. Earlier pawns keep their true spots; a later one takes
the nearest free spot. So adding or moving a pawn never moves the earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, hypot, inf

from exercises.neighbourhood_map.layout_geometry import Rect

# Free spots are looked for on a lattice of this many px.
STEP = 8
# Most pawns find a place this near (px); only then it matters what stands further away.
_NEAR = 160.0


@dataclass(frozen=True)
class PawnShape:
    """The rectangles of a pawn around its foot (0, 0). `side`: where its name hangs, -1 left,
    0 middle, 1 right."""

    boxes: tuple[Rect, ...]
    side: int = 0

    def at(self, x: float, y: float) -> tuple[Rect, ...]:
        """The rectangles of a pawn with its foot at a point."""
        return tuple(box.moved(x, y) for box in self.boxes)


@dataclass(frozen=True)
class Found:
    """Where a pawn's foot comes, and the shape it takes there."""

    x: float
    y: float
    shape: PawnShape


def spread(
    spots: Sequence[tuple[float, float]], shapes: Sequence[Sequence[PawnShape]], room: Rect
) -> list[Found] | None:
    """A place for each pawn, in the order given: the first ones keep their spots.

    `shapes`: the shapes that each pawn may take, the best one first. None when one of them finds
    no place in `room`.
    """
    found: list[Found] = []
    taken: list[Rect] = []
    for (x, y), possible in zip(spots, shapes, strict=True):
        place = nearest(x, y, possible, taken, room)
        if place is None:
            return None
        found.append(place)
        taken += place.shape.at(place.x, place.y)
    return found


def nearest(
    x: float, y: float, possible: Sequence[PawnShape], taken: Sequence[Rect], room: Rect
) -> Found | None:
    """The place for one more pawn: its own spot, or the nearest free one; None without room."""
    return _at_the_spot(x, y, possible, taken, room) or _elsewhere(x, y, possible, taken, room)


def _at_the_spot(
    x: float, y: float, possible: Iterable[PawnShape], taken: Sequence[Rect], room: Rect
) -> Found | None:
    for shape in possible:
        boxes = shape.at(x, y)
        if all(box.inside(room) for box in boxes) and not any(
            box.overlaps(other) for box in boxes for other in taken
        ):
            return Found(x, y, shape)
    return None


def _elsewhere(
    x: float, y: float, possible: Iterable[PawnShape], taken: Sequence[Rect], room: Rect
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
    x: float, y: float, shape: PawnShape, taken: Sequence[Rect], room: Rect
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
    for reach in (_NEAR, inf):
        walls = list(_walls(shape, taken, x, y, reach, (left, top), across))
        at = (x - left) / STEP, (y - top) / STEP
        found = _nearest_free(walls, across, down, *at, reach / STEP)
        if found is not None:
            return left + found[0] * STEP, top + found[1] * STEP
    return None


# Points of the lattice that are shut: from a row, up to another, and which columns, as bits of one
# whole number: that looks through all columns of a row at once.
_Wall = tuple[int, int, int]


def _walls(
    shape: PawnShape, taken: Sequence[Rect], x: float, y: float, reach: float,
    corner: tuple[float, float], across: int,
) -> Iterator[_Wall]:  # fmt: skip
    """The points strictly inside the rectangles where the foot may not come, as far as those are
    within `reach` px of (x, y). `corner`: the first point of the lattice."""
    x_from, x_to, y_from, y_to = x - reach, x + reach, y - reach, y + reach
    for box in shape.boxes:
        for other in taken:
            left, right = other.left - box.right, other.right - box.left
            if right <= x_from or left >= x_to:
                continue
            top, bottom = other.top - box.bottom, other.bottom - box.top
            if bottom <= y_from or top >= y_to:
                continue
            first = max(0, floor((left - corner[0]) / STEP) + 1)
            after = min(across, ceil((right - corner[0]) / STEP))
            if first < after:
                yield (
                    floor((top - corner[1]) / STEP) + 1, ceil((bottom - corner[1]) / STEP),
                    (1 << after) - (1 << first),
                )  # fmt: skip


def _nearest_free(
    walls: Sequence[_Wall], across: int, down: int, column: float, row: float, reach: float
) -> tuple[int, int] | None:
    """The column and row of the free point that lies nearest, at most `reach` steps away."""
    whole = (1 << across) - 1
    start = min(max(0, round(column)), across - 1)
    best: tuple[float, int, int] | None = None
    for at in _outward(row, down):
        if abs(at - row) > (reach if best is None else best[0]):
            break
        free = whole
        for first, after, columns in walls:
            if first <= at < after:
                free &= ~columns
        for found in _beside(free, start):
            far = hypot(found - column, at - row)
            if far <= reach and (best is None or far < best[0]):
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
