from __future__ import annotations

import re
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from report.documents.visit_web import Arrow, crossings, order, web

ARROWS = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 6)).filter(lambda pair: pair[0] != pair[1]),
    max_size=9,
)


def arrows_of(pairs: list[tuple[int, int]]) -> list[Arrow]:
    return [Arrow(number, guest, host) for number, (guest, host) in enumerate(pairs, start=1)]


@given(ARROWS)
def test_no_order_of_few_tiles_has_fewer_crossings(pairs: list[tuple[int, int]]) -> None:
    arrows = arrows_of(pairs)
    best = min(crossings(list(one), arrows) for one in permutations(range(1, 7)))
    found = order(list(range(1, 7)), arrows)
    assert sorted(found) == list(range(1, 7))
    assert crossings(found, arrows) == best


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12))
                .filter(lambda pair: pair[0] != pair[1]), max_size=20))  # fmt: skip
def test_many_tiles_never_get_worse(pairs: list[tuple[int, int]]) -> None:
    tiles, arrows = list(range(1, 13)), arrows_of(pairs)
    found = order(tiles, arrows)
    assert sorted(found) == tiles
    assert crossings(found, arrows) <= crossings(tiles, arrows)


def test_two_chords_that_cross_are_one_crossing() -> None:
    assert crossings([1, 2, 3, 4], arrows_of([(1, 3), (2, 4)])) == 1
    assert crossings([1, 2, 3, 4], arrows_of([(1, 2), (3, 4), (2, 1)])) == 0


def test_each_visit_has_its_number_and_each_house_its_name() -> None:
    drawn = web([(1, "De Regenton"), (5, "<b>Het Achterom</b>")], arrows_of([(1, 5), (1, 5)]))
    told = re.findall(r">([^<>]+)</text>", drawn)
    assert {"1", "2", "De Regenton"} <= set(told)
    assert "<b>" not in drawn and "&lt;b&gt;" in drawn
