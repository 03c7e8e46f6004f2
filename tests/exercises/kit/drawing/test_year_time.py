"""Time along a year: in order, from end to end, and wider where much happened."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing.year_time import scaled, weeks

FIRST = date(2026, 9, 1)


@given(
    st.integers(28, 900),
    st.dictionaries(st.integers(0, 3), st.floats(0, 5000), max_size=4),
)
def test_days_stand_in_order_from_end_to_end_whatever_weeks_ask(
    days: int, needed: dict[int, float]
) -> None:
    end = FIRST + timedelta(days=days)
    time = scaled(weeks(FIRST, end), 100, 1500, needed)
    places = [time.place(FIRST + timedelta(days=at)) for at in range(days + 1)]
    assert places[0] == 100 and places[-1] == pytest.approx(1500)
    assert all(one < other for one, other in pairwise(places))


def test_a_week_gets_what_it_needs_and_the_others_share_the_rest() -> None:
    starts = weeks(FIRST, FIRST + timedelta(days=280))
    time = scaled(starts, 0, 1400, {4: 400})
    days = [time.place(FIRST + timedelta(days=7 * week)) for week in range(41)]
    wides = [after - one for one, after in pairwise(days)]
    assert wides[4] == pytest.approx(400)
    assert max(wides[:4] + wides[5:]) == pytest.approx(min(wides[:4] + wides[5:]))


def test_wide_weeks_leave_the_other_months_their_place() -> None:
    starts = weeks(FIRST, FIRST + timedelta(days=280))
    time = scaled(starts, 0, 1400, {4: 4000, 5: 4000})
    after = FIRST + timedelta(days=42)
    assert 1400 - time.place(after) >= 1400 * 0.3


def test_nobody_stands_farther_than_the_nearer_of_the_weeks_beside_it() -> None:
    starts = weeks(FIRST, FIRST + timedelta(days=280))
    time = scaled(starts, 0, 1400, {4: 400})
    day = FIRST + timedelta(days=28)
    assert time.nearest(day) == pytest.approx(time.place(day) - time.place(FIRST + timedelta(21)))


def test_a_single_day_is_a_stretch_of_its_own() -> None:
    assert scaled(weeks(FIRST, FIRST + timedelta(days=1)), 0, 10, {}).place(FIRST) == 0
