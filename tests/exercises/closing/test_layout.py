"""Where people stand on both tapes, for any room."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exercises.closing.layout import (
    BACK_LEFT,
    FRONT_LEFT,
    RIGHT,
    LineMove,
    arrange,
    can_be_followed,
)

PLACE = st.floats(0, 1)
MOVES = st.lists(st.builds(LineMove, PLACE, PLACE), min_size=2, max_size=26)


@given(MOVES)
def test_everybody_stands_on_both_tapes_in_the_order_of_the_line(moves: list[LineMove]) -> None:
    found = arrange(moves)
    assert len(found) == len(moves)
    for one in found:
        assert one.stands[0] - one.size * 0.26 >= FRONT_LEFT and one.stands[0] <= RIGHT - 70
        assert BACK_LEFT <= one.ghost[0] <= RIGHT - 40
        assert one.ghost_size < one.size <= 121
    assert len({one.stands[0] for one in found}) == len(found)
    assert len({one.ghost[0] for one in found}) == len(found)


@given(MOVES)
def test_soles_only_for_who_moved_the_longest_way_first(moves: list[LineMove]) -> None:
    found = arrange(moves)
    assert sum(bool(one.way) for one in found) == sum(one.moved for one in moves)
    assert [one.far for one in found] == sorted((one.far for one in found), reverse=True)


@given(MOVES)
def test_bodies_in_one_row_do_not_touch(moves: list[LineMove]) -> None:
    by_row: dict[float, list[tuple[float, float]]] = {}
    for one in arrange(moves):
        by_row.setdefault(one.stands[1], []).append((one.stands[0], one.size))
    for row in by_row.values():
        xs = sorted(row)
        for (x, size), (other, _size) in pairwise(xs):
            assert other - x >= size * 0.5


def test_nobody_is_nothing() -> None:
    assert arrange([]) == ()


def test_ways_that_cross_or_of_a_crowd_cannot_be_followed() -> None:
    apart = [LineMove(at / 20, at / 20 + 0.1) for at in range(16)]
    assert can_be_followed(apart) and not can_be_followed(apart * 2)
    mixed = [LineMove(at / 20, 0.9 - at / 20) for at in range(8)]
    assert not can_be_followed(mixed)
