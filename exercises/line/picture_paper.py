"""One statement as a picture in a document: the floor alone, since the words stand around it.

Units are px of the screen. Over the full width of A4 30 px are letters of 9.5 pt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.kit.drawing import svg as drawing
from exercises.line.layout import LineLayout, Trace
from exercises.line.layout_places import TAPE_END
from exercises.line.picture import end_card, end_label, end_width, floor, standing

_LEFT, _WIDE, _FLOOR_END = 20, 1880, 1080
# The cards of the ends: as far from the edge of the paper as the text, and where they stand.
_MARGIN, _CARDS_TOP, _CARD_SCALE, _CARD_UP = 215, 376, 0.8, 90
_WALL, _ROOM, _LEAST = 446, 34, 96
_LEAST_LETTERS = 30


def wide(
    layout: LineLayout, traces: Sequence[Trace], ends: tuple[str, str], title: str
) -> str:  # fmt: skip
    """The floor with the ends of the line above it, for the full width of a page."""
    large = replace(layout, label_size=max(layout.label_size, _LEAST_LETTERS))
    content = floor() + standing(large, traces, "ink") + _ends(ends)
    return _cut(content, title, _CARDS_TOP, _bottom(layout, traces))


def small(layout: LineLayout, traces: Sequence[Trace], title: str) -> str:
    """The floor alone, for half a page: signs tell who stands where."""
    return _cut(floor() + standing(layout, traces), title, _WALL, _bottom(layout, traces))


def _cut(content: str, title: str, top: float, bottom: float) -> str:
    return drawing.part(content, title, (_LEFT, top, _WIDE, round(bottom - top)))


def _bottom(layout: LineLayout, traces: Sequence[Trace]) -> float:
    """Just below whoever stands in front."""
    feet = [spot.y if spot.label_y else spot.y + spot.size / 2 for spot in layout.spots]
    walked = [one.y + one.size / 2 for one in traces]
    return min(_FLOOR_END, max([TAPE_END + _LEAST, *feet, *walked]) + _ROOM)


def _ends(ends: tuple[str, str]) -> str:
    left, right = map(end_label, ends)
    at_right = _LEFT + _WIDE - _MARGIN - _CARD_SCALE * end_width(right)
    return _card(_LEFT + _MARGIN, left, points_left=True) + _card(
        at_right, right, points_left=False
    )


def _card(x: float, label: str, *, points_left: bool) -> str:
    place = f"translate({x:.1f} {_CARD_UP}) scale({_CARD_SCALE})"
    return f'<g transform="{place}">{end_card(0, label, points_left=points_left)}</g>'
