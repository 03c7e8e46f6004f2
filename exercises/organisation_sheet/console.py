"""The console's part of the organisatiefiche: who fills in what, and which sheet is enlarged."""

from __future__ import annotations

from exercises.contract import Panel, Scene
from exercises.kit.sheet import console as desk
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import views as kit
from exercises.organisation_sheet.model import form, starts
from exercises.organisation_sheet.views import SheetContext


def panel(context: SheetContext) -> Panel:
    """The panel: which sheets are complete, and the switch for the enlarged sheet."""
    return desk.panel(form(context.config), context)


def console(context: SheetContext) -> Scene:
    """The console's scene: who fills in what, the enlarged sheet, and fields to write for an
    organisation without a phone."""
    data = desk.desk(form(context.config), context)
    there = holders.everyone(form(context.config), context)
    for sheet, holder in zip(data["sheets"], there, strict=True):
        sheet["texts"] = {**starts(holder), **sheet["texts"]}
    return Scene("console.js", kit.CONSOLE_STYLES, data)
