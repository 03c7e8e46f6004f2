"""Traces: who moved, from where to where, each on a free track under the tape."""

from collections.abc import Iterable, Mapping, Sequence

from exercises.line.layout_places import (
    FLOOR_END,
    MOVED,
    TALL,
    TAPE_END,
    LineSpot,
    LineStanding,
    Trace,
    true_x,
)

TRACK = 46.0
_BIGGEST, _THIN, _NARROWEST = 50.0, 12.0, 6.0
# Half an old place, and some air: walks closer than this don't share a track.
_AIR = 32.0


def tracks_needed(people: Iterable[LineStanding], before: Mapping[str, float]) -> int:
    """How many tracks the walks take, when everybody stands on the own place."""
    walks = [(true_x(before[one.id]), true_x(one.at)) for one in people if _moved(one, before)]
    return max(_first_fit(walks, _AIR), default=-1) + 1


def traces(before: Mapping[str, float], spots: Sequence[LineSpot]) -> tuple[Trace, ...]:
    """The walks of who moved more than 0.02 of the line, from left to right. `before`: the old `at`
    by id.

    They stay between the tape and the next row of figures (or the end of the floor): with many
    movers the tracks get narrower, and at 6 px walks start to share a track. In front of stacked
    tiles and dots they are always thin.
    """
    movers = [
        (spot, *_walk(true_x(before[spot.id]), spot)) for spot in spots if _moved(spot, before)
    ]
    if not movers:
        return ()
    movers.sort(key=lambda mover: (min(mover[1:]), max(mover[1:]), mover[0].id))
    # Only figures have room for a name.
    large = any(spot.label_y for spot in spots)
    numbers = _first_fit([(x0, x1) for _, x0, x1 in movers], _AIR if large else _THIN)
    top, bottom = _before_figures(spots) if large else _before_stacks(spots)
    count = min(max(numbers) + 1, int((bottom - top) / _NARROWEST))
    pitch = min(TRACK if large else _THIN, (bottom - top) / count)
    size = min(_BIGGEST, pitch * 1.08)
    return tuple(
        Trace(
            spot.id,
            x0,
            x1,
            round(top + (number % count + 0.5) * pitch, 1),
            round(size, 1),
            spot.tile,
        )
        for (spot, x0, x1), number in zip(movers, numbers, strict=True)
    )


def _moved(one: LineStanding | LineSpot, before: Mapping[str, float]) -> bool:
    # A hair of tolerance: 0.52 - 0.5 is a little more than 0.02.
    return one.id in before and abs(before[one.id] - one.at) > MOVED + 1e-9


def _walk(x0: float, spot: LineSpot) -> tuple[float, float]:
    """From and to. Somebody pushed back past the old place by neighbours doesn't walk the wrong
    way.
    """
    wrong_way = (spot.x - x0) * (true_x(spot.at) - x0) < 0
    return x0, x0 if wrong_way else spot.x


def _before_figures(spots: Sequence[LineSpot]) -> tuple[float, float]:
    """Top and bottom of the strip for the tracks: down to the names of the next row."""
    heads = [
        min(spot.label_y, spot.y - TALL * spot.size) for spot in spots if spot.label_y > TAPE_END
    ]
    return TAPE_END + 3, min(heads, default=FLOOR_END) - 2


def _before_stacks(spots: Sequence[LineSpot]) -> tuple[float, float]:
    """Top and bottom of the strip below the lowest tile; behind them when they fill the floor."""
    top = TAPE_END + 3
    below = max([top, *(spot.y + spot.size / 2 + 3 for spot in spots)])
    return (below, FLOOR_END) if FLOOR_END - below >= 2 * _THIN else (top, FLOOR_END)


def _first_fit(walks: Sequence[tuple[float, float]], air: float) -> list[int]:
    """A track for each walk, in the order of `walks`: first fit from left to right."""
    order = sorted(range(len(walks)), key=lambda at: (min(walks[at]), max(walks[at])))
    ends: list[float] = []
    numbers = [0] * len(walks)
    for at in order:
        start, end = min(walks[at]) - air, max(walks[at]) + air
        number = next((track for track, taken in enumerate(ends) if taken <= start), len(ends))
        ends[number : number + 1] = [end]
        numbers[at] = number
    return numbers
