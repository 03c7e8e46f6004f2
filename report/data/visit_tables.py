"""The visits of a track as tables: one row for each visit, and one for each of its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercises.contract import Column, Json
from report.data.tables import DataTable
from state.language import _
from state.models import Organisation, Person, TrackVisit

_VISITOR = Column("visitor", _("De organisatie die op bezoek gaat"), _("Bezoeker"))
_HOST = Column("host", _("De organisatie die bezoek krijgt"), _("Bij wie"))
_VISIT_COLUMNS = (
    Column("visit_number", _("Nummer van het bezoek, in de volgorde van de lijst"), _("Bezoek")),
    _VISITOR, _HOST,
    Column("people", _("Hoeveel mensen gaan"), _("Mensen")),
    Column("names", _("Wie gaat; leeg zolang niemand gekozen is"), _("Wie")),
    Column("kind", _("jobshadowing of kijkstage"), _("Soort")),
    Column("state", _("voorgesteld, afgesproken, gedaan of afgezegd"), _("Hoe ver")),
    Column("first_day", _("De eerste dag; leeg zonder dagen"), _("Van")),
    Column("last_day", _("De laatste dag; leeg zonder dagen"), _("Tot en met")),
    Column("days", _("Het aantal dagen"), _("Dagen")),
    Column("mentor", _("De mentor bij de gastorganisatie; mag leeg zijn"), _("Mentor")),
    Column("place", _("Waar het bezoek begint; mag leeg zijn"), _("Plaats")),
    Column("lodging", _("De overnachting; mag leeg zijn"), _("Overnachting")),
    Column("announced", _("1: de deelnemers mogen het weten, anders 0"), _("Bekend")),
)  # fmt: skip
_DAY_COLUMNS = (
    _VISIT_COLUMNS[0], _VISITOR, _HOST,
    Column("date", _("De dag"), _("Dag")),
    Column("start", _("Wanneer de dag begint, uu:mm; leeg als dat niet vaststaat"), _("Begin")),
    Column("end", _("Wanneer de dag eindigt, uu:mm; leeg als dat niet vaststaat"), _("Einde")),
)  # fmt: skip
_STATES = {
    "proposed": _("voorgesteld"), "agreed": _("afgesproken"), "done": _("gedaan"),
    "called_off": _("afgezegd"),
}  # fmt: skip


def visit_tables(
    visits: Sequence[TrackVisit], organisations: Sequence[Organisation], people: Sequence[Person]
) -> list[DataTable]:
    """Both tables; `organisations` also those that left, `people` those that may be named."""
    parties = {one.id: one.name for one in organisations}
    named = {one.id: one.name for one in people}
    return [
        DataTable("", _VISIT_COLUMNS, [
            _row(number, one, parties, named) for number, one in enumerate(visits, start=1)
        ], _("Bezoeken")),
        DataTable("", _DAY_COLUMNS, [
            {**_ends(number, one, parties), "date": day.date, "start": day.start, "end": day.end}
            for number, one in enumerate(visits, start=1) for day in one.days
        ], _("Bezoekdagen")),
    ]  # fmt: skip


def _ends(number: int, visit: TrackVisit, parties: Mapping[str, str]) -> Json:
    return {
        "visit_number": number,
        "visitor": parties.get(visit.visitor, ""), "host": parties.get(visit.host, ""),
    }  # fmt: skip


def _row(
    number: int, visit: TrackVisit, parties: Mapping[str, str], named: Mapping[str, str]
) -> Json:
    dates = [day.date for day in visit.days]
    return {
        **_ends(number, visit, parties),
        "people": visit.count,
        "names": ", ".join(named[one] for one in visit.people if one in named),
        "kind": visit.kind, "state": _STATES[visit.state],
        "first_day": dates[0] if dates else "", "last_day": dates[-1] if dates else "",
        "days": len(dates), "mentor": visit.mentor, "place": visit.place,
        "lodging": visit.lodging, "announced": int(visit.announced),
    }  # fmt: skip
