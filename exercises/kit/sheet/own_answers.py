"""What the person of a phone gave on sheets, field by field, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import words
from exercises.kit.sheet.form import AskedField, SheetForm, cell_of
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.model import FilledSheet
from exercises.kit.sheet.words import SheetContext


def own_answers(form: SheetForm, context: SheetContext) -> Iterator[OwnAnswer]:
    """The filled fields of every sheet that this person fills in; of a field that each person of a
    sheet has for themselves the own one. A text that is still too long is not among them."""
    for holder in holders.on_phone(form, context):
        sheet = context.view.of(holder.id)
        kept = form.opened == "holder" and not sheet.shared
        for asked in form.asked:
            slots, text = _in_field(asked, holder, sheet, context)
            if text:
                yield OwnAnswer(
                    holder.id, slots, words.label_of(asked, context), text,
                    named=holder.kind == "person", reach="self" if kept else "report",
                )  # fmt: skip


def _in_field(
    asked: AskedField, holder: Holder, sheet: FilledSheet, context: SheetContext
) -> tuple[tuple[str, ...], str]:
    """The slots of a field, and what stands there in words."""
    if asked.field.each == "once":
        cells = asked.cells
        return tuple(holder.slot(cell.name) for cell in cells), words.text_of(asked, sheet)
    if asked.field.each == "person":
        me = context.me
        cell = cell_of(asked, context.alias(me.id) if me else "")
        return (holder.slot(cell.name),), words.in_cell(cell, sheet)
    found = words.lines(asked, sheet)
    # What is written at other organisations after this was restricted, is so too.
    names = (
        *(one.cell.name for one in found),
        *(cell_of(asked, party).name for party in context.party_by_id),
    )
    return tuple(map(holder.slot, dict.fromkeys(names))), "\n".join(one.text for one in found)
