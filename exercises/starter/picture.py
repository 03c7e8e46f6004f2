"""A page of sentences as a picture for the export: 1920 x 1080 px, as on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Json
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import fit, set_block
from exercises.kit.drawing.svg import Style, text, tile_mark, token

_LEFT, _TOP, _WIDE, _HIGH, _GAP = 72, 240, 872, 248, 24
_PAD, _TILE, _SMALL = 28, 40, 28
_TITLE_SIZES = ((72, 1), (54, 1), (40, 2))
_SIZES = ((44, 2), (38, 3), (32, 4), (26, 5))
_LEADING = 1.16


# Next: what both screen.js and this draw in px stands once, in a `layout.py` (see quotes).
def svg(title: str, page: Sequence[Json]) -> str:
    """A self-contained SVG of one page of sentences (`text`, `when`, `who`, `tile`), in two
    columns."""
    ground = f'<path d="M0 0h1920v1080H0z" fill="{token("paper")}"/>'
    head = _lines(title, _LEFT, 150, 1776, _TITLE_SIZES)
    slips = [_slip(at, one) for at, one in enumerate(page)]
    return drawing.document("".join((ground, head, *slips)), title)


def _slip(at: int, one: Json) -> str:
    x, y = _LEFT + at % 2 * (_WIDE + 32), _TOP + at // 2 * (_HIGH + _GAP)
    paper = (
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="4" fill="{token("sheet")}"'
        f' stroke="{token("ink")}" stroke-width="3"/>'
    )
    words = _lines(one["text"], x + _PAD, y + 60, _WIDE - 2 * _PAD, _SIZES)
    return "".join((paper, words, _who(one, x + _PAD, y + _HIGH - _PAD)))


def _lines(words: str, x: float, y: float, room: float, sizes: tuple[tuple[int, int], ...]) -> str:
    block = set_block(words, room, sizes)
    return "".join(
        text(x, y + at * block.size * _LEADING, line, Style(block.size))
        for at, line in enumerate(block.lines)
    )


def _who(one: Json, x: float, y: float) -> str:
    words = " · ".join(filter(None, (one["who"], one["when"])))
    if not words:
        return ""
    beside = x + _TILE + 14 if one["tile"] else x
    tile = tile_mark(x + _TILE / 2, y - 10, _TILE, one["tile"]) if one["tile"] else ""
    name = fit(words, _SMALL, _WIDE - 2 * _PAD - _TILE - 14, 400)
    return tile + text(beside, y, name, Style(_SMALL, 400))
