"""One job has one file name in every exercise: the table is in exercises/README.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import exercises
from exercises import new

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "exercises"
TESTS = ROOT / "tests" / "exercises"
VIEWS = ("phone", "screen", "console")
KINDS = [*(one.kind for one in exercises.EXERCISES), new.KIND]
# Tests of a whole exercise on what is stored, beside those of one file.
WHOLE = {"stored", "playing"}

each_kind = pytest.mark.parametrize("kind", KINDS)


def jobs() -> set[str]:
    """The names in the first column of the table, without their ending."""
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    table = guide.partition("## What is in a folder")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)\.py` \|", table, re.M))


def strangers(names: set[str], known: set[str]) -> set[str]:
    """The names that are neither known nor begin with a known one and an underscore."""
    return {
        name for name in names - known if not any(name.startswith(f"{one}_") for one in known)
    }  # fmt: skip


def names_in(folder: Path, ending: str) -> set[str]:
    return {path.stem for path in folder.glob(f"*{ending}")}


def test_the_table_names_what_every_exercise_has() -> None:
    assert {"__init__", "config", "model", "accept", "views", "console", "export"} <= jobs()
    assert strangers({"model", "layout_rows", "rowslayout", "layouts"}, jobs()) == {
        "rowslayout", "layouts",
    }  # fmt: skip


@each_kind
def test_each_file_has_a_name_of_the_table(kind: str) -> None:
    assert strangers(names_in(FOLDER / kind, ".py"), jobs()) == set()


@each_kind
def test_each_test_is_named_after_the_file_it_tests(kind: str) -> None:
    tested = {name.removeprefix("test_") for name in names_in(TESTS / kind, ".py")
              if name.startswith("test_")}  # fmt: skip
    # A hard part has a folder of its own: tests are of the part, or of one of its files.
    parts = {path.parent.name for path in (FOLDER / kind).glob("*/__init__.py")}
    deeper = {name for part in parts for name in names_in(FOLDER / kind / part, ".py")}
    assert tested - names_in(FOLDER / kind, ".py") - parts - deeper - WHOLE == set()


@each_kind
def test_scripts_are_views_or_imported_by_one(kind: str) -> None:
    scripts = {path.stem: path.read_text(encoding="utf-8")
               for path in (FOLDER / kind / "browser").glob("*.js")}  # fmt: skip
    imported = {
        name for text in scripts.values() for name in re.findall(r'from "\./([\w-]+)\.js"', text)
    }
    assert set(scripts) - set(VIEWS) - imported == set()
    assert {"phone", "screen"} <= set(scripts)


@each_kind
def test_styles_are_of_views_or_asked_for_by_one(kind: str) -> None:
    asked = {
        name for path in (FOLDER / kind).glob("*.py")
        for name in re.findall(r'"([\w-]+)\.css"', path.read_text(encoding="utf-8"))
    }  # fmt: skip
    assert names_in(FOLDER / kind / "browser", ".css") - asked == set()
