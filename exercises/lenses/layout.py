"""Where things stand on the screen and in pictures, in px of the screen (1920 x 1080).

A story is shown page by page: what does not fit in letters that are read from the back of the room
goes on on a further page. On the shelf stands a pair of spectacles for each lens, with at most
three remarks below it; older ones come on further pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from exercises.kit.drawing.lettering import clean, set_block, width, wrapped
from exercises.lenses.model import LensRemark

# Beside a photo, and without one: how wide and high words may be.
BESIDE, WHOLE = (772, 404), (1776, 404)
LEADING = 1.14
# Letters of a page of words: the largest in which it fits, else the last, on several pages.
_SIZES = (88, 76, 66, 58, 52)
_MOST_AT = {88: 4, 76: 5, 66: 6, 58: 7, 52: 8}
# The shelf.
LEFT, RIGHT, TOP, BOTTOM, BETWEEN = 72, 1848, 532, 1022, 32
PAD, CARD_GAP, CARD_LEADING, EDGE = 22, 20, 1.2, 3
MOST_CARDS = 3
_CARD_SIZES = (38, 34, 30)
_SPARE = 1.04
_NAME_LINES = 2
# More lines than any text here has.
_ANY = 999
_LARGE, _LARGE_WIDE = ((148, 2), (124, 3), (104, 4), (88, 5), (72, 6)), 1700


@dataclass(frozen=True)
class StoryPage:
    """A page of a story: lines with their size, and the photo beside them, an id or ""."""

    lines: tuple[str, ...]
    size: int
    photo: str = ""


def pages(text: str, photo: str = "") -> tuple[StoryPage, ...]:
    """A note or a piece of a story as pages, at least one."""
    return _pages(text, photo)


@lru_cache(maxsize=2048)
def _pages(text: str, photo: str) -> tuple[StoryPage, ...]:
    room, high = BESIDE if photo else WHOLE
    if not clean(text):
        return (StoryPage((), _SIZES[0], photo),)
    for size in _SIZES:
        lines = _lines(text, size, room)
        most = min(int(high / (size * LEADING)), _MOST_AT[size])
        if len(lines) <= most:
            if "\n" not in text:
                lines = _balanced(text, size, room / _SPARE)
            return (StoryPage(tuple(lines), size, photo),)
    size = _SIZES[-1]
    most = int(high / (size * LEADING))
    lines = _lines(text, size, room)
    count = -(-len(lines) // most)
    # Pages about equally long, so that the last one does not hold a single word.
    each = -(-len(lines) // count)
    return tuple(
        StoryPage(tuple(lines[at : at + each]), size, photo) for at in range(0, len(lines), each)
    )


def _balanced(text: str, size: int, room: float) -> tuple[str, ...]:
    """A text in lines about equally long; a word that is wider than `room` is cut."""
    if all(width(word, size) <= room for word in clean(text).split()):
        return set_block(text, room, ((size, _ANY),)).lines
    return wrapped(text, size, room, 700)


def _lines(text: str, size: int, room: float) -> Sequence[str]:
    """The lines of a text, its own line ends kept."""
    return [
        line for part in text.splitlines() if clean(part)
        for line in wrapped(part, size, room / _SPARE, 700)
    ]  # fmt: skip


@dataclass(frozen=True)
class ShelfCard:
    """A remark below its spectacles: its left upper corner, width and height, and its lines."""

    said: LensRemark
    x: int
    y: int
    wide: int
    high: int
    size: int
    lines: tuple[str, ...]


def columns(count: int) -> tuple[tuple[int, int], ...]:
    """Left edge and width of the place of each lens on the shelf."""
    if not count:
        return ()
    # Few lenses stand in the middle of the shelf, as wide as four would.
    wide = min((RIGHT - LEFT - (count - 1) * BETWEEN) // count, 560)
    first = (LEFT + RIGHT - count * wide - (count - 1) * BETWEEN) // 2
    return tuple((first + at * (wide + BETWEEN), wide) for at in range(count))


@dataclass(frozen=True)
class ShelfPlan:
    """Which remarks stand on which page of the shelf: for each lens the pages, each with the
    remarks on it and the size of their letters."""

    columns: tuple[tuple[tuple[Sequence[LensRemark], int], ...], ...]

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max((len(one) for one in self.columns), default=1) or 1

    def page(self, at: int) -> tuple[tuple[ShelfCard, ...], ...]:
        """The cards of a page, from 0, for each lens. A lens with fewer remarks keeps its last
        page, so that no column seems unused."""
        places = columns(len(self.columns))
        return tuple(
            _stacked(*one[min(at, len(one) - 1)], x, wide) if one else ()
            for one, (x, wide) in zip(self.columns, places, strict=True)
        )


def shelf(of: Sequence[Sequence[LensRemark]]) -> ShelfPlan:
    """What stands below each lens, page by page; `of` has the newest first."""
    places = columns(len(of))
    return ShelfPlan(
        tuple(tuple(_paged(said, wide)) for said, (_x, wide) in zip(of, places, strict=True))
    )


def _paged(said: Sequence[LensRemark], wide: int) -> Iterator[tuple[Sequence[LensRemark], int]]:
    at = 0
    while at < len(said):
        count, size = _filled(said[at : at + MOST_CARDS], wide)
        yield said[at : at + count], size
        at += count


def _filled(said: Sequence[LensRemark], wide: int) -> tuple[int, int]:
    """How many of some remarks fit, and the largest letters in which these do; at least one."""
    for size in _CARD_SIZES:
        if _fitting(said, wide, size) == len(said):
            return len(said), size
    return max(1, _fitting(said, wide, _CARD_SIZES[-1])), _CARD_SIZES[-1]


def _fitting(said: Sequence[LensRemark], wide: int, size: int) -> int:
    """How many remarks fit below each other."""
    y = TOP
    for at, one in enumerate(said):
        y += _high(one.text, size, wide)
        if y > BOTTOM:
            return at
        y += CARD_GAP
    return len(said)


@lru_cache(maxsize=16384)
def _high(text: str, size: int, wide: int) -> int:
    return round(len(_card_lines(text, size, wide)) * size * CARD_LEADING) + 2 * PAD


def _stacked(said: Sequence[LensRemark], size: int, x: int, wide: int) -> tuple[ShelfCard, ...]:
    y, found = TOP, []
    for one in said:
        high = _high(one.text, size, wide)
        lines = _card_lines(one.text, size, wide)
        found.append(ShelfCard(one, x, y, wide, high, size, lines))
        y += high + CARD_GAP
    return tuple(found)


@lru_cache(maxsize=16384)
def _card_lines(text: str, size: int, wide: int) -> tuple[str, ...]:
    room = (wide - 2 * (PAD + EDGE)) / _SPARE
    return _balanced(text, size, room)


def large(text: str) -> tuple[tuple[str, ...], int]:
    """A remark that is shown large: its lines, and their size."""
    for size, most in _LARGE:
        lines = _balanced(text, size, _LARGE_WIDE)
        if len(lines) <= most:
            break
    return lines, size


def name_size(names: Sequence[str], wide: int) -> int:
    """The size of the names of lenses: the largest in which each fits on two lines."""
    sizes = (42, 38, 34, 30, 28)
    for size in sizes:
        if all(width(word, size) <= wide for name in names for word in name.split()) and all(
            len(set_block(name, wide, ((size, _NAME_LINES),)).lines) <= _NAME_LINES
            for name in names
        ):
            return size
    return sizes[-1]
