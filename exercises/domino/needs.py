"""How wide a text is at its narrowest in one line, in two, in three ... Pure.

Widths are shares of the font size, so that one reckoning holds for every size.
"""

from __future__ import annotations

from functools import lru_cache

from exercises.domino.setting import HYPHEN, syllables
from exercises.kit.drawing.lettering import clean, width

# Nobody reads more lines than this on a stone from the last row.
MOST_LINES = 6


@lru_cache(maxsize=4096)
def narrowest(text: str, first: float, unbroken: float) -> tuple[float, ...]:
    """The least width for at most 1, 2 ... MOST_LINES lines. `first`: what the first line loses to
    signs; it may stay empty. Words wider than `unbroken` may be broken once, between syllables.
    """
    parts = [part for word in clean(text).split(" ") for part in _parts(word, unbroken)]
    wide = [width(part, 1) for part in parts]
    space = width(" ", 1)
    count = len(parts)
    # Width of what stands from one part up to another, on one line.
    runs = [[0.0] * (count + 1) for _start in range(count)]
    for start in range(count):
        total = -space
        for end in range(start, count):
            total += wide[end] + space
            runs[start][end + 1] = total
    best = [0.0, *(first + runs[0][end] for end in range(1, count + 1))]
    found = [best[count]]
    for _line in range(MOST_LINES - 1):
        best = [0.0] + [
            min(best[end], *(max(best[start], runs[start][end]) for start in range(end)))
            for end in range(1, count + 1)
        ]
        found.append(best[count])
    return tuple(found)


def _parts(word: str, unbroken: float) -> tuple[str, ...]:
    """The word, or its two parts of which the wider is narrowest."""
    if width(word, 1) <= unbroken:
        return (word,)
    cuts = [(word[:at].removesuffix(HYPHEN) + HYPHEN, word[at:]) for at in syllables(word)]
    return min(cuts, key=lambda two: max(width(one, 1) for one in two), default=(word,))
