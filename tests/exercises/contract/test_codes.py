"""What is no word of people is named in `codes`: in documents without names, words may change."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import Answer, Phase
from state import texts
from tests.exercises.contract.cases import (
    AnyExercise,
    context,
    each_exercise,
    members,
    parties,
    sample_answers,
)

CODES = (
    "add {key!r} to `codes` of {kind}: in documents without names its value is taken for words of"
    " people, and another value than the exercise knows breaks it ({problem!r})"
)


@each_exercise
def test_what_is_no_word_of_people_is_named_as_a_code(exercise: AnyExercise) -> None:
    """Words may be replaced in documents without names; what then breaks is no word."""
    answers = sample_answers(exercise, list(members()))
    stored = [exercise.sample.to_json(), *(one.payload for one in answers)]
    for key in sorted({key for one in stored for key in keys_of_words(one, exercise.codes)}):
        try:
            draw_reworded(exercise, key, answers)
        except Exception as problem:
            pytest.fail(CODES.format(key=key, kind=exercise.kind, problem=problem))


def draw_reworded(exercise: AnyExercise, key: str, answers: Sequence[Answer]) -> None:
    """Draw for documents what is stored, with other words under a key."""

    def other(value: Any, within: str = "") -> Any:
        if isinstance(value, dict):
            return {
                name: inner if name in exercise.codes else other(inner, name)
                for name, inner in value.items()
            }
        if isinstance(value, list):
            return [other(one, within) for one in value]
        return f"{value} Ann-Sophie" if within == key and is_word(value) else value

    config = exercise.config.from_json(other(exercise.sample.to_json()))
    changed = [replace(one, payload=other(one.payload)) for one in answers]
    here = context(
        exercise, Phase(stage=exercise.stages[-1].key, shown=True), "console", changed,
        config=config,
    )  # fmt: skip
    exercise.screen(here)
    exercise.summary(here)
    list(exercise.report(here)), list(exercise.rows(here)), list(exercise.pictures(here))


def keys_of_words(value: Any, codes: Collection[str], within: str = "") -> Iterator[str]:
    """The keys under which words stand anywhere in JSON, but for those that name codes."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in codes and name not in texts._CODES:
                yield from keys_of_words(inner, codes, name)
    elif isinstance(value, list):
        for one in value:
            yield from keys_of_words(one, codes, within)
    elif is_word(value):
        yield within


def is_word(value: Any) -> bool:
    """Whether a value is taken for words: ids and aliases are not."""
    known = {*members(), *(one.id for one in parties())}
    return isinstance(value, str) and bool(value) and value not in known and not (
        texts._ALIAS.fullmatch(value)
    )  # fmt: skip
