"""Text as a document can show it: what no shipped font draws is replaced by its name in words.

Used by all three forms, so that their words are the same, though Word and browsers might find a
font for more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from report.forms.coverage import families
from state.language import _, ngettext

# Characters without a shape of their own, which any font may lack.
_SHAPELESS = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\u00ad\u034f")
# They turn the order of all that follows them, also beyond the text that they stand in.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u061c\ufeff]")
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_JOINER = "\u200d"
_NAMED_AT_MOST = 3
_PLAIN = re.compile("[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f‘’“”–—…€]*")


def shown(text: str) -> str:
    """The text as every form shows it, composed (NFC), without characters that control; lines stay
    lines. Never fails."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", _TURNING.sub("", text))
    pieces = (piece for cluster in _clusters(text) for piece in _drawn(cluster))
    return "".join("".join(run) if drawn else _named("".join(run)) for drawn, run in _runs(pieces))


def _runs(pieces: Iterator[tuple[bool, str]]) -> Iterator[tuple[bool, Iterator[str]]]:
    """Pieces that follow one another and are drawn, or not, as one."""
    for drawn, run in groupby(pieces, lambda piece: piece[0]):
        yield drawn, (text for _drawn_too, text in run)


def _clusters(text: str) -> Iterator[str]:
    """A letter with its accents, an emoji with what is joined to it."""
    cluster = ""
    for char in text:
        if cluster and not (cluster[-1] == _JOINER or _continues(char)):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _continues(char: str) -> bool:
    point = ord(char)
    return (
        char in _SHAPELESS
        or point in _TONES
        or point in _TAGS
        or unicodedata.category(char) in ("Mn", "Mc", "Me")
    )


def _drawn(cluster: str) -> Iterator[tuple[bool, str]]:
    """The cluster, or where no single font draws all of it, its characters; each with whether it is
    drawn."""
    if _has_font(cluster):
        yield True, cluster
        return
    for char in cluster:
        category = unicodedata.category(char)
        if char == "\n":
            yield True, char
        elif category in ("Zs", "Zl", "Zp"):
            yield True, " "
        elif char in _SHAPELESS or category == "Cc":
            continue
        else:
            yield _has_font(char) and category not in ("Mn", "Mc", "Me"), char


@lru_cache(maxsize=8192)
def _has_font(cluster: str) -> bool:
    points = [ord(char) for char in cluster if char not in _SHAPELESS]
    return bool(points) and any(all(family.has(point) for point in points) for family in families())


def _named(run: str) -> str:
    """The names of characters, in words; of many only the first."""
    names = [unicodedata.name(char, "").lower() or _("onbekend") for char in run]
    more = len(names) - _NAMED_AT_MOST
    told = ", ".join(names[:_NAMED_AT_MOST])
    if more > 0:
        told = _("{told} en nog {count}").format(told=told, count=more)
    return ngettext("[teken: {told}]", "[tekens: {told}]", len(names)).format(told=told)
