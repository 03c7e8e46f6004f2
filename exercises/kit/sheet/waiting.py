"""What waits on a sheet at home: the first field in which nothing stands."""

from __future__ import annotations

from exercises.contract import Waiting
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet.form import SheetForm
from exercises.kit.sheet.words import SheetContext
from state.language import _


def waiting(form: SheetForm, context: SheetContext) -> Waiting | None:
    """The first empty field of the sheets that the person of this phone fills in; None when all are
    full."""
    for holder in holders.on_phone(form, context):
        sheet = context.view.of(holder.id)
        held = {name for name, text in sheet.texts.items() if text} | sheet.values.keys()
        side = holder.side_of(context.me)
        for asked in form.asked:
            mine = asked.field.counts and asked.field.for_whom in ("all", side)
            if mine and not asked.is_in(held):
                hint = _("Er staat al iets op de fiche. Eén zin volstaat.")
                return Waiting(
                    asked.field.label, about=holder.name if holder.kind == "visit" else "",
                    hint=hint if sheet.begun else _("Eén zin volstaat."),
                    button=_("De fiche aanvullen"),
                )  # fmt: skip
    return None
