"""What the organisatiefiche gives to the export: a row and a drawn sheet for each organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, File, Json, Party, Picture
from exercises.kit.sheet import export as kit
from exercises.kit.sheet import words
from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.model import FilledSheet
from exercises.organisation_sheet.model import form
from exercises.organisation_sheet.views import SheetContext, people_of
from state.language import _

_PARTS = ("target", "core", "expect")

COLUMNS = (
    Column("organisation", _("De organisatie"), _("Organisatie")),
    Column(
        "people",
        _("Wie op de fiche staat, met functie, gescheiden door een puntkomma"),
        _("Mensen"),
    ),
    Column("target", _("Wat bij doelgroep staat"), _("Doelgroep")),
    Column("core", _("Wat bij kerntaak staat"), _("Kerntaak")),
    Column("expect", _("Wat bij verwachtingen staat"), _("Verwachtingen")),
    Column("picture", _("Het beeld, in woorden"), _("Beeld")),
    Column(
        "filled",
        _("Hoeveel delen ingevuld zijn, zonder de mensen"),
        _("Delen ingevuld"),
        aside=True,
    ),
    Column("note", _("Wat de begeleider onthield"), _("Notitie")),
)


def rows(context: SheetContext) -> Iterable[Json]:
    """One row for each organisation that put something on its sheet."""
    for party, sheet in sheets(context):
        people = [f"{name} ({role})" if role else name for name, role in people_of(context, party)]
        yield {
            "organisation": party.name,
            "people": "; ".join(people),
            **{part: sheet.texts.get(part, "") for part in _PARTS},
            "picture": _in_words(context, sheet),
            "filled": sheet.filled,
            "note": context.notes.get(STEP, ""),
        }


def pictures(context: SheetContext) -> Iterable[Picture]:
    """Each sheet as it hung on the wall."""
    from exercises.organisation_sheet.picture import svg

    for number, (party, _sheet) in enumerate(sheets(context), start=1):
        yield Picture.numbered(number, party.name, svg(context, party))


def files(context: SheetContext) -> Iterable[File]:
    """The photos that hang on the sheets."""
    return kit.files(form(context.config), context)


def sheets(context: SheetContext) -> Iterator[tuple[Party, FilledSheet]]:
    """The organisations that put something on their sheet, also those that left."""
    for holder, sheet in kit.readable(form(context.config), context):
        yield holder.parties[0], sheet


def _in_words(context: SheetContext, sheet: FilledSheet) -> str:
    cell = form(context.config).cells.get("picture")
    return words.in_cell(cell, sheet) if cell else ""
