"""Where the answers of the room stand on the screen: first all areas beside each other, then page
by page those of one area, areas taking turns. In px of 1920 x 1080, readable at eight metres. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from exercises.closing.model_slips import AreaSlips, SameSlips
from exercises.kit.drawing.lettering import clean, set_block

LEFT, RIGHT, TOP, BOTTOM = 72, 1848, 436, 1020
_GAP, _PAD = 24, 26
# Letters and the most lines, of a slip in a column of the overview and of one on a page of its own.
_SMALL = ((44, 3), (38, 4), (34, 5), (30, 6))
_LARGE = ((60, 3), (52, 3), (44, 4), (38, 5), (32, 6))
# Of a few answers, that share the whole floor: all in the largest letters in which they fit.
_FEW, _FEW_IN_COLUMN, _FEW_LINES = (152, 136, 120, 104, 92, 80, 70, 60, 52, 46), 4, 7
# A few have no number of a page below them.
LOWEST = 1046
_LINE, _TIMES, _BESIDE = 1.2, 44, 130
_PER_PAGE, _COLUMNS = 6, 2
_MOST_IN_COLUMN = 3


@dataclass(frozen=True)
class SlipSpot:
    """A slip: its box, the lines of its text in letters of `size` px, and how often it came."""

    x: float
    y: float
    wide: float
    high: float
    size: int
    lines: tuple[str, ...]
    times: int


@dataclass(frozen=True)
class AreaColumn:
    """An area: where its head stands and how wide, how many answers it has, and some of them.
    `more`: how many people said something that does not stand here."""

    area: int | None
    x: float
    wide: float
    count: int
    slips: tuple[SlipSpot, ...]
    more: int = 0


@dataclass(frozen=True)
class SlipPage:
    """What the screen shows at once: all areas, or one."""

    columns: tuple[AreaColumn, ...]
    whole: bool


def pages(found: Sequence[AreaSlips]) -> tuple[SlipPage, ...]:
    """The overview, then pages of one area each, where the overview left something out: the first
    of each area, then the second of each. Of one area alone there is no overview to make. Nothing
    for no answers."""
    if not found:
        return ()
    few = _few(found)
    if few:
        return (SlipPage(few, whole=True),)
    if len(found) == 1:
        return tuple(_pages_of(found[0]))
    overview = SlipPage(_columns(found, _SMALL, _MOST_IN_COLUMN), whole=True)
    if not any(one.more for one in overview.columns):
        return (overview,)
    turns = zip_longest(*map(_pages_of, found))
    return (overview, *(page for turn in turns for page in turn if page))


def _few(found: Sequence[AreaSlips]) -> tuple[AreaColumn, ...]:
    """The columns of a few answers, all in letters of one size, whole words only; none where they
    do not fit so."""
    if max(len(one.slips) for one in found) > _FEW_IN_COLUMN:
        return ()
    for size in _FEW:
        columns = _columns(found, ((size, _FEW_LINES),), _FEW_IN_COLUMN, LOWEST)
        stand = (spot for one in columns for spot in one.slips)
        if not any(one.more for one in columns) and all(map(_is_whole, stand, _texts(found))):
            return columns
    return ()


def _texts(found: Sequence[AreaSlips]) -> list[str]:
    return [slip.text for one in found for slip in one.slips]


def _is_whole(spot: SlipSpot, text: str) -> bool:
    return " ".join(spot.lines) == clean(text)


def _columns(
    found: Sequence[AreaSlips],
    sizes: tuple[tuple[int, int], ...],
    most: int,
    bottom: float = BOTTOM,
) -> tuple[AreaColumn, ...]:
    """A column for each area, with as many of its answers as fit one below the other, but `most`
    at most."""
    wide = (RIGHT - LEFT - _GAP * (len(found) - 1)) / len(found)
    columns = []
    for at, one in enumerate(found):
        x = LEFT + at * (wide + _GAP)
        slips, y = [], float(TOP)
        for slip in one.slips[:most]:
            spot = _set(slip, x, y, wide, sizes)
            if y + spot.high > bottom:
                break
            slips.append(spot)
            y += spot.high + _GAP
        more = one.count - sum(spot.times for spot in slips)
        columns.append(AreaColumn(one.area, x, wide, one.count, tuple(slips), more))
    return tuple(columns)


def _pages_of(one: AreaSlips) -> list[SlipPage]:
    wide = (RIGHT - LEFT - _GAP * (_COLUMNS - 1)) / _COLUMNS
    rows = _PER_PAGE // _COLUMNS
    high = (BOTTOM - TOP - _GAP * (rows - 1)) / rows
    made = []
    for start in range(0, len(one.slips), _PER_PAGE):
        slips = []
        for at, slip in enumerate(one.slips[start : start + _PER_PAGE]):
            x = LEFT + (at % _COLUMNS) * (wide + _GAP)
            y = TOP + (at // _COLUMNS) * (high + _GAP)
            slips.append(_set(slip, x, y, wide, _LARGE, high))
        made.append(
            SlipPage((AreaColumn(one.area, LEFT, RIGHT - LEFT, one.count, tuple(slips)),), False)
        )
    return made


# A hall answers for minutes, and the screen is drawn with each answer: most slips stay the same.
@lru_cache(maxsize=8192)
def _set(
    slip: SameSlips, x: float, y: float, wide: float, sizes: tuple[tuple[int, int], ...],
    high: float = 0.0,
) -> SlipSpot:  # fmt: skip
    """A slip as large as fits in its box; without `high` the box is as high as its text. How often
    it came stands below its words, on a page of its own beside them."""
    aside = _BESIDE if high and slip.times > 1 else 0
    below = _TIMES if not high and slip.times > 1 else 0
    if high:
        sizes = tuple(
            (size, max(1, int((high - 2 * _PAD) / (size * _LINE)))) for size, _most in sizes
        )
    block = set_block(slip.text, wide - 2 * _PAD - aside, sizes)
    own = block.size * _LINE * len(block.lines) + 2 * _PAD + below
    return SlipSpot(
        round(x, 1), round(y, 1), round(wide, 1), round(high or own, 1), block.size, block.lines,
        slip.times,
    )  # fmt: skip
