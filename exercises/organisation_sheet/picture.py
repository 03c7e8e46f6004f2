"""One organisatiefiche as a picture for the report: as it hung on the wall."""

from __future__ import annotations

from exercises.contract import Party
from exercises.kit.sheet import picture
from exercises.kit.sheet.holder import of_party
from exercises.organisation_sheet.model import form
from exercises.organisation_sheet.views import SheetContext, people_of


def svg(context: SheetContext, party: Party) -> str:
    """A self-contained SVG of the sheet of an organisation."""
    holder = of_party(party, context.members.values())
    return picture.svg(form(context.config), context, holder, people_of(context, party))
