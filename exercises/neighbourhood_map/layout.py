"""All pawns on the map of the screen: how large, where, and which way their names hang. Pure.

Few pawns are large ones with their names below; many are name plates with a foot. The sizes step
down until everybody has a place of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, hypot, sqrt
from typing import Literal

from exercises.kit.drawing.lettering import ELLIPSIS, clean, fit, width
from exercises.neighbourhood_map.layout_geometry import MAP, Rect
from exercises.neighbourhood_map.layout_placement import Found, PawnShape, nearest, spread

Mode = Literal["pawns", "plates"]
# A large pawn: half its width, and how far its head is above its foot.
PAWN_HALF, PAWN_HIGH = 46, 142
NAME_GAP, NAME_HIGH, NAME_PADDING = 15, 42, 12
PLATE_HIGH, PLATE_FOOT, PLATE_SIGN = 44, 16, 44
LETTERS = 28
_AIR = 3
# A pawn of an earlier meeting: how large, what it covers, and how far (px) it makes way.
PAST_SCALE = 0.6
PAST_SHAPE = PawnShape((Rect(-28, -86, 28, 8),))
_PAST_FAR = 140
# A pawn this far from its true spot gets a line to it.
_LEG = 10
# Further than this (px) a pawn is no longer near its spot: smaller ones may be.
_FAR = 220


@dataclass(frozen=True)
class PawnToPlace:
    """A pawn to be placed: id, name and short name of its organisation, tile, and its true spot in
    px."""

    id: str
    name: str
    tile: int
    x: float
    y: float
    short: str = ""


@dataclass(frozen=True)
class DrawnPawn:
    """A placed pawn, in px of the stage.

    `x`, `y`: its foot. `true_x`, `true_y`: where it was put. `leg`: whether the two differ so much
    that a line tells. The name is `label_width` wide, from `label_left` of the foot.
    """

    id: str
    tile: int
    name: str
    x: float
    y: float
    true_x: float
    true_y: float
    leg: bool
    label_left: float
    label_width: float


@dataclass(frozen=True)
class PawnLayout:
    """All pawns. `scale`: of a large pawn, 1 is 92 px wide; `letters`: px of the names."""

    mode: Mode
    scale: float
    letters: int
    figures: tuple[DrawnPawn, ...]


@dataclass(frozen=True)
class _Size:
    mode: Mode
    scale: float
    letters: int
    widest: int
    whole: bool = False


# The widest label has room for most short names; narrower ones only where that drives pawns away.
_LARGE = tuple(
    (most, _Size("pawns", scale, letters, widest))
    for most, scale, letters in ((8, 1.0, 30), (12, 0.8, 28), (16, 0.64, 28))
    for widest in (420, 300)
)
_PLATES = tuple(_Size("plates", 0, LETTERS, widest) for widest in (420, 260, 200, 150, 110))
_WIDEST = 420


def arrange(pawns: Sequence[PawnToPlace], *, whole: bool = False) -> PawnLayout:
    """Place pawns, each with an id of its own; those that come first keep their spots.

    The largest size at which nobody has to go far; else the one that is the best bargain between
    long names and short ways. `whole`: rather with names, or short names, that are not cut.
    """
    usual = _sizes(len(pawns))
    uncut = [replace(one, whole=True) for one in usual if whole and one.widest == _WIDEST]
    return _best(pawns, uncut) or _best(pawns, usual) or _grid(pawns)


def _best(pawns: Sequence[PawnToPlace], sizes: Sequence[_Size]) -> PawnLayout | None:
    best: tuple[float, PawnLayout] | None = None
    for size in sizes:
        found = spread(
            [(one.x, one.y) for one in pawns], [_shapes(one, size) for one in pawns], MAP
        )
        if found is None:
            continue
        layout = _layout(pawns, found, size)
        farthest = max((_way(figure) for figure in layout.figures), default=0)
        if farthest <= _FAR:
            return layout
        cost = farthest + 2 * (_WIDEST - size.widest)
        if best is None or cost < best[0]:
            best = cost, layout
    return best[1] if best else None


def _way(figure: DrawnPawn) -> float:
    return hypot(figure.x - figure.true_x, figure.y - figure.true_y)


def _sizes(count: int) -> tuple[_Size, ...]:
    return (*(size for most, size in _LARGE if count <= most), *_PLATES)


def _layout(pawns: Sequence[PawnToPlace], found: Sequence[Found], size: _Size) -> PawnLayout:
    figures = tuple(_figure(one, place, size) for one, place in zip(pawns, found, strict=True))
    return PawnLayout(size.mode, size.scale, size.letters, figures)


def _figure(pawn: PawnToPlace, place: Found, size: _Size) -> DrawnPawn:
    name, wide = _label(pawn.name, pawn.short, size)
    label = place.shape.boxes[-1]
    return DrawnPawn(
        pawn.id, pawn.tile, name, place.x, place.y, pawn.x, pawn.y,
        hypot(place.x - pawn.x, place.y - pawn.y) > _LEG, label.left + _AIR, wide,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _label(name: str, short: str, size: _Size) -> tuple[str, int]:
    """The name, else the short one, as far as it fits; and the width of its label in px."""
    sign = PLATE_SIGN if size.mode == "plates" else 0
    around = 2 * NAME_PADDING + sign
    shown = fit(name, size.letters, size.widest - around, short=short)
    if size.whole:
        if shown.endswith(ELLIPSIS):
            shown = clean(short) or clean(name)
        return shown, ceil(width(shown, size.letters)) + around
    return shown, min(size.widest, ceil(width(shown, size.letters)) + around)


@lru_cache(maxsize=1024)
def _shapes_of(wide: int, size: _Size) -> tuple[PawnShape, ...]:
    if size.mode == "plates":
        return tuple(_plate(wide, side) for side in (0, 1, -1))
    return tuple(_large(wide, size.scale, side) for side in (0, 1, -1))


def _shapes(pawn: PawnToPlace, size: _Size) -> tuple[PawnShape, ...]:
    return _shapes_of(_label(pawn.name, pawn.short, size)[1], size)


def _large(wide: int, scale: float, side: int) -> PawnShape:
    half = PAWN_HALF * scale
    body = Rect(-half - _AIR, -PAWN_HIGH * scale - _AIR, half + _AIR, NAME_GAP)
    return PawnShape((body, _name(wide, half, side, NAME_GAP, NAME_GAP + NAME_HIGH)), side)


def _plate(wide: int, side: int) -> PawnShape:
    foot = Rect(-12, -PLATE_FOOT, 12, 8)
    top = -PLATE_FOOT - PLATE_HIGH
    return PawnShape((foot, _name(wide, 26, side, top - _AIR, -PLATE_FOOT)), side)


def _name(wide: int, half: float, side: int, top: float, bottom: float) -> Rect:
    """The label: in the middle, or from the far edge of the pawn to one side."""
    left = -wide / 2 if side == 0 or wide < 2 * half else -half if side > 0 else half - wide
    return Rect(left - _AIR, top, left + wide + _AIR, bottom + _AIR)


def _grid(pawns: Sequence[PawnToPlace]) -> PawnLayout:
    """More than a map can hold: signs in rows, nearest first, without names."""
    wide, high = MAP.width, MAP.height
    side = sqrt(wide * high / len(pawns))
    while floor_count(wide, side) * floor_count(high, side) < len(pawns):
        side *= 0.98
    columns, rows = floor_count(wide, side), floor_count(high, side)
    free = {
        (MAP.left + (column + 0.5) * wide / columns, MAP.top + (row + 0.9) * high / rows)
        for column in range(columns)
        for row in range(rows)
    }
    figures = []
    for one in pawns:
        x, y = min(free, key=lambda at: (hypot(at[0] - one.x, at[1] - one.y), at))
        free.discard((x, y))
        half = min(PLATE_SIGN, side - 6) / 2
        figures.append(
            DrawnPawn(one.id, one.tile, "", round(x, 1), round(y, 1), one.x, one.y,
                   False, -half, 2 * half)
        )  # fmt: skip
    return PawnLayout("plates", 0, LETTERS, tuple(figures))


def boxes_of(layout: PawnLayout) -> Iterator[Rect]:
    """What pawns and their names cover."""
    for one in layout.figures:
        left, right = one.label_left, one.label_left + one.label_width
        if layout.mode == "plates":
            yield Rect(one.x + left, one.y - PLATE_FOOT - PLATE_HIGH, one.x + right, one.y)
        else:
            half = PAWN_HALF * layout.scale
            yield Rect(one.x - half, one.y - PAWN_HIGH * layout.scale, one.x + half, one.y)
            yield Rect(one.x + left, one.y, one.x + right, one.y + NAME_GAP + NAME_HIGH)


def in_free_room(x: float, y: float, taken: Sequence[Rect]) -> tuple[float, float]:
    """The foot of a pawn of an earlier meeting: at its place, or near it where others leave it
    no room; at its place too when there is no room anywhere near."""
    found = nearest(x, y, (PAST_SHAPE,), taken, MAP)
    if found is None or hypot(found.x - x, found.y - y) > _PAST_FAR:
        return x, y
    return round(found.x, 1), round(found.y, 1)


def floor_count(room: float, side: float) -> int:
    """How many of a size fit in a row."""
    return max(1, int(room // side))
