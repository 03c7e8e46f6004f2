"""What the facilitator is given of the reflectiefiche: how far each sheet is, and who shares it."""

from __future__ import annotations

from exercises.contract import Control, Json, Panel, Party, Scene
from exercises.reflection_sheet import model
from exercises.reflection_sheet import views_wall as wall
from exercises.reflection_sheet.views import hosts_of
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _, ngettext


def panel(context: ReflectionContext) -> Panel:
    """The panel: which organisations shared their sheet, and the switch for the page on the
    screen."""
    shared = {party.id for party in wall.shared(context)}
    answered = {one.id for one in context.members.values() if one.organisation_id in shared}
    return Panel(
        answered=frozenset(answered),
        done_word=_("fiche gedeeld"),
        waiting_word=_("nog niet gedeeld"),
        summary=ngettext(
            "organisaties deelt haar fiche", "organisaties delen hun fiche", len(shared)
        ),
        count=len(shared),
        total=len(context.organisations),
        controls=_controls(context),
    )


def console(context: ReflectionContext) -> Scene:
    """How much each organisation filled in, who shares it, and the pages of the screen."""
    looking = context.phase.stage == "look"
    all_sights = wall.sights(context)
    return Scene(
        "console.js",
        ("console.css",),
        {
            "looking": looking,
            "parts": model.parts_of(context.config),
            "sights": [{"key": one.key, "label": one.label} for one in all_sights],
            "now": wall.current(context, all_sights).key,
            "sheets": [_sheet(context, party) for party in context.organisations],
        },
    )


def _sheet(context: ReflectionContext, party: Party) -> Json:
    sheet = context.view.of(party.id)
    here = [one for one in context.members.values() if one.organisation_id == party.id]
    return {
        "id": party.id, "name": party.name, "tile": party.tile, "here": len(here),
        "filled": sheet.filled, "shared": sheet.shared, "sight": f"party-{party.id}",
        "hosts": [host.name for host, _why in hosts_of(context, party)],
    }  # fmt: skip


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
