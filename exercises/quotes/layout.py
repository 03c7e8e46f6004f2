"""The wall of quotes: sheets in columns, in px of the screen (1920 x 1080), page by page.

Few quotes hang in large letters. A sheet is as high as its words; what does not fit on the wall
comes on a further page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from exercises.kit.drawing.lettering import clean, fit, set_block

TOP, BOTTOM, LEFT, RIGHT = 236, 1030, 72, 1848
LEADING, PAD, WHO_HIGH, SMALL = 1.22, 30, 58, 30
# The tile before who said it, and the space after it.
TILE, BESIDE = 44, 60
_BETWEEN = 36
_MANY_LINES = 40
# Letters, columns: the first in which all fit on one page, else the last, on several.
_WAYS = ((88, 1), (64, 2), (52, 2), (44, 3), (38, 3), (32, 3))


@dataclass(frozen=True)
class WallText:
    """What hangs on the wall: words, and who said them as far as consent goes, "" for nobody;
    `short` says that with the short name of the organisation."""

    key: str
    text: str
    who: str = ""
    tile: int | None = None
    short: str = ""


@dataclass(frozen=True)
class WallSheet:
    """A sheet on the wall: its left upper corner, width and height, its lines with their size, and
    who said it, as it fits on one line."""

    said: WallText
    x: int
    y: int
    wide: int
    high: int
    size: int
    lines: tuple[str, ...]
    who: str


def wall(quotes: Sequence[WallText]) -> tuple[tuple[WallSheet, ...], ...]:
    """The quotes page by page, on each the highest sheets first; no page without quotes."""
    return _wall(tuple(quotes))


# Kept, since the screen and the console's preview and buttons ask for the same pages.
@lru_cache(maxsize=64)
def _wall(quotes: tuple[WallText, ...]) -> tuple[tuple[WallSheet, ...], ...]:
    for size, columns in _WAYS:
        page, rest = _hung(quotes, size, columns)
        if not rest:
            return (page,) if page else ()
    found, rest = [], list(quotes)
    while rest:
        page, rest = _hung(rest, *_WAYS[-1])
        found.append(page)
    return tuple(found)


def _hung(
    quotes: Sequence[WallText], size: int, columns: int
) -> tuple[tuple[WallSheet, ...], list[WallText]]:
    """One page, the highest sheets first, each in the column that is shortest; and what is left.
    The first always hangs, however high it is."""
    wide = (RIGHT - LEFT - (columns - 1) * _BETWEEN) // columns
    ends = [TOP] * columns
    hung: list[WallSheet] = []
    left: list[WallText] = []
    sized = [_sized(quote, size, wide) for quote in quotes]
    for one in sorted(sized, key=lambda sheet: -sheet.high):
        column = ends.index(min(ends))
        if hung and ends[column] + one.high > BOTTOM:
            left.append(one.said)
            continue
        hung.append(replace(one, x=LEFT + column * (wide + _BETWEEN), y=ends[column]))
        ends[column] += one.high + _BETWEEN
    return tuple(hung), left


@lru_cache(maxsize=4096)
def _sized(quote: WallText, size: int, wide: int) -> WallSheet:
    # Browsers draw some letters a little wider than they are measured here.
    room = (wide - 2 * PAD) * 0.97
    block = set_block(clean(quote.text), room, ((size, _MANY_LINES),))
    high = round(len(block.lines) * block.size * LEADING) + 2 * PAD
    high += WHO_HIGH if quote.who else 0
    who = fit(quote.who, SMALL, room - BESIDE, 400, short=quote.short) if quote.who else ""
    return WallSheet(quote, 0, 0, wide, high, block.size, block.lines, who)
