"""Time along the picture of a year, in px: a week in which much happened is wider than others, so
that what stands in it can be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

WEEK = 7
# How much of the picture may go to wide weeks: the rest goes by the days, so that all months show.
_FOR_WIDE = 0.6


@dataclass(frozen=True)
class TimeScale:
    """Where days stand. `starts`: the ordinals of the first day of each stretch and of the end;
    `edges`: where each of them is."""

    starts: tuple[int, ...]
    edges: tuple[float, ...]

    def place(self, day: date) -> float:
        """Where a day is; days before and after what is drawn keep the pace of the nearest week."""
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


def weeks(first: date, end: date) -> tuple[int, ...]:
    """The ordinals on which the weeks from `first` begin, and that of `end`, the day after the
    last; a rest of less than a week belongs to the last one."""
    count = max(1, (end - first).days // WEEK)
    return (*(first.toordinal() + WEEK * at for at in range(count)), end.toordinal())


def scaled(
    starts: Sequence[int], left: float, right: float, needed: Mapping[int, float]
) -> TimeScale:
    """Time from `left` to `right`. `needed`: px that a week, by its number from 0, takes to show
    what happened in it; weeks that need no more than their days would give share what is left."""
    room, total = right - left, sum(needed.values())
    fair = min(1.0, room * _FOR_WIDE / total) if total else 1.0
    asked = {week: px * fair for week, px in needed.items()}
    days = [after - one for one, after in pairwise(starts)]
    wide: dict[int, float] = {}
    while True:
        pace = (room - sum(wide.values())) / max(
            1, sum(one for week, one in enumerate(days) if week not in wide)
        )
        more = {w: px for w, px in asked.items() if w not in wide and px > pace * days[w]}
        if not more:
            break
        wide |= more
    parts = [wide.get(week, one * pace) for week, one in enumerate(days)]
    if len(wide) == len(days):
        # Every week asks more than its share: they share all of it.
        parts = [one * room / sum(parts) for one in parts]
    return TimeScale(tuple(starts), tuple(accumulate(parts, initial=left)))
