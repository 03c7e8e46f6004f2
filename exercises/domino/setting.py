"""Setting a text in a box: as large as it fits, with whole words when possible. Pure.

Long Dutch words are broken between syllables, with a hyphen: browsers on a projector do not always
bring the rules for it. Only what does not even fit so, at the smallest size, ends in an ellipsis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from exercises.kit.drawing.lettering import ELLIPSIS, Block, clean, fit, width

LINE = 1.1
HYPHEN = "-"
# What stays together at the beginning of a syllable.
_ONSETS = ("schr", "sch", "str", "ch", *(a + b for a in "bcdfgkptvw" for b in "lr"))
_VOWELS = re.compile("(?:ij|[aeiouyàáâäèéêëìíîïòóôöùúûü])+", re.IGNORECASE)
_SHORTEST = 2
# Letters above this have rules of their own: they are not broken.
_LATIN = 0x250


@lru_cache(maxsize=4096)
def syllables(word: str) -> tuple[int, ...]:
    """Where a Dutch word may be broken: numbers of letters before the hyphen."""
    found = []
    groups = list(_VOWELS.finditer(word))
    for one, two in pairwise(groups):
        between = word[one.end() : two.start()].lower()
        if not between.isalpha():
            continue
        onset = next((one for one in _ONSETS if between.endswith(one)), between[-1])
        at = two.start() - len(onset)
        if _SHORTEST <= at <= len(word) - _SHORTEST:
            found.append(at)
    return tuple(found)


def set_text(
    text: str, room: float, high: float, sizes: tuple[int, ...], first: float = 0.0
) -> Block:
    """The text in a box of `room` by `high` px, in the largest of `sizes` that fits.

    `first`: what the first line loses to signs, as a share of the font size; that line stays empty
    when the first word doesn't fit in the rest.
    """
    words = clean(text).split(" ")
    for broken in (False, True):
        for size in sizes:
            lines = _wrap(words, size, room, first * size, broken=broken)
            if len(lines) * size * LINE <= high and _in_room(lines, size, room, first * size):
                return Block(tuple(lines), size)
    return _cut(words, room, high, sizes[-1], first)


def _cut(words: list[str], room: float, high: float, size: int, first: float) -> Block:
    most = max(1, int(high / (size * LINE)))
    lines = _wrap(words, size, room, first * size, broken=True)
    if most == 1 and not lines[0]:
        lines = lines[1:]
    short = len(lines) > most
    kept = lines[:most]
    for at, line in enumerate(kept):
        left = room - (0 if at else first * size)
        end = ELLIPSIS if short and at == most - 1 else ""
        if width(line + end, size) > left:
            kept[at] = fit(line + "  " + ELLIPSIS * 3, size, max(left, size))
        else:
            kept[at] = line.removesuffix(HYPHEN) + end if end else line
    return Block(tuple(kept), size)


def _in_room(lines: list[str], size: float, room: float, first: float) -> bool:
    return all(
        width(line, size) <= room - (0 if at else first) for at, line in enumerate(lines) if line
    )


def _wrap(words: list[str], size: float, room: float, first: float, *, broken: bool) -> list[str]:
    """Greedy lines; `broken`: words wider than the room go on behind a hyphen."""
    lines = [""]
    for word in words:
        rest = word
        while rest:
            left = room - (first if len(lines) == 1 else 0)
            start = f"{lines[-1]} " if lines[-1] else ""
            if width(start + rest, size) <= left:
                lines[-1], rest = start + rest, ""
                continue
            if broken and width(rest, size) > room:
                at = _break(rest, start, size, left)
                if at:
                    lines[-1] = start + rest[:at].removesuffix(HYPHEN) + HYPHEN
                    rest = rest[at:]
                    lines.append("")
                    continue
            if lines[-1] or (len(lines) == 1 and first):
                lines.append("")
                continue
            lines[-1], rest = rest, ""
    return lines


def _break(word: str, start: str, size: float, left: float) -> int:
    """How many letters of a word go before the hyphen on this line; 0: none."""
    if not word.isascii() and not all(ord(char) < _LATIN for char in word):
        return 0
    fitting = [at for at in _places(word, start) if width(start + word[:at] + "-", size) <= left]
    return max(fitting, default=0)


def _places(word: str, start: str) -> Iterator[int]:
    found = syllables(word)
    yield from found
    # A line of its own without any syllable that fits: anywhere is better than not at all.
    if not start and (not found or found[0] > len(word) // 2):
        yield from range(3, len(word) - 1)
