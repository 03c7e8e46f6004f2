"""A visit in words on the own page: who goes where, when, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exercises.contract import TrackVisit
from exercises.kit.rules.days import days_text
from exercises.kit.rules.prose import in_words, listed, sentence
from pages.own.around import Around
from state.language import _, ngettext


@dataclass(frozen=True)
class VisitLine:
    """A visit as a row of the own page: `tile` of the other organisation; `notebook`: the name of
    the host where the person's notebook is open, else ""."""

    id: str
    title: str
    line: str
    tile: int
    notebook: str = ""


def line_of(around: Around, visit: TrackVisit) -> VisitLine:
    """A visit of the own organisation, as this person reads it."""
    own = around.me.organisation_id
    other = around.by_id[visit.host if visit.visitor == own else visit.visitor]
    when = days_text(day.date for day in visit.days) or _("de dagen zijn nog niet gekozen")
    if visit.host == own:
        title = _coming(around, visit, other.name)
        line = _("{when}, van {organisation}").format(when=when, organisation=other.name)
        return VisitLine(visit.id, title, line, other.tile)
    if around.is_guest(visit):
        gone = over(visit, around.today)
        told = _("Jij ging naar {host}") if gone else _("Jij gaat naar {host}")
        title = told.format(host=other.name)
        others = _guests(around, visit, but=around.me.id)
        line = _("{when}, met {people}").format(when=when, people=others) if others else when
        notebook = other.name if begun(visit, around.today) else ""
        return VisitLine(visit.id, title, line, other.tile, notebook)
    names = [around.names[one] for one in visit.people if one in around.names]
    count = len(names) or 2
    title = (
        ngettext("{people} ging naar {host}", "{people} gingen naar {host}", count)
        if over(visit, around.today)
        else ngettext("{people} gaat naar {host}", "{people} gaan naar {host}", count)
    )
    told = title.format(people=listed(names) or _("Je collega’s"), host=other.name)
    return VisitLine(visit.id, told, when, other.tile)


def about(around: Around, visit_id: str) -> str:
    """A visit as that of which something tells: 'jullie bezoek aan De Regenton, 9 maart'; "" for
    what is no visit of the own organisation."""
    known = (*around.mine, *around.called_off)
    visit = next((one for one in known if one.id == visit_id), None)
    if visit is None:
        return ""
    own = visit.visitor == around.me.organisation_id
    told = _("jullie bezoek aan {party}") if own else _("het bezoek van {party} bij jullie")
    party = around.by_id[visit.host if own else visit.visitor].name
    return ", ".join(
        filter(None, (told.format(party=party), days_text(day.date for day in visit.days)))
    )


def guests(around: Around, visit: TrackVisit) -> str:
    """Who goes: names in a row, or how many."""
    return _guests(around, visit) or ngettext(
        "iemand van {organisation}", "{n} mensen van {organisation}", visit.count
    ).format(n=in_words(visit.count), organisation=around.by_id[visit.visitor].name)


def where(visit: TrackVisit, day: str) -> str:
    """How far a visit is on a day (ISO): "dag 2"; "" on other days, and where it has one."""
    days = [one.date for one in visit.days]
    if day in days and len(days) > 1:
        return _("dag {n}").format(n=days.index(day) + 1)
    return ""


def begun(visit: TrackVisit, day: str) -> bool:
    """Whether the first day of a visit has come, so that its notebook is open. Without days it is
    open once the visit is done."""
    return visit.days[0].date <= day if visit.days else visit.state == "done"


def over(visit: TrackVisit, day: str) -> bool:
    """Whether the last day of a visit has passed; without days, whether it is done."""
    return visit.days[-1].date < day if visit.days else visit.state == "done"


def days_until(visit: TrackVisit, day: str) -> int:
    """How many days there are from a day (ISO) until the first of a visit; 0 without days."""
    if not visit.days:
        return 0
    first = date.fromisoformat(visit.days[0].date)
    return max(0, (first - date.fromisoformat(day)).days)


def _coming(around: Around, visit: TrackVisit, organisation: str) -> str:
    names = [around.names[one] for one in visit.people if one in around.names]
    gone = over(visit, around.today)
    if names:
        told = (
            ngettext("{people} kwam bij jullie", "{people} kwamen bij jullie", len(names))
            if gone
            else ngettext("{people} komt bij jullie", "{people} komen bij jullie", len(names))
        )
        return told.format(people=listed(names))
    told = (
        ngettext("Iemand kwam bij jullie", "{n} mensen kwamen bij jullie", visit.count)
        if gone
        else ngettext("Iemand komt bij jullie", "{n} mensen komen bij jullie", visit.count)
    )
    return sentence(told.format(n=in_words(visit.count)))


def _guests(around: Around, visit: TrackVisit, but: str = "") -> str:
    return listed([
        around.names[one] for one in visit.people if one in around.names and one != but
    ])  # fmt: skip
