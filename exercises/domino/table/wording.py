"""Sets words in a box: whole, or broken where Dutch breaks them. Pure.

Browsers on a projector do not always bring the rules of Dutch, and the export has no browser: so
lines are made here, for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import pyphen

from exercises.kit.drawing.lettering import clean, width

LINE = 1.07
HYPHEN = "-"
# Fewer letters than this do not stand alone on a line.
_SHORTEST = 3
_OWN_HYPHEN = re.compile("(?<=[-/])(?=.)")
# Between two letters, but never before an accent, a skin tone or the rest of a joined emoji.
_ANYWHERE = re.compile(
    "(?<!\u200d)(?![\u0300-\u036f\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff])(?<=.)(?=.)"
)
_NARROWINGS = 6
# The two parts of a word for each place where it may go on to the next line, the longest first
# part first.
Cuts = Callable[[str], list[tuple[str, str]]]


@dataclass(frozen=True)
class TextBox:
    """A box for words, px; `less`: what the first line loses to what stands beside it."""

    width: float
    height: float
    less: float = 0.0


@lru_cache
def _dutch() -> pyphen.Pyphen:
    # Loaded only where words are broken: the rules take 60 ms to read.
    return pyphen.Pyphen(lang="nl_NL", left=_SHORTEST, right=_SHORTEST)


def whole(word: str) -> list[tuple[str, str]]:
    """Only after a hyphen or stroke of the word's own."""
    ends = [found.start() for found in _OWN_HYPHEN.finditer(word)]
    return [(word[:at], word[at:]) for at in reversed(ends)]


@lru_cache(maxsize=4096)
def hyphenated(word: str) -> list[tuple[str, str]]:
    """Where Dutch breaks the word."""
    found = [(one + HYPHEN, two) for one, two in _dutch().iterate(word)]
    return sorted([*found, *whole(word)], key=lambda parts: -len(parts[0]))


@lru_cache(maxsize=1024)
def forced(word: str) -> list[tuple[str, str]]:
    """As `hyphenated`; a word that Dutch does not break is broken between any two letters."""
    ends = [found.start() for found in _ANYWHERE.finditer(word)]
    return hyphenated(word) or [
        (word[:at] + HYPHEN * word[at - 1].isalpha(), word[at:]) for at in reversed(ends)
    ]


@lru_cache(maxsize=8192)
def lines_in(text: str, size: int, room: TextBox, cuts: Cuts) -> tuple[str, ...] | None:
    """The lines of a text in a box, about equally long; None when it does not fit."""
    words = clean(text).split(" ")
    lines = _wrapped(words, size, room, cuts)
    if lines is None or len(lines) * size * LINE > room.height:
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
    """Lines from the first word to the last; None when a word is wider than the box."""
    lines = [""]
    for word in words:
        rest = word
        while rest:
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
    return lines
