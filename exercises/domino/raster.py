"""The squares of the table in px: how wide each column and how high each row is. Pure.

A column is as wide, and a row as high, as the words in it need; what is left over makes them alike.
Columns and rows in which nothing lies are as small as a slip of paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from exercises.domino.needs import MOST_LINES, narrowest
from exercises.domino.setting import LINE
from exercises.domino.spots import Square

_FLATTEST = 1.8
_EMPTY = 64.0


@dataclass(frozen=True)
class Need:
    """A half that must be read: whose it is, where it lies, its words, what its first line loses to
    its sign (a share of the font size), and what its square loses across and down to all that is
    not words, px.
    """

    who: str
    square: Square
    text: str
    first: float
    across: float
    down: float


@dataclass(frozen=True)
class Raster:
    """Where columns and rows begin and how large they are: number -> (px, px)."""

    columns: Mapping[int, tuple[float, float]]
    rows: Mapping[int, tuple[float, float]]

    def middle(self, square: Square) -> tuple[float, float]:
        """The middle of a square."""
        (x, wide), (y, high) = self.columns[square[0]], self.rows[square[1]]
        return x + wide / 2, y + high / 2

    def size(self, square: Square) -> tuple[float, float]:
        """Width and height of a square."""
        return self.columns[square[0]][1], self.rows[square[1]][1]

    @property
    def least(self) -> tuple[float, float]:
        """The narrowest column and the lowest row, also empty ones."""
        return (
            min(wide for _x, wide in self.columns.values()),
            min(high for _y, high in self.rows.values()),
        )

    @property
    def most(self) -> tuple[float, float]:
        """The widest column and the highest row."""
        return (
            max(wide for _x, wide in self.columns.values()),
            max(high for _y, high in self.rows.values()),
        )


@dataclass(frozen=True)
class Room:
    """What the squares may fill: a box in px, and the most that one square may measure."""

    left: float
    top: float
    width: float
    height: float
    widest: float
    highest: float


@lru_cache(maxsize=128)
def fitting(
    needs: tuple[Need, ...], room: Room, sizes: tuple[int, ...], unbroken: tuple[float, ...],
    *, cut: float = 0.0, never: str = "",
) -> tuple[Raster, int] | None:  # fmt: skip
    """Squares in which all words fit, in the largest of `sizes` (the largest first), and that
    size; None when there are none. Words wider than `unbroken` (shares of the font size, the most
    wanted first) may be broken. The largest `cut` (a share) of the halves need not fit, except on
    the stone of `never`.
    """
    for longest in unbroken:
        widths = [(one, narrowest(one.text, one.first, longest)) for one in needs]
        if cut:
            widths = _without_largest(widths, cut, never)
        # The smallest that is known to fit is at `low`, the largest that is not at `high`.
        high, low = -1, len(sizes) - 1
        best = _sized(widths, room, sizes[low])
        if best is None:
            continue
        while low - high > 1:
            middle = (low + high) // 2
            made = _sized(widths, room, sizes[middle])
            if made is None:
                high = middle
            else:
                low, best = middle, made
        return _spread(*best, room), sizes[low]
    return None


@lru_cache(maxsize=32)
def even(
    squares: tuple[Square, ...], room: Room, shares: tuple[float, ...] = (1.0, 1.0, 1.0)
) -> Raster:
    """Squares as large as they fit, alike but for `shares`: what is left of a whole square where
    no half lies in a column or row, one, or more.
    """
    across, down = (_shares(numbers, shares) for numbers in zip(*squares, strict=True))
    wide = min(room.widest, room.width / sum(across.values()))
    high = min(room.highest, room.height / sum(down.values()))
    wide, high = min(wide, _FLATTEST * high), min(high, wide)
    return Raster(
        _placed({at: share * wide for at, share in across.items()}, room.left, room.width),
        _placed({at: share * high for at, share in down.items()}, room.top, room.height),
    )


def _shares(numbers: tuple[int, ...], shares: tuple[float, ...]) -> dict[int, float]:
    """How large each column or row is, by how many halves lie in it."""
    many = Counter(numbers)
    return {at: shares[min(many[at], 2)] for at in range(min(many), max(many) + 1)}


def _numbers(squares: Iterable[Square]) -> tuple[set[int], set[int]]:
    across, down = zip(*squares, strict=True)
    return set(across), set(down)


_Widths = list[tuple[Need, tuple[float, ...]]]
_Sizes = tuple[dict[int, float], dict[int, float]]


def _without_largest(widths: _Widths, cut: float, never: str) -> _Widths:
    last = int((len(widths) - 1) * (1 - cut))
    most = [sorted(found[at] for _one, found in widths)[last] for at in range(MOST_LINES)]
    return [
        (one, found if one.who == never else tuple(map(min, found, most))) for one, found in widths
    ]


def _sized(widths: _Widths, room: Room, size: int) -> _Sizes | None:
    """The least width of each column and height of each row in letters of this size: from many
    lines in each row to ever fewer, each time in the row where that costs the least width.
    """
    columns, rows = _numbers(one.square for one, _found in widths)
    across = room.width - _empty(columns) * _EMPTY
    down = room.height - _empty(rows) * _EMPTY
    halves = [
        (*one.square, tuple(size * least + one.across for least in found))
        for one, found in widths
    ]  # fmt: skip
    rim = {row: max(one.down for one, _n in widths if one.square[1] == row) for row in rows}
    lines = dict.fromkeys(rows, MOST_LINES)
    by_row: dict[int, list[tuple[int, tuple[float, ...]]]] = {row: [] for row in rows}
    wide = dict.fromkeys(columns, 0.0)
    for column, row, found in halves:
        by_row[row].append((column, found))
        wide[column] = max(wide[column], found[-1])
    if sum(wide.values()) > across or max(wide.values()) > room.widest:
        return None
    while True:
        tall = {row: lines[row] * size * LINE + rim[row] for row in rows}
        if sum(tall.values()) <= down and max(tall.values()) <= room.highest:
            return wide, tall
        left = across - sum(wide.values())
        best: tuple[float, int, dict[int, float]] | None = None
        for row in rows:
            if lines[row] == 1:
                continue
            wider = _wider(by_row[row], lines[row] - 1, wide)
            cost = sum(wider.values()) - sum(wide[column] for column in wider)
            small = not wider or max(wider.values()) <= room.widest
            if cost <= left and small and (best is None or (cost, row) < best[:2]):
                best = cost, row, wider
        if best is None:
            return None
        lines[best[1]] -= 1
        wide |= best[2]


def _wider(
    halves: list[tuple[int, tuple[float, ...]]], lines: int, wide: Mapping[int, float]
) -> dict[int, float]:
    """The columns that must be wider when the halves of a row have so many lines, and how wide."""
    wider: dict[int, float] = {}
    for column, found in halves:
        least = found[lines - 1]
        if least > wider.get(column, wide[column]):
            wider[column] = least
    return wider


def _empty(numbers: set[int]) -> int:
    """How many between the first and the last are not used."""
    return max(numbers) - min(numbers) + 1 - len(numbers)


def _spread(wide: dict[int, float], high: dict[int, float], room: Room) -> Raster:
    """What is left over makes columns alike, and rows; the whole lies in the middle of the room."""
    column = _level([*wide.values()], room.width - _empty({*wide}) * _EMPTY)
    row = _level([*high.values()], room.height - _empty({*high}) * _EMPTY)
    column, row = min(column, room.widest), min(row, room.highest)
    column, row = min(column, _FLATTEST * row), min(row, column)
    return Raster(
        _placed(_raised(wide, column), room.left, room.width),
        _placed(_raised(high, row), room.top, room.height),
    )


def _raised(least: Mapping[int, float], level: float) -> dict[int, float]:
    return {
        number: max(least[number], level) if number in least else _EMPTY
        for number in range(min(least), max(least) + 1)
    }


def _level(least: list[float], total: float) -> float:
    """To which size all can be raised, so that together they measure `total`."""
    left, count = total, len(least)
    for size in sorted(least, reverse=True):
        if size * count <= left:
            break
        left -= size
        count -= 1
    return left / count if count else 0.0


def _placed(
    sizes: Mapping[int, float], start: float, total: float
) -> dict[int, tuple[float, float]]:
    """Where each begins, one after the other, in the middle of the room."""
    at = start + (total - sum(sizes.values())) / 2
    found = {}
    for number, size in sizes.items():
        found[number] = at, size
        at += size
    return found
