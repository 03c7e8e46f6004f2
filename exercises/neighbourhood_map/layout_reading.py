"""What is read before the pawns come, cut into pages that a projector can show. Pure.

A page has two columns; an indicator is never cut in two. Sizes are px of the stage (screen.css).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from exercises.kit.drawing.lettering import clean, width

# The smallest letters that are legible from eight metres, and the room for them below the title.
LETTERS, LINE, GAP = 28, 1.2, 14
COLUMN_WIDE, COLUMN_HIGH = 766, 540


@lru_cache(maxsize=64)
def pages(indicators: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """All indicators, in order, on as few pages as possible and about equally many on each."""
    full = _filled(indicators)
    each = ceil(len(indicators) / max(1, len(full)))
    even = tuple(indicators[at : at + each] for at in range(0, len(indicators), each or 1))
    return even if all(len(_filled(page)) == 1 for page in even) else full


def high(indicator: str) -> float:
    """How high an indicator is in a column."""
    return _lines(clean(indicator).split(" ")) * LETTERS * LINE + GAP


def _filled(indicators: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Columns filled to the foot, two on a page."""
    columns: list[list[str]] = []
    left = 0.0
    for one in indicators:
        needed = high(one)
        if needed > left or not columns:
            columns.append([])
            left = COLUMN_HIGH
        columns[-1].append(one)
        left -= needed
    return tuple(
        tuple(one for column in columns[at : at + 2] for one in column)
        for at in range(0, len(columns), 2)
    )


def _lines(words: Sequence[str]) -> int:
    count, left = 0, 0.0
    for word in words:
        wide = width(f" {word}", LETTERS)
        if wide > left:
            # A word that is wider than a line is broken off.
            broken = ceil(wide / COLUMN_WIDE)
            count, left = count + broken, broken * COLUMN_WIDE
        left -= wide
    return count
