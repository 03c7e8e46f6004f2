"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.closing.config import ClosingConfig
from exercises.contract import Answer
from state.models import FACILITATOR

WORDS = (
    "We laten de deur open. <b>Echt</b>", "Een gezin zelf laten kiezen.", "نفتح الباب",
    "We laten de deur open. <B>echt</B>!", "👍", "Eerst luisteren en dan pas een formulier geven.",
)  # fmt: skip


def answers(config: ClosingConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody wrote, in all areas and none; of seven one withdrew it again; one is hidden."""
    found = []
    for number, person in enumerate(people):
        text = "" if number % 7 == 6 else WORDS[number % len(WORDS)]
        found.append(Answer(person, "ask.take", {"text": text}, order=number + 1))
        area = (None, 1, 2, 3, 4)[number % 5]
        found.append(Answer(person, "ask.area", {"area": area}, order=1000 + number))
    if len(people) > 1:
        found.append(Answer(FACILITATOR, "ask.hidden", {"texts": ["👍"]}))
        found.append(Answer(FACILITATOR, "line.quote", {"key": "0123456789ab"}))
    return found
