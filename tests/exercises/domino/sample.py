"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer, Json, Role
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


def sends(role: Role, data: Json) -> list[tuple[str, Json]]:
    """What is done with each stone that somebody is told of: on the console the word, the walk,
    laying, taking back, words and threads; on a phone laying against it and a thread to it."""
    if role == "phone":
        lay = [
            ("stone.lay", {"on": True, "against": one["id"], "half": half, "shared": "buren"})
            for one in data["table"] for half in one["room"]
        ]  # fmt: skip
        tie = [(f"stone.thread-{one['id']}", {"text": "de tuin"}) for one in data["table"]]
        cut = [(f"stone.thread-{one['id']}", {"text": ""}) for one in data["threads"]]
        return [*lay, *tie, *cut]
    found: list[tuple[str, Json]] = [("table.walk", {"stone": one}) for one in data["walk"]]
    lying = [one for one in data["people"] if one["state"] == "lies"]
    for one in lying:
        stone = one["id"]
        found += [
            ("table.word", {"stone": stone}), ("stone.top", {"stone": stone, "text": "nieuw"}),
            ("stone.lay", {"stone": stone, "on": False}),
            *((f"table.thread-{stone}-{other['id']}", {"text": "buren"}) for other in lying
              if other is not one),
            *((thread["slot"], {"text": ""}) for thread in one["threads"] if thread["slot"]),
        ]  # fmt: skip
    return found
