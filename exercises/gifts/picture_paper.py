"""Gifts in documents, without the table around them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from exercises.gifts.model_gift import Gift
from exercises.gifts.views import GiftsContext, tile_of
from exercises.kit.drawing import parcel as wrapping
from exercises.kit.drawing import svg as kit

_AIR, _BETWEEN, _ACROSS = 24, 60, 6
_FOOT = 18


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
