"""Slips of paper with what people share: beside the joint of two stones, or on a thread. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from exercises.domino.table.shapes import Point, TableRect
from exercises.domino.table.wording import TextBox, lines_in
from exercises.kit.drawing.lettering import width
from exercises.kit.rules.hyphens import forced, hyphenated, whole

Side = Literal["below", "above", "right", "left", "on"]
LINE_HIGH, POINTER, THREAD = 1.2, 14.0, 10.0
_PADDING, _TALL, _BORDER, _AIR = 14.0, 10.0, 3.0, 5.0
# As shares of half a stone: the letters, and how wide a slip is when it need not be wider.
_TEXT, _WIDE, _MOST_TEXT = 0.137, 1.9, 36
_MOST_LINES, _RAGGED, _FAR = 4, 1.15, 1e6
# Where the pointer is along a slip; how far from its corners it stays, and the slip from a stone
# that stands at the joint.
_ALONG, _CORNER, _ASIDE = (0.5, 0.4, 0.6, 0.25, 0.75, 0.1, 0.9, 0.0, 1.0), 22.0, 8.0
# Px between the places on a thread that are tried.
_EVERY = 30.0


@dataclass(frozen=True)
class Slip:
    """Words on paper. `side`: where it lies, seen from its joint, at which it points from `point`
    px along its edge; "on" a thread it has no pointer.
    """

    rect: TableRect
    lines: tuple[str, ...]
    size: int
    side: Side = "on"
    point: float = 0.0


@dataclass(frozen=True)
class Anchor:
    """What a slip belongs to: a point, with an edge or thread through it that runs down (`across`:
    the stones lie side by side) or across; `reach`: how far from the point paper may begin.
    """

    x: float
    y: float
    across: bool
    reach: float


def at_edge(one: TableRect, two: TableRect) -> Anchor:
    """The edge between two squares that touch, or nearly."""
    across = abs(one.x - two.x) > abs(one.y - two.y)
    if across:
        top, bottom = min(one.y, two.y), max(one.bottom, two.bottom)
        return Anchor(max(one.x, two.x), (top + bottom) / 2, across, (bottom - top) / 2)
    left, right = min(one.x, two.x), max(one.right, two.right)
    return Anchor((left + right) / 2, max(one.y, two.y), across, (right - left) / 2)


@lru_cache(maxsize=2048)
def _settings(text: str, size: int, most: float) -> tuple[tuple[str, ...], ...]:
    """The words in ever more lines; those no wider than asked come first."""
    found: dict[tuple[str, ...], float] = {}
    longest = max(width(word, size) for word in text.split(" "))
    for count in range(1, _MOST_LINES + 1):
        share = width(text, size) / count * (_RAGGED if count > 1 else 1.0)
        room = TextBox(max(share, min(longest, most)) + 1, _FAR)
        lines = next(
            filter(None, (lines_in(text, size, room, c) for c in (whole, hyphenated, forced)))
        )
        found.setdefault(lines, max(width(line, size) for line in lines))
    return tuple(sorted(found, key=lambda lines: (found[lines] > most, len(lines))))


def paper(lines: tuple[str, ...], size: int) -> tuple[float, float]:
    """Width and height of a slip."""
    wide = max(width(line, size) for line in lines)
    return wide + 2 * (_PADDING + _BORDER), len(lines) * size * LINE_HIGH + _TALL + 2 * _BORDER


Ways = Callable[[Anchor, tuple[str, ...], int], Iterator[Slip]]


@dataclass
class SlipPlaces:
    """Finds places within `window` for slips beside stones of that size, with letters of `least` px
    or larger, clear of what is `taken`.
    """

    window: TableRect
    cell: float
    least: int
    taken: list[TableRect] = field(default_factory=list)

    def beside(
        self, anchors: Iterable[Anchor], text: str, avoid: Sequence[TableRect] = ()
    ) -> Slip | None:
        """A slip at the first of these where it has a place, clear of what else it must `avoid`."""
        return self._first(list(anchors), text, avoid, _around)

    def on(
        self, path: tuple[Point, ...], text: str, avoid: Sequence[TableRect] = ()
    ) -> Slip | None:
        """A slip that lies on a thread."""
        return self._first(list(along(path)), text, avoid, _centred)

    def _first(
        self, anchors: list[Anchor], text: str, avoid: Sequence[TableRect], ways: Ways
    ) -> Slip | None:
        # Asked thousands of times for a full table: plain numbers, no calls.
        shut = [
            (one.x - _AIR, one.y - _AIR, one.right + _AIR, one.bottom + _AIR)
            for one in (*self.taken, *avoid)
        ]
        size = max(self.least, min(_MOST_TEXT, round(_TEXT * self.cell)))
        for lines in _settings(text, size, _WIDE * self.cell):
            for slip in (slip for anchor in anchors for slip in ways(anchor, lines, size)):
                rect, right, bottom = slip.rect, slip.rect.right, slip.rect.bottom
                if rect.inside(self.window) and not any(
                    rect.x < x2 and x1 < right and rect.y < y2 and y1 < bottom
                    for x1, y1, x2, y2 in shut
                ):
                    self.taken.append(rect)
                    return slip
        return None


def along(path: tuple[Point, ...]) -> Iterator[Anchor]:
    """Places along a thread, the middle of its longest straight part first."""
    parts = [(abs(x1 - x2) + abs(y1 - y2), x1, y1, x2, y2) for (x1, y1), (x2, y2) in pairwise(path)]
    for long, x1, y1, x2, y2 in sorted(parts, reverse=True):
        count = 2 * int(long / _EVERY / 2) + 2
        for step in sorted(range(1, count), key=lambda step: abs(step - count / 2)):
            share = step / count
            x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
            yield Anchor(x, y, y1 == y2, THREAD / 2)


def _centred(anchor: Anchor, lines: tuple[str, ...], size: int) -> Iterator[Slip]:
    wide, high = paper(lines, size)
    yield Slip(TableRect(anchor.x - wide / 2, anchor.y - high / 2, wide, high), lines, size)


def _around(anchor: Anchor, lines: tuple[str, ...], size: int) -> Iterator[Slip]:
    """All places on the two sides of an edge or thread. Where a stone stands there, a slip lies
    wholly to one side of the point.
    """
    wide, high = paper(lines, size)
    length, away = (
        (wide, anchor.reach + POINTER) if anchor.across else (high, anchor.reach + POINTER)
    )
    corner = min(_CORNER, length / 2)
    ways = [(corner + share * (length - 2 * corner),) * 2 for share in _ALONG]
    ways += [(length + _ASIDE, length - corner), (-_ASIDE, corner)]
    sides: tuple[tuple[Side, float], ...] = (
        (("below", away), ("above", -away - high)) if anchor.across
        else (("right", away), ("left", -away - wide))
    )  # fmt: skip
    for side, off in sides:
        for back, point in ways:
            x, y = (-back, off) if anchor.across else (off, -back)
            yield Slip(TableRect(anchor.x + x, anchor.y + y, wide, high), lines, size, side, point)
