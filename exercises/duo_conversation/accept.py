"""Judges what comes in at Duo-gesprek: words, whether they may be shared, and changes by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from exercises.contract import Accepted, Entry
from exercises.duo_conversation import model_arrangement as arrangement
from exercises.duo_conversation.config import DuoConfig
from exercises.duo_conversation.model import (
    PART,
    TALK,
    DuoView,
    arranged,
    group_key,
    guests_of,
    steps,
)
from exercises.kit.rules.words import judged_words
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

WORDS_LIMIT = 400
DuoEntry = Entry[DuoConfig, DuoView]


def accept(entry: DuoEntry) -> Accepted:
    """Judge words, a switch on them, or a change of the groups."""
    key, _dot, part = entry.slot.rpartition(".")
    if key not in {step.key for step in steps(entry.config)}:
        raise Refused(_("Deze ronde is weggehaald. Je hoeft niets meer te doen."))
    if entry.author == FACILITATOR:
        if part == "pairs":
            return _rearranged(entry, key)
    elif found := PART.fullmatch(part):
        return _words(entry, key, found)
    raise Refused(_("Dit antwoord hoort niet bij deze oefening. Laad de pagina opnieuw."))


def _words(entry: DuoEntry, key: str, found: re.Match[str]) -> Accepted:
    """Words are accepted after their stage too, as somebody may still have been typing."""
    partners: tuple[str, ...] = ()
    group = group_key(found)
    if group is not None:
        here = entry.load().of(key)
        if not here.was_in(entry.author, group):
            raise Refused(_("Dit is niet jouw duo. Wat je schreef, staat nog op je gsm."))
        now = here.of(entry.author)
        if now is not None and now.key == group:
            partners = tuple(one for one in now.people if one != entry.author)
    if found[3]:
        share = entry.payload.get("share")
        if not isinstance(share, bool):
            raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
        return Accepted({"share": share}, also_notifies=partners)
    words = judged_words(entry.payload, WORDS_LIMIT, _("Je notitie"))
    return replace(words, also_notifies=partners)


def _rearranged(entry: DuoEntry, key: str) -> Accepted:
    """A change by hand; `who` and `with` are aliases, `made` says which groups were seen."""
    view = entry.load()
    before = view.of(key)
    guests = guests_of(entry.people(), view, key, entry.earlier())
    wish = entry.payload.get("do")
    if wish == "again":
        if entry.payload.get("made") != before.made:
            raise Refused(_("Iemand anders maakte net nieuwe duo’s. Kijk even opnieuw."))
        return arranged(before, arrangement.make(before, guests, key))
    known = {entry.alias(person): person for person in guests.party}
    who = _known(known, entry.payload.get("who"))
    if who is None:
        raise Refused(_("Deze persoon is niet meer in de bijeenkomst."))
    if wish in ("aside", "back"):
        change = arrangement.set_aside if wish == "aside" else arrangement.bring_back
        return arranged(before, change(before, who, guests, talking=entry.phase.stage == TALK))
    other = _known(known, entry.payload.get("with"))
    if wish != "together" or other is None or other == who:
        raise Refused(_("Kies twee mensen die er allebei zijn."))
    return arranged(before, arrangement.put_together(before, who, other, guests))


def _known(known: Mapping[str, str], sent: Any) -> str | None:
    return known.get(sent) if isinstance(sent, str) else None
