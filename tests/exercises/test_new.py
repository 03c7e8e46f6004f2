"""Beginning an exercise; that the template keeps every promise is in contract/."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exercises import new

LONG_KIND = "abcdefghijkl_nopqrstuvwx"
LONG_TITLE = "Een titel die zo lang is als hij mag is’"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the template, beside the rest of the exercises."""
    for folder in ("exercises", "tests/exercises"):
        shutil.copytree(new.ROOT / folder / new.KIND, tmp_path / folder / new.KIND)
        for path in (new.ROOT / folder).iterdir():
            if path.name not in (new.KIND, "__init__.py", "__pycache__"):
                (tmp_path / folder / path.name).symlink_to(path)
    shutil.copy(new.ROOT / "exercises" / "__init__.py", tmp_path / "exercises")
    for name in ("state", "pyproject.toml"):
        (tmp_path / name).symlink_to(new.ROOT / name)
    return tmp_path


def test_what_it_writes_is_the_template_under_other_names(root: Path) -> None:
    made = new.begin(root, "open_door", "Open deur")
    assert len(made) == len(list(root.glob("*/**/open_door/**/*.*"))) > 15
    for path in made:
        words = path.read_text("utf-8")
        assert not any(one in words for one in (new.KIND, new.CLASS, new.TITLE)), path
    assert "class OpenDoorView" in (root / "exercises/open_door/model.py").read_text("utf-8")
    assert ".open-door-phone" in (root / "exercises/open_door/browser/phone.css").read_text("utf-8")


def test_it_is_listed_last_and_works(root: Path) -> None:
    new.begin(root, "open_door", "Open deur")
    code = (
        "import exercises; made = exercises.EXERCISES[-1]\n"
        "assert made is exercises.of_kind('open_door') and made.title == 'Open deur'\n"
        "assert exercises.sign_of('open_door') and made.edit and made.briefing(made.sample)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


def test_the_longest_names_fit_on_lines_once_they_are_in_form(root: Path) -> None:
    assert (len(LONG_KIND), len(LONG_TITLE)) == (new.LONGEST_KIND, new.LONGEST_TITLE)
    made = new.begin(root, LONG_KIND, LONG_TITLE)
    ruff = [Path(sys.executable).parent / "ruff"]
    python = [path for path in made if path.suffix == ".py"]
    for words in (["check", "-q", "--select", "I", "--fix"], ["format", "-q"], ["check", "-q"]):
        subprocess.run([*ruff, *words, "exercises/__init__.py", *python], cwd=root, check=True)
    # Code of scripts is wrapped by deno, their comments are not.
    fixed = [
        line for path in made if path.suffix in (".css", ".js")
        for line in path.read_text("utf-8").splitlines()
        if path.suffix == ".css" or line.startswith("//")
    ]  # fmt: skip
    assert fixed and [line for line in fixed if len(line) > 100] == []


@pytest.mark.parametrize(
    ("kind", "title", "told"),
    [
        ("OpenDoor", "Open deur", "lower case"), ("open__door", "Open deur", "lower case"),
        ("2doors", "Open deur", "lower case"), ("", "Open deur", "lower case"),
        ("a" * 25, "Open deur", "too long"),
        ("class", "Open deur", "word of Python"), ("print", "Open deur", "word of Python"),
        ("line", "Open deur", "there already"), ("starter", "Open deur", "there already"),
        ("asking", "Open deur", "tests/exercises/asking.py"),
        ("sheet", "Open deur", "name of the kit"), ("talk", "Open deur", "of the agenda"),
        ("stance", "Open deur", "StanceConfig is in"),
        ("open_door", "", "this one has 0"), ("open_door", "x" * 41, "this one has 41"),
        ("open_door", 'Open "deur"', "letters, figures"), ("open_door", "Citaten", "called"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_in_a_sentence(kind: str, title: str, told: str) -> None:
    first = next(new.troubles(new.ROOT, kind, title))
    assert told in first and first.endswith(".")


def test_nothing_is_written_where_a_name_cannot_be_used(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    with pytest.raises(ValueError, match="there already"):
        new.begin(root, "line", "Open deur")
    with pytest.raises(ValueError, match="this one has 0"):
        new.begin(root, "open_door", "  ")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_list_of_another_form_is_told_before_anything_is_written() -> None:
    with pytest.raises(ValueError, match="another form"):
        new.listed("EXERCISES = []\n", "open_door")
