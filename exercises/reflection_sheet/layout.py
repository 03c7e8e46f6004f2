"""What goes on one page of the screen: rows of texts that all fit, set no smaller than legible.

Widths and heights are px of the screen of 1920 x 1080. Measured with the shipped font, so that the
number of pages is the same for screen and console.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.drawing import lettering

# As in screen.css: the table of a page, the column of names, and the space around a text.
HIGH, WIDE, HEAD, AROUND = 668, 1776, 360, 44
ROW_LEAST, ROW_AROUND = 111, 34
LINE = 1.24
SIZES = (72, 64, 56, 50, 44, 38, 34, 30)
# Browsers break lines a little otherwise than the sum of widths says.
_SPARE = 1.04
_WEIGHT: lettering.Weight = 700


@dataclass(frozen=True)
class Page:
    """The rows of a page, as their places in the whole, and the font size of its texts."""

    rows: tuple[int, ...]
    size: int


def pages(rows: Sequence[Sequence[str]]) -> list[Page]:
    """Divide rows, each of as many texts as there are columns, over pages; always at least one.

    All on one page at the largest size that holds them; else at 34, a row that is higher than a
    page at 30.
    """
    if not rows:
        return [Page((), SIZES[0])]
    for size in SIZES:
        if size > SIZES[-1] and not all(_whole(row, size) for row in rows):
            continue
        if sum(height(row, size) for row in rows) <= HIGH:
            return [Page(tuple(range(len(rows))), size)]
    return _divided(rows)


def name_heights(rows: Sequence[Sequence[str]], size: int) -> list[int]:
    """How many px of height the name of each row of a page may take, so that all still fit."""
    high = [height(row, size) for row in rows]
    spare = max(0, HIGH - sum(high)) // max(1, len(rows))
    return [one - ROW_AROUND + spare for one in high]


def _whole(row: Sequence[str], size: int) -> bool:
    """Whether every word of a row fits in its column unbroken."""
    room = _room(row)
    words = [word for text in row for word in lettering.clean(text).split(" ")]
    return all(lettering.width(word, size, _WEIGHT) * _SPARE <= room for word in words)


def _room(row: Sequence[str]) -> float:
    return (WIDE - HEAD) / max(1, len(row)) - AROUND


def height(row: Sequence[str], size: int) -> int:
    """How high a row is at a font size."""
    room = _room(row)
    lines = max((count_lines(text, size, room) for text in row), default=1)
    return max(ROW_LEAST, math.ceil(lines * size * LINE) + ROW_AROUND)


def count_lines(text: str, size: float, room: float) -> int:
    """How many lines a text takes in `room` px; a word that is too long is broken."""
    lines, used = 1, 0.0
    space = lettering.width(" ", size, _WEIGHT)
    for word in lettering.clean(text).split(" "):
        wide = lettering.width(word, size, _WEIGHT) * _SPARE
        if used and used + space + wide <= room:
            used += space + wide
            continue
        lines += 1 if used else 0
        whole = max(0, math.ceil(wide / room) - 1)
        lines += whole
        used = wide - whole * room
    return lines


def _divided(rows: Sequence[Sequence[str]]) -> list[Page]:
    found: list[Page] = []
    kept: list[int] = []
    size = SIZES[-2]
    for place in range(len(rows)):
        if kept and sum(height(rows[one], size) for one in (*kept, place)) > HIGH:
            found.append(_page(rows, kept))
            kept = []
        kept.append(place)
    return [*found, _page(rows, kept)]


def _page(rows: Sequence[Sequence[str]], kept: Sequence[int]) -> Page:
    fits = (size for size in SIZES[1:] if sum(height(rows[one], size) for one in kept) <= HIGH)
    return Page(tuple(kept), next(fits, SIZES[-1]))
