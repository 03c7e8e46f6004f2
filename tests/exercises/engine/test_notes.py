"""The facilitator's note, as every exercise has it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import exercises
from exercises.contract import Accepted, Answer, Entry, Phase
from exercises.engine import notes
from exercises.engine.answers import Answers
from state.models import FACILITATOR
from tests.exercises.contract.cases import AnyExercise, context, each_exercise
from tests.exercises.refusing import refusal

ANSWERS = [
    Answer("An", "s1.why", {"text": "daarom"}),
    Answer(FACILITATOR, "s1.note", {"text": "Onthouden"}),
    Answer(FACILITATOR, "g-o2.note", {"text": "Stil"}),
]


def entry(author: str, payload: Any, slot: str = "s1.note") -> Entry[Any, Any]:
    return Entry(None, Phase(), author, slot, payload, lambda: None)


def test_a_note_is_cleaned_and_may_be_empty_again() -> None:
    assert notes.accept(entry(FACILITATOR, {"text": " a \n b "})) == Accepted({"text": "a\nb"})
    assert notes.accept(entry(FACILITATOR, {"text": ""})) == Accepted({"text": ""})


@pytest.mark.parametrize("payload", [{}, {"text": 3}, {"text": ["x"]}, {"text": "x" * 2001}])
def test_what_is_no_note_is_refused(payload: Any) -> None:
    refusal(notes.accept, entry(FACILITATOR, payload))


def test_nobody_else_writes_a_note() -> None:
    assert "alleen de begeleider" in refusal(notes.accept, entry("An", {"text": "van mij"}))


def test_notes_are_read_by_what_they_hang_on_and_not_folded() -> None:
    written = Answers.of(ANSWERS).of_author(FACILITATOR)
    assert notes.kept(written) == {"s1": "Onthouden", "g-o2": "Stil"}
    assert notes.left_out(ANSWERS) == ANSWERS[:1]


@pytest.mark.parametrize("role", ["phone", "screen"])
def test_neither_phone_nor_screen_is_given_a_note(role: Any) -> None:
    line = exercises.EXERCISES[0]
    made = context(line, Phase(), "console", ANSWERS)
    assert made.notes == {"s1": "Onthouden", "g-o2": "Stil"}
    assert replace(made, role=role).notes == {}


# What stood in the panel before the note was the room's own: stored notes are found again there.
SLOTS = {
    "line": "s1.note", "organisation_sheet": "sheet.note", "duo_conversation": "r1.note",
    "domino": "table.note", "neighbourhood_map": "map.note", "gifts": None, "recall": None,
    "reflection_sheet": "sheet.note",
}  # fmt: skip


@each_exercise
def test_notes_lie_where_they_always_did(exercise: AnyExercise) -> None:
    begun = context(exercise, Phase(stage=exercise.stages[0].key), "console", [])
    # An exercise that came later has its notes with the step.
    usual = f"{begun.step.key}.note" if begun.step else None
    key = exercise.note_on(begun)
    assert (key and notes.slot(key)) == SLOTS.get(exercise.kind, usual)
