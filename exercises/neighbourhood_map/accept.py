"""Judges what comes in: a pawn, a sentence, and which pawn is open."""

from __future__ import annotations

from typing import Any

from exercises.contract import Accepted, Entry
from exercises.kit.rules.one_by_one import judged_number
from exercises.kit.rules.words import judged_words
from exercises.neighbourhood_map.config import MapConfig
from exercises.neighbourhood_map.content import EDGE, HIGH, WIDE
from exercises.neighbourhood_map.model import (
    STEP,
    MapView,
    Pawn,
    Sentence,
    opening,
    round_of,
    to_json,
)
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

WHY_LIMIT = 280
MapEntry = Entry[MapConfig, MapView]


def accept(entry: MapEntry) -> Accepted:
    """Judge an answer.

    A pawn is `{"x", "y"}`, a sentence `{"text", "seen"}` where `seen` names the version of it that
    the writer had in sight. The facilitator adds `party`, and may take a pawn away with `"off"`.
    """
    step, _dot, part = entry.slot.rpartition(".")
    if step != STEP:
        raise Refused(_("Dit hoort niet bij deze kaart. Laad de pagina opnieuw."))
    if entry.author == FACILITATOR and part == "open":
        return _opened(entry)
    if entry.author == FACILITATOR and part == "page":
        return judged_number(entry.payload)
    if part in ("1", "2", "why1", "why2"):
        return _of_party(entry, part)
    raise Refused(_("Dit hoort niet bij deze kaart. Laad de pagina opnieuw."))


def _opened(entry: MapEntry) -> Accepted:
    party = entry.payload.get("party")
    if party == "" or (isinstance(party, str) and party in entry.parties()):
        told = opening(entry.load(), entry.phase, party)
        return Accepted({"party": party, "told": to_json(told)})
    raise Refused(_("Deze organisatie doet niet meer mee."))


def _of_party(entry: MapEntry, part: str) -> Accepted:
    party = _party(entry)
    if party is None:
        raise Refused(_("Deze organisatie doet niet meer mee."))
    if part.startswith("why"):
        # A sentence is accepted after its stage too, as somebody may still have been typing.
        return _words(entry, party, int(part[-1]))
    if part != str(round_of(entry.phase)):
        raise Refused(_("Deze ronde is al voorbij. Kijk even opnieuw naar je gsm."))
    if not entry.phase.open:
        raise Refused(_("Verzetten kan nu niet: de begeleider heeft de kaart vastgezet."))
    if entry.author == FACILITATOR and entry.payload.get("off") is True:
        return Accepted({"off": True}, party, "party")
    return _place(entry.payload, party)


def _party(entry: MapEntry) -> str | None:
    """The organisation to store under: the author's, or the one that the facilitator's payload
    names."""
    if entry.author != FACILITATOR:
        return entry.member.organisation_id if entry.member else None
    party = entry.payload.get("party")
    known = entry.parties().get(party) if isinstance(party, str) else None
    return None if known is None or known.gone else known.id


def _place(payload: dict[str, Any], party: str) -> Accepted:
    at = [payload.get("x"), payload.get("y")]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in at):
        raise Refused(_("Die plek is niet te lezen. Zet de pion nog eens op de kaart."))
    x, y = at
    # Also refuses NaN, and whole numbers too large for a float.
    if not (EDGE <= x <= WIDE - EDGE and EDGE <= y <= HIGH - EDGE):  # type: ignore[operator]
        raise Refused(_("Die plek ligt naast de kaart. Zet de pion nog eens."))
    return Accepted({"x": round(float(x), 1), "y": round(float(y), 1)}, party, "party")  # type: ignore[arg-type]


def _words(entry: MapEntry, party: str, number: int) -> Accepted:
    verdict = judged_words(entry.payload, WHY_LIMIT, _("De zin"))
    standing = entry.load().pawns.get(party, Pawn()).words_in(number)
    if _unseen(entry, standing, verdict.payload["text"]):
        raise Refused(_("Je collega schreef hier intussen iets. Lees het even en kies."))
    return Accepted(verdict.payload, party, "party")


def _unseen(entry: MapEntry, standing: Sentence | None, text: str) -> bool:
    """Whether this would overwrite a colleague's sentence that the writer has not seen."""
    if standing is None or not standing.text or standing.text == text:
        return False
    return standing.by != entry.author and entry.payload.get("seen") != standing.order
