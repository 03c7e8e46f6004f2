"""Judges what comes in on a gespreksleidraad: a cell of its sheet, a day or field of the visit, or
a part of the programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from exercises.contract import Accepted, Entry, Json, Phase, TrackVisit, VisitChange, VisitDay
from exercises.guide import model
from exercises.guide.config import GuideConfig
from exercises.guide.model import ROW_FIELDS, BesideSlot, GuideView
from exercises.kit.sheet import judging
from exercises.kit.sheet.holder import Holder
from exercises.kit.visits import programme
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import one_line

FIELD_LIMIT, MOST_DAYS = 160, 30
_FIRST_YEAR, _LAST_YEAR = 2000, 2199
_CALLED = {"mentor": _("De mentor"), "place": _("De plaats"), "lodging": _("De overnachting")}
GuideEntry = Entry[GuideConfig, GuideView]


def accept(entry: GuideEntry) -> Accepted:
    """Judge it for the people of its visit; Refused with a sentence for anything else, also when
    the visit was called off meanwhile."""
    visit = _visit(entry)
    found = model.beside(entry.slot)
    if found is None:
        return judging.accept(model.form(entry.config), entry, starts=partial(starts, visit))
    if found.kind == "part":
        return _part(entry, visit, found)
    change, kept = _day(entry, visit, found) if found.kind == "day" else _row(entry, visit, found)
    return Accepted(kept, visit.id, "party", visits=(change,))


def starts(visit: TrackVisit, holder: Holder) -> Mapping[str, str]:
    """What stands in the fields for who comes as long as nobody wrote there: the visitors who were
    chosen and are in the room. As long as nobody was chosen the question is open."""
    found: dict[str, str] = {}
    if not visit.people:
        return found
    guests = [one for one in holder.people if one.organisation_id == holder.parties[0].id]
    for number, member in enumerate(guests[: model.MOST_PEOPLE], start=1):
        found[f"name{number}"] = member.name
        found[f"role{number}"] = member.function
    return found


def rehearse(config: GuideConfig, phase: Phase, chance: float) -> tuple[str, Json]:
    """What a phone of a first visit would send: a part of the programme."""
    visit = config.visits[0].id if config.visits else "visit"
    number = int(chance * 20)
    return f"part.{visit}:rehearsal{number}", {
        "text": _("Koffie aan de keukentafel"), "form": "welcome", "start": "09:00",
    }  # fmt: skip


def _visit(entry: GuideEntry) -> TrackVisit:
    wanted = model.visit_in(entry.slot)
    visit = next((one for one in entry.visits() if one.id == wanted), None)
    if visit is None:
        raise Refused(_("Dit bezoek staat er niet meer. Vraag het aan de begeleider."))
    if not visit.stands:
        raise Refused(_("Dit bezoek gaat niet door. Wat jullie schreven, blijft bewaard."))
    member = entry.member
    among = member is not None and visit.takes_part(member.id, member.organisation_id)
    if entry.author != FACILITATOR and not among:
        raise Refused(_("Dit is de leidraad van een ander bezoek. Open die van jullie."))
    return visit


def _day(entry: GuideEntry, visit: TrackVisit, slot: BesideSlot) -> tuple[VisitChange, Json]:
    """One day that is added, changed or taken away; the others stay as they are by now."""
    day, on = _date(slot.key), entry.payload.get("on")
    if not isinstance(on, bool):
        raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    others = tuple(one for one in visit.days if one.date != day)
    if not on:
        return VisitChange(visit.id, days=others), {"on": False}
    start, end = (programme.clock(entry.payload.get(key)) for key in ("start", "end"))
    if start and end and end <= start:
        raise Refused(
            _("Een dag kan niet om {end} eindigen als hij om {start} begint.").format(
                end=programme.clock_text(end), start=programme.clock_text(start)
            )
        )
    if len(others) >= MOST_DAYS:
        raise Refused(_("Een bezoek duurt hoogstens {most} dagen.").format(most=MOST_DAYS))
    days = sorted((*others, VisitDay(day, start, end)), key=lambda one: one.date)
    kept: Json = {"on": True, "start": start, "end": end}
    return VisitChange(visit.id, days=tuple(days)), kept


def _row(entry: GuideEntry, visit: TrackVisit, slot: BesideSlot) -> tuple[VisitChange, Json]:
    text = entry.payload.get("text")
    if slot.key not in ROW_FIELDS or not isinstance(text, str):
        raise Refused(_("Deze tekst is niet te lezen. Probeer het nog eens."))
    clean = one_line(text, FIELD_LIMIT, _CALLED[slot.key], required=False)
    named: dict[str, Any] = {slot.key: clean}
    return VisitChange(visit.id, **named), {"text": clean}


def _part(entry: GuideEntry, visit: TrackVisit, slot: BesideSlot) -> Accepted:
    if entry.payload.get("gone") is True:
        return Accepted({"gone": True}, visit.id, "party")
    by_alias = {entry.alias(one): one for one in guests_of(visit, entry)}
    sent = entry.payload.get("guests")
    chosen = [by_alias[one] for one in sent if isinstance(one, str) and one in by_alias] if (
        isinstance(sent, list)
    ) else []  # fmt: skip
    part = programme.judged(slot.key, {**entry.payload, "guests": chosen}, [*by_alias.values()])
    if entry.stored(visit.id, entry.slot) is None:
        there = entry.load().parts.get(visit.id, {})
        if len(there) >= programme.MOST_PARTS:
            raise Refused(
                _("Een programma telt hoogstens {most} onderdelen.").format(
                    most=programme.MOST_PARTS
                )
            )
    return Accepted(part.to_json(), visit.id, "party")


def guests_of(visit: TrackVisit, entry: GuideEntry) -> tuple[str, ...]:
    """The ids of who goes, as far as they are known: named for the visit, else in the room."""
    here = (one.id for one in entry.people().values() if one.organisation_id == visit.visitor)
    return visit.people or tuple(here)


def _date(typed: str) -> str:
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise Refused(_("Deze datum bestaat niet. Kies een dag."))
    return found.isoformat()
