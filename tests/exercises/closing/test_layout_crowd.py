"""A line of many people: everybody is counted, and nobody's own way is drawn."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exercises.closing.layout import LEFT, RIGHT, LineMove
from exercises.closing.layout_crowd import crowd

PLACE = st.floats(0, 1)
MOVES = st.lists(st.builds(LineMove, PLACE, PLACE), min_size=2, max_size=300)


@given(MOVES, st.sampled_from([0.0, 126.0]))
def test_everybody_is_counted_once_and_nothing_covers_anything(
    moves: list[LineMove], raised: float
) -> None:
    found = crowd(moves, raised)
    assert sum(one.count for one in found.flows) == len(moves)
    assert sum(one.count for one in found.flows if one.way) == sum(one.moved for one in moves)
    assert len(found.figures) == len(found.ghosts) <= 26
    assert (len(found.figures) - 1) * found.each < len(moves) <= len(found.figures) * found.each
    head = found.figures[0][1] - found.size * 1.5
    for one in found.flows:
        assert all(sole.y + 20 <= head for sole in one.soles)
        assert all(LEFT <= sole.x <= RIGHT for sole in one.soles)
        assert len(one.soles) <= len(found.figures)
    for feet, size in ((found.figures, found.size), (found.ghosts, found.ghost_size)):
        assert all(x - before >= size * 0.5 for (before, _y), (x, _z) in pairwise(feet))


def test_ways_go_to_their_own_end() -> None:
    found = crowd([LineMove(0.5, 0.1), LineMove(0.5, 0.2), LineMove(0.4, 0.4), LineMove(0.1, 0.9)])
    assert [(one.way, one.count) for one in found.flows] == [(-1, 2), (0, 1), (1, 1)]
    assert [one.soles[0].turn for one in found.flows] == [180, 90, 0]


def test_nobody_who_went_a_way_is_no_flow() -> None:
    found = crowd([LineMove(0.1, 0.9)] * 60)
    assert [one.way for one in found.flows] == [1] and found.each == 3
