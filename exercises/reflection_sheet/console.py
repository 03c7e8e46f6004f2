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
            "fields": _fields(context),
            "top": model.slot(model.TOP) if context.config.top else None,
            "why": model.slot(model.WHY),
            "why_limit": model.WHY_LIMIT,
            "shared": model.slot(model.SHARED),
        },
    )


def _sheet(context: ReflectionContext, party: Party) -> Json:
    sheet = context.view.of(party.id)
    here = [one for one in context.members.values() if one.organisation_id == party.id]
    return {
        "id": party.id, "name": party.name, "tile": party.tile, "here": len(here),
        "filled": sheet.filled, "too_long": sheet.shortening, "shared": sheet.shared,
        "sight": f"party-{party.id}",
        "hosts": [host.name for host, _why in hosts_of(context, party)],
        "form": _form(context, party) if all(one.by_hand for one in here) else None,
    }  # fmt: skip


def _fields(context: ReflectionContext) -> list[Json]:
    """What the facilitator may fill in for an organisation without a phone, besides the top 3."""
    config = context.config
    found = [
        (model.cup(area, one.key), f"{context.framework.name(area) or area}: {one.label}")
        for area in config.areas
        for one in config.cups
    ]
    found += [(one.key, one.label) for one in config.conclusions]
    if config.questions:
        found += [
            (part, _("Leervraag {n}").format(n=number))
            for number, part in enumerate(model.QUESTIONS, start=1)
        ]
    limits = model.limits(config)
    return [
        {"part": part, "label": label, "slot": model.slot(part), "limit": limits[part], "rows": 2}
        for part, label in found
    ]


def _form(context: ReflectionContext, party: Party) -> Json:
    """What the facilitator wrote for an organisation, and `shut`: the parts that it wrote
    itself."""
    sheet = context.view.of(party.id)
    others = [one for one in context.organisations if one.id != party.id]
    return {
        "texts": dict(sheet.texts),
        "shut": sorted(sheet.taken),
        "hosts": sheet.hosts,
        "others": [{"id": one.id, "name": one.name} for one in others],
        "may_share": sheet.filled > 0 and not sheet.taken,
    }


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
