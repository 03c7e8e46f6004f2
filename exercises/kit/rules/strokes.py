"""Drawings as they travel and are stored: strokes and stamps as short texts.

A drawing is a list of items, in the order they were made, on a sheet of WIDTH x HEIGHT whole
units. An item is a text:

    stroke  "p" colour width code    code: points, the first from (0, 0), each next from the last
    stamp   "s" colour size  code    code: number of the stamp, then the x and y of its middle

`code` holds whole numbers: zigzag (0, -1, 1, -2 ... become 0, 1, 2, 3 ...), then five bits for
each character of ALPHABET, lowest first, with 32 added while more follow. So a near point takes
two characters. kit/browser/strokes.js speaks the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 1000, 600
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
COLOURS = {"i": "ink", "r": "accent", "y": "org-1", "g": "org-4", "b": "area-4", "o": "org-9"}
WIDTHS = {"1": 8, "2": 20}
SIZES = {"1": 90, "2": 130, "3": 190, "4": 270, "5": 380}
ITEMS_LIMIT = 400
POINTS_LIMIT = 6_000
# Characters of all items together.
SIZE_LIMIT = 18_000

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_HEAD = 3
_MOST_GROUPS = 3
_MORE = 32

Point = tuple[int, int]


class Unreadable(ValueError):
    """The text is no drawing."""


class TooLarge(ValueError):
    """The drawing has more points or items than is kept."""


@dataclass(frozen=True)
class Stroke:
    """A line drawn in one go; of one point it is a dot. `colour` and `width` are keys of the
    tables above."""

    colour: str
    width: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Stamp:
    """A ready-made shape with its middle on (x, y)."""

    colour: str
    size: str
    number: int
    x: int
    y: int


Item = Stroke | Stamp


def encode(items: Iterable[Item]) -> list[str]:
    """A drawing as texts."""
    return [_encoded(item) for item in items]


def decode(texts: Any) -> tuple[Item, ...]:
    """A drawing from what a browser sent. Raises Unreadable or TooLarge; any value may come in."""
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise Unreadable
    if len(texts) > ITEMS_LIMIT or sum(map(len, texts)) > SIZE_LIMIT:
        raise TooLarge
    items = tuple(_decoded(text) for text in texts)
    if sum(len(item.points) for item in items if isinstance(item, Stroke)) > POINTS_LIMIT:
        raise TooLarge
    return items


@lru_cache
def stamps() -> dict[str, str]:
    """Path of each stamp by name, in order, from stamps.js."""
    text = (Path(__file__).parents[1] / "browser" / "stamps.js").read_text(encoding="utf-8")
    inside = text[text.index("= {") + 2 : text.rindex("}") + 1]
    found: dict[str, str] = json.loads(inside)
    return found


def _encoded(item: Item) -> str:
    if isinstance(item, Stamp):
        return f"s{item.colour}{item.size}{_code((item.number, item.x, item.y))}"
    numbers: list[int] = []
    last = (0, 0)
    for point in item.points:
        numbers += (point[0] - last[0], point[1] - last[1])
        last = point
    return f"p{item.colour}{item.width}{_code(numbers)}"


def _decoded(text: str) -> Item:
    kind, colour, size = text[:1], text[1:2], text[2:3]
    numbers = _numbers(text[_HEAD:])
    if colour not in COLOURS:
        raise Unreadable
    if kind == "s":
        return _stamp(colour, size, numbers)
    if kind != "p" or size not in WIDTHS or not numbers or len(numbers) % 2:
        raise Unreadable
    points: list[Point] = []
    x = y = 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        _check(x, y)
        points.append((x, y))
    return Stroke(colour, size, tuple(points))


def _stamp(colour: str, size: str, numbers: list[int]) -> Stamp:
    if size not in SIZES or len(numbers) != 3:  # noqa: PLR2004
        raise Unreadable
    number, x, y = numbers
    if not 0 <= number < len(stamps()):
        raise Unreadable
    _check(x, y)
    return Stamp(colour, size, number, x, y)


def _check(x: int, y: int) -> None:
    if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
        raise Unreadable


def _code(numbers: Iterable[int]) -> str:
    found: list[str] = []
    for number in numbers:
        left = 2 * number if number >= 0 else -2 * number - 1
        while left >= _MORE:
            found.append(ALPHABET[left % _MORE + _MORE])
            left //= _MORE
        found.append(ALPHABET[left])
    return "".join(found)


def _numbers(code: str) -> list[int]:
    found: list[int] = []
    value = groups = 0
    for character in code:
        bits = _VALUES.get(character)
        if bits is None or groups == _MOST_GROUPS:
            raise Unreadable
        value += (bits % _MORE) << (5 * groups)
        groups += 1
        if bits < _MORE:
            found.append(value // 2 if value % 2 == 0 else -(value + 1) // 2)
            value = groups = 0
    if groups:
        raise Unreadable
    return found
