"""A page of the wall of quotes as a picture for the export: 1920 x 1080 px, as on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import Style, text, tile_mark, token
from exercises.quotes.layout import BESIDE, LEADING, PAD, SMALL, TILE, WHO_HIGH, WallSheet

_TITLE_SIZES = ((72, 1), (54, 1), (40, 2))


def svg(title: str, sheets: Sequence[WallSheet]) -> str:
    """A self-contained SVG of a page of the wall."""
    block = set_block(title, 1700, _TITLE_SIZES)
    heads = [
        text(72, 150 + at * block.size * 1.08, line, Style(block.size, spacing=-0.012))
        for at, line in enumerate(block.lines)
    ]
    wall = f'<rect width="1920" height="1080" fill="{token("paper")}"/>'
    return drawing.document("".join((wall, *heads, *map(_sheet, sheets))), title)


def _sheet(one: WallSheet) -> str:
    paper = (
        f'<rect x="{one.x + 3}" y="{one.y + 4}" width="{one.wide}" height="{one.high}" rx="4"'
        f' fill="#DCCFB4"/><rect x="{one.x}" y="{one.y}" width="{one.wide}" height="{one.high}"'
        f' rx="4" fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3"/>'
    )
    left, high = one.x + PAD, one.size * LEADING
    first = one.y + PAD + one.size * 0.94
    lines = [
        text(left, first + at * high, line, Style(one.size)) for at, line in enumerate(one.lines)
    ]
    return "".join((paper, *lines, _who(one)))


def _who(one: WallSheet) -> str:
    if not one.who:
        return ""
    left, middle = one.x + PAD, one.y + one.high - PAD - WHO_HIGH / 2 + 14
    tile = tile_mark(left + TILE / 2, middle, TILE, one.said.tile)
    return tile + text(left + BESIDE, middle + SMALL * 0.34, one.who, Style(SMALL, 400))
