"""Judges what comes in on a reflectiefiche: texts, the top 3, and whether others may read it."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.contract import Accepted, Entry, Party
from exercises.kit.rules import joint
from exercises.reflection_sheet import content
from exercises.reflection_sheet import model_top as top
from exercises.reflection_sheet.config import ReflectionConfig
from exercises.reflection_sheet.model import (
    QUESTIONS,
    SHARED,
    STEP,
    TOP,
    WHY,
    ReflectionView,
    limits,
    slot,
)
from exercises.reflection_sheet.model_top import Top
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

ReflectionEntry = Entry[ReflectionConfig, ReflectionView]


def accept(entry: ReflectionEntry) -> Accepted:
    """Check a text, a top 3, a choice to share, or a heartbeat (see exercises.kit.rules.joint).

    Words are also accepted while the sheets are on the screen, so that somebody who was without
    Wi-Fi for a while loses nothing. The facilitator writes only for an organisation without a
    phone, and only where nobody else wrote.
    """
    if entry.author == FACILITATOR:
        _check_for_others(entry)
    if entry.slot.startswith(joint.PRESENCE):
        return joint.accept_presence(entry, map(slot, limits(entry.config, _hosts(entry))))
    if entry.slot == slot(SHARED):
        return _shared(entry)
    if entry.slot == slot(TOP) and entry.config.top:
        return _top(entry)
    return _text(entry)


def _check_for_others(entry: ReflectionEntry) -> None:
    """Refuses the facilitator on a sheet that is filled in on phones, or that others wrote on."""
    owner = joint.owner_of(entry)
    step, _dot, part = entry.slot.partition(".")
    phones = [one for one in entry.people().values() if not one.by_hand]
    if owner is None or step != STEP or any(one.organisation_id == owner for one in phones):
        raise Refused(_("Alleen de organisatie zelf schrijft op haar fiche."))
    taken = entry.load().of(owner).taken
    if part in taken or (part == SHARED and taken):
        raise Refused(_("Hier schreef de organisatie zelf al iets. Dat blijft van haar."))


def _text(entry: ReflectionEntry) -> Accepted:
    step, _dot, part = entry.slot.partition(".")
    sizes = limits(entry.config, _hosts(entry))
    if step != STEP or part not in sizes:
        raise Refused(_("Dit deel staat niet meer op de fiche. Je hoeft niets meer te doen."))
    return joint.accept(entry, sizes[part], _what(entry.config, part))


def _hosts(entry: ReflectionEntry) -> list[str]:
    """Who may be in the top 3 of the author: all others, also who left meanwhile."""
    owner = joint.owner_of(entry)
    return [one for one in entry.parties() if one != owner]


def _top(entry: ReflectionEntry) -> Accepted:
    owner = joint.owner_of(entry)
    if owner is None:
        raise Refused(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    wanted = top.read(entry.payload.get("hosts"))
    now = top.stored(entry.stored(owner, entry.slot))
    base = top.read(entry.payload.get("base", now))
    if wanted is None or base is None:
        raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    objection = _objection(entry.parties(), owner, now, wanted)
    if objection:
        raise Refused(objection)
    hosts = top.merge(base, now, wanted)
    return Accepted({"hosts": list(hosts)}, owner, "party")


def _objection(parties: Mapping[str, Party], owner: str, now: Top, wanted: Top) -> str:
    """Why a top 3 is refused, as a sentence, or "". Hosts that are in it already may stay."""
    fresh = [one for one in wanted if one and one not in now]
    if owner in wanted:
        return _("Je kunt niet bij jezelf over de vloer komen. Kies een andere.")
    if top.has_twice(wanted):
        return _("Je koos twee keer dezelfde organisatie. Kies er een andere bij.")
    if any(one not in parties for one in fresh):
        return _("Deze organisatie kennen we niet. Kies een andere.")
    if any(parties[one].gone for one in fresh):
        return _("Deze organisatie doet niet meer mee. Kies gerust een andere.")
    return ""


def _shared(entry: ReflectionEntry) -> Accepted:
    owner = joint.owner_of(entry)
    if owner is None:
        raise Refused(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    on = entry.payload.get("on")
    if not isinstance(on, bool):
        raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    return Accepted({"on": on}, owner, "party")


def _what(config: ReflectionConfig, part: str) -> str:
    if part in QUESTIONS:
        return _("De leervraag")
    if part.startswith(WHY):
        return _("Het waarom")
    prompts = {one.key: one.label for one in (*config.cups, *config.conclusions)}
    return prompts.get(part) or prompts.get(part.partition("-")[2], content.QUESTIONS)
