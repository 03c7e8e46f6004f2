"""The web of visits: nothing lies on anything else, for 2 to 42 organisations."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.web.layout import (
    BOTTOM,
    LEFT,
    MOST_HOUSES,
    RIGHT,
    TOP,
    House,
    Trip,
    Web,
    web,
)
from exercises.kit.web.soles import along

# The reference track: one organisation sends two duos and receives two, one sends one person.
REFERENCE = ((0, 3), (0, 5), (2, 0), (1, 0), (3, 1), (5, 4), (4, 2))
Pairs = tuple[tuple[int, int], ...]


def made(count: int, pairs: Pairs) -> Web:
    trips = tuple(Trip(f"v{at}", f"o{one}", f"o{two}") for at, (one, two) in enumerate(pairs))
    houses = tuple(
        House(f"o{n}", tuple(one.id for one in trips if one.host == f"o{n}")) for n in range(count)
    )
    return web(houses, trips)


@st.composite
def tracks(draw: st.DrawFn) -> tuple[int, Pairs]:
    count = draw(st.integers(2, MOST_HOUSES))
    house = st.integers(0, count - 1)
    pair = st.tuples(house, house).filter(lambda one: one[0] != one[1])
    return count, tuple(draw(st.lists(pair, min_size=1, max_size=2 * count)))


@given(tracks())
@settings(max_examples=120, deadline=None)
def test_houses_stand_apart_and_on_the_floor(track: tuple[int, Pairs]) -> None:
    count, pairs = track
    found = made(count, pairs)
    assert len(found.cells) == count
    boxes = [(one.left, one.top, one.left + one.wide, one.bottom) for one in found.cells]
    for left, top, right, bottom in boxes:
        assert LEFT - 0.1 <= left < right <= RIGHT + 0.1 and TOP <= top < bottom <= BOTTOM + 0.5
    for one, other in combinations(boxes, 2):
        assert not (
            one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        )
    for cell in found.cells:
        assert len(cell.shown) + cell.more == len(cell.house.receives)


@given(tracks())
@settings(max_examples=120, deadline=None)
def test_no_way_lies_on_another_or_goes_through_a_house(track: tuple[int, Pairs]) -> None:
    found = made(*track)
    pieces = [
        (key, min(one, two), max(one, two))
        for key, way in found.ways.items() for one, two in pairwise(way)
    ]  # fmt: skip
    for (key, a, b), (other, c, d) in combinations(pieces, 2):
        if key == other:
            continue
        level = a[1] == b[1] == c[1] == d[1] and a[0] < d[0] and c[0] < b[0]
        upright = a[0] == b[0] == c[0] == d[0] and a[1] < d[1] and c[1] < b[1]
        assert not level and not upright, (key, other)
    for _key, a, b in pieces:
        assert a[0] == b[0] or a[1] == b[1], "a way runs level or upright"
        assert a[0] >= LEFT - 0.1 and b[0] <= RIGHT + 0.1 and max(a[1], b[1]) <= BOTTOM + 0.5
        for cell in found.cells:
            inside = a[0] < cell.left + cell.wide - 1 and cell.left + 1 < b[0]
            low, high = sorted((a[1], b[1]))
            assert not (inside and low < cell.bottom - 1 and cell.top + 1 < high)


@pytest.mark.parametrize("count", [2, 3, 6, 8, 10])
def test_up_to_ten_in_a_round_have_ways(count: int) -> None:
    found = made(count, tuple((at, (at + 1) % count) for at in range(count)))
    assert len(found.ways) == count and found.lane >= 22
    assert all(cell.door for cell in found.cells)


def test_the_reference_track_has_wide_lanes_and_hardly_a_crossing() -> None:
    found = made(6, REFERENCE)
    assert found.lane == 48 and len(found.ways) == 7
    lines = [list(pairwise(way)) for way in found.ways.values()]
    crossed = sum(
        _cross(one, other)
        for first, second in combinations(lines, 2) for one in first for other in second
    )  # fmt: skip
    assert crossed <= 2


def _cross(one: tuple[tuple[float, float], ...], other: tuple[tuple[float, float], ...]) -> bool:
    level, upright = (one, other) if one[0][1] == one[1][1] else (other, one)
    if level[0][1] != level[1][1] or upright[0][0] != upright[1][0]:
        return False
    xs, ys = sorted((level[0][0], level[1][0])), sorted((upright[0][1], upright[1][1]))
    return xs[0] < upright[0][0] < xs[1] and ys[0] < level[0][1] < ys[1]


def test_each_way_begins_under_its_home_and_ends_under_its_host() -> None:
    found = made(6, REFERENCE)
    cells = {one.house.id: one for one in found.cells}
    for at, (home, host) in enumerate(REFERENCE):
        way = found.ways[f"v{at}"]
        for (x, y), seat in ((way[0], cells[f"o{home}"]), (way[-1], cells[f"o{host}"])):
            assert seat.left < x < seat.left + seat.wide and y == seat.bottom
        steps = along(way, found.lane)
        assert abs(steps[0][0] - way[0][0]) < found.lane
        assert abs(steps[-1][0] - way[-1][0]) < found.lane


def test_more_organisations_than_there_is_room_for_are_counted() -> None:
    found = made(50, tuple((at, (at + 1) % 50) for at in range(50)))
    assert (len(found.cells), found.left_out) == (MOST_HOUSES, 50 - MOST_HOUSES)


def test_one_host_of_everybody_has_room_for_each() -> None:
    found = made(8, tuple((at, 0) for at in range(1, 8)))
    host = next(one for one in found.cells if one.house.id == "o0")
    assert len(host.shown) + host.more == 7
