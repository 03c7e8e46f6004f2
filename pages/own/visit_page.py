"""One visit on the own page: who, when, where, the programme, and what the guests share."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from exercises.contract import TrackVisit
from exercises.kit.rules.days import weekday_text
from exercises.kit.rules.prose import sentence
from exercises.results import ProgrammePart
from pages.own import visit_words
from pages.own.around import Around, around
from pages.web.templates import page
from state.app import store
from state.language import _
from state.own_links import LinkHolder
from state.problems import Refused


@dataclass(frozen=True)
class DayLines:
    """A day of a visit: its name, its times, and its parts as (time, text)."""

    day: str
    times: str
    parts: tuple[tuple[str, str], ...]


def answer(request: Request, found: LinkHolder) -> Response:
    """GET /mijn/bezoek/{visit}; Refused for a visit that is not this person's to know."""
    here = around(store(), found)
    visit = own_visit(here, request.path_params["visit"])
    line = visit_words.line_of(here, visit)
    begun = visit_words.begun(visit, here.today)
    return page(
        "own_visit.html", whose=here.me.name, tile=here.me.tile, line=line,
        facts=facts(here, visit), days=days(here, visit), goes=here.is_guest(visit), begun=begun,
        visit=visit,
    )  # fmt: skip


def own_visit(here: Around, visit_id: str) -> TrackVisit:
    """A visit of the own organisation; Refused for any other, announced or not."""
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
        (_("Waarom dit bezoek"), sentence(visit.why)),
    ]
    return [(label, text) for label, text in told if text]


def days(here: Around, visit: TrackVisit) -> list[DayLines]:
    """The days of a visit with what was planned; parts without a day come last."""
    planned = [
        one for one in here.results.of(ProgrammePart)
        if (one.organisation, one.host) == (visit.visitor, visit.host)
    ]  # fmt: skip
    found = []
    for day in visit.days:
        parts = [one for one in planned if one.date == day.date]
        found.append(DayLines(weekday_text(day.date), _span(day.start, day.end), _parts(parts)))
    loose = [one for one in planned if one.date not in {day.date for day in visit.days}]
    if loose:
        found.append(DayLines(_("Nog zonder dag"), "", _parts(loose)))
    return found


def _parts(planned: list[ProgrammePart]) -> tuple[tuple[str, str], ...]:
    in_order = sorted(planned, key=lambda one: one.start or "99")
    return tuple((_span(one.start, one.end), one.text) for one in in_order)


def _span(start: str, end: str) -> str:
    if start and end:
        return _("{start} tot {end}").format(start=start, end=end)
    return start or end
