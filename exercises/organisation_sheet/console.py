"""The console's part of the organisatiefiche: who fills in what, and which sheet is enlarged."""

from __future__ import annotations

from exercises.contract import Control, Json, Panel, Party, Scene
from exercises.organisation_sheet import model
from exercises.organisation_sheet.model import OrganisationSheet
from exercises.organisation_sheet.views import SheetContext, large_one, on_wall
from state.language import _, ngettext


def panel(context: SheetContext) -> Panel:
    """The panel: which sheets are complete, and the switch for the enlarged sheet."""
    full = {party.id for party in context.organisations if _is_full(context, party)}
    answered = {one.id for one in context.members.values() if one.organisation_id in full}
    return Panel(
        answered=frozenset(answered),
        done_word=_("fiche vol"),
        waiting_word=_("nog bezig"),
        summary=ngettext("fiches is vol", "fiches zijn vol", len(full)),
        count=len(full),
        total=len(context.organisations),
        controls=_controls(context),
    )


def _is_full(context: SheetContext, party: Party) -> bool:
    sheet = context.view.of(party.id)
    return sheet.filled >= context.config.parts and not sheet.too_long


def console(context: SheetContext) -> Scene:
    """The console's scene: who fills in what, the enlarged sheet, and fields to write for an
    organisation without a phone."""
    large = large_one(context)
    return Scene(
        "console.js",
        ("console.css",),
        {
            "stage": context.phase.stage,
            "shown": context.phase.shown,
            "large": large.id if large else model.WALL,
            "parts": context.config.parts,
            "fields": _fields(context),
            "picture": context.config.picture,
            "sheets": [_sheet(context, party) for party in context.organisations],
        },
    )


def _fields(context: SheetContext) -> list[Json]:
    found: list[Json] = []
    if context.config.people:
        for number in range(1, model.FEWEST_PEOPLE + 1):
            name, role = _("Naam {n}"), _("Functie {n}")
            found.append({"part": f"name{number}", "label": name.format(n=number), "rows": 1})
            found.append({"part": f"role{number}", "label": role.format(n=number), "rows": 1})
    found += [{"part": one.key, "label": one.label, "rows": 3} for one in context.config.shown]
    limits = model.limits(context.config)
    return [{**one, "slot": model.slot(one["part"]), "limit": limits[one["part"]]} for one in found]


def _sheet(context: SheetContext, party: Party) -> Json:
    sheet = context.view.of(party.id)
    colleagues = model.joined(context.members.values(), party.id)
    return {
        **on_wall(context, party),
        "present": len(colleagues),
        "empty": max(0, context.config.parts - sheet.filled),
        "texts": {**model.starts(colleagues), **sheet.texts},
        "shut": sorted(sheet.too_long),
        "at": _writers(context, sheet),
    }


def _writers(context: SheetContext, sheet: OrganisationSheet) -> list[Json]:
    names = {context.alias(one.id): one.name for one in context.members.values()}
    labels = {model.slot(one.key): one.label for one in context.config.shown}
    return [
        {"name": names[who], "field": labels.get(place, _("De mensen")), "beat": beat}
        for who, (place, beat) in sheet.at.items()
        if place and who in names
    ]


def _controls(context: SheetContext) -> tuple[Control, ...]:
    if context.phase.stage not in ("wall", "walk"):
        return ()
    large = large_one(context)
    return (
        Control(
            "large", _("Wat hangt er groot?"), large.id if large else model.WALL,
            (
                (model.WALL, _("de hele muur")),
                *((party.id, party.name) for party in context.organisations),
            ),
        ),
    )  # fmt: skip
