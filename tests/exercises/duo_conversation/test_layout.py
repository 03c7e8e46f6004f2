"""Where groups stand on the floor of the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.contract import (
    Answer,
    Member,
)
from exercises.duo_conversation import EXERCISE, layout, views
from exercises.duo_conversation.config import usual
from state.models import FACILITATOR
from tests.exercises.duo_conversation.test_model import context, settled


@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 14, 15, 20, 24])
def test_groups_stand_apart_on_the_floor_with_their_plates_in_sight(count: int) -> None:
    standing = layout.stand([3] + [2] * (count - 1))
    plates = [one.plate for one in standing]
    for at, one in enumerate(plates):
        high = one.line * (3 if at == 0 else 2) + 10
        assert one.x >= 0 and one.x + one.width <= 1920 and one.y + high <= 1080
        assert one.letters >= 28
        for other in plates[at + 1 :]:
            assert other.y >= one.y + high or abs(other.x - one.x) >= one.width
    for spot in standing:
        for place in spot.places:
            assert place.y - 201 / 140 * place.size >= layout.FLOOR - 10
            assert 0 <= place.x <= 1920


@pytest.mark.parametrize("count", [0, 1, 12, 40, 60, 61, 300])
def test_people_who_wait_stand_on_the_floor_as_far_as_they_can_be_seen(count: int) -> None:
    places = layout.loose(count)
    assert len(places) == (count if count <= 60 else 0)
    assert all(0 < place.x < 1920 and place.y <= 1050 for place in places)
    assert len({(place.x, place.y) for place in places}) == len(places)


def test_many_groups_are_a_list() -> None:
    names = [f"p{n}" for n in range(60)]
    here = {
        one: Member(one, one, f"o{n % 7}", "x", n % 7 + 1, "staat") for n, one in enumerate(names)
    }
    ctx = replace(context([], "pairs"), people=lambda: here)
    made = settled(ctx)
    assert made is not None
    stored = [Answer(FACILITATOR, "r1.pairs", made.to_json())]
    data = views.screen(replace(ctx, seen=lambda: EXERCISE.fold(usual(), stored))).data
    assert data["mode"] == "list" and len(data["spots"]) == 30 and data["figures"] == []
