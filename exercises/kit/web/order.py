"""Which organisation stands where in the web, so that ways are short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

# So many houses -> columns and rows, with ways between them and without.
_WITH_WAYS = ((3, 1), (6, 2), (8, 2), (12, 3))
_COMPACT_COLUMNS = ((4, 2), (9, 3), (16, 4), (25, 5), (30, 6), (42, 7))
_ROUNDS = 12
Seat = tuple[int, int]


def grid_of(count: int, *, ways: bool) -> tuple[int, int]:
    """Columns and rows for so many houses."""
    if ways:
        rows = next(rows for most, rows in _WITH_WAYS if count <= most)
        return -(-count // rows), rows
    columns = next((columns for most, columns in _COMPACT_COLUMNS if count <= most), 7)
    return columns, max(1, -(-count // columns))


def ordered(
    houses: Sequence[str], pairs: Sequence[tuple[str, str]], columns: int
) -> dict[str, Seat]:
    """A row and a column for each house: from their own order, two swap places as long as that
    makes the ways shorter."""
    seats = dict(zip(houses, _places(len(houses), columns), strict=True))
    shortest = _length(seats, pairs)
    for _round in range(_ROUNDS):
        swapped = False
        for one, other in combinations(houses, 2):
            seats[one], seats[other] = seats[other], seats[one]
            long = _length(seats, pairs)
            if long < shortest:
                shortest, swapped = long, True
            else:
                seats[one], seats[other] = seats[other], seats[one]
        if not swapped:
            break
    return seats


def _places(count: int, columns: int) -> list[Seat]:
    return [divmod(at, columns) for at in range(count)]


def _length(seats: dict[str, Seat], pairs: Sequence[tuple[str, str]]) -> int:
    """How long all ways are together, in places; a change of row costs a walk around the house."""
    long = 0
    for home, host in pairs:
        (row, column), (to_row, to_column) = seats[home], seats[host]
        long += 2 * abs(column - to_column) + 3 * abs(row - to_row)
    return long
