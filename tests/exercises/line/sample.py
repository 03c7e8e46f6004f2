"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.line.config import LineConfig


def answers(config: LineConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody stands on the first two statements, half of them moved, and some said why."""
    found = []
    for statement in config.statements[:2]:
        for number, person in enumerate(people):
            at = number / max(1, len(people) - 1)
            found.append(Answer(person, f"{statement.key}.1", {"at": round(at, 4)}))
            if number % 2:
                found.append(Answer(person, f"{statement.key}.2", {"at": round(1 - at, 4)}))
            if number % 3 == 0:
                found.append(Answer(person, f"{statement.key}.why", {"text": "@daarom מפני ש"}))
    return found


_FIRST = (
    "Marie-Christine", "An", "Jean-Baptiste", "Fatima Zohra", "Bartholomeus", "Katrien",
    "Anne-Sophie", "Wim", "Hadewijch", "Maximiliaan", "Els", "Charlotte-Amélie", "Mohammed-Amine",
    "Griet", "Guillaume", "Lieselotte", "Ingeborg", "Jan-Frederik", "Evangelina", "Tom",
)  # fmt: skip
_LAST = (
    "Vandenbroucke-Van Overstraeten", "Vandenberghe-De Schuyteneer", "Van den Abeele-Vermeersch",
    "Oosterlinck-Vanderstraeten", "De Keersmaecker-Van Nieuwenhuyse",
)  # fmt: skip


def long_names(count: int) -> tuple[str, ...]:
    """Up to a hundred names of two long parts, some with the same first name."""
    return tuple(f"{_FIRST[at % 20]} {_LAST[(at * 3 + at // 20) % 5]}" for at in range(count))
