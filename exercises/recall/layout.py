"""Where slips lie on the floor of the hall, in px of the screen (1920 x 1080).

Once the group called something warm, the light of the open door falls over the left of the floor.
What is warm lies in it, the other slips lie beside it, in rows; at the end the whole floor is lit.
What does not fit in the smallest letters comes on a further page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from zlib import crc32

from exercises.kit.drawing.lettering import Weight, clean, set_block, width

# The light: from the threshold, between these points of the floor.
LIGHT = ((158, 462), (314, 462), (1780, 1080), (-120, 1080))
FLOOR = 310
SMALL = 28
_LEFT, _RIGHT = 72, 1848
_DOOR_RIGHT, _DOOR_BOTTOM = 440, 478
_FIRST, _LAST = 348, 1000
# How far a slip in the light may reach, also where the light is narrow.
_REACH = 872
_BETWEEN, _FROM_EDGE, _NARROWEST = 26, 34, 300
# How far a slip may lie below the top of its row.
_SHIFT = 8
_PAD, _CUP, _ICON, _EDGE = 22, 56, 40, 4
# The widest that words may be on one line, and on two.
_ONE_LINE, _TWO_LINES = 700, 600
# Words wider than an em of an unknown font would stick out.
_SPARE = 1.04


@dataclass(frozen=True)
class SlipSize:
    """Letters of a slip: of words on one line, and of those that need two; and how high a slip is
    with its share of the space between rows."""

    one: int
    two: int
    high: int
    row: int


# The first is for a few slips, which then can be read from the back of the hall.
WARM_SIZES = (SlipSize(56, 42, 118, 130), SlipSize(42, 32, 92, 106), SlipSize(34, 28, 80, 94))
OTHER_SIZES = (SlipSize(52, 40, 108, 130), SlipSize(38, 30, 84, 106), SlipSize(32, 28, 78, 92))


@dataclass(frozen=True)
class SlipText:
    """What stands on a slip. `feeling`: the word for it, or ""; `who`: as far as people are
    named."""

    key: str
    text: str
    feeling: str = ""
    who: str = ""
    warm: bool = False


@dataclass(frozen=True)
class LaidSlip:
    """A slip on the floor: its left upper corner, width and height; `size` of its `lines`; `turn`
    in degrees."""

    written: SlipText
    x: int
    y: int
    wide: int
    high: int
    size: int
    lines: tuple[str, ...]
    turn: float


@dataclass(frozen=True)
class Band:
    """A stretch of floor on which a row of slips may lie."""

    top: int
    left: int
    right: int


def pages(slips: Sequence[SlipText], *, lit: bool = False) -> tuple[tuple[LaidSlip, ...], ...]:
    """The slips page by page, at least one page. `lit`: the whole floor is in the light, and all
    slips are warm. As long as nothing is warm there is no light, and slips lie anywhere."""
    return _pages(tuple(slips), lit)


# Kept, since the screen and the console's preview and buttons ask for the same pages.
@lru_cache(maxsize=64)
def _pages(slips: tuple[SlipText, ...], lit: bool) -> tuple[tuple[LaidSlip, ...], ...]:
    if lit:
        return tuple(_paged(slips, WARM_SIZES, _whole_floor)) or ((),)
    if not any(one.warm for one in slips):
        return tuple(_paged(slips, OTHER_SIZES, _whole_floor)) or ((),)
    warm = _paged([one for one in slips if one.warm], WARM_SIZES, _in_light)
    lying = [one for page in warm for one in page]
    others = _paged(
        [one for one in slips if not one.warm],
        OTHER_SIZES,
        lambda size: _beside_light(size, lying),
    )
    count = max(len(warm), len(others), 1)
    # Where one of the two needs fewer pages, its last page stays.
    return tuple(_at(warm, number) + _at(others, number) for number in range(count))


def _at(found: Sequence[tuple[LaidSlip, ...]], number: int) -> tuple[LaidSlip, ...]:
    return found[min(number, len(found) - 1)] if found else ()


def light_edge(y: float) -> float:
    """How far to the right the light reaches at a height; the threshold above the floor's light."""
    (_left, top), (right, _top), (far, bottom) = LIGHT[0], LIGHT[1], LIGHT[2]
    if y <= top:
        return float(right)
    return right + (far - right) * (y - top) / (bottom - top)


def _rows(size: SlipSize) -> range:
    return range(_FIRST, _LAST - size.high, size.row)


def _in_light(size: SlipSize) -> list[Band]:
    return [
        Band(top, _LEFT, max(_REACH, round(light_edge(top + size.high / 2))))
        for top in _rows(size)
        if top > _DOOR_BOTTOM
    ]


def _beside_light(size: SlipSize, warm: Sequence[LaidSlip]) -> list[Band]:
    """Right of the light, and of each warm slip that lies at that height on any page: rows of warm
    slips are of another height, so that one may begin where a row beside it ends."""
    bands = []
    for top in _rows(size):
        left = _DOOR_RIGHT
        bottom = top + size.high + _SHIFT
        if bottom > _DOOR_BOTTOM:
            # Also as long as no warm slip lies there, so that others move less when one comes.
            reach = _REACH if bottom > _DOOR_BOTTOM + size.row / 2 else 0
            left = max(left, reach, round(light_edge(bottom))) + _FROM_EDGE
        beside = [one.x + one.wide for one in warm if one.y < bottom and top < one.y + one.high]
        left = max([left, *(right + _BETWEEN for right in beside)])
        if _RIGHT - left >= _NARROWEST:
            bands.append(Band(top, left, _RIGHT))
    return bands


def _whole_floor(size: SlipSize) -> list[Band]:
    return [Band(top, _LEFT if top > _DOOR_BOTTOM else _DOOR_RIGHT, _RIGHT) for top in _rows(size)]


def _paged(
    slips: Sequence[SlipText], sizes: Sequence[SlipSize], bands_of: Callable[[SlipSize], list[Band]]
) -> list[tuple[LaidSlip, ...]]:
    """The slips in the largest size in which all fit on one page, else in the smallest on several;
    no page without slips."""
    if not slips:
        return []
    for size in sizes:
        whole = _spread([_sized(one, size) for one in slips], bands_of(size))
        if whole is not None:
            return [whole]
    bands = bands_of(sizes[-1])
    rest, found = [_sized(one, sizes[-1]) for one in slips], []
    while rest:
        page, left = _filled(rest, bands, len(rest))
        if not page:
            # No row is as wide as this slip: it lies alone in the widest.
            page, left = tuple(_strewn(rest[:1], max(bands, key=_width))), rest[1:]
        found.append(page)
        rest = left
    return found


def _spread(slips: list[LaidSlip], bands: Sequence[Band]) -> tuple[LaidSlip, ...] | None:
    """All slips on one page, over as many rows as they can have; None when they don't fit."""
    if _filled(slips, bands, len(slips))[1]:
        return None
    few = _filled(slips, _apart(bands, len(slips)), 1)
    if not few[1]:
        return few[0]
    fewest = -(-len(slips) // len(bands))
    for most in range(fewest, len(slips) + 1):
        page, rest = _filled(slips, bands, most)
        if not rest:
            return page
    return None


def _width(band: Band) -> int:
    return band.right - band.left


def _apart(bands: Sequence[Band], count: int) -> Sequence[Band]:
    """As many rows as there are slips, over the whole floor; all where there are more slips."""
    if count >= len(bands):
        return bands
    return [bands[int((at + 0.5) * len(bands) / count)] for at in range(count)]


def _filled(
    slips: Sequence[LaidSlip], bands: Sequence[Band], most: int
) -> tuple[tuple[LaidSlip, ...], list[LaidSlip]]:
    """Slips in their order, at most so many in a row, and those for which there was no room."""
    laid: list[LaidSlip] = []
    waiting = list(slips)
    for band in bands:
        row: list[LaidSlip] = []
        room = _width(band)
        while waiting and len(row) < most and waiting[0].wide <= room:
            one = waiting.pop(0)
            row.append(one)
            room -= one.wide + _BETWEEN
        laid += _strewn(row, band)
    return tuple(laid), waiting


def _strewn(row: list[LaidSlip], band: Band) -> list[LaidSlip]:
    """A row of slips with the free room between them, unevenly, as paper that people laid down; a
    slip lies where its key says, so that it moves little when others come."""
    taken = sum(one.wide for one in row) + _BETWEEN * (len(row) - 1)
    free = max(0, _width(band) - taken)
    found, x = [], float(band.left)
    for one in row:
        chance = crc32(one.written.key.encode())
        step = free / len(row) * (chance % 89) / 88
        x += step
        turn = (-0.8, -0.4, 0.5, 0.9)[chance % 4]
        found.append(replace(one, x=round(x), y=band.top + chance % (_SHIFT + 1), turn=turn))
        x += one.wide + _BETWEEN
    return found


@lru_cache(maxsize=4096)
def _sized(slip: SlipText, size: SlipSize) -> LaidSlip:
    weight: Weight = 700 if slip.warm else 400
    lines: tuple[str, ...] = ()
    letters, wide = size.one, 0.0
    if slip.text:
        lines, letters = _lines(clean(slip.text), size, weight)
        wide = max(width(line, letters, weight) for line in lines) * _SPARE
    extra = _CUP if slip.warm else 0
    for word, icon in ((slip.feeling, _ICON), (slip.who, 0)):
        if word:
            extra += round(width(word, SMALL, 400) * _SPARE) + icon + (_PAD if wide else 0)
            wide = wide or 1
    total = round(wide) + extra + 2 * _PAD + 2 * _EDGE
    return LaidSlip(slip, 0, 0, total, size.high, letters, lines, 0)


def _lines(words: str, size: SlipSize, weight: Weight) -> tuple[tuple[str, ...], int]:
    """Words on one line, else on two in smaller letters; and the size of the letters."""
    if width(words, size.one, weight) <= _ONE_LINE:
        return (words,), size.one
    block = set_block(words, _TWO_LINES, ((size.two, 2), (SMALL, 2)), weight)
    return block.lines, block.size
