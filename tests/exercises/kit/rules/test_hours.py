"""Times of day on an agenda, also across midnight."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.rules.hours import (
    TimeSpan,
    clock_text,
    duration_text,
    minutes_of,
    parsed,
    span_text,
    spans,
    whole_text,
)


def texts(start: str, *minutes: int) -> list[str]:
    return [span_text(one) for one in spans(start, minutes)]


def test_each_part_begins_where_the_one_before_ends() -> None:
    assert texts("09:30", 15, 45, 20) == ["9.30 tot 9.45", "9.45 tot 10.30", "10.30 tot 10.50"]


def test_a_part_of_no_minutes_only_has_a_beginning() -> None:
    assert texts("16:00", 0, 30) == ["16.00", "16.00 tot 16.30"]


def test_what_begins_after_midnight_is_said_to_be_on_the_next_day() -> None:
    assert texts("22:00", 90, 60, 15) == [
        "22.00 tot 23.30", "23.30 tot 0.30", "0.30 tot 0.45 (de dag erna)",
    ]  # fmt: skip
    assert whole_text("22:00", [90, 60, 15]) == "22.00 tot 0.45 (de dag erna)"


def test_what_ends_at_midnight_is_of_its_own_day() -> None:
    assert whole_text("22:00", [120]) == "22.00 tot 0.00"


@pytest.mark.parametrize("start", ["", "9", "9:60", "24:00", "half tien", "-1:00"])
def test_without_a_start_nothing_has_a_time(start: str) -> None:
    assert minutes_of(start) is None
    assert spans(start, [10, 20]) == [None, None]
    assert texts(start, 10) == [""] and whole_text(start, [10]) == ""


def test_an_empty_agenda_takes_no_time() -> None:
    assert spans("09:00", []) == [] and whole_text("09:00", []) == ""


@given(st.integers(0, 23), st.integers(0, 59), st.lists(st.integers(0, 600), max_size=12))
def test_parts_follow_each_other_without_a_gap(hour: int, minute: int, minutes: list[int]) -> None:
    found = [one for one in spans(f"{hour:02d}:{minute:02d}", minutes) if one is not None]
    assert [one.end - one.start for one in found] == minutes
    assert all(one.end == two.start for one, two in pairwise(found))
    assert all(clock_text(one.start) == clock_text(one.start + 24 * 60) for one in found)
    assert not found or found[0] == TimeSpan(hour * 60 + minute, hour * 60 + minute + minutes[0])


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("9.30", "09:30"), ("9:30", "09:30"), ("09u30", "09:30"), ("930", "09:30"), ("9", "09:00"),
        ("9 uur", "09:00"), ("9u", "09:00"), (" 22:00 ", "22:00"), ("0.15", "00:15"), ("", ""),
        ("2215", "22:15"), ("9 u 30", "09:30"), ("  ", ""),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(typed: str, clock: str) -> None:
    assert parsed(typed) == clock


@pytest.mark.parametrize(
    "typed", ["24.00", "9.60", "half tien", "uur", "9.3", "12345", "-9", "9.30.00"]
)
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert parsed(typed) is None


def test_a_length_of_time_is_told_in_hours() -> None:
    assert [duration_text(one) for one in (0, 1, 45, 60, 160, 120)] == [
        "0 minuten", "1 minuut", "45 minuten", "1 uur", "2 uur 40", "2 uur",
    ]  # fmt: skip
