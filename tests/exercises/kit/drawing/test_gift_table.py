"""Gifts on the table: all on it, none over another, cards large enough to read."""

from __future__ import annotations

from itertools import combinations

import pytest

from exercises.kit.drawing import gift_table as layout
from exercises.kit.drawing import parcel as wrapping


@pytest.mark.parametrize("count", range(layout.MOST + 3))
def test_every_gift_has_a_place_of_its_own(count: int) -> None:
    found = layout.places(count)
    assert len(found) == min(count, layout.MOST)
    for place in found:
        assert layout.BACK < place.y < layout.FRONT
        assert place.card >= 200
        assert place.x - place.card / 2 >= 60 and place.x + place.card / 2 <= 1860
    for one, other in combinations(found, 2):
        beside = abs(one.x - other.x) >= max(one.card, other.card)
        assert beside or abs(one.y - other.y) >= max(one.high, other.high) + 40


@pytest.mark.parametrize("count", [1, 4, 7, 8, 14, 15, 24])
def test_no_gift_hides_the_card_of_one_behind_it(count: int) -> None:
    found = layout.places(count)
    highest = max(wrapping.shape(str(seed)).high for seed in range(200))
    for back in found:
        for front in found:
            if front.y > back.y:
                assert front.y - highest * front.scale > back.y + 4 + back.high


def test_one_gift_lies_large_in_the_middle() -> None:
    (place,) = layout.places(1)
    assert place.x == 960 and place.scale > 1


def test_gifts_have_three_forms_and_always_the_same_one() -> None:
    shapes = [wrapping.shape(str(seed)) for seed in range(60)]
    assert {shape.form for shape in shapes} == {"box", "candy", "bag"}
    assert shapes == [wrapping.shape(str(seed)) for seed in range(60)]
    assert all(shape.wide <= 400 for shape in shapes)
