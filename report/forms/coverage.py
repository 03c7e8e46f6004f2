"""Which characters the shipped fonts have.

`python -m report.forms.coverage` reads the fonts and writes report/fonts/coverage.json; at run
time only that file is read, since reading the fonts takes half a second.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
FONTS = _ROOT / "report" / "fonts"
# By its path, for importing it loads all exercises: that takes longer than drawing a picture.
OWN_FONTS = _ROOT / "exercises" / "kit" / "look" / "fonts" / "ttf"
_FILE = FONTS / "coverage.json"
# Tried first, and in this order; other families after these.
_FIRST = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew")
_LAST = ("Noto Emoji", "DejaVu Sans", "Droid Sans Fallback")


@dataclass(frozen=True)
class Family:
    """A family of fonts; `starts` and `ends` (included) of its ranges of code points, in order."""

    name: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def has(self, point: int) -> bool:
        """Whether it draws the code point."""
        at = bisect_right(self.starts, point) - 1
        return at >= 0 and point <= self.ends[at]


@lru_cache
def families() -> tuple[Family, ...]:
    """All shipped families, in the order in which they are tried."""
    stored = json.loads(_FILE.read_text("utf-8"))
    return tuple(
        Family(name, tuple(pair[0] for pair in ranges), tuple(pair[1] for pair in ranges))
        for name, ranges in stored.items()
    )


def is_own(text: str) -> bool:
    """Whether our own font draws all of a text, without any other and without accents that stand
    apart from their letter."""
    own = families()[0]
    return all(
        char.isspace() or (own.has(ord(char)) and unicodedata.category(char)[0] != "M")
        for char in text
    )


def measured() -> dict[str, list[list[int]]]:
    """Family name -> its ranges, read from the fonts themselves (needs fontTools)."""
    from fontTools.ttLib import TTFont

    points: dict[str, set[int]] = {}
    for path in sorted([*FONTS.glob("*.ttf"), *OWN_FONTS.glob("*.ttf")]):
        with TTFont(path, lazy=True) as font:
            name = font["name"].getBestFamilyName()
            # Fonts draw some characters that control; a document never shows these.
            found = {point for point in font.getBestCmap() if point >= ord(" ")}
        # Bold and regular: only what both have.
        points[name] = points[name] & found if name in points else found
    return {name: _ranges(points[name]) for name in sorted(points, key=_place)}


def _place(name: str) -> tuple[int, int, str]:
    if name in _FIRST:
        return (0, _FIRST.index(name), name)
    return (2, _LAST.index(name), name) if name in _LAST else (1, 0, name)


def _ranges(points: set[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


def main() -> None:
    """Write the file."""
    lines = (
        f"{json.dumps(name)}: {json.dumps(ranges, separators=(',', ':'))}"
        for name, ranges in measured().items()
    )
    _FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
