"""Things along a line: none touch, all inside, in order, and where they want to be if free."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing.year_spread import Wanted, lined_up, longest, spread

NEAR = 1e-6


@st.composite
def things(draw: st.DrawFn) -> list[Wanted]:
    found = []
    for _one in range(draw(st.integers(0, 30))):
        low, high = sorted((draw(st.integers(0, 5)), draw(st.integers(0, 5))))
        at, wide = draw(st.floats(-500, 1500)), draw(st.floats(1, 80))
        found.append(Wanted(at, wide, low, high))
    return sorted(found, key=lambda one: one.at)


@given(things(), st.floats(0, 900))
def test_whatever_fits_is_spread_without_touching(wanted: list[Wanted], more: float) -> None:
    right = longest(wanted) + more
    places = spread(wanted, 0, right)
    for at, (one, x) in enumerate(zip(wanted, places, strict=True)):
        assert x - one.wide / 2 >= -NEAR and x + one.wide / 2 <= right + NEAR
        for other, after in zip(wanted[at + 1 :], places[at + 1 :], strict=True):
            if one.first <= other.last and other.first <= one.last:
                assert after - x >= (one.wide + other.wide) / 2 - NEAR


def test_what_has_room_stays_where_it_belongs() -> None:
    assert spread([Wanted(50, 20), Wanted(90, 20)], 0, 200) == [50, 90]
    # They share no lane, so they may stand above each other.
    assert spread([Wanted(50, 20, 0, 1), Wanted(55, 20, 2, 3)], 0, 200) == [50, 55]


@given(
    st.lists(st.tuples(st.floats(-100, 1100), st.floats(0, 90)), min_size=1, max_size=20),
    st.floats(0, 500),
)
def test_a_row_keeps_its_distances(told: list[tuple[float, float]], more: float) -> None:
    at, apart = [one for one, _gap in told], [gap for _one, gap in told][1:]
    right = sum(apart) + more
    found = lined_up(at, apart, 0, right)
    assert all(-NEAR <= x <= right + NEAR for x in found)
    for one, after, gap in zip(found, found[1:], apart, strict=False):
        assert after - one >= gap - NEAR


@pytest.mark.parametrize(
    ("at", "expected"), [((10, 60), [10, 60]), ((50, 50), [45, 55]), ((0, 2), [0, 10])]
)
def test_a_row_moves_no_more_than_it_must(at: tuple[float, ...], expected: list[float]) -> None:
    assert lined_up(at, [10], 0, 100) == expected


def test_nothing_takes_no_room() -> None:
    assert (longest([]), spread([], 0, 10), lined_up([], [], 0, 10)) == (0, [], [])
