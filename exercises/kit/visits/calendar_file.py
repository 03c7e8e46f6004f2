"""The calendar file of visits: one event for each part of a programme, or for a day without parts.

An event keeps its UID for good. A calendar that gets a later file replaces an event whose SEQUENCE
is higher, and takes away one that is CANCELLED; so what was given before has to be remembered
(`GivenEvent`), and whoever makes a file hands in what the same reader got last.

Times are those of Europe/Brussels, with the zone in the file (RFC 5545, VTIMEZONE).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2b

from icalendar import Calendar, Event, Timezone

from exercises.contract import TrackVisit, VisitDay
from exercises.kit.visits.programme import VisitPart, by_day
from state.clock import BRUSSELS
from state.models import GivenEvent

_ZONE = "Europe/Brussels"
_UID_HOST = "over-de-vloer"
# Without an end, a part stands in a calendar for as long as most parts take.
_USUAL = timedelta(hours=1)
_MARK_SIZE = 12


@dataclass(frozen=True)
class CalendarEvent:
    """An event as it should stand in a calendar now. `key`: unique and lasting within its visit;
    `date` is ISO, `start` and `end` are 'HH:MM' or ""; without a start it takes the whole day."""

    visit: str
    key: str
    summary: str
    date: str
    start: str = ""
    end: str = ""
    place: str = ""
    description: str = ""

    @property
    def uid(self) -> str:
        """What a calendar knows it by."""
        return uid_of(self.visit, self.key)

    @property
    def mark(self) -> str:
        """Differs whenever what the event says differs."""
        told = (self.summary, self.date, self.start, self.end, self.place, self.description)
        return blake2b(
            "\0".join(told).encode("utf-8", "replace"), digest_size=_MARK_SIZE
        ).hexdigest()


def uid_of(visit: str, key: str) -> str:
    """The UID of an event."""
    return f"{visit}-{key}@{_UID_HOST}"


def events_of(
    visit: TrackVisit, parts: Iterable[VisitPart], told: Callable[[VisitPart | None], CalendarText]
) -> Iterator[CalendarEvent]:
    """The events of a visit: its parts that have a day, and its days without any. `told` gives the
    words of a part, of a whole day for None. Nothing of a visit that does not stand."""
    if not visit.stands:
        return
    for day in by_day(visit, parts):
        if not day.date:
            continue
        for one in day.parts:
            text = told(one)
            yield CalendarEvent(
                visit.id, one.key, text.summary, one.date, one.start, one.end, text.place,
                text.description,
            )  # fmt: skip
        if not day.parts and day.hours:
            yield _whole_day(visit, day.hours, told(None))


@dataclass(frozen=True)
class CalendarText:
    """The words of an event."""

    summary: str
    place: str = ""
    description: str = ""


def numbered(
    events: Iterable[CalendarEvent], given: Iterable[GivenEvent], minute: int
) -> tuple[GivenEvent, ...]:
    """What a reader is given now, with the sequence of each: the one of last time where nothing
    changed, else a higher one; events that are there no more come cancelled.

    `minute`: minutes since 1970. A new sequence is never lower, so that a file made from an older
    copy of the data still replaces what a calendar holds.
    """
    before = {(one.visit, one.key): one for one in given}
    found = []
    for event in events:
        last = before.pop((event.visit, event.key), None)
        same = last is not None and last.mark == event.mark
        sequence = last.sequence if last and same else _next(last, minute)
        found.append(GivenEvent(event.visit, event.key, sequence, event.mark, event.date,
                                event.start, event.end))  # fmt: skip
    for last in before.values():
        sequence = _next(last, minute) if last.mark else last.sequence
        found.append(
            GivenEvent(last.visit, last.key, sequence, "", last.date, last.start, last.end)
        )
    return tuple(found)


def calendar_file(
    title: str, events: Sequence[CalendarEvent], given: Sequence[GivenEvent], made: datetime,
    called_off: str,
) -> bytes:  # fmt: skip
    """The file, as UTF-8. `given`: from `numbered` of the same events; `made`: the moment, with a
    zone; `called_off`: what a cancelled event is called, whose words are known no more."""
    calendar = Calendar()
    calendar.add("prodid", "-//Over de vloer//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", _ZONE)
    days = [date.fromisoformat(one.date) for one in given] or [made.date()]
    calendar.add_component(_zone(min(days), max(days)))
    texts: Mapping[str, CalendarEvent] = {one.uid: one for one in events}
    for one in given:
        text = texts.get(uid_of(one.visit, one.key)) if one.mark else None
        calendar.add_component(_event(one, text, made, called_off))
    return bytes(calendar.to_ical())


def _whole_day(visit: TrackVisit, day: VisitDay, text: CalendarText) -> CalendarEvent:
    return CalendarEvent(visit.id, day.date, text.summary, day.date, day.start, day.end,
                         text.place, text.description)  # fmt: skip


def _next(last: GivenEvent | None, minute: int) -> int:
    return minute if last is None else max(minute, last.sequence + 1)


def _zone(first: date, last: date) -> Timezone:
    """The rules of summer time from a year before the first event to a year after the last."""
    zone = Timezone.from_tzid(
        _ZONE, first_date=date(first.year - 1, 1, 1), last_date=date(last.year + 2, 1, 1)
    )
    # The library notes there, in English, from when until when the rules are given.
    zone.pop("comment", None)
    return zone


def _event(given: GivenEvent, text: CalendarEvent | None, made: datetime, called_off: str) -> Event:
    event = Event()
    event.add("uid", uid_of(given.visit, given.key))
    event.add("dtstamp", made)
    event.add("sequence", given.sequence)
    start, end = _span(given)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", text.summary if text else called_off)
    event.add("status", "CONFIRMED" if text else "CANCELLED")
    if text and text.place:
        event.add("location", text.place)
    if text and text.description:
        event.add("description", text.description)
    return event


def _span(given: GivenEvent) -> tuple[date, date]:
    """From when to when, as dates for a whole day. Hours are read on the clock of that day, so that
    an hour stays the same on both sides of a change of summer time."""
    day = date.fromisoformat(given.date)
    if not given.start:
        return day, day + timedelta(days=1)
    start = datetime.combine(day, time.fromisoformat(given.start), BRUSSELS)
    if given.end:
        return start, datetime.combine(day, time.fromisoformat(given.end), BRUSSELS)
    return start, start + _USUAL
