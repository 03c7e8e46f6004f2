"""Rows, photos and drawings of sheets: one row for each line that stands in a field."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Column, File, Json
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import values, words
from exercises.kit.sheet.form import STEP, AskedField, SheetForm
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.model import FilledSheet
from exercises.kit.sheet.words import SheetContext, name_of
from state.language import _

COLUMNS = (
    Column("holder", _("Wiens fiche het is; leeg bij een rij met alleen een nota"), _("Fiche")),
    Column("organisation", _("De organisatie, bij een bezoek wie gaat"), _("Organisatie")),
    Column("host", _("Bij een bezoek: de gastorganisatie"), _("Gastorganisatie"), aside=True),
    Column("area_number", _("Nummer van het aandachtsgebied; leeg zonder"), _("Gebied"),
           aside=True),
    Column("part", _("Het deel van de fiche"), _("Deel")),
    Column("field", _("Het veld"), _("Veld")),
    Column("question", _("De vraag die erbij stond"), _("Vraag"), aside=True),
    Column("row", _("Bij een veld met regels: de hoeveelste regel"), _("Regel"), aside=True),
    Column("who", _("Bij een veld voor elke persoon: van wie dit is"), _("Wie")),
    Column("text", _("Wat er staat, in woorden"), _("Tekst")),
    Column("note", _("Wat de begeleider onthield"), _("Notitie")),
)  # fmt: skip
_EMPTY: Json = {column.name: "" for column in COLUMNS}


def rows(form: SheetForm, context: SheetContext) -> Iterator[Json]:
    """A row for each line of a sheet that may be read; a note alone has a row of its own."""
    note = {"note": context.notes.get(STEP, "")}
    told = False
    for holder, sheet in readable(form, context):
        for asked in form.asked:
            for line in _lines(asked, sheet, context):
                told = True
                yield {**_EMPTY, **_of(holder), **line, **note}
    if not told and note["note"]:
        yield {**_EMPTY, **note}


def readable(form: SheetForm, context: SheetContext) -> Iterator[tuple[Holder, FilledSheet]]:
    """The sheets on which something stands that may be in documents and files, also of who left;
    of those that their holders share only these."""
    for holder in holders.everyone(form, context, gone=True):
        sheet = context.view.of(holder.id)
        if sheet.begun and (form.opened == "stage" or sheet.shared):
            yield holder, sheet


def files(form: SheetForm, context: SheetContext) -> Iterator[File]:
    """The photos on the sheets."""
    for holder, sheet in readable(form, context):
        for payload in sheet.values.values():
            chosen = values.chosen_of(payload)
            if chosen is not None and chosen.photo:
                yield File(holder.name, chosen.photo)


def _lines(asked: AskedField, sheet: FilledSheet, context: SheetContext) -> Iterator[Json]:
    where = {
        "area_number": asked.area or "", "part": asked.part.label, "field": asked.field.label,
        "question": asked.field.help,
    }  # fmt: skip
    for line in words.lines(asked, sheet):
        yield {
            **where, "row": line.cell.row or "", "text": line.text,
            "who": name_of(line.whose, context) if line.whose else "",
        }  # fmt: skip


def _of(holder: Holder) -> Json:
    names = [party.name for party in holder.parties]
    return {
        "holder": holder.name, "organisation": names[0] if names else "",
        "host": names[1] if holder.kind == "visit" else "",
    }  # fmt: skip
