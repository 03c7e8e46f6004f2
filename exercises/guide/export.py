"""What the gespreksleidraad gives to the export: what was said to each question, and programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture, TrackVisit
from exercises.guide import content, model, views
from exercises.guide.model import GuideContext
from exercises.kit.rules.prose import listed
from exercises.kit.sheet import words
from exercises.kit.sheet.form import STEP
from exercises.kit.visits.programme import FORMS, VisitPart
from state.language import _

COLUMNS = (
    Column("visit", _("Van welk bezoek; leeg bij een rij met alleen een nota"), _("Bezoek")),
    Column("question", _("De vraag; leeg bij een onderdeel van het programma"), _("Vraag")),
    Column("person", _("Wie het schreef; leeg als het samen geschreven is"), _("Naam")),
    Column("text", _("Wat er staat"), _("Tekst")),
    Column("date", _("Bij een onderdeel: de dag"), _("Dag")),
    Column("start", _("Bij een onderdeel: van wanneer"), _("Van")),
    Column("end", _("Bij een onderdeel: tot wanneer"), _("Tot")),
    Column("form", _("Bij een onderdeel: de vorm"), _("Vorm")),
    Column("guests", _("Bij een onderdeel: voor wie; leeg: voor allemaal"), _("Voor wie")),
    Column("company", _("Bij een onderdeel: met wie van de gastorganisatie"), _("Met wie")),
    Column("note", _("Wat de begeleider onthield"), _("Notitie")),
)
_EMPTY: Json = {column.name: "" for column in COLUMNS}


def rows(context: GuideContext) -> Iterable[Json]:
    """One row for each sentence and each part of a programme, also of visits that were called off;
    a note alone has a row of its own."""
    note = {"note": context.notes.get(STEP, "")}
    found = [row for visit in context.visits for row in _of_visit(context, visit)]
    yield from ({**_EMPTY, **row, **note} for row in found)
    if not found and note["note"]:
        yield {**_EMPTY, **note}


def pictures(context: GuideContext) -> Iterable[Picture]:
    """The programme of each visit that has one."""
    from exercises.guide.picture import svg

    made = [one for one in context.visits if context.view.parts.get(one.id)]
    for number, visit in enumerate(made, start=1):
        drawn = svg(context, visit)
        if drawn is not None:
            yield Picture.numbered(number, name_of(context, visit), drawn)


def name_of(context: GuideContext, visit: TrackVisit) -> str:
    """A visit by its two organisations, also of one that the track knows no more."""
    parties = context.party_by_id
    visitor, host = (parties[one].name if one in parties else _("iemand")
                     for one in (visit.visitor, visit.host))  # fmt: skip
    return _("{visitor} bij {host}").format(visitor=visitor, host=host)


def _of_visit(context: GuideContext, visit: TrackVisit) -> Iterator[Json]:
    base = {"visit": name_of(context, visit)}
    sheet = context.view.sheets.of(visit.id)
    people = context.member_by_alias
    for asked in model.form(context.config).asked:
        for line in words.lines(asked, sheet):
            person = people[line.whose].name if line.whose in people else ""
            yield {**base, "question": asked.field.help, "person": person, "text": line.text}
    for key, _title, question in content.ROW if sheet.begun else ():
        if text := getattr(visit, key):
            yield {**base, "question": question, "text": text}
    names = {one.id: one.name for one in views.guests(context, visit)}
    yield from ({**base, **_part(one, names)} for one in context.view.programme(visit.id))


def _part(part: VisitPart, names: dict[str, str]) -> Json:
    return {
        "text": part.text, "date": part.date, "start": part.start, "end": part.end,
        "form": FORMS[part.form], "company": part.company,
        "guests": listed([names[one] for one in part.guests if one in names]),
    }  # fmt: skip
