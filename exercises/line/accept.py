"""Judges what comes in on De lijn: a place in a round, and why somebody stands there."""

from __future__ import annotations

from typing import Any

from exercises.contract import Accepted, Entry, Phase
from exercises.kit.rules.words import judged_words
from exercises.line.config import LineConfig
from exercises.line.model import LineView, current, round_of
from state.language import _
from state.problems import Refused

WHY_LIMIT = 280


def accept(entry: Entry[LineConfig, LineView]) -> Accepted:
    """Judge an answer: `{"at": 0..1}` for a round, `{"text": str}` for a why."""
    key, _dot, part = entry.slot.rpartition(".")
    statement = next((item for item in entry.config.statements if item.key == key), None)
    if statement is None:
        raise Refused(_("Deze stelling is weggehaald. Je hoeft niets meer te doen."))
    if part == "why":
        # Words are accepted after their stage too, as somebody may still have been typing.
        return judged_words(entry.payload, WHY_LIMIT, _("Je uitleg"))
    if statement != current(entry.config, entry.phase):
        raise Refused(_("Deze stelling is al voorbij. Je antwoord van toen blijft staan."))
    return _judge_place(entry.phase, part, entry.payload)


def _judge_place(phase: Phase, part: str, payload: dict[str, Any]) -> Accepted:
    if part != str(round_of(phase)):
        raise Refused(_("Deze ronde is al voorbij. Kijk even opnieuw naar je gsm."))
    if not phase.open:
        raise Refused(_("Opschuiven kan nu niet: de begeleider heeft de lijn vastgezet."))
    return _place(payload)


def _place(payload: dict[str, Any]) -> Accepted:
    at = payload.get("at")
    if isinstance(at, bool) or not isinstance(at, int | float):
        raise Refused(_("Die plek is niet te lezen. Zet je figuur nog eens op de lijn."))
    # Also true of NaN, and of whole numbers too large for a float.
    if not 0 <= at <= 1:
        raise Refused(_("Die plek ligt naast de lijn. Zet je figuur nog eens op de lijn."))
    return Accepted({"at": round(float(at), 4)})


def rehearse(config: LineConfig, phase: Phase, chance: float) -> tuple[str, dict[str, Any]]:
    """A place in the round that is on, as a phone would send it."""
    statement = current(config, phase)
    assert statement is not None, "the sample has statements"
    return f"{statement.key}.{round_of(phase)}", {"at": round(chance, 4)}
