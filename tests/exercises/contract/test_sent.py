"""What browsers are sent: no ids of people, and nothing before it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import Answer, Phase, Role
from tests.exercises.contexts import context_of
from tests.exercises.contract.cases import (
    ROLES,
    AnyExercise,
    context,
    each_exercise,
    members,
    parties,
    phases,
    reworded,
    sample_answers,
    sample_module,
    visits,
    with_marks,
)


@each_exercise
def test_what_browsers_get_names_nobody_by_the_stored_id(exercise: AnyExercise) -> None:
    people = {f"id-{n}-secret": replace(m, id=f"id-{n}-secret") for n, m in
              enumerate(members().values())}  # fmt: skip
    answers = sample_answers(exercise, list(people))
    for phase in phases(exercise):
        for role in ("phone", "screen"):
            ctx = replace(context(exercise, phase, role, answers), people=lambda: people)
            draw = exercise.phone if role == "phone" else exercise.screen
            leaked = re.findall(r"id-\d+-secret", json.dumps(draw(ctx).data))
            assert not leaked, f"{role} is sent ids of people: send context.alias(id) instead"


@each_exercise
def test_photos_that_browsers_get_are_named_for_who_is_served(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    noted = getattr(sample_module(exercise.kind), "NOTES", ())
    for phase in phases(exercise):
        for role in ROLES:
            ctx = context_of(
                exercise, phase, role, answers, people=members(), parties=parties(),
                me="p0" if role == "phone" else None, visits=visits(exercise),
                notes_shared=lambda: noted,
            )  # fmt: skip
            draw = exercise.phone if role == "phone" else exercise.screen
            found = [draw(ctx), exercise.console(ctx) if role == "console" else None]
            may = {*exercise.photos(ctx), *(id_ for one in ctx.notebook for id_ in one.photos)}
            assert photos_in([scene.data for scene in found if scene]) <= may


def photos_in(data: Any) -> set[str]:
    """The ids of photos anywhere in what a browser is sent."""
    if isinstance(data, dict):
        own = {data["photo"]} if isinstance(data.get("photo"), str) and data["photo"] else set()
        return own.union(*map(photos_in, data.values()))
    return set().union(*map(photos_in, data)) if isinstance(data, list | tuple) else set()


UNSHOWN = (
    "{kind} gives the {role} words of others before they are shown: leave them out in `public`, or"
    " declare it in `reads_unshown`"
)


@each_exercise
def test_nobody_reads_what_is_not_shown(exercise: AnyExercise) -> None:
    """Other words make no other screen, and are on no phone of another organisation."""
    answers = sample_answers(exercise, list(members()))
    hidden = [one for one in phases(exercise) if not one.shown]
    read: set[Role] = set()
    if any(screen_of(exercise, one, answers) != screen_of(exercise, one, reworded(answers))
           for one in hidden):  # fmt: skip
        read.add("screen")
    if any(mark in phone_of(exercise, one, marked, me)
           for marked, whose, mark in with_marks(answers)
           for me in ("p0", "p1", "p2") if not is_of_own(exercise, whose, me)
           for one in hidden):  # fmt: skip
        read.add("phone")
    for role in sorted(read - {*exercise.reads_unshown}):
        pytest.fail(UNSHOWN.format(kind=exercise.kind, role=role))
    assert read == {*exercise.reads_unshown}, "`reads_unshown` names a role that reads nothing"


def screen_of(exercise: AnyExercise, phase: Phase, answers: Sequence[Answer]) -> str:
    return json.dumps(exercise.screen(context(exercise, phase, "screen", answers)).data)


def phone_of(exercise: AnyExercise, phase: Phase, answers: Sequence[Answer], me: str) -> str:
    here = context_of(exercise, phase, "phone", answers, people=members(), parties=parties(),
                      me=me, visits=visits(exercise))  # fmt: skip
    return json.dumps(exercise.phone(here).data)


def is_of_own(exercise: AnyExercise, whose: str, me: str) -> bool:
    """Whether an owner of answers is of the organisation of a person, or a visit of it."""
    house = members()[me].organisation_id
    if whose in members():
        return members()[whose].organisation_id == house
    visit = next((one for one in visits(exercise) if one.id == whose), None)
    return house in ({whose} if visit is None else {visit.visitor, visit.host})
