"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer, Json
from exercises.domino.config import DominoConfig
from exercises.domino.spots import Half, Spot
from exercises.domino.trail import Laid, lay_out
from state.models import FACILITATOR

TEXTS = ("Opa vertelt", "<b>Taal</b> sloot uit", "👩‍👩‍👧 samen soep", "=1+1", "שיר של הורים")


def answers(config: DominoConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody wrote a stone; all but every fourth lies, the others lean on the one before."""
    found: list[Answer] = []

    def add(author: str, slot: str, payload: Json) -> None:
        found.append(Answer(author, slot, payload, order=len(found) + 1))

    laid: list[Laid] = []
    for number, person in enumerate(people):
        add(person, "stone.top", {"text": TEXTS[number % len(TEXTS)]})
        add(person, "stone.flop", {"text": TEXTS[(number + 2) % len(TEXTS)]})
        add(person, "stone.ready", {"ready": True})
        if number % 4 == 3:
            continue
        one = _laid(person, laid, ("top", "flop")[number % 2])
        laid.append(one)
        assert one.spot is not None
        payload = {
            "on": True, "number": one.number, "at": one.spot.to_json(), "against": one.against,
            "half": one.half, "shared": "iemand blijft erbij" if one.against else "",
        }  # fmt: skip
        add(person, "stone.lay", payload)
    lying = [one.id for one in laid]
    if len(lying) > 3:
        thread = {"target": lying[0], "text": "dit raakt ook aan taal"}
        add(lying[3], f"stone.thread-{lying[0]}", thread)
        add(
            FACILITATOR, f"table.thread-{lying[1]}-{lying[3]}",
            {"target": lying[3], "text": "samen eten", "source": lying[1]},
        )  # fmt: skip
        add(FACILITATOR, "table.walk", {"stone": lying[2]})
    if lying:
        add(FACILITATOR, "table.word", {"stone": lying[0], "number": len(laid) + 1})
    return found


def _laid(person: str, laid: list[Laid], half: Half) -> Laid:
    """Against the one before, where it has room; else loose."""
    table = lay_out(laid)
    number = len(laid) + 1
    if laid:
        spot: Spot | None = table.against(person, laid[-1].id, half)
        if spot is not None:
            return Laid(person, number, spot, laid[-1].id, half)
    return Laid(person, number, table.loose(person), None, "top")
