"""The calendar file, parsed back with the library: hours on the clock of the day, changes replace,
what is gone is cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from exercises.contract import TrackVisit, VisitDay
from exercises.kit.visits import calendar_file
from exercises.kit.visits.calendar_file import CalendarEvent, CalendarText
from exercises.kit.visits.programme import VisitPart
from state.models import GivenEvent

MADE = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")
# The last Sundays of March and October, when clocks change.
CHANGES = [date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26)]

days = st.one_of(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.sampled_from(CHANGES).flatmap(
        lambda day: st.integers(-3, 3).map(lambda off: day + timedelta(days=off))
    ),
)
# Nothing on a programme is between two and three at night, an hour that a change may skip.
hours = st.times(time(4, 0), time(21, 0)).map(lambda one: one.replace(second=0, microsecond=0))
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)


def parsed(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def made(
    events: Sequence[CalendarEvent], before: Sequence[GivenEvent] = (), minute: int = 100
) -> tuple[list[Any], tuple[GivenEvent, ...]]:
    now = calendar_file.numbered(events, before, minute)
    content = calendar_file.calendar_file("Bezoeken", events, now, MADE, "Vervalt")
    return parsed(content), now


@settings(max_examples=150, deadline=None)
@given(day=days, start=hours, summary=texts, place=texts, description=texts)
def test_what_is_read_back_is_what_was_meant(
    day: date, start: time, summary: str, place: str, description: str
) -> None:
    end = start.replace(hour=start.hour + 1)
    event = CalendarEvent(
        "v1", "abcd", summary, day.isoformat(), start.strftime("%H:%M"), end.strftime("%H:%M"),
        place, description,
    )  # fmt: skip
    ((found,), _now) = made([event])
    begins, ends = found["dtstart"].dt, found["dtend"].dt
    assert begins.replace(tzinfo=None) == datetime.combine(day, start)
    assert begins.weekday() == day.weekday()
    # The same instant as the clock in Brussels shows, whichever side of a change it is on.
    assert begins.astimezone(UTC) == datetime.combine(day, start, BRUSSELS).astimezone(UTC)
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=1)
    assert str(found["summary"]) == summary
    assert str(found["location"]) == place
    assert str(found["description"]) == description


@settings(max_examples=60, deadline=None)
@given(day=days, start=hours)
def test_the_zone_in_the_file_is_that_of_brussels(day: date, start: time) -> None:
    """A calendar that knows no zones reads the rules in the file: they must give the same hour."""
    event = CalendarEvent("v1", "abcd", "Koffie", day.isoformat(), start.strftime("%H:%M"))
    now = calendar_file.numbered([event], (), 1)
    content = calendar_file.calendar_file("Bezoeken", [event], now, MADE, "Vervalt")
    zone: Any = Calendar.from_ical(content).walk("VTIMEZONE")[0]
    moment = datetime.combine(day, start)
    assert zone.to_tz().utcoffset(moment) == moment.replace(tzinfo=BRUSSELS).utcoffset()


def test_no_words_but_ours_stand_in_a_file() -> None:
    event = CalendarEvent("v", "koff", "Koffie", "2027-03-09", "09:00")
    now = calendar_file.numbered([event], (), 1)
    content = calendar_file.calendar_file("Bezoeken", [event], now, MADE, "Vervalt")
    text = content if isinstance(content, str) else content.decode()
    assert "COMMENT" not in text and "timezone" not in text


def test_summer_time_ends_during_a_visit() -> None:
    events = [
        CalendarEvent("v", f"dag{at}", "Koffie", day, "09:00", "10:00")
        for at, day in enumerate(("2026-10-23", "2026-10-25", "2026-10-26"))
    ]
    found, _now = made(events)
    assert [one["dtstart"].dt.hour for one in found] == [9, 9, 9]
    assert [one["dtstart"].dt.astimezone(UTC).hour for one in found] == [7, 8, 8]


def test_nothing_changed_gives_the_same_sequence_and_a_change_a_higher_one() -> None:
    event = CalendarEvent("v", "koff", "Koffie", "2027-03-09", "09:00")
    (first,), kept = made([event], minute=100)
    (again,), kept = made([event], kept, minute=200)
    assert first["uid"] == again["uid"] == "v-koff@over-de-vloer"
    assert first["sequence"] == again["sequence"] == 100
    (moved,), kept = made([replace(event, start="10:00")], kept, minute=200)
    assert (moved["uid"], moved["sequence"]) == (first["uid"], 200)
    (quick,), kept = made([event], kept, minute=200)
    assert quick["sequence"] == 201
    assert str(quick["status"]) == "CONFIRMED"


def test_a_clock_that_is_behind_never_lowers_a_sequence() -> None:
    event = CalendarEvent("v", "koff", "Koffie", "2027-03-09", "09:00")
    _first, kept = made([event], minute=900)
    (found,), _kept = made([replace(event, summary="Thee")], kept, minute=5)
    assert found["sequence"] == 901


def test_what_is_gone_is_cancelled_and_may_come_back() -> None:
    event = CalendarEvent("v", "koff", "Koffie met Greet", "2027-03-09", "09:00", "09:30")
    _first, kept = made([event], minute=100)
    (gone,), kept = made([], kept, minute=200)
    assert (str(gone["status"]), gone["sequence"]) == ("CANCELLED", 200)
    assert gone["dtstart"].dt.hour == 9
    assert "Greet" not in str(gone["summary"])
    (still,), kept = made([], kept, minute=300)
    assert still["sequence"] == 200
    (back,), _kept = made([event], kept, minute=400)
    assert (str(back["status"]), back["sequence"]) == ("CONFIRMED", 400)


@settings(max_examples=80, deadline=None)
@given(
    files=st.lists(
        st.lists(st.tuples(st.sampled_from("abcd"), st.integers(8, 18)), unique_by=lambda t: t[0]),
        min_size=2, max_size=6,
    ),
    minutes=st.lists(st.integers(0, 50), min_size=6, max_size=6),
)  # fmt: skip
def test_a_calendar_that_takes_in_each_file_holds_what_the_last_one_says(
    files: list[list[tuple[str, int]]], minutes: list[int]
) -> None:
    """A calendar replaces an event by one of a higher sequence, and drops what is cancelled."""
    held: dict[str, Any] = {}
    kept: tuple[GivenEvent, ...] = ()
    for wanted, minute in zip(files, minutes, strict=False):
        events = [
            CalendarEvent("v", key * 4, "Koffie", "2027-03-09", f"{hour:02}:00")
            for key, hour in wanted
        ]
        found, kept = made(events, kept, minute)
        for one in found:
            uid = str(one["uid"])
            if uid not in held or one["sequence"] > held[uid]["sequence"]:
                held[uid] = one
        shown = {
            uid: one["dtstart"].dt.hour for uid, one in held.items()
            if str(one["status"]) != "CANCELLED"
        }  # fmt: skip
        assert shown == {f"v-{key * 4}@over-de-vloer": hour for key, hour in wanted}


def told(part: VisitPart | None) -> CalendarText:
    return CalendarText(part.text if part else "Bezoek")


def test_a_day_without_parts_is_one_event() -> None:
    visit = TrackVisit(
        "v",
        "host",
        "guest",
        days=(VisitDay("2027-03-09", "09:00", "16:00"), VisitDay("2027-03-10")),
    )
    parts = [VisitPart("koff", "Koffie", "2027-03-10", "09:00"), VisitPart("none", "Later")]
    found = list(calendar_file.events_of(visit, parts, told))
    assert [(one.key, one.summary, one.start) for one in found] == [
        ("2027-03-09", "Bezoek", "09:00"), ("koff", "Koffie", "09:00"),
    ]  # fmt: skip
    (whole,), _kept = made(
        list(calendar_file.events_of(replace(visit, days=visit.days[1:]), [], told))
    )
    assert whole["dtstart"].dt == date(2027, 3, 10)
    assert whole["dtend"].dt == date(2027, 3, 11)
    assert list(calendar_file.events_of(replace(visit, state="called_off"), parts, told)) == []
