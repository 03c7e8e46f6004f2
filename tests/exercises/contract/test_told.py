"""What an exercise tells of itself: its titles, stages and steps, and its briefing."""

from __future__ import annotations

from tests.exercises.contract.cases import AnyExercise, each_exercise


@each_exercise
def test_an_exercise_says_what_people_need_to_know(exercise: AnyExercise) -> None:
    assert exercise.title and exercise.help.endswith(".") and exercise.step_label
    assert exercise.steps_label
    assert exercise.minutes > 0
    assert exercise.stages and exercise.steps(exercise.sample)
    stages = [stage.key for stage in exercise.stages]
    assert len(set(stages)) == len(stages)
    assert all(stage.label and stage.forward for stage in exercise.stages)
    steps = [step.key for step in exercise.steps(exercise.sample)]
    assert len(set(steps)) == len(steps)


@each_exercise
def test_what_the_facilitator_reads_before_it_is_complete(exercise: AnyExercise) -> None:
    """The run sheet has for each exercise why, what to say, and what goes wrong easily."""
    assert exercise.briefing is not None
    found = exercise.briefing(exercise.sample)
    said = (found.purpose, found.introduce, *found.pitfalls, *found.material, *found.questions)
    assert len(found.pitfalls) >= 2
    for sentence in said:
        assert sentence == sentence.strip() and sentence[-1] in ".?", sentence
        assert "!" not in sentence and "{" not in sentence
    assert 60 <= len(found.purpose) <= 300 and 100 <= len(found.introduce) <= 480
    assert all(len(one) <= 160 for one in found.pitfalls)
