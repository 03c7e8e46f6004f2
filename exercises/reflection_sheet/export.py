"""What the reflectiefiche gives to the export: only sheets that an organisation shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Party, Picture
from exercises.kit.sheet.form import STEP
from exercises.reflection_sheet import content, model
from exercises.reflection_sheet.views import hosts_of
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _

COLUMNS = (
    Column(
        "organisation",
        _("De organisatie; alleen wie de fiche zelf deelde. Leeg bij een rij met alleen een nota"),
        _("Organisatie"),
    ),
    Column(
        "area_number",
        _("Nummer van het aandachtsgebied; leeg bij besluit, vragen en top 3"),
        _("Gebied"),
        aside=True,
    ),
    Column("area", _("Naam van het aandachtsgebied"), _("Aandachtsgebied")),
    Column("part", _("Welk kopje, besluit, leervraag of welke plaats in de top 3"), _("Deel")),
    Column("question", _("De vraag die erbij stond"), _("Vraag")),
    Column("host", _("Bij de top 3: de gekozen gastorganisatie"), _("Gastorganisatie")),
    Column("text", _("Wat de organisatie schreef; bij de top 3 waarom"), _("Tekst")),
    Column("note", _("Wat de begeleider onthield"), _("Notitie")),
)
_EMPTY: Json = {column.name: "" for column in COLUMNS}


def rows(context: ReflectionContext) -> Iterable[Json]:
    """One row for each cup, conclusion, learning question and host of a shared sheet, also where
    nothing was written in a cup or conclusion; a note alone has a row without organisation."""
    note = {"note": context.notes.get(STEP, "")}
    shared = _shared(context)
    for party in shared:
        for row in (*_cups(context, party), *_ends(context, party), *_hosts(context, party)):
            yield {**_EMPTY, "organisation": party.name, **row, **note}
    if not shared and note["note"]:
        yield {**_EMPTY, **note}


def pictures(context: ReflectionContext) -> Iterable[Picture]:
    """The table of each organisation that shared its sheet."""
    from exercises.reflection_sheet.picture import svg

    for number, party in enumerate(_shared(context), start=1):
        yield Picture.numbered(number, party.name, svg(context, party))


def _shared(context: ReflectionContext) -> list[Party]:
    """Who shared a sheet, also who left the track since."""
    return [one for one in context.party_by_id.values() if context.view.of(one.id).shared]


def _cups(context: ReflectionContext, party: Party) -> Iterator[Json]:
    sheet = context.view.of(party.id)
    for area in context.config.areas:
        for one in context.config.cups:
            yield {
                "area_number": area, "area": context.framework.name(area) or "",
                "part": one.label, "question": one.question,
                "text": sheet.text(model.cup(area, one.key)),
            }  # fmt: skip


def _ends(context: ReflectionContext, party: Party) -> Iterator[Json]:
    sheet = context.view.of(party.id)
    for one in context.config.conclusions:
        yield {"part": one.label, "question": one.question, "text": sheet.text(one.key)}
    for part in model.QUESTIONS if context.config.questions else ():
        if sheet.text(part):
            ask = context.config.questions_ask
            yield {"part": content.QUESTIONS, "question": ask, "text": sheet.text(part)}


def _hosts(context: ReflectionContext, party: Party) -> Iterator[Json]:
    if not context.config.top:
        return
    for place, (host, why) in enumerate(hosts_of(context, party), start=1):
        yield {
            "part": _("Top 3, plaats {n}").format(n=place), "question": context.config.top_ask,
            "host": host.name, "text": why,
        }  # fmt: skip
