"""What an organisation wrote on its reflectiefiche, for the own pages of its people."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.kit.rules.prose import listed
from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.own_answers import own_answers as on_sheets
from exercises.kit.sheet.words import SheetContext
from exercises.reflection_sheet import model
from state.language import _


def own_answers(context: SheetContext) -> Iterator[OwnAnswer]:
    """Each filled field of the sheet of the organisation of this phone, and its top 3."""
    yield from on_sheets(model.form(context.config), context)
    me = context.me
    sheet = context.view.of(me.organisation_id) if me else None
    chosen = model.hosts_on(sheet) if sheet else ()
    hosts = [context.party_by_id[one].name for one in chosen if one in context.party_by_id]
    if me and sheet and hosts:
        yield OwnAnswer(
            me.organisation_id, (f"{STEP}.{model.TOP}",), _("Jullie top 3"), listed(hosts),
            reach="report" if sheet.shared else "self",
        )  # fmt: skip
