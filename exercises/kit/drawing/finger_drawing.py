"""Drawings that were made with a finger, as SVG. How they are stored: see `kit.rules.strokes`,
whose names stand here too, for who draws."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from exercises.kit.drawing.svg import part, token
from exercises.kit.rules.strokes import (
    COLOURS,
    HEIGHT,
    ITEMS_LIMIT,
    POINTS_LIMIT,
    SIZE_LIMIT,
    SIZES,
    WIDTH,
    WIDTHS,
    Item,
    Point,
    Stamp,
    Stroke,
    TooLarge,
    Unreadable,
    decode,
    encode,
    stamps,
)

__all__ = [
    "COLOURS",
    "HEIGHT",
    "ITEMS_LIMIT",
    "POINTS_LIMIT",
    "SIZES",
    "SIZE_LIMIT",
    "WIDTH",
    "WIDTHS",
    "Item",
    "Point",
    "Stamp",
    "Stroke",
    "TooLarge",
    "Unreadable",
    "cropped",
    "decode",
    "encode",
    "path",
    "stamp_line",
    "stamps",
    "svg",
]  # fmt: skip
# Around a drawing, for the thickness of its lines.
_PEN = 20


def svg(items: Sequence[Item]) -> str:
    """The drawing as SVG elements, in a box of WIDTH x HEIGHT."""
    return "".join(
        _stroke_svg(item) if isinstance(item, Stroke) else _stamp_svg(item) for item in items
    )


def cropped(items: Sequence[Item], title: str) -> tuple[str, float]:
    """A finger drawing as it was made, without the empty paper around it; and which part of the
    width of that paper it takes, so that a small one stays small."""
    boxes = [_box(one) for one in items]
    left = max(0, min(box[0] for box in boxes) - _PEN)
    top = max(0, min(box[1] for box in boxes) - _PEN)
    right = min(WIDTH, max(box[2] for box in boxes) + _PEN)
    bottom = min(HEIGHT, max(box[3] for box in boxes) + _PEN)
    made = part(svg(items), title, (left, top, right - left, bottom - top))
    return made, (right - left) / WIDTH


def path(points: Sequence[Point]) -> str:
    """The `d` of a stroke: rounded off between the points, through the first and the last."""
    (x, y), *rest = points
    if not rest:
        return f"M{x} {y}h.01"
    parts = [f"M{x} {y}"]
    for (ax, ay), (bx, by) in pairwise(rest):
        parts.append(f"Q{ax} {ay} {(ax + bx) / 2:g} {(ay + by) / 2:g}")
    parts.append(f"L{rest[-1][0]} {rest[-1][1]}")
    return "".join(parts)


def _stroke_svg(item: Stroke) -> str:
    return (
        f'<path d="{path(item.points)}" fill="none" stroke="{token(COLOURS[item.colour])}" '
        f'stroke-width="{WIDTHS[item.width]}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _stamp_svg(item: Stamp) -> str:
    size = SIZES[item.size]
    shape = list(stamps().values())[item.number]
    return (
        f'<path d="{shape}" fill="none" stroke="{token(COLOURS[item.colour])}" '
        f'stroke-width="{stamp_line(item.size):g}" stroke-linecap="round" '
        f'stroke-linejoin="round" transform="translate({item.x - size / 2:g} '
        f'{item.y - size / 2:g}) scale({size / 100:g})"/>'
    )


def stamp_line(size: str) -> float:
    """Width of the line of a stamp before it is scaled, so that all look drawn with one pen."""
    return round(800 / SIZES[size], 2)


def _box(item: Item) -> tuple[float, float, float, float]:
    if isinstance(item, Stamp):
        half = SIZES[item.size] / 2
        return item.x - half, item.y - half, item.x + half, item.y + half
    across, down = zip(*item.points, strict=True)
    return min(across), min(down), max(across), max(down)
