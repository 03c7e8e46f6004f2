"""Judges what comes in on a reflectiefiche: the kit judges all but the top 3 of hosts."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.contract import Accepted, Entry, Json, Party
from exercises.kit.sheet import judging
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.model import SheetsView
from exercises.reflection_sheet import model_top as top
from exercises.reflection_sheet.config import ReflectionConfig
from exercises.reflection_sheet.model import TOP, form
from exercises.reflection_sheet.model_top import Top
from state.language import _
from state.problems import Refused

ReflectionEntry = Entry[ReflectionConfig, SheetsView]


def accept(entry: ReflectionEntry) -> Accepted:
    """Check a text, a top 3, a choice to share, or a heartbeat (see exercises.kit.sheet.judging).

    The facilitator writes only for an organisation without a phone, and only where nobody else
    wrote.
    """
    return judging.accept(form(entry.config), entry, own={TOP: _top})


def _top(entry: ReflectionEntry, holder: Holder) -> Json:
    wanted = top.read(entry.payload.get("hosts"))
    now = top.stored(entry.stored(holder.id, entry.slot))
    base = top.read(entry.payload.get("base", now))
    if wanted is None or base is None:
        raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    objection = _objection(entry.parties(), holder.id, now, wanted)
    if objection:
        raise Refused(objection)
    return {"hosts": list(top.merge(base, now, wanted))}


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
