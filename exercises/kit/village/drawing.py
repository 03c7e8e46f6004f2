"""The drawn village, 1600 by 1000, and the pawns on it, as SVG in attributes."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.svg import tile_colours, token

WIDE, HIGH = 1600, 1000
# Closer than this to the old place, nobody sees that a pawn moved; in units of the drawing.
MOVED_MINIMUM = 15.0
# A pawn with its foot on (0, 0): 86 wide and 139 high, with 9 below the foot.
_BODY = "M-34 0c0-30 16-34 16-62h36c0 28 16 32 16 62a34 9 0 0 1-68 0z"
_SHAPE = f'<path d="{_BODY}"/><circle cx="0" cy="-96" r="43"/>'
_SHADOW = 'rx="46" ry="13"'
_SIGN = "translate(-30 -126) scale(.6)"


@lru_cache(maxsize=4)
def village(left: float, top: float, wide: float, high: float) -> str:
    """The village in a rectangle, px."""
    source = (Path(__file__).parent / "village.svg").read_text(encoding="utf-8")
    place = f'x="{left}" y="{top}" width="{wide}" height="{high}"'
    return re.sub(r'(<svg[^>]*?) width="\d+" height="\d+"', rf"\1 {place}", source, count=1)


@lru_cache(maxsize=64)
def pawn(tile: int | None) -> str:
    """A pawn with the sign of an organisation; None is one of nobody in particular."""
    fill, ink = tile_colours(tile).fill, token("ink")
    return (
        f'<g stroke-linejoin="round" fill="{fill}">'
        f'<ellipse {_SHADOW} fill="{ink}" opacity=".28"/>'
        f'<g stroke="{token("sheet")}" stroke-width="11">{_SHAPE}</g>'
        f'<g stroke="{ink}" stroke-width="5">{_SHAPE}</g>'
        f"{drawing.sign(tile, _SIGN)}</g>"
    )


@lru_cache(maxsize=64)
def past_pawn(tile: int | None) -> str:
    """A pawn as it stood in an earlier meeting: white, with a dashed edge."""
    sheet, ink = token("sheet"), token("ink")
    sign = drawing.sign(tile, _SIGN)
    if tile is not None:
        sign = sign.replace(f'fill="{tile_colours(tile).sign}"', f'fill="{ink}"')
    return (
        f'<g stroke-linejoin="round" fill="{sheet}">'
        f'<g stroke="{sheet}" stroke-width="13">{_SHAPE}</g>'
        f'<g stroke="{ink}" stroke-width="6" stroke-dasharray="10 8">{_SHAPE}</g>{sign}</g>'
    )
