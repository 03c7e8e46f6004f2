"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.reflection_sheet.config import ReflectionConfig

ORGANISATIONS = 3


def answers(config: ReflectionConfig, people: Sequence[str]) -> list[Answer]:
    """Three organisations: a full sheet that is shared, one that was taken back, one begun."""
    found = []
    texts: tuple[dict[str, str], ...] = (
        {
            **{f"{area}-{cup.key}": "Iedereen krijgt koffie מפני ש " * 7
               for area in config.areas for cup in config.cups},
            "points": "<b>koffie</b>", "learn": "👋", "question1": "=SUM(1)", "why-o1": "Zomaar",
        },
        {"1-strong": "geheim\nen nog", "points": "x" * 400, "why-o0": "Vlakbij"},
        {"4-beans": "een tuin"},
    )  # fmt: skip
    tops = (["o1", "o2", ""], ["o0", "", ""], ["", "", ""])
    for number, person in enumerate(people[:ORGANISATIONS]):
        owner = f"o{number}"
        for part, text in texts[number].items():
            found.append(Answer(owner, f"sheet.{part}", {"text": text.strip()}, by=person))
        found.append(Answer(owner, "sheet.top", {"hosts": tops[number]}, by=person))
        found.append(Answer(owner, "sheet.shared", {"on": number == 0}, by=person))
        sign = {"field": "sheet.1-strong", "beat": 5 + number}
        found.append(Answer(owner, f"at.{person}", sign, by=person))
    return found
