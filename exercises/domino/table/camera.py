"""Frames the part of a large table that the room looks at: who tells, with all that it touches and
what threads tie to it. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from exercises.domino.table.faces import LEAST_TEXT
from exercises.domino.table.free import best_free
from exercises.domino.table.grid import CELL
from exercises.domino.table.shapes import Rect, around
from exercises.domino.table.tabletop import LEAST_ON_LARGE, Strand, Tabletop

# What lies too far away to be framed with the rest stands beside it: as wide a strip of the screen.
ASIDE = 420.0
_LEAST_SCALE = LEAST_TEXT / LEAST_ON_LARGE
_EDGE, _AIR = 16.0, 12.0
# Half a stone on the plan at most; and at least, before it may lie over stones that wait.
_MOST_PLAN, _LEAST_PLAN = 36.0, 12.0
_PLAN_EDGE, _CAPTION = 20.0, 48.0


@dataclass(frozen=True)
class Shot:
    """What the camera shows of a table. `scale`, `x`, `y`: where a point of the table comes on the
    screen; `seen`: that part of the table. `told`: the stones that are looked at; `far`: threads to
    stones too far away. `plan`: the place for a plan, when not all is seen.
    """

    scale: float
    x: float
    y: float
    seen: Rect
    told: frozenset[str]
    far: tuple[Strand, ...] = ()
    plan: Rect | None = None

    def on_screen(self, rect: Rect) -> Rect:
        """Where a part of the table is seen."""
        x, y = self.x + rect.x * self.scale, self.y + rect.y * self.scale
        return Rect(x, y, rect.width * self.scale, rect.height * self.scale)


def shot(table: Tabletop, stone: str, view: Rect, shut: Rect) -> Shot:
    """The camera on a stone. `view`: the part of the screen for it, but for `shut`."""
    made = _shot(table, stone, view)
    if made.far:
        view = Rect(view.x, view.y, view.width - ASIDE, view.height)
        made = _shot(table, stone, view)
    if table.extent.inside(made.seen):
        return made
    pairs = {pair: [slip.rect] for pair, slip in table.slips.items()}
    pairs |= {strand.pair: strand.covers for strand in table.strands}
    told = [table.pieces[one].rect for one in made.told]
    told += [rect for pair, rects in pairs.items() if stone in pair for rect in rects]
    waiting = [one.rect for one in table.pieces.values() if one.rect.meets(made.seen)]
    for lies, least in ((told + waiting, _LEAST_PLAN), (told, 0.0)):
        taken = [shut, *(made.on_screen(rect).grown(_AIR) for rect in lies)]

        def worth(room: Rect, least: float = least) -> float:
            return plan_scale(table, room) - least / CELL

        place = best_free(view.grown(-_AIR), taken, worth)
        if place is not None:
            return replace(made, plan=place)
    return made


def plan_scale(table: Tabletop, room: Rect) -> float:
    """How much smaller a plan in this room is than the table."""
    wide, high = room.width - 2 * _PLAN_EDGE, room.height - 2 * _PLAN_EDGE - _CAPTION
    return min(wide / table.extent.width, high / table.extent.height, _MOST_PLAN / CELL)


def _shot(table: Tabletop, stone: str, view: Rect) -> Shot:
    """As much as can be read at once: the stone with what it touches, its words, and then what is
    tied to it, the nearest first.
    """
    told = {stone} | table.others(table.joints, stone)
    frame = around(table.pieces[one].rect for one in told)
    for pair, slip in table.slips.items():
        larger = around((frame, slip.rect))
        if stone in pair and _fit(larger, view) >= _LEAST_SCALE:
            frame = larger
    far = []
    threads = [one for one in table.strands if stone in one.pair]
    for strand in sorted(threads, key=lambda one: _size(table, one)):
        tied = table.others([strand.pair], stone)
        larger = around((frame, *strand.covers, *(table.pieces[one].rect for one in tied)))
        if _fit(larger, view) >= _LEAST_SCALE:
            frame, told = larger, told | tied
        elif not tied <= told:
            far.append(strand)
    scale = min(1.0, max(_fit(frame, view), _LEAST_SCALE))
    (x, y), (left, top) = frame.middle, view.middle
    wide, high = view.width / scale, view.height / scale
    seen = Rect(x - wide / 2, y - high / 2, wide, high)
    return Shot(scale, left - scale * x, top - scale * y, seen, frozenset(told), tuple(far))


def _size(table: Tabletop, strand: Strand) -> float:
    there = around(table.pieces[one].rect for one in strand.pair)
    return there.width + there.height


def _fit(part: Rect, view: Rect) -> float:
    """How large a part of the table can be shown."""
    return min((view.width - 2 * _EDGE) / part.width, (view.height - 2 * _EDGE) / part.height)
