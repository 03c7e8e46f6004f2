"""What documents say of the Eigen fiche."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import Section, Summary
from exercises.kit.sheet import report as kit
from exercises.own_sheet.model import form
from exercises.own_sheet.views import OwnContext


def summary(context: OwnContext) -> Summary | None:
    """How many sheets were filled in, with a sentence of one of them."""
    return kit.summary(form(context.config), context)


def report(context: OwnContext) -> Iterable[Section]:
    """Each sheet, for the page of its organisation."""
    return kit.sections(form(context.config), context)
