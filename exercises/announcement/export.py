"""What Bekendmaking van de koppels gives to the export: the couples that were announced."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.announcement.model import WEB, AnnouncementContext, known
from exercises.announcement.model_why import Why, read
from exercises.announcement.views_people import guests, name_of, names
from exercises.contract import Column, Json
from state.language import _

COLUMNS = (
    Column("what", _("koppel of notitie"), _("Wat de rij is")),
    Column("visitor", _("De organisatie die op bezoek gaat; leeg bij het geheel"), _("Bezoeker")),
    Column("host", _("De organisatie die bezoek krijgt; leeg bij het geheel"), _("Bij wie")),
    Column("people", _("Hoeveel mensen gaan; leeg bij het geheel"), _("Mensen")),
    Column("names", _("Hun namen, voor zover ze in de zaal waren"), _("Wie")),
    Column("question", _("De leervraag die bij de koppeling stond; mag leeg zijn"), _("Leervraag")),
    Column("strength", _("Waar de gastorganisatie sterk in is; mag leeg zijn"), _("Sterk in")),
    Column("note", _("De notitie van de begeleider; leeg zonder notitie"), _("Notitie")),
)


def rows(context: AnnouncementContext) -> Iterable[Json]:
    """A row for each couple, and one for what was noted with the whole."""
    for visit in known(context):
        why = read(visit.why) or Why()
        yield {
            "what": _("koppel"),
            "visitor": name_of(context, visit.visitor), "host": name_of(context, visit.host),
            "people": visit.count, "names": ", ".join(names(guests(context, visit))),
            "question": why.question, "strength": why.strength,
            "note": context.notes.get(visit.id, ""),
        }  # fmt: skip
    if note := context.notes.get(WEB, ""):
        yield {
            "what": _("notitie"), "visitor": "", "host": "", "people": "", "names": "",
            "question": "", "strength": "", "note": note,
        }  # fmt: skip
