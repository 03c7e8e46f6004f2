"""Time along the picture of a year, in px: days around which much happened are wider than others,
so that what stands there can be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

WEEK = 7
# So many days before and after what happened are as wide as that day: things move aside there.
_AROUND = 3
# How much of the picture may go to wide days: the rest goes by all others, so that months show.
_FOR_WIDE = 0.6


@dataclass(frozen=True)
class TimeScale:
    """Where days stand. `starts`: the ordinals of the first day of each stretch and of the end;
    `edges`: where each of them is."""

    starts: tuple[int, ...]
    edges: tuple[float, ...]

    def place(self, day: date) -> float:
        """Where a day is; days before and after what is drawn keep the pace of what is nearest."""
        at = day.toordinal()
        stretch = max(0, min(bisect_right(self.starts, at) - 1, len(self.starts) - 2))
        first, after = self.starts[stretch : stretch + 2]
        left, right = self.edges[stretch : stretch + 2]
        return left + (at - first) / (after - first) * (right - left)

    def nearest(self, day: date) -> float:
        """How far anything may stand from its day: to the same day of the week before, or of the
        week after, whichever is nearer."""
        here, low, high = self.place(day), date.min.toordinal(), date.max.toordinal()
        before, after = max(low, day.toordinal() - WEEK), min(high, day.toordinal() + WEEK)
        return min(
            here - self.place(date.fromordinal(before)), self.place(date.fromordinal(after)) - here
        )


def gathered(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """The days on which something happens, by first and last of at most a week each, in order."""
    found: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if found and (day - found[-1][0]).days < WEEK:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


def scaled(
    first: date, end: date, left: float, right: float, needed: Mapping[tuple[date, date], float]
) -> TimeScale:
    """Time from the day `first` at `left` to that of `end` at `right`. `needed`: px to show what
    happened on some days (`gathered`, within `first` and `end`); those that need no more than their
    days would give share what is left with the others."""
    room, total = right - left, sum(needed.values())
    fair = min(1.0, room * _FOR_WIDE / total) if total else 1.0
    starts, asked = _stretches(first.toordinal(), end.toordinal(), needed)
    days = [after - one for one, after in pairwise(starts)]
    wide: dict[int, float] = {}
    while True:
        others = sum(one for at, one in enumerate(days) if at not in wide)
        pace = (room - sum(wide.values())) / others if others else 0.0
        more = {
            at: px * fair
            for at, px in asked.items() if at not in wide and px * fair > pace * days[at]
        }  # fmt: skip
        if not more:
            break
        wide |= more
    parts = [wide.get(at, one * pace) for at, one in enumerate(days)]
    # Where every stretch asks more than its share they share all of it.
    grown = room / sum(parts)
    return TimeScale(tuple(starts), tuple(accumulate((one * grown for one in parts), initial=left)))


def _stretches(
    first: int, end: int, needed: Mapping[tuple[date, date], float]
) -> tuple[Sequence[int], dict[int, float]]:
    """Where stretches begin, and the end; and what those around busy days ask, by their number. Two
    that would overlap meet halfway."""
    busy = sorted((one.toordinal(), last.toordinal(), px) for (one, last), px in needed.items())
    starts, asked = [first], dict[int, float]()
    for at, (one, last, px) in enumerate(busy):
        low, high = max(starts[-1], one - _AROUND), min(end, last + 1 + _AROUND)
        if at + 1 < len(busy):
            high = min(high, max(last + 1, (last + 1 + busy[at + 1][0]) // 2))
        if low > starts[-1]:
            starts.append(low)
        asked[len(starts) - 1] = px
        starts.append(high)
    if starts[-1] < end:
        starts.append(end)
    return starts, asked
