"""Names on plates and in the list: whole where they fit, else a shorter form of nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from exercises.contract import Answer, Member
from exercises.duo_conversation import EXERCISE, layout, views
from exercises.duo_conversation.config import usual
from exercises.duo_conversation.layout_names import in_list, on_plate
from exercises.duo_conversation.model import DuoContext
from exercises.kit.drawing.lettering import width
from state.models import FACILITATOR
from tests.exercises.duo_conversation.test_model import context, settled

LONG = (
    "Anne-Marie Vandenbroucke", "Marie-Christine Van den Bossche", "Mohammed El Yaagoubi-Idrissi",
    "Mohammed Bakkali",
)  # fmt: skip


def hall(names: Sequence[str]) -> DuoContext:
    here = {
        name: Member(name, name, f"o{at % 7}", "x", at % 7 + 1, "staat")
        for at, name in enumerate(names)
    }
    return replace(context([], "pairs"), people=lambda: here)


@pytest.mark.parametrize("groups", [1, 7, 14, 20, 24])
def test_a_plate_holds_who_stands_there(groups: int) -> None:
    ctx = hall(LONG)
    for one in layout.stand([2] * groups):
        found = [on_plate(ctx, name, one.plate) for name in LONG]
        assert len(set(found)) == len(LONG)
        for name, called in zip(LONG, found, strict=True):
            room = one.plate.width - layout.tab_width(one.plate.letters) - 20
            assert width(called, one.plate.letters) <= room
            assert called.startswith(name[0])


def test_a_short_name_stays_whole_everywhere() -> None:
    ctx = hall(["An", *LONG])
    assert on_plate(ctx, "An", layout.stand([2] * 24)[0].plate) == "An"
    assert in_list(ctx, "An", 3) == "An"


def test_the_list_keeps_people_apart() -> None:
    ctx = hall(LONG)
    found = {in_list(ctx, name, 2) for name in LONG}
    assert found == {"Anne-Marie V.", "M.-C. V.", "Mohammed E.", "Mohammed B."}


def test_one_long_word_is_given_as_it_is() -> None:
    """The screen and the picture cut what no form of fits."""
    name = "Wolfeschlegelsteinhausenbergerdorff" * 3
    assert in_list(hall([name]), name, 3) == "Wolfesch."


def test_the_screen_has_these_names() -> None:
    ctx = hall([*LONG, *(f"Anne-Marie de {number}e" for number in range(36))])
    made = settled(ctx)
    assert made is not None
    stored = [Answer(FACILITATOR, "r1.pairs", made.to_json())]
    data = views.screen(replace(ctx, seen=lambda: EXERCISE.fold(usual(), stored))).data
    names = {name for one in data["plates"] for name in one["names"]}
    assert {"M. E.", "M. B."} <= names and not names & set(LONG)


@pytest.mark.parametrize("form", ["Anneleen Vandenbroucke{}overstraeten", "Anneleen {} Vandaelen",
                                  "Anneleen Vandenbrouckeoverstraeten-{}"])  # fmt: skip
def test_thirty_with_one_first_name_and_one_long_family_name_read_apart(form: str) -> None:
    names = [form.format("ae"[at % 2] + "bcdfghjklmnpqrs"[at // 2]) for at in range(30)]
    ctx = hall(names)
    for one in layout.stand([2] * 15):
        found = [on_plate(ctx, name, one.plate) for name in names]
        room = one.plate.width - layout.tab_width(one.plate.letters) - 20
        assert len(set(found)) == len(names)
        assert all(width(called, one.plate.letters) <= room for called in found)
    found = [in_list(ctx, name, 3) for name in names]
    assert len(set(found)) == len(names)
