"""Judges what comes in at Beginoefening: words, a choice, or a page."""

from __future__ import annotations

from exercises.contract import Accepted, Entry, Json, Phase
from exercises.kit.rules.one_by_one import judged_number
from exercises.kit.rules.words import judged_words
from exercises.starter.config import StarterConfig
from exercises.starter.model import PAGE, STARTS, TEXT, WHEN, StarterView
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

TEXT_LIMIT = 140


# Next: judge each slot by a function of its own, and take nothing for granted: a payload is any
# JSON that a browser sends.
def accept(entry: Entry[StarterConfig, StarterView]) -> Accepted:
    """Judge an answer by its slot (see model.py). All is taken when it is closed too, as somebody
    may still have been typing, or without a connection."""
    if entry.author == FACILITATOR and entry.slot == PAGE:
        return judged_number(entry.payload)
    if entry.author != FACILITATOR and entry.slot == TEXT:
        return judged_words(entry.payload, TEXT_LIMIT, _("Je zin"))
    if entry.author != FACILITATOR and entry.slot == WHEN:
        return Accepted({"when": STARTS.judged(entry.payload)})
    raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))


def rehearse(config: StarterConfig, phase: Phase, chance: float) -> tuple[str, Json]:
    """A sentence, as a phone would send it."""
    return TEXT, {"text": _("Onze deur staat nu echt open ({n}).").format(n=round(chance * 1000))}
