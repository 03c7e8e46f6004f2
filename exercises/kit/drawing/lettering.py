"""Measuring, cutting and wrapping text for pictures made on the server.

Lengths are in px at the given font size. Widths are sums of the advance widths of the shipped font,
without kerning: a few px too wide at most, so what fits here fits on the screen too. Characters the
font lacks (emoji, Arabic, Chinese) come from another font there, and count as wide ones.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Weight = Literal[400, 700]

FONTS = Path(__file__).parent.parent / "look" / "fonts" / "ttf"
FAMILY = "Atkinson Hyperlegible Next"
ELLIPSIS = "…"

# XML 1.0 can't hold these even when escaped: a name with one of them would break the whole picture.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JOINERS = "\u200b\u200c\u200d\u2060\ufe0e\ufe0f"
_EM = 1000
_BASIC_PLANE = 0xFFFF
_NEAR_ENOUGH = 4


def clean(text: str) -> str:
    """The text on one line, without characters that XML forbids; white space is single spaces."""
    return " ".join(_NOT_IN_XML.sub(" ", text).split())


def font_file(weight: Weight) -> Path:
    """The TTF file of the weight; TTF because neither Pillow nor resvg reads WOFF2."""
    return FONTS / f"atkinson-hyperlegible-next-{weight}.ttf"


@lru_cache
def _font(weight: Weight) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(weight), _EM, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _advance(char: str, weight: Weight) -> float:
    """Advance width of one character, in em."""
    if char in _JOINERS or unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF" or ord(char) > _BASIC_PLANE:
        # Colour emoji are wider than an em in most fonts.
        return 1.25
    return _font(weight).getlength(char) / _EM


def width(text: str, size: float, weight: Weight = 700) -> float:
    """Width of the text in px at the font size in px."""
    return size * sum(_advance(char, weight) for char in text)


def fit(text: str, size: float, room: float, weight: Weight = 700) -> str:
    """The cleaned text, cut with an ellipsis when it is wider than `room` px (at least the ellipsis
    stays).
    """
    text = clean(text)
    if width(text, size, weight) <= room:
        return text
    left = room - width(ELLIPSIS, size, weight)
    for at, char in enumerate(text):
        left -= width(char, size, weight)
        if left < 0:
            # What is left of an emoji that was joined to the next one needs no joiner.
            return text[:at].rstrip(_JOINERS + " ") + ELLIPSIS
    return text


@dataclass(frozen=True)
class Block:
    """Text set in lines. `size`: font size in px."""

    lines: tuple[str, ...]
    size: int


def set_block(
    text: str, room: float, sizes: tuple[tuple[int, int], ...], weight: Weight = 700
) -> Block:
    """Set the text in the first of `sizes` (font size in px, most lines at that size) in which it
    fits `room` px.

    Lines are made about equally long, as `text-wrap: balance` does in the browser. What does not
    even fit the last size ends in an ellipsis. Raises IndexError when `sizes` is empty.
    """
    words = clean(text).split(" ")
    for size, most in sizes:
        lines = _wrap(words, size, room, weight)
        if len(lines) <= most and all(width(line, size, weight) <= room for line in lines):
            return Block(_balance(words, size, room, weight, len(lines)), size)
    size, most = sizes[-1]
    lines = _wrap(words, size, room, weight)
    rest = " ".join(lines[most - 1 :])
    kept = [*lines[: most - 1], rest] if len(lines) >= most else lines
    return Block(tuple(fit(line, size, room, weight) for line in kept), size)


def _wrap(words: list[str], size: float, room: float, weight: Weight) -> list[str]:
    """Greedy lines; a word wider than `room` gets a line of its own."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balance(
    words: list[str], size: float, room: float, weight: Weight, count: int
) -> tuple[str, ...]:
    """The narrowest setting that still takes `count` lines."""
    low, high = room / (count + 1), room
    while high - low > _NEAR_ENOUGH:
        middle = (low + high) / 2
        lines = _wrap(words, size, middle, weight)
        fits = len(lines) <= count and all(width(line, size, weight) <= middle for line in lines)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(_wrap(words, size, high, weight))
