"""Gifts and their drawings in documents, without the table and the note around them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from exercises.gifts import model_drawing as drawing
from exercises.gifts import picture_wrapping as wrapping
from exercises.gifts.model import Gift
from exercises.gifts.views import GiftsContext, tile_of
from exercises.kit.drawing import svg as kit

_AIR, _BETWEEN, _ACROSS = 24, 60, 6
_FOOT = 18
# Around a finger drawing, for the thickness of its lines.
_PEN = 20


def drawn(items: Sequence[drawing.Item], title: str) -> tuple[str, float]:
    """A finger drawing as it was made, without the empty paper around it; and which part of the
    width of that paper it takes, so that a small one stays small."""
    boxes = [_box(one) for one in items]
    left = max(0, min(box[0] for box in boxes) - _PEN)
    top = max(0, min(box[1] for box in boxes) - _PEN)
    right = min(drawing.WIDTH, max(box[2] for box in boxes) + _PEN)
    bottom = min(drawing.HEIGHT, max(box[3] for box in boxes) + _PEN)
    made = kit.part(drawing.svg(items), title, (left, top, right - left, bottom - top))
    return made, (right - left) / drawing.WIDTH


def wrapped(context: GiftsContext, gifts: Sequence[Gift], title: str) -> str:
    """Gifts in their paper beside each other, in rows."""
    rows = [gifts[at : at + _ACROSS] for at in range(0, len(gifts), _ACROSS)]
    parts, wide, top = [], 0.0, 0.0
    for row in rows:
        shapes = [wrapping.shape(one.key) for one in row]
        top += max(one.high for one in shapes) + _FOOT
        left = float(_AIR)
        for gift, shape in zip(row, shapes, strict=True):
            middle = left + shape.wide / 2
            parcel = wrapping.svg(
                gift.key, tile_of(context, gift.visitor), gift.paper, gift.ribbon,
                _identity(gift),
            )  # fmt: skip
            parts.append(f'<g transform="translate({middle:g} {top:g})">{parcel}</g>')
            left += shape.wide + _BETWEEN
        wide = max(wide, left - _BETWEEN + _AIR)
        top += _FOOT
    return kit.part("".join(parts), title, (0, 0, wide, top))


def _identity(gift: Gift) -> str:
    """A word for the pattern of its paper, the same in each picture of this gift."""
    return f"paper-{blake2b(gift.key.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def _box(item: drawing.Item) -> tuple[float, float, float, float]:
    if isinstance(item, drawing.Stamp):
        half = drawing.SIZES[item.size] / 2
        return item.x - half, item.y - half, item.x + half, item.y + half
    across, down = zip(*item.points, strict=True)
    return min(across), min(down), max(across), max(down)
