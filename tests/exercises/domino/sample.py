"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer, Json
from exercises.domino.config import DominoConfig
from state.models import FACILITATOR

TEXTS = ("Opa vertelt", "<b>Taal</b> sloot uit", "👩‍👩‍👧 samen soep", "=1+1", "שיר של הורים")


def answers(config: DominoConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody wrote a stone; all but every fourth lies, each but the first against the one that
    was laid before it, with top and flop in turn.
    """
    found: list[Answer] = []

    def add(author: str, slot: str, payload: Json) -> None:
        found.append(Answer(author, slot, payload, order=len(found) + 1))

    lying: list[str] = []
    for number, person in enumerate(people):
        add(person, "stone.top", {"text": TEXTS[number % len(TEXTS)]})
        add(person, "stone.flop", {"text": TEXTS[(number + 2) % len(TEXTS)]})
        add(person, "stone.ready", {"ready": True})
        if number % 4 == 3:
            continue
        payload = {
            "on": True, "number": len(lying) + 1, "against": lying[-1] if lying else None,
            "half": ("top", "flop")[len(lying) % 2] if lying else "top",
            "shared": "iemand blijft erbij" if lying else "",
        }  # fmt: skip
        add(person, "stone.lay", payload)
        lying.append(person)
    if len(lying) > 3:
        thread = {"target": lying[0], "text": "dit raakt ook aan taal"}
        add(lying[3], f"stone.thread-{lying[0]}", thread)
        add(
            FACILITATOR, f"table.thread-{lying[1]}-{lying[3]}",
            {"target": lying[3], "text": "samen eten", "source": lying[1]},
        )  # fmt: skip
        add(FACILITATOR, "table.walk", {"stone": lying[2]})
    if lying:
        add(FACILITATOR, "table.word", {"stone": lying[0], "number": len(lying) + 1})
    return found
