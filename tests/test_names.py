"""A class name stands for one thing in the whole product."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = ("exercises", "pages", "report", "state")
# Names that stand for two things all the same, and where. Each needs a reason.
ALLOWED: dict[str, set[str]] = {}


def classes_in(source: str) -> set[str]:
    """The classes that a module defines, as they are known: without the underscore of its own."""
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    return {node.name.lstrip("_") for node in found}


def defined() -> dict[str, set[str]]:
    """Class name -> the modules that define it."""
    where: dict[str, set[str]] = defaultdict(set)
    paths = [path for folder in PRODUCT for path in (ROOT / folder).rglob("*.py")]
    for path in [*paths, *ROOT.glob("*.py")]:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name in classes_in(path.read_text(encoding="utf-8")):
            where[name].add(module)
    return where


def test_no_class_name_is_defined_twice() -> None:
    twice = {name: modules for name, modules in defined().items() if len(modules) > 1}
    assert {
        name: twice[name] for name in twice if not twice[name] <= ALLOWED.get(name, set())
    } == {}
    assert set(ALLOWED) <= set(twice), "not there twice any more: take it off the list"


def test_classes_are_found_wherever_they_stand() -> None:
    source = "class A:\n    class B: ...\ndef f():\n    class _C: ...\n"
    assert classes_in(source) == {"A", "B", "C"}
