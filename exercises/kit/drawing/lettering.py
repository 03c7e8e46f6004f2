"""Measuring, cutting and wrapping text for pictures made on the server.

Lengths are in px at the given font size. Widths are sums of the advance widths of the shipped font,
without kerning: a few px too wide at most, so what fits here fits on the screen too. Characters the
font lacks (emoji, Hebrew, Chinese) come from another font there, which differs from machine to
machine, and count as wide ones.

Names that do not fit are handled as in kit/browser/name.js: whole words in ever smaller letters,
then broken words, then a short name, and only then an ellipsis.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

from exercises.kit.rules.hyphens import HYPHEN, Cuts, hyphenated, whole

Weight = Literal[400, 700]

FONTS = Path(__file__).parent.parent / "look" / "fonts" / "ttf"
FAMILY = "Atkinson Hyperlegible Next"
ELLIPSIS = "…"

# XML 1.0 can't hold these even when escaped: a name with one of them would break the whole picture.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JOINERS = "\u200b\u200c\u200d\u2060\ufe0e\ufe0f"
_EM = 1000
# Texts of at most so many characters are measured once.
_SHORT = 40
_BASIC_PLANE = 0xFFFF
_NEAR_ENOUGH = 4
# Width in em of a letter that another font draws: no less than in the fonts that systems bring.
_UNKNOWN = 0.8
_IN_NO_FONT = "\uffff"


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
    wide = _font(weight).getlength(char) / _EM
    return wide if _has(char) else max(wide, _UNKNOWN)


@lru_cache(maxsize=4096)
def _has(char: str) -> bool:
    """Whether our font draws the character, instead of its box for those that it lacks."""
    return char.isspace() or _drawn(char) != _drawn(_IN_NO_FONT)


def _drawn(char: str) -> bytes:
    return bytes(_small_font().getmask(char))


@lru_cache
def _small_font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(400), 40, layout_engine=ImageFont.Layout.BASIC)


def width(text: str, size: float, weight: Weight = 700) -> float:
    """Width of the text in px at the font size in px."""
    return size * (_short_width(text, weight) if len(text) <= _SHORT else _ems(text, weight))


def _ems(text: str, weight: Weight) -> float:
    return sum(_advance(char, weight) for char in text)


# The same words are measured for every size that is tried, and at each change of a screen.
_short_width = lru_cache(maxsize=16_384)(_ems)


def fit(text: str, size: float, room: float, weight: Weight = 700, *, short: str = "") -> str:
    """The cleaned text on one line of `room` px: whole, else `short`, else cut with an ellipsis (at
    least the ellipsis stays).
    """
    text = clean(text)
    if width(text, size, weight) <= room:
        return text
    text = clean(short) or text
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
    text: str, room: float, sizes: tuple[tuple[int, int], ...], weight: Weight = 700, *,
    short: str = "",
) -> Block:  # fmt: skip
    """Set the text in the first of `sizes` (font size in px, most lines at that size) in which it
    fits `room` px: in whole words, else in words broken by the rules of Dutch, else `short`.

    Lines are made about equally long, as `text-wrap: balance` does in the browser. What does not
    even fit the last size ends in an ellipsis. Raises IndexError when `sizes` is empty.
    """
    forms = [clean(form).split(" ") for form in dict.fromkeys((text, short or text))]
    for words in forms:
        for cuts in (whole, hyphenated):
            for size, most in sizes:
                lines = _wrap(words, size, room, weight, cuts)
                if len(lines) <= most and _fits(lines, size, room, weight):
                    return Block(_balance(words, lines, size, room, weight), size)
    size, most = sizes[-1]
    lines = _wrap(forms[-1], size, room, weight, hyphenated)
    rest = " ".join(lines[most - 1 :])
    kept = [*lines[: most - 1], rest] if len(lines) >= most else lines
    return Block(tuple(fit(line, size, room, weight) for line in kept), size)


@lru_cache(maxsize=16384)
def whole_lines(
    text: str, size: float, room: float, most: int, *, broken: bool = False
) -> tuple[str, ...]:  # fmt: skip
    """The bold text in at most `most` lines of `room` px, about equally long; () where it does not
    fit whole. `broken`: words may be broken by the rules of Dutch."""
    words = clean(text).split(" ")
    lines = _wrap(words, size, room, 700, hyphenated if broken else whole)
    if len(lines) > most or not _fits(lines, size, room, 700):
        return ()
    return _balance(words, lines, size, room, 700)


def wrapped(text: str, size: float, room: float, weight: Weight = 400) -> tuple[str, ...]:
    """The lines of a longer text at one size, each as full as it goes; a word that is wider than
    `room` is cut. For many long texts: `set_block` is made for names and titles."""
    lines, used = [""], 0.0
    space = size * _word(" ", weight)
    for word in clean(text).split(" "):
        for part in _parts(word, size, room, weight):
            wide = size * _word(part, weight)
            if lines[-1] and used + space + wide > room:
                lines.append(part)
                used = wide
            else:
                used += wide + (space if lines[-1] else 0)
                lines[-1] = f"{lines[-1]} {part}" if lines[-1] else part
    return tuple(lines)


@lru_cache(maxsize=8192)
def _word(word: str, weight: Weight) -> float:
    """The width of a word in em."""
    return width(word, 1, weight)


def _parts(word: str, size: float, room: float, weight: Weight) -> list[str]:
    """A word, in pieces that fit `room` px."""
    if size * _word(word, weight) <= room:
        return [word]
    parts, used = [""], 0.0
    for char in word:
        wide = size * _advance(char, weight)
        if parts[-1] and used + wide > room:
            parts.append("")
            used = 0.0
        parts[-1] += char
        used += wide
    return parts


def _fits(lines: list[str], size: float, room: float, weight: Weight) -> bool:
    return all(width(line, size, weight) <= room for line in lines)


def _wrap(words: list[str], size: float, room: float, weight: Weight, cuts: Cuts) -> list[str]:
    """Greedy lines. A word wider than `room` is broken by `cuts`; where that does not help it gets
    a line of its own."""
    lines = [""]
    for word in words:
        rest = word
        while rest:
            start = f"{lines[-1]} " if lines[-1] else ""
            if width(start + rest, size, weight) <= room:
                lines[-1] = start + rest
                break
            # A word that fits on a line of its own is not broken to fill this one.
            apart = cuts(rest) if width(rest, size, weight) > room else []
            fitting = (one for one in apart if width(start + one[0], size, weight) <= room)
            part, after = next(fitting, ("", rest))
            if part:
                lines[-1] = start + part
            elif not start:
                lines[-1], after = rest, ""
            rest = after
            if rest:
                lines.append("")
    return lines


def _balance(
    words: list[str], lines: list[str], size: float, room: float, weight: Weight
) -> tuple[str, ...]:
    """The narrowest setting that still takes as many lines as `lines`; those themselves where a
    word is broken."""
    if any(line.endswith(HYPHEN) for line in lines):
        return tuple(lines)
    low, high = room / (len(lines) + 1), room
    while high - low > _NEAR_ENOUGH:
        middle = (low + high) / 2
        tried = _wrap(words, size, middle, weight, whole)
        fits = len(tried) <= len(lines) and _fits(tried, size, middle, weight)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(_wrap(words, size, high, weight, whole))
