"""Figures in rows: the first stands on the tape, the second and third in front of it, a fourth
behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from exercises.kit.drawing.lettering import fit, width
from exercises.line.layout_places import (
    FLOOR_END,
    LEFT,
    LINE_FROM,
    LINE_TO,
    RIGHT,
    TAPE_END,
    LineLayout,
    LineSpot,
    LineStanding,
    true_x,
)
from exercises.line.layout_spread import cost, spread

# The figure of the mock is 14/17 of the sprite's 140 x 208 box.
FULL = 140 * 14 / 17
# Parts of a figure as a share of its box width: crown of the head to soles, and shadow below the
# soles.
TALL, SHADOW = 193.5 / 140, 4.0 / 140
FIRST_FOOT = 745.0
TRACK = 46.0
# More than two rows of full figures don't fit on the floor; the traces then get one narrow strip.
STRIP = 44.0
_LABEL_GAP, _NARROWEST = 6, 64
_BIG_GROUP = 16
_LARGE_LABEL, _LARGE_ROWS, _FRONT_ROWS = 30, 2, 3


@dataclass(frozen=True)
class _Plan:
    """One way to place people, tried in turn. Lengths in px; `push`: furthest anybody may stand
    from the own place.
    """

    rows: int
    spacing: float
    label_size: int
    label_room: float
    push: float


# A small group keeps its full size as long as that puts nobody on the wrong side of the line:
# sixteen people who all agree would otherwise stand past the middle.
_FEW = (
    _Plan(2, 140, 30, 240, 60),
    _Plan(2, 140, 30, 190, 60),
    _Plan(2, 140, 30, 150, 450),
    _Plan(3, 110, 28, 180, 600),
    _Plan(3, 110, 28, 140, inf),
)
# Displacing somebody by a figure's width is better than smaller figures; very short names are the
# last resort.
_MANY = (
    _Plan(2, 140, 30, 240, 60),
    _Plan(3, 110, 28, 240, 100),
    _Plan(3, 110, 28, 180, 150),
    _Plan(4, 110, 28, 240, 100),
    _Plan(4, 110, 28, 170, 300),
    _Plan(4, 110, 28, 140, inf),
    _Plan(4, 110, 28, 116, inf),
)
# On paper nobody can ask for the rest of a name.
_WHOLE = (
    _Plan(2, 140, 30, inf, 60),
    _Plan(3, 110, 28, inf, 150),
    _Plan(2, 140, 30, inf, 450),
    _Plan(3, 110, 28, inf, inf),
    _Plan(4, 110, 28, inf, inf),
)


@dataclass(frozen=True)
class _Measured:
    standing: LineStanding
    x: float
    label: str | None
    label_width: float


@dataclass(frozen=True)
class _FigureRow:
    """People from left to right with the x of each."""

    people: tuple[_Measured, ...] = ()
    places: tuple[float, ...] = ()

    def cost(self) -> float:
        return cost([person.x for person in self.people], self.places)

    def push(self) -> float:
        return max(
            (abs(p.x - x) for p, x in zip(self.people, self.places, strict=True)), default=0.0
        )


def fit_label(label: str, size: int = 30, room: float = 240) -> str:
    """The name as printed above a head: cut with an ellipsis when its box would be wider than
    `room` px.
    """
    return fit(label, size, room - 2 * _padding(size))


def _padding(size: int) -> int:
    """Space left and right of a name; the small ones stand close together."""
    return 14 if size >= _LARGE_LABEL else 10


def figures(people: Sequence[LineStanding], tracks: int, *, whole: bool = False) -> LineLayout:
    """Place at most 40 people, sorted by place. `tracks`: how many tracks of traces to leave room
    for; `whole`: rather more rows than a name that is cut.
    """
    usual = _FEW if len(people) <= _BIG_GROUP else _MANY
    for plan in (*_WHOLE, *usual) if whole else usual:
        rows = _fill_rows([_person(one, plan) for one in people], plan)
        if rows is not None and max(row.push() for row in rows) <= plan.push:
            return _layout(rows, plan, tracks)
    raise ValueError("more people than the floor holds as figures")


def _person(standing: LineStanding, plan: _Plan) -> _Measured:
    label = fit_label(standing.label, plan.label_size, plan.label_room) if standing.label else ""
    wide = width(label, plan.label_size) + 2 * _padding(plan.label_size)
    return _Measured(
        standing, true_x(standing.at), label or None, max(_NARROWEST, round(wide)) if label else 0
    )


def _fill_rows(people: Sequence[_Measured], plan: _Plan) -> list[_FigureRow] | None:
    """Give each person the row where they push the others and themselves least; the first of
    equals.

    None when a row gets too long.
    """
    rows = [_FigureRow()] * plan.rows
    for person in people:
        options = []
        for at, row in enumerate(rows):
            longer = _stand(*row.people, person, spacing=plan.spacing)
            if longer is not None:
                options.append((round(longer.cost() - row.cost(), 3), at, longer))
        if not options:
            return None
        _, at, longer = min(options, key=lambda option: option[:2])
        rows[at] = longer
    return rows


def _stand(*people: _Measured, spacing: float) -> _FigureRow | None:
    """People, sorted by place, in one row; None when they don't fit."""
    targets = [person.x for person in people]
    gaps = [
        max(spacing, (a.label_width + b.label_width) / 2 + _LABEL_GAP) for a, b in pairwise(people)
    ]
    places = spread(targets, gaps, LINE_FROM, LINE_TO)
    # A label that would stick out of the screen slides inwards, so the neighbour has to give way.
    # That pushes the outer one further out, never back, so two more rounds settle it.
    for _ in range(2):
        if places is None or not _widen_ends(people, places, gaps):
            break
        places = spread(targets, gaps, LINE_FROM, LINE_TO)
    return None if places is None else _FigureRow(tuple(people), tuple(places))


def _widen_ends(people: Sequence[_Measured], places: Sequence[float], gaps: list[float]) -> bool:
    """Widen the first and last gap, in place, for labels that slide inwards. True when a gap
    changed.
    """
    if not gaps:
        return False
    margin = LINE_FROM - LEFT
    old = (gaps[0], gaps[-1])
    first, second, before_last, last = people[0], people[1], people[-2], people[-1]
    if places[0] - first.label_width / 2 < LEFT:
        gaps[0] = max(gaps[0], first.label_width - margin + second.label_width / 2 + _LABEL_GAP)
    if places[-1] + last.label_width / 2 > RIGHT:
        gaps[-1] = max(
            gaps[-1], last.label_width - margin + before_last.label_width / 2 + _LABEL_GAP
        )
    return old != (gaps[0], gaps[-1])


def _layout(rows: Sequence[_FigureRow], plan: _Plan, tracks: int) -> LineLayout:
    used = sum(1 for row in rows if row.people)
    feet, size = _heights(used, plan, tracks)
    spots = [
        _spot(person, x, feet[at], size, at, plan.label_size)
        for at, row in enumerate(rows)
        for person, x in zip(row.people, row.places, strict=True)
    ]
    return LineLayout(
        "figures", tuple(sorted(spots, key=lambda spot: (spot.x, spot.row))), plan.label_size
    )


def _heights(used: int, plan: _Plan, tracks: int) -> tuple[list[float], float]:
    """The y of the soles for each row, and the width of a figure's box."""
    label = plan.label_size + 12.0
    if used <= _LARGE_ROWS:
        # Without traces the second row stands a little free of the tape; with many it stays on the
        # floor.
        second = TAPE_END + max(TRACK * tracks + 6, 30) + label + TALL * FULL
        return [FIRST_FOOT, min(second, FLOOR_END - 1 - SHADOW * FULL)], FULL
    # A row behind the tape takes the height that otherwise a strip for traces takes, so that both
    # always fit.
    strip = STRIP if tracks else 0
    pitch = (FLOOR_END - TAPE_END - 3 - (STRIP if used > _FRONT_ROWS else strip)) / 2
    size = (pitch - label - 1) / (TALL + SHADOW)
    second = TAPE_END + 3 + strip + label + TALL * size
    return [FIRST_FOOT, second, second + pitch, FIRST_FOOT - pitch], size


def _spot(
    person: _Measured, x: float, y: float, size: float, row: int, label_size: int
) -> LineSpot:
    half = person.label_width / 2
    label_x = min(max(x, LEFT + half), RIGHT - half) if person.label else x
    one = person.standing
    return LineSpot(
        id=one.id,
        at=one.at,
        x=round(x, 2),
        y=round(y, 1),
        size=round(size, 2),
        row=row,
        tile=one.tile,
        pose=one.pose,
        label=person.label,
        label_x=round(label_x, 2),
        label_y=round(y - TALL * size - label_size - 12, 1),
        label_width=person.label_width,
    )
