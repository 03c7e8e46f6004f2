"""What the facilitator is given of the Eigen fiche."""

from __future__ import annotations

from exercises.contract import Panel, Scene
from exercises.kit.sheet import console as desk
from exercises.kit.sheet.views import CONSOLE_STYLES
from exercises.own_sheet.model import form
from exercises.own_sheet.views import OwnContext


def panel(context: OwnContext) -> Panel:
    """The panel: which sheets are complete, and the switch for the enlarged sheet."""
    return desk.panel(form(context.config), context)


def console(context: OwnContext) -> Scene:
    """The console's scene: who fills in what, the enlarged sheet, and fields to write for somebody
    without a phone."""
    return Scene("console.js", CONSOLE_STYLES, desk.desk(form(context.config), context))
