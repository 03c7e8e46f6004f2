"""How large a text is set, and where a word that is wider than its column may break. Pure.

Words are broken only where they would run off the page: by the rules of Dutch, else after a stroke
or a dot as in addresses, else anywhere. Sizes are in points, widths in millimetres.
"""

from __future__ import annotations

import re

from exercises.kit.drawing.lettering import Weight, width
from exercises.kit.rules.hyphens import SOFT_HYPHEN, name_forms

MM_PER_POINT = 25.4 / 72
ZERO_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
TITLE_SIZES = (34.0, 28.0, 22.0)
_TITLE_LENGTHS = (90, 170)
# A heading longer than this is set as running text.
_NO_TITLE, _BODY = 400, 10.5
_IN_ADDRESS = re.compile(r"(?<=[/.\-_?&=@:])(?=[^/.\-_?&=@:])")
# Between two letters, but never before an accent, a skin tone or the rest of a joined emoji.
_ANYWHERE = re.compile(
    "(?<![\u200d\u200b\u00ad])(?![\u0300-\u036f\u200b\u00ad\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff])(?<=.)(?=.)"
)
# Sums of advance widths lack kerning and letter spacing: what nearly fills the column is broken.
_SAFE = 0.97
_WIDOW = 0.55
_PART_OF_ROOM = 1 / 6
_FEW_WORDS = 3


def breakable(text: str, room: float, size: float, weight: Weight = 400) -> str:
    """The text, with soft hyphens or invisible places to break in words wider than the room."""
    if len(text) * size * MM_PER_POINT < room:
        return text
    return re.sub(r"[^\s\u00a0]+", lambda found: _word(found.group(), room, size, weight), text)


def title_size(text: str, room: float) -> float:
    """The size of a heading of level 1: smaller for a long one, or for a word that is too wide."""
    if len(text) > _NO_TITLE:
        return _BODY
    least = sum(len(text) > most for most in _TITLE_LENGTHS)
    for size in TITLE_SIZES[least:]:
        if all(wide(word, size, 700) <= room * _SAFE for word in text.split()):
            return size
    return TITLE_SIZES[-1]


def no_widow(text: str, room: float, size: float) -> str:
    """A large text whose last word is not left alone on a line, as far as two words fit on one."""
    start, space, last = text.rpartition(" ")
    before = start.rpartition(" ")[2]
    pair = wide(f"{before} {last}", size, 700)
    alone = len(text.split()) > _FEW_WORDS and "\n" not in last and pair < room * _WIDOW
    return f"{start}{NO_BREAK_SPACE}{last}" if space and alone else text


def wide(text: str, size: float, weight: Weight) -> float:
    """Width of a text on one line."""
    return width(text, size * MM_PER_POINT, weight)


def _word(word: str, room: float, size: float, weight: Weight) -> str:
    def fits(part: str) -> bool:
        return wide(part, size, weight) <= room * _SAFE

    if fits(word):
        return word
    parts = []
    for part in _IN_ADDRESS.split(word):
        softened = str(name_forms(part, "").get("soft", part)) if part.isalpha() else part
        pieces = softened.split(SOFT_HYPHEN)
        parts.append(
            SOFT_HYPHEN.join(
                piece if fits(piece + "-") else _chopped(piece, room, size, weight)
                for piece in pieces
            )
        )
    return ZERO_SPACE.join(parts)


def _chopped(word: str, room: float, size: float, weight: Weight) -> str:
    """With a place to break after each part of a sixth of the room: one between any two letters
    takes Typst ten times as long."""
    parts, part = [], ""
    for char in _ANYWHERE.split(word):
        if part and wide(part + char, size, weight) > room * _PART_OF_ROOM:
            parts.append(part)
            part = ""
        part += char
    return ZERO_SPACE.join([*parts, part])
