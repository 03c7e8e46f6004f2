"""Going through an exercise: pure moves from one phase to another.

A position is written "3:talk": the number of the step, counted from 1, then the stage. A request to
move states the position that its console showed. When two consoles press "next" at once, the second
request states an old position and is rejected, so the exercise moves once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from exercises.contract import ORDER, Exercise, Phase
from state.language import _
from state.problems import Refused


class Stale(Exception):
    """The position that the request states is no longer the present one: somebody moved first."""


def position(phase: Phase) -> str:
    """The position of a phase, such as "3:talk"."""
    return f"{phase.step + 1}:{phase.stage}"


def begin(exercise: Exercise[Any, Any], config: Any, phase: Phase) -> Phase:
    """The phase of an exercise that starts, or that is opened again where it was closed."""
    if phase.stage:
        # Closing locked the answers; the stage says whether they are open again.
        return replace(phase, open=exercise.stage(phase.stage).open)
    return _enter(exercise, config, replace(phase, step=0, stage=exercise.stages[0].key))


def forward(exercise: Exercise[Any, Any], config: Any, phase: Phase, at: str) -> Phase:
    """The next stage, or the first stage of the next step; unchanged at the very end."""
    return _moved(exercise, config, phase, at, +1)


def back(exercise: Exercise[Any, Any], config: Any, phase: Phase, at: str) -> Phase:
    """The stage before, or the last stage of the step before; unchanged at the very start."""
    return _moved(exercise, config, phase, at, -1)


def go_to(
    exercise: Exercise[Any, Any], config: Any, phase: Phase, at: str, step: int, stage: str
) -> Phase:
    """A step and stage the facilitator picked; a step outside the list is the nearest one."""
    _check(phase, at)
    last = max(0, len(exercise.steps(config)) - 1)
    target = replace(phase, step=max(0, min(last, step)), stage=exercise.stage(stage).key)
    return _enter(exercise, config, target)


def neighbour(
    exercise: Exercise[Any, Any], config: Any, phase: Phase, by: int
) -> tuple[int, str] | None:
    """The step and stage `by` places along (+1 or -1), or None at either end."""
    keys = [stage.key for stage in exercise.stages]
    order = exercise.in_order(config, phase)
    # The editor may have removed steps meanwhile; then the last remaining step is the present one.
    step = max(0, min(phase.step, len(exercise.steps(config)) - 1))
    place = order.index(step) if step in order else 0
    here = place * len(keys) + keys.index(exercise.stage(phase.stage).key)
    there = here + by
    if not 0 <= there < len(order) * len(keys):
        return None
    return order[there // len(keys)], keys[there % len(keys)]


def rearranged(
    exercise: Exercise[Any, Any], config: Any, phase: Phase, keys: Sequence[str]
) -> Phase:
    """The phase with the steps of these keys in this order, the others skipped. Refused where the
    steps of this exercise have no other order, for an unknown key, and without the present step."""
    steps = [step.key for step in exercise.steps(config)]
    here = steps[max(0, min(phase.step, len(steps) - 1))] if steps else ""
    if exercise.order is None or here not in keys or not set(steps).issuperset(keys):
        raise Refused(_("Zo kunnen de onderdelen niet staan. Laad de pagina opnieuw."))
    chosen = list(dict.fromkeys(keys))
    return replace(phase, options={**phase.options, ORDER: chosen})


def _moved(exercise: Exercise[Any, Any], config: Any, phase: Phase, at: str, by: int) -> Phase:
    _check(phase, at)
    target = neighbour(exercise, config, phase, by)
    if target is None:
        return phase
    return _enter(exercise, config, replace(phase, step=target[0], stage=target[1]))


def _enter(exercise: Exercise[Any, Any], config: Any, phase: Phase) -> Phase:
    return exercise.enter(config, exercise.with_switches(phase))


def _check(phase: Phase, at: str) -> None:
    if at != position(phase):
        raise Stale
