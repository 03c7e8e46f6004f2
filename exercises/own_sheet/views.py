"""What phone and screen are given of the Eigen fiche."""

from __future__ import annotations

from exercises.contract import Context, Scene
from exercises.kit.sheet import views, wall
from exercises.kit.sheet.model import SheetsView
from exercises.own_sheet import config as rules
from exercises.own_sheet.config import OwnSheetConfig
from exercises.own_sheet.model import form
from state.language import _

OwnContext = Context[OwnSheetConfig, SheetsView]


def phone(context: OwnContext) -> Scene:
    """The own sheet, or those of the own visits."""
    return Scene("phone.js", views.PHONE_STYLES, views.phones(form(context.config), context))


def screen(context: OwnContext) -> Scene:
    """The wall of sheets, or one of them large."""
    return Scene("screen.js", views.SCREEN_STYLES, wall.screen(form(context.config), context))


def lacks(context: OwnContext) -> str:
    """What must be there before it can begin."""
    config = context.config
    if not config.fields:
        return _("Zet eerst een veld op de fiche.")
    if said := rules.nothing_to_choose(config):
        return said
    if config.holder == "visit" and not any(one.stands for one in config.visits):
        return _("Er zijn nog geen bezoeken afgesproken, dus is er nog geen fiche.")
    return ""
