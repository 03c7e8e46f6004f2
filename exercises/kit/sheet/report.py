"""What documents say of sheets: each for the page of its organisation, fields with their labels."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Section, Summary
from exercises.document import Block, Figure, Heading, Paragraph, Quotation
from exercises.kit.rules.blocks import beside, noted
from exercises.kit.rules.prose import in_words, sentence, worth_quoting
from exercises.kit.sheet import deck, words
from exercises.kit.sheet.export import readable
from exercises.kit.sheet.form import STEP, SheetForm
from exercises.kit.sheet.holder import Holder, on_phone
from exercises.kit.sheet.model import FilledSheet
from exercises.kit.sheet.words import SheetContext
from state.language import _, ngettext


def summary(form: SheetForm, context: SheetContext) -> Summary | None:
    """How many sheets were filled in, and a sentence that is worth quoting."""
    found = list(readable(form, context)) if context.role == "console" else []
    if not found:
        return None
    told = sentence(ngettext(
        "{n} fiche werd ingevuld.", "{n} fiches werden ingevuld.", len(found)
    ).format(n=in_words(len(found))))  # fmt: skip
    said = (
        Quotation(text, holder.name, holder.tiles[0] if holder.tiles else None, size=1)
        for holder, sheet in found if holder.kind != "person"
        for text in sheet.texts.values() if worth_quoting(text)
    )  # fmt: skip
    return Summary((told,), quotation=next(said, None), did=_("vulden een fiche in"))


def sections(form: SheetForm, context: SheetContext) -> Iterator[Section]:
    """A section for each sheet that may be read here, and what the facilitator noted. The sheet of
    a person stands in the bundle of their organisation only on their own phone; that of a visit is
    for both organisations."""
    title = context.exercise.title
    for holder, sheet in _told(form, context):
        blocks = tuple(_sheet(form, context, holder, sheet))
        for party in holder.parties if blocks else ():
            yield Section(title, blocks, organisation=party.id, latest=True)
    note = noted(context.notes.get(STEP, ""))
    if note:
        yield Section(title, note, only="report")


def _told(form: SheetForm, context: SheetContext) -> Iterator[tuple[Holder, FilledSheet]]:
    if context.role == "console":
        yield from readable(form, context)
        return
    for holder in on_phone(form, context):
        sheet = context.view.of(holder.id)
        if sheet.begun:
            yield holder, sheet


def _sheet(
    form: SheetForm, context: SheetContext, holder: Holder, sheet: FilledSheet
) -> Iterator[Block]:
    picture = _picture(form, context, sheet)
    texts = [
        Paragraph(text, strong=words.ended(words.label_of(asked, context), "."))
        for asked in form.asked if asked.field.kind != "picture"
        if (text := words.text_signed(asked, sheet, context))
    ]  # fmt: skip
    if holder.kind != "organisation":
        yield Heading(holder.name, 3)
    yield from beside((picture,) if picture else (), texts, (2, 4))


def _picture(form: SheetForm, context: SheetContext, sheet: FilledSheet) -> Figure | None:
    """The first picture on a sheet; None without one, or when the photo is gone."""
    chosen = words.picture_on(form, sheet)
    if chosen is None:
        return None
    card = deck.cards().get(chosen.card)
    if card is not None:
        return Figure(f"{card.alt}.", deck.drawing(card.id))
    photo = context.photo(chosen.photo)
    return Figure(_("De foto op deze fiche."), photo=photo) if photo else None
