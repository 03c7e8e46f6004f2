"""What is stored comes back the same: the configuration, and answers in any order."""

from __future__ import annotations

import json

from tests.exercises.contract.cases import AnyExercise, each_exercise, members, sample_answers


@each_exercise
def test_the_sample_configuration_comes_back_the_same_from_storage(exercise: AnyExercise) -> None:
    stored = exercise.sample.to_json()
    assert "version" in stored, "to_json() says which version of the configuration this is"
    text = json.dumps(stored, allow_nan=False)
    again = exercise.config.from_json(json.loads(text))
    assert again == exercise.sample
    assert json.dumps(again.to_json()) == text


@each_exercise
def test_a_configuration_can_be_compared_and_not_changed(exercise: AnyExercise) -> None:
    assert hash(exercise.sample) == hash(exercise.config.from_json(exercise.sample.to_json()))


@each_exercise
def test_the_order_in_which_answers_are_read_does_not_matter(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    assert exercise.fold(exercise.sample, answers) == exercise.fold(exercise.sample, answers[::-1])
