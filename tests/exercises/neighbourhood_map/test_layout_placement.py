"""Free places: each the nearest one to where it was wanted, or none at all."""

from __future__ import annotations

from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.neighbourhood_map.layout_geometry import Rect
from exercises.neighbourhood_map.layout_placement import STEP, PawnShape, spread


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), min_size=2, max_size=12))
def test_each_takes_the_nearest_free_point(found: list[tuple[int, int]]) -> None:
    room, shape = Rect(0, 0, 400, 300), PawnShape((Rect(-30, -20, 30, 20),))
    placed = spread(found, [(shape,)] * len(found), room)
    taken: list[Rect] = []
    for (x, y), place in zip(found, placed or [], strict=False):
        points = [
            (left, top)
            for left in range(30, 371, STEP)
            for top in range(20, 281, STEP)
            if not any(box.overlaps(other) for box in shape.at(left, top) for other in taken)
        ]
        nearest = min(hypot(left - x, top - y) for left, top in points)
        assert hypot(place.x - x, place.y - y) <= nearest
        taken += shape.at(place.x, place.y)


def test_a_shape_larger_than_the_room_finds_no_place() -> None:
    wide = PawnShape((Rect(-50, -50, 50, 50),))
    assert spread([(10, 10)], [[wide]], Rect(0, 0, 90, 90)) is None
    assert spread([(50, 50), (50, 50)], [[wide]] * 2, Rect(0, 0, 190, 190)) is None
    found = spread([(50, 50), (50, 50)], [[wide]] * 2, Rect(0, 0, 204, 100))
    assert found is not None
    assert (found[1].x, found[1].y) == (154, 50)
