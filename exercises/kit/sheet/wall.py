"""What the screen is given of sheets: all of them on the wall, or one large."""

from __future__ import annotations

from exercises.contract import Json
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import values, words
from exercises.kit.sheet.form import SheetForm
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.large import LargePage, large_page
from exercises.kit.sheet.words import SheetContext


def screen(form: SheetForm, context: SheetContext) -> Json:
    """The wall of sheets, or one of them large, as browser/screen.js draws them."""
    there = holders.everyone(form, context)
    large = large_page(form, context) if context.phase.shown else None
    return {
        "stage": context.phase.stage,
        "person": form.holder == "person",
        "hidden": not context.phase.shown,
        "parts": form.counted,
        "sheets": [
            {**on_wall(form, context, one),
             "said": words.from_afar(form, context.view.of(one.id)) if context.phase.shown else []}
            for one in there
        ],
        "large": None if large is None else enlarged(context, large),
    }  # fmt: skip


def on_wall(form: SheetForm, context: SheetContext, holder: Holder) -> Json:
    """The small version of a sheet, for the overview of all."""
    sheet = context.view.of(holder.id)
    return {
        "id": holder.key, "tile": holder.tiles[0] if holder.tiles else None,
        "tiles": holder.tiles, **name_forms(holder.name, holder.short),
        "filled": sheet.filled, "too_long": sheet.shortening,
        "picture": values.picture_json(words.picture_on(form, sheet)),
    }  # fmt: skip


def enlarged(context: SheetContext, large: LargePage) -> Json:
    """What is on a page of a sheet that fills the screen: each field with its lines."""
    sheet = context.view.of(large.holder.id)
    return {
        "id": large.holder.key, "page": large.page, "pages": large.pages,
        "people": [],
        "fields": [
            {
                "key": one.name, "label": words.label_of(one, context),
                "text": words.text_signed(one, sheet, context),
                "too_long": words.is_being_shortened(one, sheet),
            }
            for one in large.fields
        ],
    }  # fmt: skip
