"""Phone, screen and console are drawn in every phase, for a hall of any size."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exercises.contract import Panel, Phase
from tests.exercises.contract.cases import (
    FOLDER,
    JSON,
    ROLES,
    ROOT,
    AnyExercise,
    assert_scene,
    context,
    each_exercise,
    members,
    options_tried,
    phases,
    sample_answers,
)


@each_exercise
@pytest.mark.parametrize("answered", [False, True], ids=["empty", "answered"])
def test_every_role_is_drawn_in_every_phase(exercise: AnyExercise, answered: bool) -> None:
    answers = sample_answers(exercise, list(members())) if answered else []
    for begun in phases(exercise):
        for phase in options_tried(exercise, begun, answers):
            for draw, role in ((exercise.phone, "phone"), (exercise.screen, "screen")):
                scene = draw(context(exercise, phase, role, answers))  # type: ignore[arg-type]
                assert_scene(exercise, scene)
            panel = exercise.panel(context(exercise, phase, "console", answers))
            assert isinstance(panel, Panel)
            assert panel.answered | panel.unasked <= {*members()}
            assert not panel.answered & panel.unasked


@each_exercise
@pytest.mark.parametrize("count", [0, 1, 300])
def test_a_hall_of_any_size_is_drawn(exercise: AnyExercise, count: int) -> None:
    answers = sample_answers(exercise, list(members(count)))
    for phase in (Phase(), *(Phase(stage=s.key, shown=True) for s in exercise.stages)):
        assert_scene(exercise, exercise.screen(context(exercise, phase, "screen", answers, count)))
        assert_scene(exercise, exercise.phone(context(exercise, phase, "phone", answers, count)))


@each_exercise
def test_answers_of_people_who_are_no_longer_there_break_nothing(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, [*members(), "gone"])
    for phase in phases(exercise):
        for role in ROLES:
            ctx = context(exercise, phase, role, answers)
            draw = exercise.phone if role == "phone" else exercise.screen
            assert_scene(exercise, draw(ctx))
            list(exercise.rows(ctx))


@each_exercise
def test_what_scripts_import_and_scenes_need_is_there(exercise: AnyExercise) -> None:
    for script in (FOLDER / exercise.kind / "browser").glob("*.js"):
        for name in re.findall(r"""^import\s[^"']*["'](\.[^"']+)["']""", script.read_text(), re.M):
            there = (script.parent / name).resolve()
            assert there.is_file(), f"{script.relative_to(ROOT)} imports {name}, which is not there"


@each_exercise
@settings(deadline=None, max_examples=30)
@given(options=st.dictionaries(st.text(max_size=12), JSON, max_size=3))
@example(options={"visibility": None, "traces": "x"})
def test_switches_nobody_offered_break_nothing(
    exercise: AnyExercise, options: dict[str, Any]
) -> None:
    stage = exercise.stages[-1]
    phase = Phase.from_json(Phase(0, stage.key, True, True, options).to_json())
    answers = sample_answers(exercise, list(members()))
    exercise.screen(context(exercise, phase, "screen", answers))
    exercise.panel(context(exercise, phase, "console", answers))
