"""Answers to the sample configuration, for the tests of the contract."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.starter.config import StarterConfig
from exercises.starter.model import PAGE, TEXT, WHEN
from state.models import FACILITATOR


# Next: an answer in each slot, as `accept` stores it; where the sample of the exercise is still
# empty, give a CONFIG too, and answers in tests/exercises/evening.py.
def answers(config: StarterConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody writes and chooses, and the second page is shown."""
    found = [
        Answer(person, TEXT, {"text": f"Bij ons staan <b>{number}</b> stoelen klaar مرحبا 👋"})
        for number, person in enumerate(people)
    ]
    found += [Answer(person, WHEN, {"when": "week"}) for person in people]
    return [*found, Answer(FACILITATOR, PAGE, {"page": 1})] if found else []
