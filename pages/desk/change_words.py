"""What was changed, in words: the kind of thing, which one, and what of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exercises.engine import stored
from state.changes import TrackChange
from state.language import _
from state.models import Activity
from state.tracks import nameless

_KINDS = {
    "track": _("Traject"),
    "sharing": _("Delen"),
    "organisation": _("Organisatie"),
    "person": _("Deelnemer"),
    "meeting": _("Bijeenkomst"),
    "activity": _("Agenda"),
    "agreement": _("Afspraken"),
    "attendance": _("Aanwezigheid"),
    "answer": _("Antwoorden met de hand"),
    "restriction": _("Wat verder mag"),
    "picture": _("Beelden"),
    "visit": _("Bezoek"),
    "matching": _("Wie bij wie"),
    "report": _("Verslag"),
    "names": _("Namen in teksten"),
    "link": _("Eigen links"),
    "call": _("Oproep"),
    "offer": _("Kijkstages"),
    "place": _("Plaats op een kijkstage"),
    "application": _("Kandidatuur"),
}
_ACTIONS = {
    "add": _("toegevoegd"),
    "remove": _("weggehaald"),
    "restore": _("teruggezet"),
    "order": _("volgorde gewijzigd"),
    "change": _("gewijzigd"),
}
# A column of a table -> what people call it.
_COLUMNS = {
    "name": _("naam"), "title": _("titel"), "theme": _("thema"), "sector": _("sector"),
    "place": _("plaats"), "short": _("korte naam"), "tile": _("tegel"), "date": _("dag"),
    "start": _("uur"), "bring": _("wat meebrengen"), "function": _("functie"),
    "consent": _("keuze over de naam"), "keep_until": _("tot wanneer bewaard"),
    "framework": _("kader"), "config": _("inhoud"), "minutes": _("duur"), "phase": _("stap"),
    "state": _("stand"), "face": _("wat het scherm toont"),
    "current_activity_id": _("welke oefening loopt"), "expected": _("hoeveel er komen"),
    "door": _("hoort erbij of niet"), "only_today": _("hoort erbij of niet"),
    "may_add_organisation": _("wie erbij mag"), "at_home": _("thuis invullen"),
    "due": _("tegen wanneer"), "mentor": _("mentor"), "lodging": _("logies"),
    "count": _("hoeveel gasten"), "announced": _("bekendgemaakt"), "kind": _("soort"),
    "why": _("reden"), "position": _("volgorde"), "text": _("tekst"), "role": _("rol"),
    "erased_at": _("naam gewist"), "deadline": _("uiterste dag"), "texts": _("teksten"),
    "form": _("formulier"), "most_people": _("hoogste aantal mensen"), "decision": _("keuze"),
    "print_day": _("dag van de druk"), "naming": _("met of zonder naam"),
    "phone_note": _("nota van het gesprek"), "adds": _("wat het toevoegt"),
    "seeks": _("wat het zoekt"), "doubts": _("twijfels"),
    "called_off_at": _("afgelast"), "is_on": _("kijkstages aan of uit"),
    "places": _("aantal plaatsen"), "shown": _("wat er te zien is"),
    "screen_number": _("schermlinks"), "went_home": _("naar huis of er weer"),
    "withdrawn_at": _("ingetrokken"), "revoked_at": _("link ingetrokken"),
}  # fmt: skip


def kind(what: str) -> str:
    """What people call a kind of thing."""
    return _KINDS.get(what, _("Iets anders"))


def told(one: TrackChange, labels: Mapping[tuple[str, str], Any]) -> str:
    """An entry in words: 'Bijeenkomst Kick-off: dag en plaats gewijzigd'."""
    which = _which(one, labels.get((one.what, one.row)))
    subject = f"{kind(one.what)} {which}".strip()
    return f"{subject}: {_done(one)}"


def _done(one: TrackChange) -> str:
    if one.action != "change":
        return _ACTIONS[one.action]
    names = [_COLUMNS[column] for column in one.columns.split() if column in _COLUMNS]
    named = list(dict.fromkeys(names))
    if not named:
        return _ACTIONS["change"]
    listed = ", ".join(named[:-1])
    both = _("{some} en {last}").format(some=listed, last=named[-1]) if listed else named[-1]
    return _("{what} gewijzigd").format(what=both)


def _which(one: TrackChange, row: Any) -> str:
    if row is None:
        return ""
    if one.what in ("activity", "answer", "picture", "restriction"):
        return _("{title} van {meeting}").format(
            title=stored.title_of(Activity.of(row)), meeting=row["meeting"]
        )
    if one.what == "sharing":
        return _("met {name}").format(name=row["name"])
    if one.what == "visit":
        return _("van {guest} bij {host}").format(guest=row["guest"], host=row["host"])
    if "organisation" in row:
        name = row["name"] or nameless(row["organisation"])
        return _("{name} ({organisation})").format(name=name, organisation=row["organisation"])
    return str(row["name"])
