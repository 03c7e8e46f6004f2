"""Going through an exercise, alone and with two consoles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Exercise, Phase, Stage, Step
from exercises.engine import flow
from exercises.engine.flow import Stale

STAGES = (
    Stage("read", "Lezen", "Volgende", open=False, shown=False),
    Stage("choose", "Kiezen", "Laat kiezen", open=True, shown=False),
    Stage("look", "Kijken", "Kijk", open=False, shown=True),
)
Numbers = tuple[int, ...]


def exercise(enter: Any = lambda config, phase: phase) -> Exercise[Any, Any]:
    """An exercise with three stages, of which the configuration is its steps."""

    def nothing(*_: Any) -> Any:
        raise AssertionError("going through an exercise asks for no answers")

    return Exercise[Any, Any](
        kind="plain", title="", help="", area=None, minutes=1, step_label="", steps_label="",
        config=cast(Any, tuple), sample=(), stages=STAGES,
        steps=lambda config: tuple(Step(str(n), str(n)) for n in config),
        accept=nothing, fold=nothing, phone=nothing, screen=nothing, enter=enter,
    )  # fmt: skip


def walk(count: int, moves: list[str]) -> Phase:
    """The phase after going "f"orward and "b"ack through `count` steps."""
    config = tuple(range(count))
    phase = flow.begin(exercise(), config, Phase())
    for move in moves:
        step = flow.forward if move == "f" else flow.back
        phase = step(exercise(), config, phase, flow.position(phase))
    return phase


def test_an_exercise_begins_with_the_first_stage_of_the_first_step() -> None:
    assert flow.begin(exercise(), (1, 2), Phase()) == Phase(0, "read")


def test_an_exercise_that_was_closed_goes_on_where_it_was_with_its_answers_open_again() -> None:
    closed = Phase(2, "choose", open=False, shown=True, options={"traces": False})
    assert flow.begin(exercise(), (1, 2, 3), closed) == replace(closed, open=True)


def test_forward_passes_every_stage_of_every_step_and_stops_at_the_end() -> None:
    places = [flow.position(walk(2, ["f"] * moves)) for moves in range(8)]
    seen = [(place.partition(":")[0], place.partition(":")[2]) for place in places]
    stages = ["read", "choose", "look"]
    first, second = seen[0][0], seen[3][0]
    assert seen[:6] == [(first, stage) for stage in stages] + [(second, s) for s in stages]
    assert seen[6:] == [(second, "look")] * 2


def test_back_at_the_very_start_stays() -> None:
    assert walk(2, ["b", "b"]) == walk(2, [])


def test_a_stage_begins_with_its_own_switches_and_keeps_the_options() -> None:
    phase = Phase(0, "read", open=True, shown=True, options={"traces": False})
    moved = flow.forward(exercise(), (1,), phase, flow.position(phase))
    assert moved == Phase(0, "choose", open=True, shown=False, options={"traces": False})


def test_the_exercise_has_the_last_word_on_how_a_stage_begins() -> None:
    hiding = exercise(lambda _config, phase: replace(phase, shown=False))
    phase = Phase(0, "choose", open=True)
    assert not flow.forward(hiding, (1,), phase, flow.position(phase)).shown


@given(st.integers(1, 4), st.lists(st.sampled_from("fb"), max_size=30))
def test_a_walk_never_leaves_the_list_and_forward_undoes_back(count: int, moves: list[str]) -> None:
    phase = walk(count, moves)
    assert 0 <= phase.step < count
    stage = exercise().stage(phase.stage)
    assert (phase.stage, phase.open, phase.shown) == (stage.key, stage.open, stage.shown)
    config = tuple(range(count))
    if flow.neighbour(exercise(), config, phase, +1) is not None:
        there = flow.forward(exercise(), config, phase, flow.position(phase))
        assert flow.back(exercise(), config, there, flow.position(there)) == phase


def test_two_consoles_pressing_next_at_once_move_one_place() -> None:
    phase = Phase(0, "read")
    seen = flow.position(phase)
    moved = flow.forward(exercise(), (1, 2), phase, seen)
    for again in (flow.forward, flow.back):
        with pytest.raises(Stale):
            again(exercise(), (1, 2), moved, seen)
    with pytest.raises(Stale):
        flow.go_to(exercise(), (1, 2), moved, seen, 1, "read")


@given(st.text(max_size=8))
def test_a_position_that_is_no_position_is_stale(at: str) -> None:
    phase = Phase(1, "choose")
    if at != flow.position(phase):
        with pytest.raises(Stale):
            flow.forward(exercise(), (1, 2), phase, at)


@pytest.mark.parametrize(
    ("step", "stage", "expected"),
    [(1, "look", (1, "look")), (99, "choose", (2, "choose")), (-3, "look", (0, "look")),
     (1, "of long ago", (1, "read"))],
)  # fmt: skip
def test_a_picked_step_is_gone_to_or_the_nearest_one(
    step: int, stage: str, expected: tuple[int, str]
) -> None:
    phase = Phase(0, "read")
    moved = flow.go_to(exercise(), (1, 2, 3), phase, flow.position(phase), step, stage)
    assert (moved.step, moved.stage) == expected


def test_an_exercise_without_steps_goes_nowhere_and_breaks_nothing() -> None:
    phase = flow.begin(exercise(), (), Phase())
    at = flow.position(phase)
    assert flow.forward(exercise(), (), phase, at) == phase
    assert flow.back(exercise(), (), phase, at) == phase
    assert flow.go_to(exercise(), (), phase, at, 3, "look").step == 0


def test_when_steps_were_taken_off_the_list_back_still_leads_back() -> None:
    phase = Phase(9, "choose", open=True)
    assert flow.back(exercise(), (1, 2), phase, flow.position(phase)) == Phase(1, "read")
    look = flow.forward(exercise(), (1, 2), phase, flow.position(phase))
    assert (look.step, look.stage) == (1, "look")
    assert flow.neighbour(exercise(), (1, 2), look, +1) is None


def test_a_stage_that_no_longer_exists_counts_as_the_first() -> None:
    phase = Phase(1, "of long ago")
    assert flow.neighbour(exercise(), (1, 2), phase, +1) == (1, "choose")
