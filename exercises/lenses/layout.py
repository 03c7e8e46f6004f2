"""Where things stand on the screen and in pictures, in px of the screen (1920 x 1080).

A story is shown page by page: what does not fit in letters that are read from the back of the room
goes on on a further page. On the shelf stands a pair of spectacles for each lens, with at most
three remarks below it; older ones come on further pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from exercises.kit.drawing.lettering import clean, set_block, width, wrapped

# Beside a photo, and without one: how wide and high words may be.
BESIDE, WHOLE = (772, 490), (1776, 520)
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
                lines = set_block(text, room / _SPARE, ((size, most),)).lines
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


def _lines(text: str, size: int, room: float) -> Sequence[str]:
    """The lines of a text, its own line ends kept."""
    return [
        line for part in text.splitlines() if clean(part)
        for line in wrapped(part, size, room / _SPARE, 700)
    ]  # fmt: skip


@dataclass(frozen=True)
class ShelfText:
    """What stands on a remark; `picked`: the tellers answer it."""

    key: str
    text: str
    picked: bool = False
    question: bool = False


@dataclass(frozen=True)
class ShelfCard:
    """A remark below its spectacles: its left upper corner, width and height, and its lines."""

    said: ShelfText
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


def shelf(of: Sequence[Sequence[ShelfText]]) -> tuple[tuple[tuple[ShelfCard, ...], ...], ...]:
    """Page by page, for each lens the remarks below it; `of` has the newest first. At least one
    page."""
    return _shelf(tuple(map(tuple, of)))


@lru_cache(maxsize=64)
def _shelf(of: tuple[tuple[ShelfText, ...], ...]) -> tuple[tuple[tuple[ShelfCard, ...], ...], ...]:
    places = columns(len(of))
    paged = [_column(said, x, wide) for said, (x, wide) in zip(of, places, strict=True)]
    count = max((len(one) for one in paged), default=1) or 1
    # A lens with fewer remarks keeps its last page, so that no column seems unused.
    return tuple(
        tuple(one[min(page, len(one) - 1)] if one else () for one in paged) for page in range(count)
    )


def _column(said: Sequence[ShelfText], x: int, wide: int) -> list[tuple[ShelfCard, ...]]:
    rest, found = list(said), []
    while rest:
        page = _filled(rest, x, wide)
        found.append(page)
        rest = rest[len(page) :]
    return found


def _filled(rest: Sequence[ShelfText], x: int, wide: int) -> tuple[ShelfCard, ...]:
    """As many of the first three as fit, in the largest letters in which all of these do."""
    for size in _CARD_SIZES:
        cards = _stacked(rest[:MOST_CARDS], x, wide, size)
        if cards[-1].y + cards[-1].high <= BOTTOM:
            return cards
    fitting = [one for one in cards if one.y + one.high <= BOTTOM]
    return tuple(fitting) or cards[:1]


def _stacked(said: Sequence[ShelfText], x: int, wide: int, size: int) -> tuple[ShelfCard, ...]:
    y, found = TOP, []
    for one in said:
        lines = _card_lines(one.text, size, wide)
        high = round(len(lines) * size * CARD_LEADING) + 2 * PAD
        found.append(ShelfCard(one, x, y, wide, high, size, lines))
        y += high + CARD_GAP
    return tuple(found)


@lru_cache(maxsize=8192)
def _card_lines(text: str, size: int, wide: int) -> tuple[str, ...]:
    room = (wide - 2 * (PAD + EDGE)) / _SPARE
    return set_block(text, room, ((size, 12),)).lines


def large(text: str) -> tuple[tuple[str, ...], int]:
    """A remark that is shown large: its lines, and their size."""
    block = set_block(text, 1500, ((104, 3), (88, 4), (72, 5), (60, 6)))
    return block.lines, block.size


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
