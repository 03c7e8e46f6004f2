"""That an exercise is listed once, and named by nothing but that list and its own folder."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import exercises
from exercises import new
from tests.exercises import evening
from tests.exercises.contract.cases import FOLDER, ROOT, AnyExercise, each_exercise, sample_module


def test_kinds_are_listed_once_and_are_the_names_of_their_folders() -> None:
    kinds = [exercise.kind for exercise in exercises.EXERCISES]
    assert len(set(kinds)) == len(kinds), "a kind is twice in EXERCISES of exercises/__init__.py"
    assert sorted([*kinds, new.KIND]) == sorted(exercise_folders()), (
        "each folder with an EXERCISE is listed in exercises/__init__.py, and bears its kind"
    )
    assert all(exercises.of_kind(kind).kind == kind for kind in kinds)  # type: ignore[union-attr]
    assert exercises.of_kind("of a later version") is None


def exercise_folders() -> list[str]:
    """The folders of exercises/ that define an EXERCISE."""
    return [
        path.parent.name for path in FOLDER.glob("*/__init__.py")
        if any(
            isinstance(target, ast.Name) and target.id == "EXERCISE"
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        )
    ]  # fmt: skip


@each_exercise
def test_an_editor_is_found_by_the_name_of_its_file(exercise: AnyExercise) -> None:
    there = (FOLDER / exercise.kind / "editor.py").is_file()
    assert (exercise.edit is not None) == there
    # A folder without that file.
    assert replace(exercise, kind="engine").edit is None


def test_each_exercise_has_a_drawing_of_its_own_on_the_agenda() -> None:
    signs = [exercises.sign_of(one.kind) for one in exercises.EXERCISES if one.area is None]
    assert all(signs)
    assert len({path.read_text("utf-8") for path in signs if path}) == len(signs)
    assert all(exercises.sign_of(one.kind) is None for one in exercises.EXERCISES if one.area)


# Words that name something else there too: quotes and actions are also parts of a report, which are
# stored under these words.
ALSO_NAMES = {"report/documents/parts.py: quotes", "report/documents/parts.py: actions"}


@pytest.mark.parametrize("folder", ["pages", "state", "report"])
def test_the_room_names_no_exercise(folder: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".js", ".html", ".css"}
        for line in named_in(path)
    ]
    assert set(found) - ALSO_NAMES == set()


def named_in(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    kinds = [exercise.kind for exercise in exercises.EXERCISES]
    if path.suffix == ".py":
        return [line for line in python_names(ast.parse(text)) for kind in kinds if
                re.search(rf"^{kind}$|\bexercises[./]{kind}\b", line)]  # fmt: skip
    return [match for kind in kinds for match in re.findall(rf"exercises/{kind}\b", text)]


def python_names(tree: ast.AST) -> Iterator[str]:
    """All that is imported and all texts, as one line each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_a_named_exercise_would_be_found(tmp_path: Path) -> None:
    kind = exercises.EXERCISES[0].kind
    for number, source in enumerate(
        (f"from exercises import {kind}", f"import exercises.{kind}.model",
         f"from exercises.{kind} import views", f"x = kind == '{kind}'")
    ):  # fmt: skip
        path = tmp_path / f"{number}.py"
        path.write_text(source)
        assert named_in(path), source
    script = tmp_path / "x.js"
    script.write_text(f'import "/exercises/{kind}/screen.js"')
    assert named_in(script)


def test_an_evening_takes_the_sample_of_an_exercise_that_it_does_not_tell_of() -> None:
    exercise = exercises.EXERCISES[0]
    found = evening.answers_of_sample(exercise.kind)(exercise.sample)
    assert found == sample_module(exercise.kind).answers(exercise.sample, evening.IDS)
    assert set(evening.ANSWERS) == {one.kind for one in exercises.EXERCISES}
