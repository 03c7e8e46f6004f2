"""Results are words of the vocabulary, complete, and told to nobody who may not read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from exercises import results
from exercises.contract import Answer, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.results import VOCABULARY, GivenGift, HostWish, Result, Strength
from tests.exercises.asking import results_for
from tests.exercises.contract.cases import (
    AnyExercise,
    each_exercise,
    members,
    parties,
    phases,
    sample_answers,
    with_marks,
)

TYPES = {kind: get_type_hints(kind) for kind in VOCABULARY}


def askers() -> list[Asker]:
    """Whoever may ask for results: console, screen, and a phone of each organisation."""
    phones = [Asker("phone", members()[one], checked) for one in ("p0", "p1", "p2")
              for checked in (True, False)]  # fmt: skip
    return [FOR_OTHERS, Asker("screen"), *phones]


def read_results(
    exercise: AnyExercise, phase: Phase, answers: Sequence[Answer], asker: Asker
) -> tuple[Result, ...]:
    return results_for(asker, exercise, phase, answers, people=members(), parties=parties())


@each_exercise
def test_results_are_of_the_vocabulary_and_complete(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    steps = {"", *(step.key for step in exercise.steps(exercise.sample))}
    read = 0
    for phase in phases(exercise):
        for asker in askers():
            for one in read_results(exercise, phase, answers, asker):
                read += 1
                assert type(one) in VOCABULARY and type(one) in exercise.gives
                assert mistyped(one) == []
                assert one.origin.step in steps and one.origin.activity == "activity"
                assert one.organisation in {"", *(party.id for party in parties())}
                assert one.person in {"", *members()} and bool(one.name) == bool(one.person)
    assert bool(read) == (exercise.results is not None), "the sample gives no results"
    assert bool(exercise.gives) == (exercise.results is not None)


@each_exercise
def test_results_are_the_same_each_time_and_in_any_order_of_answers(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        for asker in askers():
            read = read_results(exercise, phase, answers, asker)
            assert read == read_results(exercise, phase, answers, asker)
            assert read == read_results(exercise, phase, answers[::-1], asker)
            assert read_results(exercise, phase, [], asker) == ()


@each_exercise
def test_results_hold_nothing_sealed_for_others(exercise: AnyExercise) -> None:
    if exercise.results is None or exercise.sealed is None:
        pytest.skip("nothing can be sealed, or nothing is given")
    answers, found = sample_answers(exercise, list(members())), 0
    for marked, whose, mark in with_marks(answers):
        view = exercise.fold(exercise.sample, marked)
        if not any(mark in str(one.payload) and exercise.sealed(view, one) for one in marked):
            continue
        found += 1
        for phase in phases(exercise):
            for asker in askers():
                told = str(read_results(exercise, phase, marked, asker))
                own = asker.me is not None and whose in {asker.me.id, asker.me.organisation_id}
                assert own or mark not in told, f"{asker} reads what {whose} keeps sealed"
    assert found, "nothing in the sample can be sealed"


@each_exercise
def test_results_of_a_person_are_told_as_far_as_they_say(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        for one in read_results(exercise, phase, answers, FOR_OTHERS):
            assert one.naming == "names" or not (one.person or one.name)
            assert one.naming != "nobody" or not one.organisation
            assert one.readers in ("everybody", "facilitator")
        for one in read_results(exercise, phase, answers, Asker("screen")):
            assert one.readers == "everybody"


def mistyped(result: Result) -> list[str]:
    """The fields of a result that hold something else than they say, and required texts that are
    empty."""
    hints = TYPES[type(result)]
    wrong = [one.name for one in fields(result) if not is_of(getattr(result, one.name),
                                                             hints[one.name])]  # fmt: skip
    needed = [one.name for one in fields(result) if one.default is MISSING]
    return wrong + [name for name in needed if getattr(result, name) == ""]


def is_of(value: Any, kind: Any) -> bool:
    """Whether a value is of a type as results have them."""
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(is_of(one, get_args(kind)[0]) for one in value)
    if isinstance(kind, UnionType):
        return any(is_of(value, one) for one in get_args(kind))
    return type(value) is kind


def test_what_is_mistyped_is_found() -> None:
    assert mistyped(HostWish(rank=1, host="o1", organisation="o2")) == []
    assert mistyped(HostWish(rank="1", host="o1")) == ["rank"]  # type: ignore[arg-type]
    assert mistyped(Strength(text="", area="1")) == ["area", "text"]  # type: ignore[arg-type]
    assert mistyped(Strength(text="a", readers="all")) == ["readers"]  # type: ignore[arg-type]
    assert {one for one in vars(results).values() if isinstance(one, type)
            and issubclass(one, Result)} == {Result, GivenGift, *VOCABULARY}  # fmt: skip
