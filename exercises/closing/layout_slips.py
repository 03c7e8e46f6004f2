"""Where the answers of the room stand on the screen: first all areas beside each other, then page
by page the answers of one. In px of 1920 x 1080, readable at eight metres. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from exercises.closing.model_slips import AreaSlips, SameSlips
from exercises.kit.drawing.lettering import set_block

LEFT, RIGHT, TOP, BOTTOM = 72, 1848, 436, 1020
_GAP, _PAD = 24, 26
# Letters and the most lines, of a slip in a column of the overview and of one on a page of its own.
_SMALL = ((44, 3), (38, 4), (34, 5), (30, 6))
_LARGE = ((60, 3), (52, 3), (44, 4), (38, 5), (32, 6))
# Of the only answer that there is: it has the whole floor.
_ALONE = ((104, 3), (88, 4), (72, 5), *_LARGE)
_LINE, _TIMES, _BESIDE = 1.2, 44, 130
_PER_PAGE, _COLUMNS = 6, 2
# A column as wide as this has room for large letters.
_ROOMY = 700
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
    """The overview, then the pages of each area, where the overview left something out; nothing for
    no answers."""
    if not found:
        return ()
    overview = SlipPage(_columns(found), whole=True)
    if not any(one.more for one in overview.columns):
        return (overview,)
    return (overview, *(page for one in found for page in _pages_of(one)))


def _columns(found: Sequence[AreaSlips]) -> tuple[AreaColumn, ...]:
    wide = (RIGHT - LEFT - _GAP * (len(found) - 1)) / len(found)
    alone = sum(len(one.slips) for one in found) == 1
    sizes = _SMALL if wide < _ROOMY else _ALONE if alone else _LARGE
    columns = []
    for at, one in enumerate(found):
        x = LEFT + at * (wide + _GAP)
        slips, y = [], float(TOP)
        for slip in one.slips[:_MOST_IN_COLUMN]:
            spot = _set(slip, x, y, wide, sizes)
            if y + spot.high > BOTTOM:
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
