"""The web of visits on the floor: a door for each organisation, its guests inside, and the way of
each visit from home to host. In px of 1920 x 1080.

Doors stand in rows. Under each row and between the columns run lanes for the ways; two ways never
lie on each other. Where lanes do not fit, as with more than a dozen organisations, no way is drawn,
and each visit has the name of its home: who is where reads without one. Where doors do not fit
either, the guests stand under the plate of their host.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from exercises.kit.web.lanes import Lanes, Way, crossings, lanes_of, untangled
from exercises.kit.web.order import Seat, grid_of, ordered

LEFT, RIGHT, TOP, BOTTOM = 40, 1880, 226, 1064
MOST_HOUSES = 42
_MOST_WITH_WAYS = 12
_CHANNEL = 12
_LEAST_COLUMN, _MOST_COLUMN = 230, 520


@dataclass(frozen=True)
class _Measures:
    """Heights of a plate, of a label and of the air under a house, and of the smallest and largest
    door; and how wide lanes may be, the widest first."""

    plate: float
    label: float
    air: float
    least_door: float
    most_door: float
    lanes: tuple[float, ...] = ()


_ROOMY = _Measures(58, 42, 12, 120, 420, (48, 44, 38, 32))
_TIGHT = _Measures(50, 37, 8, 76, 200, (36, 30, 26, 22))
_COMPACT = _Measures(40, 44, 0, 0, 0)
_COMPACT_GAP = 14
# From so many orders seats are looked for, and the lanes of so many of them are untangled.
_STARTS, _FINALISTS = 4, 3
# How much larger lines become where there is room for them; and the lowest door without ways.
_LARGEST, _LOWEST_DOOR = 1.45, 62


@dataclass(frozen=True)
class House:
    """An organisation in the web: its id, and the ids of the visits that it receives."""

    id: str
    receives: tuple[str, ...]


@dataclass(frozen=True)
class Trip:
    """A visit: its id, and the ids of the two organisations."""

    id: str
    home: str
    host: str


@dataclass(frozen=True)
class WebCell:
    """Where a house stands. The plate is `plate` px high from `top`, then the door `door` px (0
    without one), then a label of `label` px for each of the visits in `shown`; `more` visits have
    no room. All of it is between `left` and `left + wide`, and ends at `bottom`."""

    house: House
    left: float
    top: float
    wide: float
    plate: float
    door: float
    label: float
    shown: tuple[str, ...]
    more: int = 0

    @property
    def bottom(self) -> float:
        """Where it ends, and ways begin and end."""
        return self.top + self.plate + self.door + self.label * self.rows

    @property
    def rows(self) -> int:
        """How many labels there is room for, at least one."""
        return max(1, len(self.shown) + bool(self.more))

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return self.left + self.wide / 2


@dataclass(frozen=True)
class Web:
    """All houses, and the ways as points by the id of the visit; none where they do not fit. `lane`
    is how wide a lane is, 0 without. `left_out`: how many houses have no room."""

    cells: tuple[WebCell, ...]
    ways: dict[str, tuple[tuple[float, float], ...]]
    lane: float = 0
    left_out: int = 0


@dataclass(frozen=True)
class _WebPlan:
    """Rows and columns, who has which seat, and lanes."""

    seats: dict[str, Seat]
    lanes: Lanes
    columns: int
    rows: int


@lru_cache(maxsize=16)
def web(houses: tuple[House, ...], trips: tuple[Trip, ...]) -> Web:
    """The web of some organisations, each in a visit. Trips of or to others are left out."""
    shown = houses[:MOST_HOUSES]
    here = {one.id for one in shown}
    inside = [one for one in trips if one.home in here and one.host in here]
    found = None
    if shown and len(shown) <= _MOST_WITH_WAYS:
        found = _with_ways(shown, inside)
    found = found or _doors(shown) or _compact(shown)
    return replace(found, left_out=len(houses) - len(shown))


def _with_ways(houses: Sequence[House], trips: Sequence[Trip]) -> Web | None:
    """The web with lanes as wide as fits; None when none fit."""
    plan = _planned(houses, trips)
    for measures in (_ROOMY, _TIGHT):
        for lane in measures.lanes:
            found = _set(houses, trips, plan, measures, lane)
            if found is not None:
                return found
    return None


def _planned(houses: Sequence[House], trips: Sequence[Trip]) -> _WebPlan:
    """The seats in which the fewest ways cross, of some orders to begin from."""
    columns, rows = grid_of(len(houses), ways=True)
    names = [one.id for one in houses]
    pairs = [(one.home, one.host) for one in trips]
    plans = []
    for turn in range(0, len(names), -(-len(names) // _STARTS)):
        turned = names[turn:] + names[:turn]
        for start in (turned, turned[::-1]):
            seats = ordered(start, pairs, columns)
            ways = [Way(one.id, seats[one.home], seats[one.host]) for one in trips]
            plans.append(_WebPlan(seats, lanes_of(ways, columns, rows), columns, rows))
    plans.sort(key=_tangled)
    best = [replace(one, lanes=untangled(one.lanes)) for one in plans[:_FINALISTS]]
    return min(best, key=_tangled)


def _tangled(plan: _WebPlan) -> tuple[int, int]:
    return crossings(plan.lanes), sum(plan.lanes.down)


def _set(
    houses: Sequence[House], trips: Sequence[Trip], plan: _WebPlan, measures: _Measures, lane: float
) -> Web | None:
    """The web in these measures; None when it does not fit."""
    channels = [_channel(one, lane) for one in plan.lanes.across]
    wide = min((RIGHT - LEFT - sum(channels)) / plan.columns, _MOST_COLUMN)
    labels = [_most_labels(houses, plan.seats, row) for row in range(plan.rows)]
    under = [_channel(one, lane) for one in plan.lanes.down]
    fixed = sum(measures.plate + measures.label * one + measures.air for one in labels)
    door = min((BOTTOM - TOP - fixed - sum(under)) / plan.rows, measures.most_door)
    if door < measures.least_door or wide < _LEAST_COLUMN:
        return None
    spare = (BOTTOM - TOP - fixed - sum(under) - door * plan.rows) / plan.rows
    tops, lanes_from, y = [], [], float(TOP)
    for one, channel in zip(labels, under, strict=True):
        tops.append(y)
        y += measures.plate + door + measures.label * one + measures.air
        lanes_from.append(y)
        y += channel + spare
    gutters = _gutters(channels, wide)
    cells = {
        one.id: WebCell(
            one, gutters[column] + channels[column], tops[row], wide, measures.plate, door,
            measures.label, one.receives,
        )
        for one in houses for row, column in (plan.seats[one.id],)
    }  # fmt: skip
    ways = {
        one.id: plan.lanes.points(
            one.id, cells[one.home], cells[one.host], lanes_from, gutters, lane
        )
        for one in trips
    }
    return Web(tuple(cells.values()), ways, lane)


def _channel(lanes: int, lane: float) -> float:
    return max(_CHANNEL, lanes * lane)


def _most_labels(houses: Sequence[House], seats: dict[str, Seat], row: int) -> int:
    return max((len(one.receives) for one in houses if seats[one.id][0] == row), default=1) or 1


def _gutters(channels: Sequence[float], wide: float) -> list[float]:
    """Where the lanes between the columns begin, the whole in the middle of the screen."""
    whole = sum(channels) + wide * (len(channels) - 1)
    x, found = (LEFT + RIGHT - whole) / 2, []
    for channel in channels:
        found.append(x)
        x += channel + wide
    return found


def _doors(houses: Sequence[House]) -> Web | None:
    """Doors in rows without ways; None where they would be too low or too narrow."""
    columns, rows = grid_of(len(houses), ways=False)
    wide, high = _room(columns, rows)
    most = max((len(one.receives) for one in houses), default=1) or 1
    door = min(high - _TIGHT.plate - _TIGHT.label * most - _TIGHT.air, _TIGHT.most_door)
    if door < _LOWEST_DOOR or wide < _LEAST_COLUMN:
        return None
    return Web(tuple(
        WebCell(one, *_corner(at, columns, wide, high), wide, _TIGHT.plate, door, _TIGHT.label,
             one.receives)
        for at, one in enumerate(houses)
    ), {})  # fmt: skip


def _compact(houses: Sequence[House]) -> Web:
    """Plates in rows, with a line under each for every visit that it receives."""
    columns, rows = grid_of(len(houses), ways=False)
    wide, high = _room(columns, rows)
    most = max((len(one.receives) for one in houses), default=1) or 1
    larger = max(1.0, min(_LARGEST, high / (_COMPACT.plate + _COMPACT.label * most)))
    plate, label = _COMPACT.plate * larger, _COMPACT.label * larger
    room = max(1, int((high - plate) / label + 0.01))
    cells = []
    for at, one in enumerate(houses):
        fits = len(one.receives) <= room
        shown = one.receives if fits else one.receives[: room - 1]
        left, top = _corner(at, columns, wide, high)
        cells.append(WebCell(one, left, top, wide, plate, 0, label, shown,
                          len(one.receives) - len(shown)))  # fmt: skip
    return Web(tuple(cells), {})


def _room(columns: int, rows: int) -> tuple[float, float]:
    """How wide and high each place in a grid is."""
    return (
        (RIGHT - LEFT - _COMPACT_GAP * (columns - 1)) / columns,
        (BOTTOM - TOP - _COMPACT_GAP * (rows - 1)) / rows,
    )


def _corner(at: int, columns: int, wide: float, high: float) -> tuple[float, float]:
    row, column = divmod(at, columns)
    return LEFT + column * (wide + _COMPACT_GAP), TOP + row * (high + _COMPACT_GAP)
