"""Judges what comes in on an organisatiefiche: texts, a picture, and who is in which field."""

from __future__ import annotations

import re

from exercises.contract import Accepted, Entry
from exercises.kit.rules import joint
from exercises.organisation_sheet import content
from exercises.organisation_sheet.config import SheetConfig
from exercises.organisation_sheet.model import STEP, SheetView, joined, limits, slot, starts
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

_PICTURE_ID = re.compile(r"[\w-]{6,40}", re.ASCII)


def accept(entry: Entry[SheetConfig, SheetView]) -> Accepted:
    """Check a text, a picture or a heartbeat (see exercises.kit.rules.joint).

    Words are also accepted once the sheets are shown, so that somebody who was without Wi-Fi for a
    while loses nothing.
    """
    sizes = limits(entry.config)
    if entry.slot.startswith(joint.PRESENCE):
        return joint.accept_presence(entry, map(slot, sizes))
    step, _dot, part = entry.slot.rpartition(".")
    if step == STEP and part == "picture" and entry.config.picture:
        return _picture(entry)
    if step != STEP or part not in sizes:
        raise Refused(_("Dit deel staat niet meer op de fiche. Je hoeft niets meer te doen."))
    owner = joint.owner_of(entry)
    start = ""
    if owner and re.fullmatch(r"(name|role)\d", part):
        start = starts(joined(entry.people().values(), owner)).get(part, "")
    return joint.accept(entry, sizes[part], _what(entry.config, part), start)


def _picture(entry: Entry[SheetConfig, SheetView]) -> Accepted:
    owner = joint.owner_of(entry)
    if owner is None:
        raise Refused(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    who = {} if entry.author == FACILITATOR else {"by": entry.alias(entry.author)}
    card, photo = entry.payload.get("card"), entry.payload.get("photo")
    if isinstance(card, str) and card in content.cards():
        return Accepted({"card": card, **who}, owner, "party")
    if isinstance(photo, str) and _PICTURE_ID.fullmatch(photo):
        if not entry.config.camera:
            raise Refused(_("Een foto kan hier niet. Kies een van de beelden."))
        return Accepted({"photo": photo, **who}, owner, "party")
    if not card and not photo:
        return Accepted(who, owner, "party")
    raise Refused(_("Dit beeld kennen we niet. Kies een ander."))


def _what(config: SheetConfig, part: str) -> str:
    if part.startswith("name"):
        return _("De naam")
    if part.startswith("role"):
        return _("De functie")
    return next(one.label for one in config.shown if one.key == part)
