"""Judges what comes in on the sequels of gifts."""

from __future__ import annotations

import re
from dataclasses import replace

from exercises.contract import Accepted, Entry, Json
from exercises.gift_sequels.config import SequelsConfig
from exercises.gift_sequels.model import GAVE, PAGE, TELL, SequelsView, part_of
from exercises.kit.rules.joint import owner_of
from exercises.kit.rules.one_by_one import judged_number
from exercises.kit.rules.words import judged_words
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

TEXT_LIMIT = 300
_MOST_BEFORE, _MOST_SEEN, _MOST_ACTIONS = 8, 200, 99
_MARK = re.compile(r"[0-9a-f]{16}|", re.ASCII)
_PHOTO = re.compile(r"[A-Za-z0-9_-]{0,32}", re.ASCII)

SequelsEntry = Entry[SequelsConfig, SequelsView]


def accept(entry: SequelsEntry) -> Accepted:
    """Judge an answer by its slot (see model.py). The facilitator gives turns, and writes for an
    organisation that is named in `for`."""
    if entry.slot.startswith(TELL):
        return _turn(entry, entry.slot.removeprefix(TELL))
    if entry.slot == PAGE:
        return _page(entry)
    owner = owner_of(entry)
    if owner is None or owner not in entry.parties():
        raise Refused(_("Wie bij geen organisatie hoort, kan hier niets invullen."))
    if not entry.phase.open:
        raise Refused(_("Schrijven kan nu even niet. Straks kan het weer."))
    if entry.slot == GAVE:
        return Accepted(_said(entry, owner), owner, "party")
    found = part_of(entry.slot)
    if found is None:
        raise Refused(_("Dit cadeautje kennen we niet. Laad de pagina opnieuw."))
    judged = {"text": _text, "note": _note, "action": _action}[found[1]]
    return Accepted(judged(entry, owner), owner, "party")


def _text(entry: SequelsEntry, owner: str) -> Json:
    """A sentence, or that they did nothing with it yet. `giver` says whose gift it was, so that the
    sentence makes sense when that gift is there no more."""
    nothing, giver = entry.payload.get("nothing", False), entry.payload.get("giver", "")
    known = isinstance(giver, str) and (not giver or giver in entry.parties())
    if not isinstance(nothing, bool) or not known or giver == owner:
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    said = _said(entry, owner)
    return {**said, "nothing": nothing and not said["text"], "giver": giver}


def _said(entry: SequelsEntry, owner: str) -> Json:
    """The words with who wrote them, and what a colleague wrote before."""
    text = judged_words(entry.payload, TEXT_LIMIT, _("Je zin")).payload["text"]
    kept = entry.stored(owner, entry.slot) or {}
    before = [one for one in kept.get("before", []) if one != text]
    last = kept.get("text", "")
    if last and last != text and kept.get("by") != entry.author:
        before = [*(one for one in before if one != last), last]
    return {"text": text, "by": entry.author, "before": before[-_MOST_BEFORE:]}


def _note(entry: SequelsEntry, owner: str) -> Json:
    note, words = entry.payload.get("note"), entry.payload.get("words", "")
    photo = entry.payload.get("photo", "")
    marks = all(isinstance(one, str) and _MARK.fullmatch(one) for one in (note, words))
    if not marks or not isinstance(photo, str) or not _PHOTO.fullmatch(photo):
        raise Refused(_("Dat briefje kennen we niet. Kies een ander."))
    return {"note": note, "words": words if note else "", "photo": photo if note else ""}


def _action(entry: SequelsEntry, owner: str) -> Json:
    number = entry.payload.get("action")
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= _MOST_ACTIONS:
        raise Refused(_("Die actie kennen we niet. Kies een andere."))
    return {"action": number}


def _page(entry: SequelsEntry) -> Accepted:
    if entry.author != FACILITATOR:
        raise Refused(_("Dat kan alleen de begeleider."))
    return replace(judged_number(entry.payload, "at"), notifies="everybody")


def _turn(entry: SequelsEntry, organisation: str) -> Accepted:
    party, skip = entry.parties().get(organisation), entry.payload.get("skip", False)
    gift = entry.payload.get("gift", "")
    if entry.author != FACILITATOR:
        raise Refused(_("Dat kan alleen de begeleider."))
    if party is None or party.gone:
        raise Refused(_("Deze organisatie doet niet meer mee."))
    known = gift == "" or (isinstance(gift, str) and part_of(f"gift.{gift}:text") is not None)
    if not known or not isinstance(skip, bool):
        raise Refused(_("Dit cadeautje kennen we niet. Laad de pagina opnieuw."))
    seen = list((entry.stored(FACILITATOR, entry.slot) or {}).get("seen", []))
    if not skip and gift not in seen:
        # Who sees one gift, sees that this organisation tells.
        seen = [*seen, *(one for one in dict.fromkeys(("", gift)) if one not in seen)]
    told = {"gift": gift, "seen": seen[:_MOST_SEEN], "skip": skip}
    return Accepted(told, notifies="everybody")
