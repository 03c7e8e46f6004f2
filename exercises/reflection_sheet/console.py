"""What the facilitator is given of the reflectiefiche: how far each sheet is, and who shares it."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Control, Panel, Scene
from exercises.kit.sheet import console as kit
from exercises.kit.sheet.views import CONSOLE_STYLES
from exercises.reflection_sheet import model
from exercises.reflection_sheet import views_wall as wall
from exercises.reflection_sheet.views import hosts_of
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _


def panel(context: ReflectionContext) -> Panel:
    """The panel: which organisations shared their sheet, and the switch for the page on the
    screen."""
    made = kit.panel(model.form(context.config), context)
    return replace(made, controls=_controls(context))


def console(context: ReflectionContext) -> Scene:
    """How much each organisation filled in, who shares it, and the pages of the screen."""
    all_sights = wall.sights(context)
    data = kit.desk(model.form(context.config), context)
    for sheet, party in zip(data["sheets"], context.organisations, strict=True):
        sheet["hosts"] = [host.name for host, _why in hosts_of(context, party)]
    top = {"part": model.TOP, "why": model.why(""), "why_limit": model.WHY_LIMIT}
    return Scene(
        "console.js",
        (*CONSOLE_STYLES, "console.css"),
        {
            **data,
            "looking": context.phase.stage == "look",
            "sights": [{"key": one.key, "label": one.label} for one in all_sights],
            "now": wall.current(context, all_sights).key,
            "top": top if context.config.top else None,
            "others": [{"id": one.id, "name": one.name} for one in context.organisations],
        },
    )


def _controls(context: ReflectionContext) -> tuple[Control, ...]:
    if context.phase.stage != "look":
        return ()
    found = wall.sights(context)
    return (
        Control(
            "show", _("Wat hangt er op het scherm?"), wall.current(context, found).key,
            tuple((one.key, one.label) for one in found),
            _("Alleen fiches die een organisatie zelf deelt."),
        ),
    )  # fmt: skip
