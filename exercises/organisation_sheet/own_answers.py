"""What an organisation wrote on its sheet, for the own pages of its people."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.kit.sheet.own_answers import own_answers as on_sheets
from exercises.kit.sheet.words import SheetContext
from exercises.organisation_sheet.model import form


def own_answers(context: SheetContext) -> Iterator[OwnAnswer]:
    """Each filled field of the sheet of the organisation of this phone."""
    return on_sheets(form(context.config), context)
