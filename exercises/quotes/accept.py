"""Judges what comes in on Citaten: a sentence, what may be done with it, and which is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import Accepted, Entry, Phase
from exercises.kit.rules.one_by_one import judged_number
from exercises.kit.rules.words import judged_words
from exercises.quotes.config import QuotesConfig
from exercises.quotes.model import ALLOWS, CONSENT, ONE, TEXT, TURN, QuotesView, key_of
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

TEXT_LIMIT = 240

QuotesEntry = Entry[QuotesConfig, QuotesView]


def accept(entry: QuotesEntry) -> Accepted:
    """Judge an answer by its slot (see model.py). A sentence and a choice are taken at any time, so
    that withdrawing is never refused; those of somebody without a phone from the facilitator, with
    the alias of that person in `for`."""
    if entry.author == FACILITATOR and entry.slot == TURN:
        return _turn(entry)
    judge = {TEXT: _text, CONSENT: _consent}.get(entry.slot)
    if judge is None:
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    if entry.author != FACILITATOR:
        return replace(judge(entry.payload), also_notifies=_next_shown(entry))
    without = {entry.alias(one.id): one.id for one in entry.people().values() if one.by_hand}
    asked = entry.payload.get("for")
    owner = without.get(asked) if isinstance(asked, str) else None
    if owner is None:
        raise Refused(_("Alleen wie het zei, kiest wat met een citaat mag."))
    return replace(judge(entry.payload), owner=owner)


def _text(payload: dict[str, Any]) -> Accepted:
    return judged_words(payload, TEXT_LIMIT, _("Je zin"))


def _consent(payload: dict[str, Any]) -> Accepted:
    consent = ALLOWS.judged(payload)
    if consent == "none":
        # Without the words: what may be used nowhere is kept once only.
        return Accepted({"consent": consent})
    text = _text(payload).payload["text"]
    if not text:
        raise Refused(_("Schrijf eerst een zin. Dan kies je wat ermee mag."))
    return Accepted({"consent": consent, "text": text})


def _next_shown(entry: QuotesEntry) -> tuple[str, ...]:
    """Whose quote comes on the screen when that of the author goes: that phone tells so."""
    if entry.phase.stage != ONE:
        return ()
    view = entry.load()
    others = tuple(one for one in view.sentences if one.person != entry.author)
    after = replace(view, sentences=others).current
    return (after.person,) if after else ()


def _turn(entry: QuotesEntry) -> Accepted:
    if "page" in entry.payload:
        return judged_number(entry.payload)
    key = entry.payload.get("key")
    view = entry.load()
    person = entry.whose(key, key_of, (one.person for one in view.sentences))
    found = view.of(person) if person else None
    if found is None or found.naming is None:
        raise Refused(_("Dit citaat is er niet meer. Kies een ander."))
    # Whose quote is on the screen, or was, is told so on the own phone.
    left = (view.current.person,) if view.current else ()
    return Accepted({"key": key}, also_notifies=(found.person, *left))


def rehearse(config: QuotesConfig, phase: Phase, chance: float) -> tuple[str, dict[str, Any]]:
    """A sentence, as a phone would send it."""
    return TEXT, {"text": _("Onze deur staat nu echt open ({n}).").format(n=round(chance * 1000))}
