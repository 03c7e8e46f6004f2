"""The ways to place people as figures with their names, in the order in which they are tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

_BIG_GROUP = 16


@dataclass(frozen=True)
class LinePlan:
    """One way to place people. Lengths in px; `push`: furthest anybody may stand from the own
    place. `rooms`: how wide the box of a name may be; a wider one is only for names that do not
    fit a narrower one, in `lines` lines. `forms`: whether names stand whole, or may be replaced by
    shorter ones with the first name (called), or by initials too. `beside`: names stand beside the
    figures instead of above them. `cut`: a name that still does not fit ends in an ellipsis; else
    such a name rules the plan out.
    """

    rows: int
    spacing: float
    label_size: int
    rooms: tuple[float, ...]
    push: float
    lines: int = 1
    forms: Literal["whole", "called", "initials"] = "whole"
    beside: bool = False
    cut: bool = False


_NARROW = (150.0, 190.0, 240.0)
_WIDE = (150.0, 190.0, 230.0, 280.0)
# However long a name is, it finds a place as long as those of the others are shorter.
_ANY = (*_WIDE, 400.0, 800.0)
# Beside their figures names have the most room; the last way takes forty of any length.
_LAST = (
    LinePlan(4, 0, 28, _WIDE, inf, lines=3, forms="called", beside=True),
    LinePlan(6, 0, 28, _WIDE, inf, lines=2, beside=True),
    LinePlan(6, 0, 28, _ANY, inf, lines=2, forms="called", beside=True),
    LinePlan(6, 0, 28, _ANY, inf, lines=2, forms="initials", beside=True),
    LinePlan(6, 0, 28, (130.0,), inf, lines=2, forms="initials", beside=True, cut=True),
    LinePlan(4, 110, 28, (116.0,), inf, forms="initials", cut=True),
)
# A small group keeps its full size as long as that puts nobody on the wrong side of the line:
# sixteen people who all agree would otherwise stand past the middle.
_FEW = (
    LinePlan(2, 140, 30, (240.0,), 60),
    LinePlan(2, 140, 30, _NARROW, 60, lines=2),
    LinePlan(2, 140, 30, _NARROW, 60, lines=2, forms="called"),
    LinePlan(2, 140, 30, _NARROW, 450, lines=2),
    LinePlan(2, 140, 30, _NARROW, 450, lines=2, forms="called"),
    LinePlan(3, 110, 28, _NARROW, 600, forms="called"),
    *_LAST,
)
# Displacing somebody by a figure's width is better than smaller figures; a first name in large
# letters is better than a whole name that stands far from the own place.
_MANY = (
    LinePlan(2, 140, 30, (240.0,), 60),
    LinePlan(2, 140, 30, _NARROW, 60, lines=2),
    LinePlan(3, 110, 28, (240.0,), 150),
    LinePlan(2, 140, 30, _NARROW, 100, lines=2, forms="called"),
    LinePlan(3, 110, 28, _NARROW, 150, forms="called"),
    LinePlan(4, 0, 28, _WIDE, 200, lines=3, beside=True),
    LinePlan(6, 0, 28, _WIDE, 200, lines=2, beside=True),
    LinePlan(4, 110, 28, _NARROW, 300, forms="called"),
    *_LAST,
)
# On paper nobody can ask for the rest of a name.
_WHOLE = (
    LinePlan(2, 140, 30, (inf,), 60),
    LinePlan(3, 110, 28, (inf,), 150),
    LinePlan(2, 140, 30, (inf,), 450),
    LinePlan(3, 110, 28, (inf,), inf),
    LinePlan(4, 110, 28, (inf,), inf),
    LinePlan(4, 0, 28, _WIDE, inf, lines=3, beside=True),
    LinePlan(6, 0, 28, _ANY, inf, lines=2, beside=True),
)


def plans(count: int, *, whole: bool = False) -> Sequence[LinePlan]:
    """The ways to place so many people, the best one first; the last one takes all that are drawn
    as figures. `whole`: rather more rows than a name in a shorter form.
    """
    usual = _FEW if count <= _BIG_GROUP else _MANY
    return (*_WHOLE, *usual) if whole else usual
