"""What comes in is judged: answers of the sample, moves of the remote, and any JSON there is."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.contract import Accepted, Answer
from state.models import FACILITATOR
from state.problems import Refused
from tests.exercises.contract.cases import (
    JSON,
    AnyExercise,
    assert_scene,
    context,
    each_exercise,
    entry,
    members,
    options_tried,
    phases,
    sample_answers,
)
from tests.exercises.refusing import unless_refused


@each_exercise
def test_every_sample_answer_is_accepted_as_it_is_in_some_phase(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    slots = {answer.slot.rpartition(".")[2]: answer for answer in answers}
    for answer in slots.values():
        if answer.slot in settled(exercise):
            continue
        # As the first answer of all, after those before it, or among all: laying a stone needs
        # another that lies.
        before = answers[: answers.index(answer)]
        author = answer.by or answer.author
        verdicts = [
            unless_refused(
                exercise.accept, entry(exercise, phase, answer.slot, answer.payload, author, known)
            )
            for known in ((), before, answers)
            for phase in phases(exercise)
        ]
        kept = [(v.payload, v.owner or answer.author) for v in verdicts if v is not None]
        assert (answer.payload, answer.author) in kept, (
            f"accept() stores another answer than this one of the sample, or refuses it: {answer};"
            f" it said {set(map(str, verdicts))}"
        )


def settled(exercise: AnyExercise) -> set[str]:
    """The slots that the exercise fills by itself: nobody sends those as they are."""
    if exercise.settle is None:
        return set()
    return {
        slot for phase in phases(exercise)
        for slot in exercise.settle(context(exercise, phase, "console", []))
    }  # fmt: skip


@each_exercise
def test_what_the_remote_offers_can_be_done(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for begun in phases(exercise):
        for phase in options_tried(exercise, begun, answers):
            here = context(exercise, phase, "console", answers)
            for move in exercise.panel(here).moves:
                asked = entry(
                    exercise, replace(phase, open=True), move.slot, move.payload, FACILITATOR,
                    answers,
                )  # fmt: skip
                verdict = exercise.accept(replace(asked, alias=here.alias))
                assert isinstance(verdict, Accepted), move


@each_exercise
def test_the_facilitator_may_type_as_much_for_somebody_as_is_taken(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        behalf = exercise.panel(context(exercise, phase, "console", answers)).on_behalf
        if behalf is None or behalf.kind != "text":
            continue
        assert behalf.limit > 0 and behalf.label.endswith("?")
        full, more = (
            unless_refused(
                exercise.accept,
                entry(
                    exercise, replace(phase, open=True), behalf.slot, {"text": "a" * length},
                    known=answers,
                ),
            )
            for length in (behalf.limit, behalf.limit + 1)
        )  # fmt: skip
        assert full is not None and more is None, f"{behalf.limit} is not its limit"


@each_exercise
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_whatever_a_browser_sends_is_accepted_or_rejected_in_dutch(
    exercise: AnyExercise, data: st.DataObject
) -> None:
    answers = sample_answers(exercise, ["p1"])
    slots = sorted({answer.slot for answer in answers})
    fields = sorted({name for answer in answers for name in answer.payload})
    keys = st.sampled_from(fields) | st.text(max_size=5)
    slot = data.draw(st.sampled_from(slots) | st.text(max_size=20))
    payload = data.draw(st.dictionaries(keys, JSON, max_size=3))
    phase = data.draw(st.sampled_from(list(phases(exercise))))
    author = data.draw(st.sampled_from(["p1", "facilitator"]))
    try:
        verdict = exercise.accept(entry(exercise, phase, slot, payload, author))
    except Refused as no:
        said = f"a refusal is a sentence, with what ends one: {no}"
        assert str(no).endswith((".", "?", "!")), said
    else:
        text = json.dumps(verdict.payload, allow_nan=False, ensure_ascii=False)
        assert len(text.encode()) < 20_000
        # What is stored can be folded and drawn.
        stored = [Answer(author, slot, json.loads(text))]
        assert_scene(exercise, exercise.screen(context(exercise, phase, "screen", stored)))
        assert_scene(exercise, exercise.phone(context(exercise, phase, "phone", stored)))


@each_exercise
def test_what_no_switch_shuts_is_not_open(exercise: AnyExercise) -> None:
    """Where console and remote have no switch for answers, shutting them would change nothing."""
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        begun = exercise.with_switches(phase)
        if exercise.takes_answers(exercise.sample, begun) or not begun.open:
            continue
        for one in answers:
            open_, shut = (
                unless_refused(
                    exercise.accept,
                    entry(exercise, now, one.slot, one.payload, one.by or one.author, answers),
                )
                is None
                for now in (begun, replace(begun, open=False))
            )
            assert open_ == shut, f"{begun.stage}: {one.slot} can be shut, without a switch"
