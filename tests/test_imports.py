"""Which part of the product may import which; that arrows go down holds test_architecture.py."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs import house

ROOT = Path(__file__).resolve().parents[1]
KIT = "exercises/kit/"
# What scripts and Python agree on: types only.
TYPES = "exercises/contract.d.ts"
EDITOR = re.compile(r"exercises/\w+/(editor|explore)(_\w+)?\.py")
# Of an exercise, what may not draw: it is asked for each answer, and by scripts without pictures.
NOT_DRAWING = re.compile(r"exercises/\w+/(config(_\w+)?|content|model|accept)\.py")
# Streamlit's own files and settings: its page is served with our head, and it knows its port.
SERVES_STREAMLIT = {
    "streamlit_app.py", "pages/web/index.py", "pages/web/account.py",
    "pages/web/assets.py", "pages/web/addresses.py",
}  # fmt: skip
# One store for all sessions of a process, which Streamlit keeps over its reruns.
HOLDS_THE_STORE = {"state/app.py"}


def imports() -> Iterator[tuple[str, str]]:
    """Each file of the product with each other file of ours that it imports."""
    for path in house.sources():
        for target in house.imported(ROOT / path):
            if target != path:
                yield path, target


def may_use_streamlit(path: str) -> bool:
    """Whether a file belongs to the Streamlit pages, to an editor, or to what serves them."""
    folders = ("pages/desk/", "pages/shell.py", KIT + "editor/")
    named = path in SERVES_STREAMLIT | HOLDS_THE_STORE
    return named or path.startswith(folders) or bool(EDITOR.fullmatch(path))


def kind_of(path: str) -> str | None:
    """The exercise that a file belongs to."""
    folder = re.match(r"exercises/(\w+)/", path)
    return folder[1] if folder and folder[1] not in ("engine", "kit", "templates") else None


def test_exercises_do_not_know_each_other() -> None:
    known = [
        (path, target) for path, target in imports()
        if kind_of(path) and kind_of(target) and kind_of(path) != kind_of(target)
    ]  # fmt: skip
    assert known == []


def test_an_exercise_imports_the_kit_the_contract_and_the_state_only() -> None:
    beyond = [
        (path, target) for path, target in imports()
        if kind_of(path) and house.room_of(target) not in ("exercises", "kit", "contract", "state")
    ]  # fmt: skip
    assert beyond == []


def test_only_the_list_names_an_exercise() -> None:
    found = {path for path, target in imports() if kind_of(target) and not kind_of(path)}
    assert found == {"exercises/__init__.py"}


def test_streamlit_is_loaded_by_its_pages_and_by_editors_only() -> None:
    users = {
        path for path in house.sources()
        if re.search(r"^\s*(import|from) streamlit\b", (ROOT / path).read_text("utf-8"), re.M)
    }  # fmt: skip
    assert [path for path in users if not may_use_streamlit(path)] == []
    assert users >= SERVES_STREAMLIT | HOLDS_THE_STORE, "take off the list what needs it no more"


def test_exercises_run_and_export_without_streamlit() -> None:
    code = (
        "import sys, exercises, exercises.engine.running, report.data.archive\n"
        "assert 'streamlit' not in sys.modules, 'streamlit is loaded'"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_parts_of_editors_are_imported_by_editors_and_streamlit_pages() -> None:
    users = {path for path, target in imports() if target.startswith(KIT + "editor/")}
    assert [path for path in users if not may_use_streamlit(path)] == []


def test_what_judges_answers_does_not_draw() -> None:
    users = {path for path, target in imports() if target.startswith(KIT + "drawing/")}
    assert [path for path in users if NOT_DRAWING.fullmatch(path)] == []
    assert [path for path in users if path.startswith(KIT + "rules/")] == []


def test_rules_import_nothing_of_the_rest_of_the_kit() -> None:
    found = [
        (path, target) for path, target in imports()
        if path.startswith(KIT + "rules/") and target.startswith(KIT)
        and not target.startswith(KIT + "rules/")
    ]  # fmt: skip
    assert found == []


@pytest.mark.parametrize("folder", ["rules", "editor", "drawing", "matching"])
def test_each_folder_of_the_kit_says_who_may_import_it(folder: str) -> None:
    first = (ROOT / KIT / folder / "__init__.py").read_text("utf-8").splitlines()[0]
    assert "may import" in first


def script_imports() -> Iterator[tuple[str, str]]:
    """Each script of the product with each file that it imports, as paths in the repository."""
    for folder in ("exercises", "pages"):
        for path in sorted((ROOT / folder).rglob("*.js")):
            text = path.read_text("utf-8")
            for name in re.findall(r"""(?:from|import\()\s*["'](\.[^"']+)["']""", text):
                target = (path.parent / name).resolve().relative_to(ROOT)
                yield path.relative_to(ROOT).as_posix(), target.as_posix()


def test_scripts_of_an_exercise_import_their_own_and_the_kit() -> None:
    found = list(script_imports())
    assert len(found) > 100
    beyond = [(path, target) for path, target in found if not target.startswith((KIT, TYPES))]
    wrong = [
        (path, target) for path, target in beyond
        if path.startswith(KIT) or kind_of(path) != kind_of(target)
    ]  # fmt: skip
    assert wrong == []
