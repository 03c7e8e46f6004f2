"""What somebody wrote on an own sheet, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.kit.sheet.own_answers import own_answers as on_sheets
from exercises.kit.sheet.words import SheetContext
from exercises.own_sheet.model import whole


def own_answers(context: SheetContext) -> Iterator[OwnAnswer]:
    """Each filled field of the sheets of this phone, also of fields that were taken off since."""
    return on_sheets(whole(context.config), context)
