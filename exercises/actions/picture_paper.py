"""The line of first steps for half a page: who stands on it with whom, and the days."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.actions.views_plan import ActionsContext, OwnedAction, names_of
from exercises.actions.views_screen import pose_of, short_day
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.svg import Style, figure, text, token

# Units of the drawing: 1160 of them on half a page make 44 letters of 10 pt.
_WIDE, _HIGH, _APART, _LEFT = 1160, 300, 190, 60
_SOLES, _SIZE, _BESIDE, _LETTERS = 190, 100, 78, 44
MOST = 6


def small(context: ActionsContext, shown: Sequence[OwnedAction], title: str) -> str:
    """A self-contained SVG of up to MOST first steps, the earliest first."""
    parts = [
        f'<rect x="4" y="{_SOLES - 8}" width="{_WIDE - 8}" height="40" fill="{token("tape")}"'
        f' stroke="{token("edge")}" stroke-width="3"/>'
    ]
    for at, one in enumerate(shown[:MOST]):
        x = _LEFT + at * _APART
        parts.append(figure(x, _SOLES, _SIZE, one.party.tile, pose_of(one.party.id)))
        for helper in names_of(context, one.action.helpers)[:1]:
            parts.append(figure(x + _BESIDE, _SOLES, _SIZE, helper["tile"], "zij"))
        # The day of the week is left out: days stand close together.
        day = short_day(one.action.date).partition(" ")[2]
        parts.append(text(x - _LEFT + 8, _SOLES + 88, day, Style(_LETTERS)))
    return drawing.part("".join(parts), title, (0, 0, _WIDE, _HIGH))
