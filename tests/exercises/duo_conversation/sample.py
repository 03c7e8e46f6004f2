"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.duo_conversation.config import DuoConfig
from exercises.duo_conversation.model_arrangement import Arrangement, Group
from state.models import FACILITATOR


def answers(config: DuoConfig, people: Sequence[str]) -> list[Answer]:
    """Two rounds of groups of neighbours; everybody wrote, and every third person shares."""
    found: list[Answer] = []
    for key, shift in (("r1", 0), ("r2", 1)):
        row = [*people[shift:], *people[:shift]]
        groups = tuple(
            Group(at + 1, at + 1, tuple(row[2 * at : 2 * at + 2]))
            for at in range((len(row) + 1) // 2)
        )
        pairs = Arrangement(groups, made=1).to_json()
        found.append(Answer(FACILITATOR, f"{key}.pairs", pairs, by_hand=True))
        for group in groups:
            for number, person in enumerate(group.people):
                slots = (f"{key}.mine", f"{key}.ours_{group.key}")
                found += [Answer(person, slot, {"text": "@woorden מפני ש"}) for slot in slots]
                if (group.key + number) % 3 == 0:
                    found += [Answer(person, f"{slot}_share", {"share": True}) for slot in slots]
    return found
