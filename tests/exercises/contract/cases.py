"""What the tests of the contract try each exercise with: a hall of people, phases, and answers to
its sample configuration.

`tests/exercises/<kind>/sample.py` gives those answers: `answers(config, people)` is what the people
of ids `people` could have answered, none when there are no people. It may bring a `CONFIG` to
answer to, when the sample is still empty, `VISITS` of the track, and `NOTES` of notebooks that its
answers show."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

import exercises
from exercises import starter
from exercises.contract import (
    Answer,
    Context,
    Entry,
    Exercise,
    Member,
    Party,
    Phase,
    Role,
    Scene,
    TrackVisit,
)
from tests.exercises.contexts import context_of

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "exercises"
ROLES: tuple[Role, ...] = ("phone", "screen", "console")
NAMES = (
    "An", "محمد", "<script>alert(1)</script>", "👩‍👩‍👧", '=HYPERLINK("http://x")', "x" * 60,
    "O'Neill & Zn", "Zoë",
)  # fmt: skip
AnyExercise = Exercise[Any, Any]


def _sample_file(kind: str) -> Path:
    return Path(__file__).parents[1] / kind / "sample.py"


@cache
def sample_module(kind: str) -> Any:
    path = _sample_file(kind)
    assert path.exists(), f"write {path.relative_to(ROOT)} with answers(config, people)"
    spec = importlib.util.spec_from_file_location(f"sample_{kind}", path)
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def _filled_in(exercise: AnyExercise) -> AnyExercise:
    """The exercise with what a facilitator would fill in: its sample.py may bring a `CONFIG`."""
    if not _sample_file(exercise.kind).exists():
        # Its own tests say what is missing; those of the others run all the same.
        return exercise
    return replace(
        exercise, sample=getattr(sample_module(exercise.kind), "CONFIG", exercise.sample)
    )


# Those on agendas, and the template from which `python -m exercises.new` begins one.
each_exercise = pytest.mark.parametrize(
    "exercise", [_filled_in(one) for one in (*exercises.EXERCISES, starter.EXERCISE)],
    ids=lambda e: e.kind,
)  # fmt: skip

# Whatever a browser can send: JSON of any shape, with the values that break naive checks.
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def members(count: int = len(NAMES)) -> dict[str, Member]:
    return {
        f"p{n}": Member(f"p{n}", NAMES[n % len(NAMES)], f"o{n % 3}", NAMES[-1 - n % 3], n % 12 + 1,
                        ("staat", "koffie", "zwaait", "zij")[n % 4])
        for n in range(count)
    }  # fmt: skip


def parties() -> tuple[Party, ...]:
    return tuple(Party(f"o{n}", NAMES[-1 - n], "school", n + 1) for n in range(3))


def visits(exercise: AnyExercise) -> tuple[TrackVisit, ...]:
    """The visits of the track that its sample has answers of."""
    found: tuple[TrackVisit, ...] = getattr(sample_module(exercise.kind), "VISITS", ())
    return found


def sample_answers(exercise: AnyExercise, people: Sequence[str]) -> list[Answer]:
    found: list[Answer] = sample_module(exercise.kind).answers(exercise.sample, people)
    assert found or not people, f"{_sample_file(exercise.kind)} gives no answers for {people}"
    return found


def phases(exercise: AnyExercise) -> Iterator[Phase]:
    """Not begun, and every stage of the first, second and last step, as it begins and switched."""
    yield Phase()
    last = max(0, len(exercise.steps(exercise.sample)) - 1)
    for step in sorted({0, min(1, last), last, last + 5}):
        for stage in exercise.stages:
            begun = exercise.with_switches(Phase(step=step, stage=stage.key))
            yield exercise.enter(exercise.sample, begun)
            for shown in (False, True):
                yield replace(begun, shown=shown, open=not begun.open)


def context(
    exercise: AnyExercise, phase: Phase, role: Role, answers: Sequence[Answer], count: int = 8,
    config: Any = None,
) -> Context[Any, Any]:  # fmt: skip
    return context_of(
        exercise, phase, role, answers, config=config, people=members(count), parties=parties(),
        me="p1" if role == "phone" else None, visits=visits(exercise),
    )  # fmt: skip


def options_tried(exercise: AnyExercise, phase: Phase, answers: Sequence[Answer]) -> list[Phase]:
    """The phase, and the phase with each choice of each switch that the console offers."""
    found = [phase]
    for control in exercise.panel(context(exercise, phase, "console", answers)).controls:
        values: list[Any] = [value for value, _label in control.options] or [True, False]
        found += [replace(phase, options={control.key: value}) for value in values]
    return found


def entry(
    exercise: AnyExercise, phase: Phase, slot: str, payload: Any, author: str = "p1",
    known: Sequence[Answer] = (),
) -> Entry[Any, Any]:  # fmt: skip
    config = exercise.sample
    return Entry(
        config, phase, author, slot, payload, lambda: exercise.fold(config, list(known)), members,
        lambda: {party.id: party for party in parties()}, visits=lambda: visits(exercise),
        stored=lambda owner, place: next(
            (one.payload for one in known if (one.author, one.slot) == (owner, place)), None
        ),
        notes=lambda: getattr(sample_module(exercise.kind), "NOTES", ()),
    )  # fmt: skip


def assert_scene(exercise: AnyExercise, scene: Scene) -> None:
    json.dumps(scene.data, allow_nan=False).encode()
    folder = FOLDER / exercise.kind / "browser"
    for name in (scene.script, *scene.styles):
        assert (folder / name).is_file(), f"{folder / name} does not exist"


def reworded(answers: Sequence[Answer]) -> list[Answer]:
    """Answers of the same shape with other words: the same ones for the same."""
    return [
        replace(one, payload={**one.payload, "text": f"anders {one.payload['text'][::-1]}"})
        if isinstance(one.payload.get("text"), str) and one.payload["text"] else one
        for one in answers
    ]  # fmt: skip


def with_marks(answers: Sequence[Answer]) -> Iterator[tuple[list[Answer], str, str]]:
    """The answers with a word that occurs nowhere else in one text of one of them, for each text
    there is; and whose answer that is, and the word. A text may also be one that is too long."""
    for at, answer in enumerate(answers):
        text = answer.payload.get("text")
        if isinstance(text, str) and text:
            mark = f"geheim{at}"
            for more in ({}, {"long": True}):
                payload = {**answer.payload, "text": mark, **more}
                marked = [*answers[:at], replace(answer, payload=payload), *answers[at + 1 :]]
                yield marked, answer.author, mark
