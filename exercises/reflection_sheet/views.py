"""What phone and screen are given of the reflectiefiche."""

from __future__ import annotations

from exercises.contract import Json, Party, Scene
from exercises.kit.rules import stances
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.sheet import views as kit
from exercises.kit.sheet.holder import on_phone
from exercises.reflection_sheet import model
from exercises.reflection_sheet import views_wall as wall
from exercises.reflection_sheet.views_wall import ReflectionContext, Sight
from exercises.results import Stance

_STYLES = (*kit.PHONE_STYLES, "phone.css")


def phone(context: ReflectionContext) -> Scene:
    """The own sheet, to fill in together: areas with their cups, conclusions, questions, top 3."""
    form = model.form(context.config)
    found = on_phone(form, context)
    if not found:
        return Scene("phone.js", _STYLES, {})
    (holder,) = found
    return Scene("phone.js", _STYLES, {
        **kit.phone(form, context, holder),
        "areas": {number: _area(context, number) for number in context.config.areas},
        "large": _is_on_screen(context, holder.id),
    })  # fmt: skip


def screen(context: ReflectionContext) -> Scene:
    """The three cups and who shared a sheet; then one page of what was shared."""
    showing = context.phase.stage == "look" and context.phase.shown
    return Scene(
        "screen.js",
        ("screen.css",),
        {
            "looking": context.phase.stage == "look",
            "cups": [
                {"key": one.key, "label": one.label, "question": one.question}
                for one in context.config.cups
            ],
            "organisations": [
                {
                    "id": party.id, "tile": party.tile, **name_forms(party.name, party.short),
                    "shared": context.view.of(party.id).shared,
                }
                for party in context.organisations
            ],
            "sight": _sight(wall.current(context, wall.sights(context))) if showing else None,
        },
    )  # fmt: skip


def hosts_of(context: ReflectionContext, party: Party) -> list[tuple[Party, str]]:
    """The top 3 of an organisation with each why; who left the track is not in it any more."""
    sheet = context.view.of(party.id)
    found = [(context.party_by_id.get(host), host) for host in model.hosts_on(sheet) if host]
    return [
        (host, sheet.text(model.why(id_)))
        for host, id_ in found
        if host is not None and not host.gone and id_ != party.id
    ]


def _area(context: ReflectionContext, number: int) -> Json:
    """What helps to fill in the cups of an area."""
    return {
        "indicators": context.framework.indicators(number), "recaps": _recaps(context, number),
    }  # fmt: skip


def _recaps(context: ReflectionContext, area: int) -> list[Json]:
    """Where people of the organisation stood in this meeting, for an area, by exercise."""
    by_activity: dict[str, list[Stance]] = {}
    for one in context.track.of(Stance):
        if one.area == area and one.origin.meeting == context.meeting_id:
            by_activity.setdefault(one.origin.activity, []).append(one)
    return [
        {"title": found[0].origin.exercise, "sentences": sentences}
        for found in by_activity.values()
        if context.me and (sentences := stances.told(found, context.me))
    ]


def _is_on_screen(context: ReflectionContext, organisation: str) -> bool:
    """Whether the screen shows this one organisation."""
    chosen = str(context.phase.option("show", "")).partition("/")[0]
    shown = context.phase.shown and context.view.of(organisation).shared
    return bool(shown) and chosen.partition("-")[2] == organisation


def _sight(sight: Sight) -> Json:
    return {
        "key": sight.key, "title": sight.title, "area": sight.area, "tile": sight.tile,
        "party": sight.party, "size": sight.size, "page": sight.page, "pages": sight.pages,
        "missing": {"name": sight.missing.name, "short": sight.missing.short},
        "heads": [{"label": head.label, "cup": head.cup} for head in sight.heads],
        "lines": [
            {
                **name_forms(line.name, line.short), "tile": line.tile, "area": line.area,
                "cells": line.cells, "name_high": high, "shortening": line.shortening,
            }
            for line, high in zip(sight.lines, sight.name_heights, strict=True)
        ],
    }  # fmt: skip
