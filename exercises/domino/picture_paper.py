"""The trail as pictures in a document, without the table under it.

A trail that does not fit on one picture in letters of 9.5 pt is drawn in parts: stones that follow
each other in the order of reading. Units are px, of which 30 make letters of 9.5 pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exercises.domino.model import DominoView
from exercises.domino.picture import drawn, extent_of
from exercises.domino.table.shapes import TableRect, around
from exercises.domino.table.tabletop import (
    Canvas,
    TableContent,
    Tabletop,
    on_large_table,
    on_screen,
)
from exercises.domino.table.trail import StoneTrail
from exercises.domino.views import DominoContext
from exercises.kit.drawing import svg as kit

# A column of 162 mm, and half a page.
_COLUMN, _HALF = 1440, 830
# Just enough for two stones in a row with words below.
_PAIR_HIGH = 392
_IN_ROW, _ROW_HIGH, _HIGHEST = 3, 470, 1800
_AIR, _HIGHER = 8, 1.35
_MOST = 12


@dataclass(frozen=True)
class TrailPart:
    """Stones that are drawn together, in the order of reading."""

    stones: tuple[str, ...]
    table: Tabletop
    wide: int

    def svg(self, context: DominoContext, title: str) -> str:
        """A self-contained SVG, as wide as its column and as high as its stones."""
        lies = around(extent_of(self.table)).grown(_AIR)
        wide = max(self.wide, int(lies.width))
        left = lies.x if lies.width > self.wide else lies.x - (wide - lies.width) / 2
        return kit.part(
            drawn(context, self.table),
            title,
            (round(left), round(lies.y), wide, round(lies.height)),
        )


def parts(view: DominoView) -> Iterator[TrailPart]:
    """All stones that lie, in as few pictures as show all their words."""
    order = view.trail.order
    for at in range(0, len(order), _MOST):
        yield from _fitting(view, order[at : at + _MOST])


def pair(view: DominoView, one: str, two: str) -> TrailPart:
    """Two stones that touch, for half a page."""
    content = _content(view, (one, two))
    table = _laid(content, _HALF, _PAIR_HIGH) or on_large_table(content)
    return TrailPart((one, two), table, _HALF)


def _fitting(view: DominoView, stones: Sequence[str]) -> Iterator[TrailPart]:
    content = _content(view, stones)
    high = _ROW_HIGH * -(-len(stones) // _IN_ROW)
    while high < _HIGHEST * _HIGHER:
        table = _laid(content, _COLUMN, high)
        if table is not None:
            yield TrailPart(tuple(stones), table, _COLUMN)
            return
        high = int(high * _HIGHER)
    if len(stones) == 1:
        yield TrailPart(tuple(stones), on_large_table(content), _COLUMN)
        return
    half = len(stones) // 2
    yield from _fitting(view, stones[:half])
    yield from _fitting(view, stones[half:])


def _laid(content: TableContent, wide: int, high: int) -> Tabletop | None:
    window = TableRect(0, 0, wide, high)
    return on_screen(content, Canvas(window, (window.grown(-_AIR),)))


def _content(view: DominoView, stones: Sequence[str]) -> TableContent:
    """What lies, of these stones only, with what ties them to each other."""
    here, trail = set(stones), view.trail
    kept = StoneTrail(
        tuple(one for one in trail.stones if one in here),
        {
            name: joint for name, joint in trail.joints.items()
            if name in here and joint.against in here
        },
        tuple(one for one in trail.loosened if {one.stone, one.against} <= here),
    )  # fmt: skip
    whole = view.content
    threads = [one for one in whole.threads if {one[0], one[1]} <= here]
    return TableContent(kept, {name: whole.words[name] for name in kept.stones}, threads)
