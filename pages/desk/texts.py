"""Texts of the preparation pages: what people typed, and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from exercises.contract import Exercise

K = TypeVar("K")


def parsed_date(iso: str) -> date | None:
    """A stored date, or None."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def joined(*parts: str) -> str:
    """The parts that are not empty, with commas."""
    return ", ".join(part for part in parts if part)


def distinct(words: Mapping[K, str]) -> dict[K, str]:
    """The words with a number behind those that came before: Streamlit tells the choices of a list
    apart by what they are called."""
    found: dict[K, str] = {}
    for key, word in words.items():
        name, number = word, 1
        while name in found.values():
            number += 1
            name = f"{word} ({number})"
        found[key] = name
    return found


def step_count(exercise: Exercise[Any, Any], config: Any) -> str:
    """'10 stellingen'; "" for an exercise that goes in one go."""
    count = len(exercise.steps(config))
    return f"{count} {exercise.steps_label}" if count > 1 else ""
