"""Judges what comes in at Open houding: words of a person, and what a couple agrees."""

from __future__ import annotations

from exercises.contract import Accepted, Entry, Json, Phase
from exercises.kit.rules.words import judged_words
from exercises.kit.sheet import judging
from exercises.open_stance import model
from exercises.open_stance.config import SENTENCE_LIMIT, StanceConfig
from exercises.open_stance.model import AFTER, BEFORE, CHANGE, OWN, StanceView
from state.language import _
from state.problems import Refused

CHANGE_LIMIT = 200
_CALLED = {BEFORE: _("Je zin"), AFTER: _("Je open vraag"), CHANGE: _("Wat er verandert")}


def accept(entry: Entry[StanceConfig, StanceView]) -> Accepted:
    """Judge `{"text": str}` of a person, or what belongs to the sheet of a visit.

    Words are accepted after their stage too, as somebody may still have been typing.
    """
    if model.is_of_sheet(entry.slot):
        if not entry.config.agreements:
            raise Refused(_("Afspraken maken jullie hier niet meer. Je hoeft niets meer te doen."))
        return judging.accept(model.form(entry.config), entry)
    key, _dot, part = entry.slot.rpartition(".")
    known = {one.key for one in (*model.sentences(entry.config), *entry.config.gone)}
    if key not in known or part not in model.PARTS or (part == BEFORE and key != OWN):
        raise Refused(_("Deze zin is weggehaald. Je hoeft niets meer te doen."))
    limit = CHANGE_LIMIT if part == CHANGE else SENTENCE_LIMIT
    return judged_words(entry.payload, limit, _CALLED[part])


def rehearse(config: StanceConfig, phase: Phase, chance: float) -> tuple[str, Json]:
    """What a phone would send: an open sentence, or what changes by it."""
    there = model.sentences(config)
    key = there[int(chance * len(there)) % len(there)].key if there else OWN
    part = CHANGE if phase.stage == model.LOOK else AFTER
    return f"{key}.{part}", {"text": _("Hoe is dit bij jullie gegroeid?")}
