"""What the screen showed at each step of an exercise that was begun, to go through it again; pure.

How far an exercise is, is stored only as it is now. What was on the screen is told from that: all
steps and stages up to where it stands, and of a later step that has answers the stages up to the
one in which those were given. So nothing is shown that was not opened yet.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from exercises.contract import Exercise, Phase
from exercises.engine import flow, stored
from state.language import _
from state.models import Activity
from state.problems import Refused


@dataclass(frozen=True)
class Stop:
    """A stage of a step at which the screen stood. `step` counts from 0; `title` is that of the
    step and may be "", `label` that of the stage."""

    step: int
    stage: str
    title: str
    label: str

    @property
    def position(self) -> str:
        """As `flow.position` writes it, such as "3:talk"."""
        return flow.position(Phase(self.step, self.stage))


def stops(
    exercise: Exercise[Any, Any], config: Any, phase: Phase, slots: Collection[str]
) -> list[Stop]:
    """The stops in order; `slots` are those of all answers. There is always one at least, unless
    there are no steps."""
    steps, stages = exercise.steps(config), exercise.stages
    # The editor may have removed steps meanwhile; then the last remaining step is the present one.
    here = min(phase.step, len(steps) - 1)
    keys = [stage.key for stage in stages]
    found = []
    for number, step in enumerate(steps):
        if number < here:
            last = len(stages)
        elif number == here:
            last = keys.index(exercise.stage(phase.stage).key) + 1
        elif any(slot.startswith(f"{step.key}.") for slot in slots):
            last = next((at for at, stage in enumerate(stages, start=1) if stage.open), 1)
        else:
            continue
        found += [Stop(number, one.key, step.title, one.label) for one in stages[:last]]
    return found


def activity_at(activity: Activity, position: str, slots: Collection[str]) -> Activity:
    """An activity as it would stand at a stop (`Stop.position`), its countdown taken away; nothing
    is stored. Refused for a stop at which it never stood, and for an unknown kind."""
    exercise, config = stored.exercise_of(activity), stored.config_of(activity)
    phase = stored.phase_of(activity)
    there = next(
        (one for one in stops(exercise, config, phase, slots) if one.position == position), None
    )
    if there is None:
        raise Refused(_("Zo ver kwam deze oefening niet. Kies een andere stap."))
    # Where it stands now the facilitator's own switches tell what was on the screen.
    if position != flow.position(phase):
        phase = flow.go_to(
            exercise, config, phase, flow.position(phase), there.step, there.stage
        )  # fmt: skip
    return replace(activity, phase=json.dumps(phase.to_json()), timer=None)
