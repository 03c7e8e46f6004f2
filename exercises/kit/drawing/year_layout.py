"""Where all of a year stands in its picture, in px: lanes of organisations over a line of time.

Each organisation has a thread from left to right; what happened stands on it, by day. A visit takes
a column of its own from the thread of the guests to that of the host, so that no footsteps run over
anything. Days around which much happened are wider than others (`year_time`). Where that is not
enough things move aside by a week at most, and become smaller: nothing touches, but for the tape of
a meeting, which lies behind all else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Literal

from exercises.kit.drawing.lettering import width
from exercises.kit.drawing.year import TrackYear, YearParty, day_of
from exercises.kit.drawing.year_spread import Wanted, longest, near, spread
from exercises.kit.drawing.year_time import TimeScale, gathered, scaled
from exercises.kit.rules.days import MONTHS, SHORT_MONTHS
from state.language import _

MarkKind = Literal["meeting", "gift", "visit", "action"]
# On one day people meet, gifts are unwrapped, visits begin, and actions follow.
_ORDER: tuple[MarkKind, ...] = ("meeting", "gift", "visit", "action")
# Of a lane: how far down its thread runs, and how high stands what is on it.
_THREAD, _STANDS = 0.9, 0.78
# Widths of what stands on a lane, and of the room around it, in parts of how high it stands.
SOLES, DOOR, WIDE_DOOR, SQUARE, TABLE = 0.34, 0.64, 0.86, 0.7, 0.3
_GAP = 0.14
# How far from its day a thing may stand at least, in parts of the letters.
_SEEN = 0.7
_TALLEST_LANE = 230
# How much wider days are than what stands on them: things move aside to both sides alike.
_AIR = 1.25
# From line to line in parts of the letters, and how much wider two columns of names are than one.
LINE, _TWO_COLUMNS = 1.12, 1.6
# Beyond so many months from name to name, years are told instead.
_MONTHS_APART = 4


@dataclass(frozen=True)
class Frame:
    """A size of the picture. `letters`: px of its smallest text; `lane`: how high a lane is, 0 to
    share the height that is there; `head`: room on top, `names`: room on the left. `whole`: names
    of meetings stand whole or not at all."""

    wide: int
    high: int
    letters: int
    head: int
    names: int
    margin: int
    lane: int = 0
    whole: bool = False


@dataclass(frozen=True)
class Mark:
    """Something that happened: which of its kind, the middle of its column, the lane it stands on
    and, of a visit, the lane it comes from; `unit` is how high it stands, `wide` without gap."""

    kind: MarkKind
    index: int
    x: float
    lane: int
    start: int
    unit: float
    wide: float


@dataclass(frozen=True)
class MonthMark:
    """A month or a year on the tape, that begins at `left`; its name stands before `right`."""

    left: float
    right: float
    label: str


@dataclass(frozen=True)
class Sketch:
    """What is placed, before its size is known: `wide` in parts of how high it stands."""

    kind: MarkKind
    index: int
    day: date | None
    lane: int
    start: int
    wide: float
    # It happened, on a day that nobody noted: it stands apart from the line of time.
    apart: bool = False


@dataclass(frozen=True)
class YearLayout:
    """The measures of a picture of `year` in `frame`."""

    year: TrackYear
    frame: Frame

    @cached_property
    def lane_of(self) -> dict[str, int]:
        """The lane of each organisation by its id."""
        return {one.id: at for at, one in enumerate(self.parties)}

    @property
    def parties(self) -> tuple[YearParty, ...]:
        """The organisations from top to bottom."""
        return self.year.parties

    @cached_property
    def lane_high(self) -> float:
        """How high a lane is."""
        count = max(1, len(self.parties))
        room = self.high - self.foot - self.frame.head
        return min(room / count, _TALLEST_LANE)

    @property
    def foot(self) -> float:
        """Room for the tape, and for the names of the meetings below it."""
        return self.frame.letters * 5.4

    @property
    def high(self) -> float:
        """How high the picture is."""
        if not self.frame.lane:
            return self.frame.high
        lanes = min(max(1, len(self.parties)) * self.frame.lane, self.frame.high)
        return self.frame.head + lanes + self.foot

    @cached_property
    def tape(self) -> tuple[float, float]:
        """Top and bottom of the tape."""
        top = self.high - self.foot + self.frame.letters * 0.5
        return top, top + self.frame.letters * 1.5

    @cached_property
    def top(self) -> float:
        """Where the lanes begin: few stand in the middle."""
        room = self.high - self.foot - self.frame.head
        return self.frame.head + (room - self.lane_high * len(self.parties)) / 2

    def thread(self, lane: int) -> float:
        """Where the thread of a lane runs."""
        return self.top + (lane + _THREAD) * self.lane_high

    @property
    def thread_wide(self) -> float:
        """How thick a thread is, without its outline."""
        return max(1.0, min(9.0, self.lane_high * 0.08))

    @property
    def columns(self) -> int:
        """In how many columns names stand before the threads; 0 where there is room for none."""
        line = self.frame.letters * LINE
        return next((one for one in (1, 2) if self.lane_high * one >= line), 0)

    @property
    def names(self) -> float:
        """The room for names."""
        return self.frame.names * (_TWO_COLUMNS if self.columns > 1 else 1)

    @property
    def left(self) -> float:
        """Where time begins."""
        return self.frame.margin + self.names

    @property
    def right(self) -> float:
        """Where the picture ends."""
        return self.frame.wide - self.frame.margin

    @property
    def standing(self) -> float:
        """How high stands what is on a lane, as long as there is room enough."""
        return min(self.lane_high * _STANDS, 130)

    @cached_property
    def sketches(self) -> tuple[Sketch, ...]:
        """All that happened, by day, then what has none yet, then what happened without one."""
        found = sorted(map(self._placed, self._sketched()), key=_in_turn)
        return (
            *(one for one in found if one.day),
            *(one for one in found if not one.day and not one.apart),
            *(one for one in found if one.apart),
        )

    def _placed(self, one: Sketch) -> Sketch:
        year, at = self.year, one.index
        if one.kind == "action":
            happened = year.actions[at].done and not day_of(year.actions[at].day)
        elif one.kind == "gift":
            happened = not day_of(year.gifts[at].day)
        elif one.kind == "visit":
            happened = year.visits[at].made
        else:
            happened = year.meetings[at].held
        return replace(one, apart=happened and not one.day)

    def _sketched(self) -> Iterator[Sketch]:
        lanes, year, last = self.lane_of, self.year, max(0, len(self.parties) - 1)
        for at, meeting in enumerate(year.meetings):
            yield Sketch("meeting", at, self._drawn(meeting.day), last, 0, TABLE)
        for at, gift in enumerate(year.gifts):
            if gift.host in lanes:
                here = lanes[gift.host]
                yield Sketch("gift", at, self._drawn(gift.day), here, here, SQUARE)
        for at, visit in enumerate(year.visits):
            if visit.host in lanes and visit.guest in lanes:
                day = self._drawn(visit.days[0] if visit.days else "")
                wide = DOOR if visit.people == 1 else WIDE_DOOR
                yield Sketch("visit", at, day, lanes[visit.host], lanes[visit.guest], wide)
        for at, action in enumerate(year.actions):
            if action.party in lanes:
                here = lanes[action.party]
                yield Sketch("action", at, self._drawn(action.day), here, here, SQUARE)

    def _drawn(self, iso: str) -> date | None:
        """The day, where it lies within the period that is drawn."""
        day, period = day_of(iso), self.year.period
        return day if day and period and day <= period[1] else None

    @cached_property
    def _measure(self) -> tuple[float, float, float]:
        """How high things stand, and how wide the end is where what has no day yet stands, and the
        place beside the line of time, with the gap before it."""
        room = self.right - self.left
        dated, ahead, apart = (
            longest([self._wanted(one, 1) for one in self.sketches if belongs(one)])
            for belongs in (
                lambda one: one.day, lambda one: not (one.day or one.apart), lambda one: one.apart
            )
        )  # fmt: skip
        letters = self.frame.letters
        least = width(self.end_label, letters) + letters if ahead else 0
        beside = width(self.apart_label, letters) + 2 * letters if apart else 0
        gap = letters if apart else 0
        unit = self.standing
        if unit * dated + max(least, unit * ahead) + max(beside, unit * apart + gap) > room:
            unit = max(0.01, (room - least - beside) / max(dated + ahead + apart, 0.01))
        # Arithmetic of fractions must not push the last one over the edge.
        unit *= 0.999
        end, aside = max(least, unit * ahead), max(beside, unit * apart + gap)
        if not dated and self.year.period is None and (ahead or apart):
            # There is no time: its line has no room.
            end, aside = (room - aside, aside) if ahead else (0, room)
        return unit, end, aside

    @property
    def unit(self) -> float:
        """How high things stand on a lane."""
        return self._measure[0]

    @property
    def until(self) -> float:
        """Where time ends, and what has no day yet begins."""
        return self.tape_end - self._measure[1]

    @property
    def tape_end(self) -> float:
        """Where the tape and the threads end."""
        return self.right - self._measure[2]

    @property
    def apart(self) -> tuple[float, float] | None:
        """From where to where what happened on no known day stands; None for nothing."""
        if not self.apart_label:
            return None
        gap = min(self.frame.letters, self._measure[2])
        return self.tape_end + gap, self.right

    @cached_property
    def apart_label(self) -> str:
        """What stands below what happened on a day that nobody noted; "" when there is nothing."""
        return _("zonder datum") if any(one.apart for one in self.sketches) else ""

    @cached_property
    def end_label(self) -> str:
        """What stands on the tape over what has no place in time yet; "" when there is nothing."""
        rest = [one for one in self.sketches if not one.day and not one.apart]
        if not rest:
            return ""
        isos = [self.year.actions[one.index].day for one in rest if one.kind == "action"]
        later = sum(day_of(one) is not None for one in isos)
        if not later:
            return _("nog zonder dag")
        return _("later") if later == len(rest) else _("later of zonder dag")

    def _wanted(self, one: Sketch, unit: float, at: float = 0) -> Wanted:
        low, high = sorted((one.lane, one.start))
        return Wanted(at, (one.wide + _GAP) * unit, low, high)

    @cached_property
    def span(self) -> tuple[date, date]:
        """The first day of the first month, and the first day after the last one."""
        first, last = self.year.period or (date(2000, 1, 1), date(2000, 1, 1))
        return first.replace(day=1), _next_month(last)

    @cached_property
    def _time(self) -> TimeScale:
        """Half a door fits before the first and after the last day, so that what happened there
        stands on its day."""
        wide = self.until - self.left
        aside = min(self.standing * WIDE_DOOR / 2, wide / 8)
        happened = [one for one in self.sketches if one.day and one.kind != "meeting"]
        needed = {
            (one, last): longest([
                self._wanted(sketch, self.unit)
                for sketch in happened if sketch.day and one <= sketch.day <= last
            ]) * _AIR
            for one, last in gathered(sketch.day for sketch in happened if sketch.day)
        }  # fmt: skip
        return scaled(*self.span, self.left + aside, self.until - aside, needed)

    def place(self, day: date) -> float:
        """Where a day is along the line of time."""
        return self._time.place(day)

    def nearness(self, day: date) -> float:
        """How far from its day the middle of anything may stand: a week, or what can just be seen
        where years are drawn."""
        return max(self._time.nearest(day), self.frame.letters * _SEEN)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Everything in its place, meetings first: what happens at one stands before it."""
        dated = [one for one in self.sketches if one.day]
        rest = [one for one in self.sketches if not one.day and not one.apart]
        ends = [self._wanted(one, self.unit, self.until) for one in rest]
        happened = [one for one in self.sketches if one.apart]
        begin, end = self.apart or (self.right, self.right)
        beside = [self._wanted(one, self.unit, begin) for one in happened]
        found = [
            *self._in_time([one for one in dated if one.kind == "meeting"]),
            *self._in_time([one for one in dated if one.kind != "meeting"]),
            *((one, x, self.unit) for one, x in
              zip(rest, spread(ends, self.until, self.tape_end), strict=True)),
            *((one, x, self.unit) for one, x in
              zip(happened, spread(beside, begin, end), strict=True)),
        ]  # fmt: skip
        return tuple(
            Mark(one.kind, one.index, x, one.lane, one.start, unit, one.wide * unit)
            for one, x, unit in found
        )

    def _in_time(self, dated: Sequence[Sketch]) -> Iterator[tuple[Sketch, float, float]]:
        """What has a day, with its middle and how high it stands."""
        lanes = [sorted((one.lane, one.start)) for one in dated]
        wanted = [
            Wanted(self.place(one.day), one.wide + _GAP, low, high)
            for one, (low, high) in zip(dated, lanes, strict=True) if one.day
        ]  # fmt: skip
        most = [self.nearness(one.day) for one in dated if one.day]
        found = near(wanted, self.unit, most, self.left, self.until)
        for one, (x, unit) in zip(dated, found, strict=True):
            yield one, x, unit

    @cached_property
    def months(self) -> tuple[MonthMark, ...]:
        """The names of months on the tape, or of years where there are too many."""
        if self.year.period is None:
            return ()
        day, end = self.span
        starts = [day]
        while starts[-1] < end:
            starts.append(_next_month(starts[-1]))
        return tuple(_labelled(self, starts))


def _labelled(layout: YearLayout, starts: Sequence[date]) -> Iterator[MonthMark]:
    """The months that begin on `starts`, of which the last one is past the end: by their names, by
    short ones where one of them has no room for its name, and nameless where even that does not
    fit; of too many, some of the years."""
    letters = layout.frame.letters
    room = (layout.until - layout.left) / (len(starts) - 1)
    short = max(width(one, letters, 400) for one in SHORT_MONTHS)
    if int(short / room + letters / room) + 1 > _MONTHS_APART:
        yield from _years(layout, starts, int(letters * 3.2 / room / 12) + 1)
        return
    pairs = [(one.month, layout.place(one), layout.place(after)) for one, after in pairwise(starts)]

    def fits(name: str, left: float, right: float) -> bool:
        return width(name, letters, 400) + letters * 0.4 <= right - left

    whole = all(fits(MONTHS[month - 1], left, right) for month, left, right in pairs)
    names = MONTHS if whole else SHORT_MONTHS
    for month, left, right in pairs:
        name = names[month - 1]
        yield MonthMark(left, right, name if fits(name, left, right) else "")


def _years(layout: YearLayout, starts: Sequence[date], step: int) -> Iterator[MonthMark]:
    letters, free = layout.frame.letters, layout.left
    for one in starts[:-1]:
        if one.month == 1 and one.year % step == 0:
            label, left = str(one.year), layout.place(one)
            right = left + width(label, letters, 400) + letters * 0.5
            if free <= left and right <= layout.until:
                free = right
                yield MonthMark(left, right, label)


def _in_turn(one: Sketch) -> tuple[date, int, int]:
    return one.day or date.max, _ORDER.index(one.kind), one.index


def _next_month(day: date) -> date:
    """The first day of the month after."""
    try:
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    except OverflowError:
        return date.max
