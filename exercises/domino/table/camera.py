"""Chooses the part of a large table to show: the stone of the person who tells, the stones it
touches, and those tied to it by threads. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from exercises.domino.table.faces import LEAST_TEXT
from exercises.domino.table.free import best_free
from exercises.domino.table.grid import CELL
from exercises.domino.table.shapes import TableRect, around
from exercises.domino.table.tabletop import LEAST_ON_LARGE, Tabletop, Tie

# The width, px, of the strip beside the view for stones that are too far away to fit in it.
ASIDE = 420.0
_LEAST_SCALE = LEAST_TEXT / LEAST_ON_LARGE
_EDGE, _AIR = 16.0, 12.0
# Half a stone on the plan at most; and at least, before it may lie over stones that wait.
_MOST_PLAN, _LEAST_PLAN = 36.0, 12.0
_PLAN_EDGE, _CAPTION = 20.0, (330.0, 48.0)


@dataclass(frozen=True)
class Shot:
    """What the camera shows of a table. `scale`, `x`, `y`: where a point of the table comes on the
    screen; `seen`: that part of the table. `told`: the stones that are looked at; `far`: threads to
    stones too far away. `plan`: the place for a plan, when not all is seen.
    """

    scale: float
    x: float
    y: float
    seen: TableRect
    told: frozenset[str]
    far: tuple[Tie, ...] = ()
    plan: TableRect | None = None

    def on_screen(self, rect: TableRect) -> TableRect:
        """Where a part of the table is seen."""
        x, y = self.x + rect.x * self.scale, self.y + rect.y * self.scale
        return TableRect(x, y, rect.width * self.scale, rect.height * self.scale)


def shot(
    table: Tabletop, stone: str, view: TableRect, shut: TableRect, *, alike: bool = False
) -> Shot:
    """The camera on a stone. `view`: the part of the screen for it, but for `shut`. `alike`: other
    stones are not dimmed, so that nothing may cover them.
    """
    made = _shot(table, stone, view)
    if made.far and not alike:
        view = TableRect(view.x, view.y, view.width - ASIDE, view.height)
        made = _shot(table, stone, view)
    if table.extent.inside(made.seen):
        return made
    told = [table.pieces[one].rect for one in made.told]
    ties = table.ties if alike else table.ties_of(stone)
    told += [rect for tie in ties for rect in tie.covers]
    waiting = [one.rect for one in table.pieces.values() if one.rect.meets(made.seen)]
    for lies, least in ((told + waiting, 0.0 if alike else _LEAST_PLAN), (told, 0.0)):
        taken = [shut, *(made.on_screen(rect).grown(_AIR) for rect in lies)]

        def worth(room: TableRect, least: float = least) -> float:
            return plan_scale(table, room) - least / CELL

        place = best_free(view.grown(-_AIR), taken, worth)
        if place is not None or alike:
            return replace(made, plan=place)
    return made


def plan_scale(table: Tabletop, room: TableRect) -> float:
    """The scale of a plan that fits in this room."""
    wide, high = room.width - 2 * _PLAN_EDGE, room.height - 2 * _PLAN_EDGE - _CAPTION[1]
    if room.width < _CAPTION[0]:
        return 0.0
    return min(wide / table.extent.width, high / table.extent.height, _MOST_PLAN / CELL)


def _shot(table: Tabletop, stone: str, view: TableRect) -> Shot:
    """As much as can be read at once: the stone with what it touches, its words, and then what is
    tied to it, the nearest first.
    """
    told = {stone}.union(*(pair for pair in table.joints if stone in pair))
    frame = around(table.pieces[one].rect for one in told)
    far = []
    for tie in sorted(table.ties_of(stone), key=lambda tie: _size(table, tie)):
        larger = around((frame, *tie.covers, *(table.pieces[one].rect for one in tie.pair)))
        if _fit(larger, view) >= _LEAST_SCALE:
            frame, told = larger, told | {*tie.pair}
        elif not told.issuperset(tie.pair):
            far.append(tie)
    scale = min(1.0, max(_fit(frame, view), _LEAST_SCALE))
    (x, y), (left, top) = frame.middle, view.middle
    wide, high = view.width / scale, view.height / scale
    seen = TableRect(x - wide / 2, y - high / 2, wide, high)
    return Shot(scale, left - scale * x, top - scale * y, seen, frozenset(told), tuple(far))


def _size(table: Tabletop, tie: Tie) -> tuple[bool, float]:
    there = around(table.pieces[one].rect for one in tie.pair)
    return tie.pair not in table.joints, there.width + there.height


def _fit(part: TableRect, view: TableRect) -> float:
    """How large a part of the table can be shown."""
    return min((view.width - 2 * _EDGE) / part.width, (view.height - 2 * _EDGE) / part.height)
