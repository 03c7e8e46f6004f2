"""Sets words in a box: whole, or broken where Dutch breaks them. Pure.

The export has no browser: so lines are made here, for screen and export.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from exercises.kit.drawing.lettering import clean, width
from exercises.kit.rules.hyphens import HYPHEN, Cuts, whole

LINE = 1.07
_NARROWINGS = 6


@dataclass(frozen=True)
class TextBox:
    """A box for words, px; `less`: what the first line loses to what stands beside it."""

    width: float
    height: float
    less: float = 0.0


@lru_cache(maxsize=8192)
def lines_in(text: str, size: int, room: TextBox, cuts: Cuts) -> tuple[str, ...] | None:
    """The lines of a text in a box, about equally long; None when it does not fit."""
    words = clean(text).split(" ")
    lines = _wrapped(words, size, room, cuts)
    if lines is None:
        return None
    low, high = room.width / (len(lines) + 1), room.width
    broken = any(line.endswith(HYPHEN) for line in lines)
    for _turn in range(0 if broken or len(lines) == 1 else _NARROWINGS):
        middle = (low + high) / 2
        tried = _wrapped(words, size, replace(room, width=middle), whole)
        if tried and len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return tuple(lines)


def _wrapped(words: list[str], size: int, room: TextBox, cuts: Cuts) -> list[str] | None:
    """Lines from the first word to the last; None when a word is wider than the box, or when there
    are more of them than it has room for."""
    lines = [""]
    most = room.height // (size * LINE)
    for word in words:
        rest = word
        while rest:
            # An imported text may be a hundred times longer than a phone sends.
            if len(lines) > most:
                return None
            start = f"{lines[-1]} " if lines[-1] else ""
            left = room.width - (room.less if len(lines) == 1 else 0.0)
            if width(start + rest, size) <= left:
                lines[-1] = start + rest
                break
            # A word that fits on a line of its own is not broken to fill this one.
            apart = cuts(rest) if width(rest, size) > room.width else []
            fitting = (one for one in apart if width(start + one[0], size) <= left)
            part, after = next(fitting, ("", rest))
            if not part and not start and (len(lines) > 1 or not room.less):
                return None
            lines[-1], rest = start + part if part else lines[-1], after
            lines.append("")
    return lines if len(lines) <= most else None
