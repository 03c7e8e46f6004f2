"""Rows, notes and pictures of the export."""

from __future__ import annotations

import json
import re

import pytest

from exercises.contract import Answer, Phase, Picture
from exercises.engine import notes
from state.models import FACILITATOR
from tests.exercises.contract.cases import (
    AnyExercise,
    context,
    each_exercise,
    members,
    options_tried,
    phases,
    sample_answers,
)


@each_exercise
@pytest.mark.parametrize("answered", [False, True], ids=["empty", "answered"])
def test_rows_have_exactly_the_documented_columns(exercise: AnyExercise, answered: bool) -> None:
    answers = sample_answers(exercise, list(members())) if answered else []
    names = [column.name for column in exercise.columns]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []
    assert all(column.meaning for column in exercise.columns)
    for begun in phases(exercise):
        for phase in options_tried(exercise, begun, answers):
            rows = list(exercise.rows(context(exercise, phase, "console", answers)))
            for row in rows:
                assert set(row) == set(names), f"{phase}: COLUMNS and rows() differ"
            json.dumps(rows, allow_nan=False)
            assert bool(rows) == (answered and bool(names)), f"{len(rows)} rows, {phase}"


@each_exercise
def test_a_note_of_the_facilitator_comes_out_and_only_there(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    text, could, exported = "=1+1 <b>é</b> 👋", False, False
    for phase in phases(exercise):
        key = exercise.note_on(context(exercise, phase, "console", answers))
        if key is None:
            continue
        could = True
        noted = [*answers, Answer(FACILITATOR, notes.slot(key), {"text": text})]
        rows = list(exercise.rows(context(exercise, phase, "console", noted)))
        exported |= any(text in map(str, row.values()) for row in rows)
        for role in ("phone", "screen"):
            draw = exercise.phone if role == "phone" else exercise.screen
            assert text not in str(draw(context(exercise, phase, role, noted)).data)
    assert exported or not could, "what the facilitator noted is in no row: see `context.notes`"


@each_exercise
def test_pictures_have_names_of_their_own_and_are_svg(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    ctx = context(exercise, Phase(stage=exercise.stages[-1].key, shown=True), "console", answers)
    pictures = list(exercise.pictures(ctx))
    assert all(isinstance(picture, Picture) for picture in pictures)
    names = [picture.name for picture in pictures]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[\w-]{1,60}", name)] == []
    assert all(picture.svg.startswith("<svg") for picture in pictures)
