"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer, Json
from exercises.gift_sequels.config import SequelsConfig
from exercises.gift_sequels.model import GAVE, TELL, slot
from state.models import FACILITATOR

_NOTE = {"note": "0" * 16, "words": "1" * 16, "photo": ""}
FIRST, SECOND, THIRD = "exchange:v1", "exchange:v2", "exchange:v3"


def said(text: str = "", giver: str = "", *, nothing: bool = False, by: str = "") -> Json:
    """What is stored of a gift."""
    return {"text": text, "nothing": nothing, "giver": giver, "by": by, "before": []}


def told(gift: str = "", *seen: str, skip: bool = False) -> Json:
    """A turn as it is stored."""
    return {"gift": gift, "seen": list(seen), "skip": skip}


def answers(config: SequelsConfig, people: Sequence[str]) -> list[Answer]:
    """Three organisations: the first told of one of its gifts and wrote of another, the second told
    what giving brought, the third wrote and waits."""
    found: list[Answer] = []
    for number, person in enumerate(people[:3]):
        owner = f"o{number}"
        if number == 0:
            found += [
                _at(
                    owner,
                    FIRST,
                    "text",
                    said("De bank staat er. <b>Echt</b> مرحبا 🪑", "o2", by=person),
                    person,
                ),
                _at(
                    owner, FIRST, "note", {"note": "0" * 16, "words": "1" * 16, "photo": ""}, person
                ),
                _at(owner, FIRST, "action", {"action": 1}, person),
                _at(owner, SECOND, "text", said("", "o1", nothing=True, by=person), person),
                Answer(FACILITATOR, f"{TELL}{owner}", told(FIRST, "", FIRST), order=4),
            ]
        elif number == 1:
            gave = {"text": "We kijken anders rond.", "by": person, "before": []}
            found += [Answer(owner, GAVE, gave, by=person),
                      Answer(FACILITATOR, f"{TELL}{owner}", told("", ""), order=3)]  # fmt: skip
        else:
            text = said("=SUM(1) Elke ouder kreeg een peter. " + "x" * 200, "o0", by=person)
            found += [_at(owner, THIRD, "text", text, person),
                      Answer(FACILITATOR, f"{TELL}{owner}", told(skip=True), order=2)]  # fmt: skip
    return found


def _at(owner: str, gift: str, part: str, payload: Json, person: str) -> Answer:
    return Answer(owner, slot(gift, part), payload, by=person)
