"""Figures in rows: the first stands on the tape, the second and third in front of it, a fourth
behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from exercises.line import layout_beside as beside
from exercises.line.layout_labels import NamedFigure, named
from exercises.line.layout_places import (
    FIRST_FOOT,
    FLOOR_END,
    LEFT,
    LINE_FROM,
    LINE_TO,
    RIGHT,
    SHADOW,
    TALL,
    TAPE_END,
    LineLayout,
    LineSpot,
    LineStanding,
    label_height,
)
from exercises.line.layout_plans import LinePlan, plans
from exercises.line.layout_spread import cost, spread

# The figure of the mock is 14/17 of the sprite's 140 x 208 box.
FULL = 140 * 14 / 17
TRACK = 46.0
# More than two rows of full figures don't fit on the floor; the traces then get one narrow strip.
STRIP = 44.0
_LABEL_GAP = 6
_LARGE_ROWS, _FRONT_ROWS = 2, 3


@dataclass(frozen=True)
class _FigureRow:
    """People from left to right with the x of each."""

    people: tuple[NamedFigure, ...] = ()
    places: tuple[float, ...] = ()

    def cost(self) -> float:
        return cost([person.x for person in self.people], self.places)

    def push(self) -> float:
        return max(
            (abs(p.x - x) for p, x in zip(self.people, self.places, strict=True)), default=0.0
        )


def figures(people: Sequence[LineStanding], tracks: int, *, whole: bool = False) -> LineLayout:
    """Place at most 40 people, sorted by place. `tracks`: how many tracks of traces to leave room
    for; `whole`: rather more rows than a shorter name.
    """
    for plan in plans(len(people), whole=whole):
        measured = [named(one, plan) for one in people]
        together = [one for one in measured if one]
        if len(together) < len(people) or _is_too_wide(together, plan):
            continue
        _feet, size = _heights(plan.rows, plan, tracks, 1)
        rows = _fill_rows(together, plan, size)
        if rows is not None and max(row.push() for row in rows) <= plan.push:
            return _layout(rows, plan, tracks)
    raise ValueError("more people than the floor holds as figures")


def _is_too_wide(people: Sequence[NamedFigure], plan: LinePlan) -> bool:
    """Whether the names alone are wider than all rows, which is quick to see."""
    return sum(person.label_width for person in people) > plan.rows * (RIGHT - LEFT)


def _fill_rows(
    people: Sequence[NamedFigure], plan: LinePlan, size: float
) -> list[_FigureRow] | None:  # fmt: skip
    """Give each person the row where they push the others and themselves least; the first of
    equals. Where that leaves no room for somebody, rows of about equal length.

    None when a row gets too long.
    """
    rows = [_FigureRow()] * plan.rows
    for person in people:
        options = []
        for at, row in enumerate(rows):
            longer = _stand((*row.people, person), plan, size)
            if longer is not None:
                options.append((round(longer.cost() - row.cost(), 3), at, longer))
        if not options:
            return _even_rows(people, plan, size) if plan.push == inf else None
        _, at, longer = min(options, key=lambda option: option[:2])
        rows[at] = longer
    return rows


def _even_rows(
    people: Sequence[NamedFigure], plan: LinePlan, size: float
) -> list[_FigureRow] | None:  # fmt: skip
    """Each person in the row that is the shortest so far, those with the widest names first."""
    rows: list[list[int]] = [[] for _ in range(plan.rows)]
    for at in sorted(range(len(people)), key=lambda at: -people[at].label_width):
        min(rows, key=lambda row: _length([people[i] for i in row], plan, size)).append(at)
    found = [_stand(tuple(people[at] for at in sorted(row)), plan, size) for row in rows]
    stood = [row for row in found if row is not None]
    return stood if len(stood) == plan.rows else None


def _length(row: Sequence[NamedFigure], plan: LinePlan, size: float) -> float:
    if plan.beside:
        return sum(person.label_width + size for person in row)
    return sum(max(person.label_width, plan.spacing) for person in row)


def _stand(
    people: tuple[NamedFigure, ...], plan: LinePlan, size: float
) -> _FigureRow | None:  # fmt: skip
    """People, sorted by place, in one row; None when they don't fit."""
    found = beside.places(people, size) if plan.beside else _places(people, plan.spacing)
    return None if found is None else _FigureRow(people, tuple(found))


def _places(people: Sequence[NamedFigure], spacing: float) -> list[float] | None:
    """The x of people in one row with their names above their heads; None when they don't fit."""
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
    return places


def _widen_ends(people: Sequence[NamedFigure], places: Sequence[float], gaps: list[float]) -> bool:
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


def _layout(rows: Sequence[_FigureRow], plan: LinePlan, tracks: int) -> LineLayout:
    used = sum(1 for row in rows if row.people)
    lines = max((len(person.lines) for row in rows for person in row.people), default=1)
    feet, size = _heights(used, plan, tracks, max(lines, 1))
    spots = [
        _spot(person, x, feet[at], size, at, plan)
        for at, row in enumerate(rows)
        for person, x in zip(row.people, row.places, strict=True)
    ]
    return LineLayout(
        "figures", tuple(sorted(spots, key=lambda spot: (spot.x, spot.row))), plan.label_size
    )


def _heights(used: int, plan: LinePlan, tracks: int, lines: int) -> tuple[list[float], float]:
    """The y of the soles for each row, and the width of a figure's box. `used`: how many rows have
    people, `lines`: the most lines of a name."""
    if plan.beside:
        return beside.heights(plan.rows, STRIP if tracks else 0)
    label = label_height(plan.label_size, lines) + 4.0
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
    person: NamedFigure, x: float, y: float, size: float, row: int, plan: LinePlan
) -> LineSpot:
    one = person.standing
    label_x, label_y = _label_place(person, x, y, size, plan)
    return LineSpot(
        id=one.id,
        at=one.at,
        x=round(x, 2),
        y=round(y, 1),
        size=round(size, 2),
        row=row,
        tile=one.tile,
        pose=one.pose,
        label="\n".join(person.lines) or None,
        label_x=round(label_x, 2),
        label_y=round(label_y, 1),
        label_width=person.label_width,
    )


def _label_place(
    person: NamedFigure, x: float, y: float, size: float, plan: LinePlan
) -> tuple[float, float]:
    """The middle and the top of somebody's name; where it would stand, without one."""
    high = label_height(plan.label_size, max(len(person.lines), 1))
    if plan.beside:
        return beside.label_middle(person, x, size), y - (TALL * size + high) / 2
    half = person.label_width / 2
    middle = min(max(x, LEFT + half), RIGHT - half) if person.lines else x
    return middle, y - TALL * size - high - 4
