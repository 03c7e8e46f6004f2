"""Time along a year: in order, from end to end, and wider where much happened."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing.year_time import gathered, scaled

FIRST = date(2026, 9, 1)
DAYS = st.lists(st.integers(0, 29), max_size=12)


def day(after: int) -> date:
    return FIRST + timedelta(days=after)


@given(st.integers(30, 900), DAYS, st.lists(st.floats(0, 5000), min_size=12, max_size=12))
def test_days_stand_in_order_from_end_to_end_whatever_is_asked(
    count: int, busy: list[int], asked: list[float]
) -> None:
    needed = dict(zip(gathered(map(day, busy)), asked, strict=False))
    time = scaled(FIRST, day(count), 100, 1500, needed)
    places = [time.place(day(at)) for at in range(count + 1)]
    assert places[0] == pytest.approx(100) and places[-1] == pytest.approx(1500)
    assert all(one < other for one, other in pairwise(places))


@given(DAYS)
def test_busy_days_are_gathered_by_a_week_at_most(busy: list[int]) -> None:
    found = gathered(map(day, busy))
    assert all((last - one).days < 7 for one, last in found)
    assert all(last < one for (_one, last), (one, _last) in pairwise(found))
    for at in busy:
        assert sum(one <= day(at) <= last for one, last in found) == 1


def test_days_around_get_what_is_needed_and_the_others_share_the_rest() -> None:
    time = scaled(FIRST, day(280), 0, 1400, {(day(30), day(30)): 400})
    assert time.place(day(34)) - time.place(day(27)) == pytest.approx(400)
    others = [time.place(day(at + 1)) - time.place(day(at)) for at in (0, 20, 40, 270)]
    assert others == pytest.approx([others[0]] * 4)
    assert time.nearest(day(30)) >= 400 * 3 / 7


def test_wide_days_leave_the_other_months_their_place() -> None:
    time = scaled(FIRST, day(280), 0, 1400, {(day(30), day(33)): 4000, (day(40), day(41)): 4000})
    assert 1400 - time.place(day(45)) >= 1400 * 0.3


def test_two_busy_weeks_beside_each_other_meet_halfway() -> None:
    time = scaled(FIRST, day(280), 0, 1400, {(day(30), day(30)): 300, (day(34), day(34)): 300})
    assert time.place(day(32)) - time.place(day(27)) == pytest.approx(300)
    assert time.place(day(38)) - time.place(day(32)) == pytest.approx(300)


def test_a_single_day_is_a_stretch_of_its_own() -> None:
    assert scaled(FIRST, day(1), 0, 10, {}).place(FIRST) == 0
    assert scaled(FIRST, day(1), 0, 10, {(FIRST, FIRST): 900}).place(day(1)) == 10
