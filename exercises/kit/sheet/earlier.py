"""What was written on a sheet in earlier meetings of the track, to start from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exercises.contract import Json
from exercises.kit.rules.days import day_text
from exercises.kit.sheet.form import Cell, SheetForm
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.words import SheetContext


def earlier_texts(
    form_of: Callable[[Any], SheetForm], context: SheetContext, holder: Holder
) -> list[Json]:
    """For each text of this sheet the last words of its holder in an earlier meeting, with the
    title and day of that meeting. A field that was called something else then is another field.
    """
    found = []
    for cell in form_of(context.config).cells.values():
        if cell.field.kind == "text":
            found += _last(cell, form_of, context, holder)
    return found


def _last(
    cell: Cell, form_of: Callable[[Any], SheetForm], context: SheetContext, holder: Holder
) -> list[Json]:
    for past in reversed(context.earlier):
        then = form_of(past.config).cells.get(cell.name)
        same = then is not None and then.field.label == cell.field.label
        text = past.view.of(holder.id).text(cell.name) if same else ""
        if text:
            return [{
                "slot": holder.slot(cell.name), "label": cell.field.label, "text": text,
                "title": past.title, "date": day_text(past.date),
            }]  # fmt: skip
    return []
