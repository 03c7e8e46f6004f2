"""What phone and screen are given of the reflectiefiche."""

from __future__ import annotations

from exercises.contract import Json, Party, Scene
from exercises.kit.rules import joint, stances
from exercises.kit.rules.days import day_text
from exercises.kit.rules.hyphens import name_forms
from exercises.reflection_sheet import model
from exercises.reflection_sheet import model_top as top
from exercises.reflection_sheet import views_wall as wall
from exercises.reflection_sheet.views_wall import ReflectionContext, Sight
from exercises.results import Stance


def phone(context: ReflectionContext) -> Scene:
    """The own sheet, to fill in together: areas with their cups, conclusions, questions, top 3."""
    me = context.me
    if me is None:
        return Scene("phone.js", ("phone.css",), {})
    others = [one for one in context.party_by_id.values() if one.id != me.organisation_id]
    limits = model.limits(context.config, [one.id for one in others])
    return Scene(
        "phone.js",
        ("phone.css",),
        {
            "organisation": {"name": me.organisation, "tile": me.tile},
            "areas": [_area(context, number) for number in context.config.areas],
            "conclusions": [
                {"slot": model.slot(one.key), "label": one.label, "question": one.question}
                for one in context.config.conclusions
            ],
            "questions": _questions(context),
            "top": _top(context, others),
            "shared": {
                "slot": model.slot(model.SHARED),
                "on": context.ours.get(model.slot(model.SHARED), {}).get("on") is True,
            },
            "limits": {model.slot(part): limit for part, limit in limits.items()},
            "joint": joint.for_phone(context, map(model.slot, limits)),
            "home": context.homework is not None,
            "until": day_text(context.homework.until if context.homework else context.config.until),
            "large": _is_on_screen(context, me.organisation_id),
        },
    )


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
    found = [(context.party_by_id.get(host), host) for host in sheet.hosts if host]
    return [
        (host, sheet.text(model.why(id_)))
        for host, id_ in found
        if host is not None and not host.gone and id_ != party.id
    ]


def _area(context: ReflectionContext, number: int) -> Json:
    return {
        "number": number,
        "name": context.framework.name(number) or "",
        "indicators": context.framework.indicators(number),
        "recaps": _recaps(context, number),
        "cups": [
            {
                "slot": model.slot(model.cup(number, one.key)), "key": one.key,
                "label": one.label, "question": one.question,
            }
            for one in context.config.cups
        ],
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


def _questions(context: ReflectionContext) -> Json | None:
    if not context.config.questions:
        return None
    return {"ask": context.config.questions_ask, "slots": list(map(model.slot, model.QUESTIONS))}


def _top(context: ReflectionContext, others: list[Party]) -> Json | None:
    if not context.config.top:
        return None
    return {
        "ask": context.config.top_ask,
        "slot": model.slot(model.TOP),
        "hosts": top.stored(context.ours.get(model.slot(model.TOP))),
        "others": [
            {
                "id": one.id, "name": one.name, "kind": one.sector, "tile": one.tile,
                "gone": one.gone, "why": model.slot(model.why(one.id)),
            }
            for one in others
        ],
    }  # fmt: skip


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
