"""What is said in the second round: nobody's old sentence passes for a new one."""

from __future__ import annotations

from typing import Any

from exercises.contract import Answer, Phase
from exercises.neighbourhood_map.export import rows
from state.models import FACILITATOR
from tests.exercises.neighbourhood_map.test_model import (
    EXERCISE,
    MOVING,
    PLACED,
    context,
)

OPENED = Answer(FACILITATOR, "map.open", {"party": "o1"})
MOVED = [*PLACED, OPENED, Answer("o1", "map.2", {"x": 900.0, "y": 548.0}, by="samir", order=9)]
NEW = Answer("o1", "map.why2", {"text": "Dichter bij boeken."}, by="samir", order=10)
TALKING = Phase(0, "talk", open=False, shown=True)


def card(phase: Phase, answers: list[Answer]) -> tuple[str, bool]:
    data: dict[str, Any] = EXERCISE.screen(context(phase, "screen", answers)).data["open"]
    return data["words"], data["said_before"]


def why(answers: list[Answer]) -> list[str]:
    found = rows(context(MOVING, "console", answers))
    return [row["why"] for row in found if row["organisation"] == "De Regenton"]


def test_the_field_of_the_second_round_is_empty_below_the_first_sentence() -> None:
    data = EXERCISE.phone(context(MOVING, "phone", MOVED, "samir")).data
    assert (data["why_slot"], data["why"]["text"]) == ("map.why2", "")
    assert data["why_before"] == "Met soep."
    talk = EXERCISE.phone(context(TALKING, "phone", PLACED, "samir")).data
    assert (talk["why"]["text"], talk["why_before"]) == ("Met soep.", "")


def test_an_old_sentence_is_marked_until_there_is_a_new_one_as_in_the_export() -> None:
    assert card(TALKING, MOVED) == ("Met soep.", False)
    assert card(MOVING, MOVED) == ("Met soep.", True)
    assert why(MOVED) == ["Met soep.", ""]
    assert card(MOVING, [*MOVED, NEW]) == ("Dichter bij boeken.", False)
    assert why([*MOVED, NEW]) == ["Met soep.", "Dichter bij boeken."]


def test_who_never_said_anything_has_nothing_marked() -> None:
    silent = [one for one in MOVED if one.slot != "map.why1"]
    assert card(MOVING, silent) == ("", False)


def test_the_desk_tells_the_same_as_the_screen() -> None:
    desk = EXERCISE.console(context(MOVING, "console", MOVED))
    assert desk is not None
    row = next(one for one in desk.data["pawns"] if one["id"] == "o1")
    assert (row["words"], row["said_before"], row["why"]) == ("Met soep.", True, "")
