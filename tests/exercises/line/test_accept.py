"""What De lijn takes in, from whom and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Accepted, Entry, Phase
from exercises.line import model
from exercises.line.accept import accept
from exercises.line.config import LineConfig
from exercises.line.model import fold
from tests.exercises.line.test_model import CHOOSE, CONFIG
from tests.exercises.refusing import refusal


def judge(
    slot: str, payload: Any, phase: Phase = CHOOSE, config: LineConfig = CONFIG, author: str = "p1"
) -> Accepted:
    return accept(Entry(config, phase, author, slot, payload, lambda: fold(config, [])))


@given(st.floats(0, 1) | st.sampled_from([0, 1]))
def test_a_place_on_the_line_is_accepted(at: float) -> None:
    verdict = judge("a.1", {"at": at})
    assert abs(verdict.payload["at"] - at) <= 0.00005 and set(verdict.payload) == {"at"}


@given(st.floats().filter(lambda at: not 0 <= at <= 1) | st.sampled_from([-1, 2, 10**400]))
def test_a_place_beside_the_line_is_rejected(at: float) -> None:
    assert "naast de lijn" in refusal(judge, "a.1", {"at": at})


@pytest.mark.parametrize("at", [None, True, "0.5", [0.5], {"at": 0.5}])
def test_a_place_that_is_no_number_is_rejected(at: Any) -> None:
    assert "niet te lezen" in refusal(judge, "a.1", {"at": at})
    assert "niet te lezen" in refusal(judge, "a.1", {"elsewhere": 0.5})


@pytest.mark.parametrize("slot", ["", ".", "a", "z.1", "a.b.1", "a.1.1", " a.1"])
def test_a_statement_that_does_not_exist_is_rejected(slot: str) -> None:
    assert "weggehaald" in refusal(judge, slot, {"at": 0.5})


@pytest.mark.parametrize("step", [1, 2, 99])
def test_a_past_statement_is_rejected_and_says_that_the_answer_stays(step: int) -> None:
    assert "al voorbij" in refusal(judge, "a.1", {"at": 0.5}, replace(CHOOSE, step=step))


def test_a_statement_still_to_come_is_rejected() -> None:
    refusal(judge, "b.1", {"at": 0.5})


@pytest.mark.parametrize("stage", ["statement", "choose", "talk", "move", "look"])
def test_a_locked_line_takes_no_places(stage: str) -> None:
    number = model.round_of(Phase(0, stage))
    locked = Phase(0, stage, open=False, shown=True)
    assert "vastgezet" in refusal(judge, f"a.{number}", {"at": 0.5}, locked)
    assert isinstance(judge(f"a.{number}", {"at": 0.5}, replace(locked, open=True)), Accepted)


@pytest.mark.parametrize(
    ("stage", "wrong"), [("choose", "2"), ("talk", "1"), ("move", "1"), ("look", "1")]
)
def test_a_place_of_another_round_is_rejected(stage: str, wrong: str) -> None:
    phase = Phase(0, stage, open=True)
    assert "ronde is al voorbij" in refusal(judge, f"a.{wrong}", {"at": 0.5}, phase)
    refusal(judge, "a.3", {"at": 0.5}, phase)
    refusal(judge, "a.", {"at": 0.5}, phase)


def test_a_why_is_cleaned_and_may_be_empty_and_come_late() -> None:
    late = Phase(2, "look", open=False)
    assert judge("a.why", {"text": " zo \u202e\x00maar\n\n"}, late) == Accepted({"text": "zo maar"})
    assert judge("a.why", {"text": ""}) == Accepted({"text": ""})
    assert "te lang" in refusal(judge, "a.why", {"text": "x" * 10_000})
    assert "niet te lezen" in refusal(judge, "a.why", {"text": ["x"]})


@pytest.mark.parametrize("phase", [Phase(), CHOOSE, Phase(9, "of long ago", True, True)])
def test_a_line_without_statements_takes_nothing(phase: Phase) -> None:
    empty = LineConfig(())
    refusal(judge, "a.1", {"at": 0.5}, phase, empty)
    assert model.current(empty, phase) is None
    assert model.steps(empty) == ()
