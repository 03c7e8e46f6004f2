"""One visit on the own page: who, when, where, the programme, and what the guests share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.contract import TrackVisit
from exercises.kit.rules.days import weekday_text
from exercises.kit.rules.prose import sentence
from exercises.kit.visits import telling
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import VisitPart, clock_text, latest_parts
from exercises.results import ProgrammePart
from pages.own import notebook_page, visit_words
from pages.own.around import Around, around
from pages.web.templates import page
from state import offers
from state.app import store
from state.language import _
from state.own_links import LinkHolder
from state.problems import Refused


@dataclass(frozen=True)
class PartLine:
    """A part of a programme in words: its hours, what, and who does it how."""

    hours: str
    text: str
    who: str


@dataclass(frozen=True)
class DayLines:
    """A day of a visit: its name, its hours, and its parts."""

    day: str
    times: str
    parts: tuple[PartLine, ...]


def answer(request: Request, found: LinkHolder) -> Response:
    """GET /mijn/bezoek/{visit}; the page of the place for a visit that was made of one. Refused for
    a visit that is not this person's to know."""
    here = around(store(), found)
    visit = own_visit(here, request.path_params["visit"])
    with store().read() as db:
        place = offers.place_of_visit(db, here.me.id, visit.id)
    if place:
        return RedirectResponse(f"/mijn/kijkstages/plaats/{place}", 303)
    line = visit_words.line_of(here, visit)
    begun = visit_words.begun(visit, here.today)
    return page(
        "own_visit.html", whose=here.me.name, tile=here.me.tile, line=line,
        facts=facts(here, visit), days=days(here, visit), goes=here.is_guest(visit), begun=begun,
        visit=visit, shared=notebook_page.shared_on(here, visit),
    )  # fmt: skip


def own_visit(here: Around, visit_id: str) -> TrackVisit:
    """A visit of the own organisation; Refused for any other, known or not."""
    visit = here.visit(visit_id)
    if visit is None:
        raise Refused(_("Dit bezoek staat niet op jouw plek."))
    return visit


def facts(here: Around, visit: TrackVisit) -> list[tuple[str, str]]:
    """What is known of a visit, as label and text; what is not known is left out."""
    told = [
        (_("Wie komt"), visit_words.guests(here, visit)),
        (_("Bij"), here.by_id[visit.host].name),
        (_("Plaats"), visit.place),
        (_("Mentor"), visit.mentor),
        (_("Overnachting"), visit.lodging),
        (_("Waarom jullie daarheen wilden"), _own_why(here, visit)),
    ]
    return [(label, text) for label, text in told if text]


def _own_why(here: Around, visit: TrackVisit) -> str:
    """What the own organisation wrote beside its wish for this host. The rest of what is stored
    with a couple is the organiser's, and the host is not told who wished for it."""
    if visit.visitor != here.me.organisation_id or not visit.why:
        return ""
    try:
        kept = json.loads(visit.why)
    except ValueError:
        return ""
    return str(kept.get("wish_why", "")) if isinstance(kept, dict) else ""


def days(here: Around, visit: TrackVisit) -> list[DayLines]:
    """The days of a visit with what was planned; parts without a day come last."""
    planned = latest_parts(here.results.of(ProgrammePart), visit.id)
    guests = _guests(here, visit)
    known = {day.date for day in visit.days}

    def lines(parts: Iterable[VisitPart]) -> tuple[PartLine, ...]:
        return tuple(_part(one, guests, here.me.id) for one in parts)

    found = [
        DayLines(
            weekday_text(day.date), _span(day.start, day.end),
            lines(one for one in planned if one.date == day.date),
        )
        for day in visit.days
    ]  # fmt: skip
    loose = lines(one for one in planned if one.date not in known)
    return [*found, DayLines(_("Nog zonder dag"), "", loose)] if loose else found


def _guests(here: Around, visit: TrackVisit) -> list[VisitGuest]:
    return [
        VisitGuest(one.id, one.name, one.function, chosen=bool(visit.people))
        for one in here.people
        if one.organisation_id == visit.visitor and one.id in here.names
        and visit.takes_part(one.id, one.organisation_id)
    ]  # fmt: skip


def _part(part: VisitPart, guests: Sequence[VisitGuest], me: str) -> PartLine:
    who = sentence(telling.who_and_how(part, guests, me))
    if part.company:
        who = _("{who}, met {company}").format(who=who, company=part.company)
    return PartLine(part.hours, part.text, who)


def _span(start: str, end: str) -> str:
    """The hours of a day, written as those of its parts are: '9.00 - 16.00'."""
    return " - ".join(clock_text(one) for one in (start, end) if one)
