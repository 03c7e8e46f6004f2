"""Which steps and stages of an exercise were on the screen, and the exercise as it stood there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises import line
from exercises.contract import Phase
from exercises.engine import flow, stored
from exercises.engine.past_screen import activity_at, stops
from state.models import Activity
from state.problems import Refused

EXERCISE, CONFIG = line.EXERCISE, line.EXERCISE.sample
STAGES = [stage.key for stage in EXERCISE.stages]
KEYS = [step.key for step in EXERCISE.steps(CONFIG)]


def activity(phase: Phase, kind: str = EXERCISE.kind) -> Activity:
    text = json.dumps(CONFIG.to_json())
    return Activity("a", "m", kind, text, 30, 0, "running", json.dumps(phase.to_json()), None, 0.0,
                    json.dumps({"left_ms": 5}))  # fmt: skip


def positions(phase: Phase, *slots: str) -> list[str]:
    return [stop.position for stop in stops(EXERCISE, CONFIG, phase, slots)]


def test_what_stands_at_the_second_step_was_at_all_stages_before_it() -> None:
    assert positions(Phase(1, "talk")) == [
        *(f"1:{stage}" for stage in STAGES), "2:statement", "2:choose", "2:talk",
    ]  # fmt: skip


def test_a_later_step_with_answers_was_on_the_screen_until_those_were_given() -> None:
    found = positions(Phase(0, "statement"), f"{KEYS[3]}.1", f"{KEYS[3]}.why", "elsewhere.1")
    assert found == ["1:statement", "4:statement", "4:choose"]


def test_a_step_that_was_removed_meanwhile_is_the_last_one_there_is() -> None:
    found = positions(Phase(len(KEYS) + 3, "look"))
    assert len(found) == len(KEYS) * len(STAGES)
    assert positions(Phase(0, "no-such-stage")) == ["1:statement"]


def test_an_activity_is_put_back_at_a_stop_and_is_otherwise_what_it_was() -> None:
    here = activity(Phase(2, "look", False, True, {"traces": False}))
    there = activity_at(here, "1:choose", ())
    phase = stored.phase_of(there)
    assert (phase.step, phase.stage, phase.open, phase.shown) == (0, "choose", True, True)
    assert phase.options == {"traces": False}
    assert replace(there, phase=here.phase, timer=here.timer) == here
    assert there.timer is None


def test_where_it_stands_now_the_switches_of_the_facilitator_count() -> None:
    here = activity(Phase(0, "choose", True, False))
    assert stored.phase_of(activity_at(here, "1:choose", ())).shown is False


@pytest.mark.parametrize(
    "position", ["", "1:talk", "9:choose", "0:choose", "1", "x:y", "-1:choose"]
)
def test_a_stop_at_which_it_never_stood_is_refused(position: str) -> None:
    with pytest.raises(Refused, match="Zo ver kwam deze oefening niet"):
        activity_at(activity(Phase(0, "choose", True, True)), position, ())


def test_a_kind_of_a_later_version_is_refused() -> None:
    with pytest.raises(Refused, match="nog niet in deze versie"):
        activity_at(activity(Phase(0, "choose"), "iets_nieuws"), "1:choose", ())


@given(
    some.integers(0, len(KEYS) + 2), some.sampled_from(STAGES),
    some.lists(some.sampled_from(KEYS), max_size=4),
)  # fmt: skip
def test_every_stop_can_be_gone_to_and_none_is_beyond_what_was_opened(
    step: int, stage: str, answered: list[str]
) -> None:
    phase = EXERCISE.with_switches(Phase(step, stage))
    slots = [f"{key}.1" for key in answered]
    found = stops(EXERCISE, CONFIG, phase, slots)
    assert len(set(found)) == len(found) > 0
    here = activity(phase)
    last = min(step, len(KEYS) - 1)
    for stop in found:
        there = stored.phase_of(activity_at(here, stop.position, slots))
        assert flow.position(there) in (stop.position, flow.position(phase))
        beyond = (stop.step, STAGES.index(stop.stage)) > (last, STAGES.index(stage))
        assert not beyond or KEYS[stop.step] in answered
