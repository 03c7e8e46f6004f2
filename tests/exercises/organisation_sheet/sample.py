"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.organisation_sheet.config import SheetConfig

ORGANISATIONS = 3


def answers(config: SheetConfig, people: Sequence[str]) -> list[Answer]:
    """Three organisations: a full sheet with a card, one with a photo, one barely begun."""
    found = []
    texts = (
        {"target": "Gezinnen מפני ש", "core": "<b>koffie</b>", "expect": "👋 iets", "name1": "An"},
        {"core": "Wij zijn er\nvoor de buurt. " * 12, "role2": "=SUM(1)"},
        {"target": "x" * 400},
    )
    pictures: tuple[dict[str, str], ...] = ({"card": "brug"}, {"photo": "abcdef123456"}, {})
    for number, person in enumerate(people[:ORGANISATIONS]):
        owner = f"o{number}"
        for part, text in texts[number].items():
            found.append(Answer(owner, f"sheet.{part}", {"text": text.strip()}, by=person))
        picture = {**pictures[number], "by": person}
        found.append(Answer(owner, "sheet.picture", picture, by=person))
        sign = {"field": "sheet.core", "beat": 5 + number}
        found.append(Answer(owner, f"at.{person}", sign, by=person))
    return found
