"""What phone and screen are given of De lijn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from exercises.contract import Context, Json, Member, Scene
from exercises.kit.rules.first_names import ShorterName
from exercises.kit.rules.first_names import shorter as shorter_names
from exercises.line.config import LineConfig, Statement
from exercises.line.layout import (
    LineLayout,
    LineSpot,
    LineStanding,
    Trace,
    arrange,
    traces,
)
from exercises.line.model import FIRST_ROUND, LinePlace, LineView, current, round_of, visibility

LineContext = Context[LineConfig, LineView]
_PHONE_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)


def phone(context: LineContext) -> Scene:
    """One statement with the person's own place; nobody else's."""
    statement = current(context.config, context.phase)
    if statement is None:
        return Scene("phone.js", _PHONE_STYLES, {"statement": ""})
    number = round_of(context.phase)
    own = {part: context.mine.get(f"{statement.key}.{part}", {}) for part in ("1", "2", "why")}
    return Scene(
        "phone.js",
        _PHONE_STYLES,
        {
            "statement": statement.text,
            "ends": ends_of(context.config, statement),
            "round": number,
            "at": own[str(number)].get("at"),
            "from": None if number == FIRST_ROUND else own["1"].get("at"),
            "slot": f"{statement.key}.{number}",
            "why": own["why"].get("text", ""),
            "why_slot": f"{statement.key}.why",
            "questions": context.config.questions if context.phase.stage == "talk" else (),
            "visibility": visibility(context.config, context.phase),
        },
    )


def screen(context: LineContext) -> Scene:
    """The statement with everybody's figure where it stands, as far as it may be shown."""
    statement = current(context.config, context.phase)
    if statement is None:
        return Scene("screen.js", _SCREEN_STYLES, {"statement": ""})
    return Scene("screen.js", _SCREEN_STYLES, _stage(context, statement))


def layout_of(
    context: LineContext, statement: Statement, *, moved: bool, labels: bool = True,
    whole: bool = False,
) -> tuple[LineLayout, tuple[Trace, ...]]:  # fmt: skip
    """Everybody's spot on a statement, and the traces when `moved`; ids are aliases. `labels`: with
    the names, as far as they are shown; `whole`: these are not cut."""
    return _laid_out(
        context, context.view.of(statement.key), moved=moved, labels=labels, whole=whole
    )


def _laid_out(
    context: LineContext, places: Mapping[str, LinePlace], *, moved: bool, labels: bool = True,
    whole: bool = False,
) -> tuple[LineLayout, tuple[Trace, ...]]:  # fmt: skip
    shown_as, members = visibility(context.config, context.phase), context.members
    shorter = _shorter(context) if labels and shown_as == "names" else {}
    standings = [
        _standing(context.alias(person), members[person], place, shown_as, shorter.get(person))
        for person, place in places.items()
        if person in members
    ]
    if not labels:
        standings = [one._replace(label=None) for one in standings]
    before = _before(context, places) if moved else {}
    layout = arrange(standings, before, whole=whole)
    return layout, traces(before, layout.spots) if moved else ()


def _stage(context: LineContext, statement: Statement) -> Json:
    phase = context.phase
    places = context.view.of(statement.key)
    shown_as = visibility(context.config, phase)
    traced = bool(phase.option("traces", True)) and phase.stage in ("move", "look")
    layout, paths = _laid_out(context, places, moved=traced) if phase.shown else (None, ())
    return {
        "key": statement.key,
        "statement": statement.text,
        "ends": ends_of(context.config, statement),
        "stage": phase.stage,
        "standing": len(context.present(places)),
        "present": context.awaited(places),
        "moved": _moved(context, places) if traced and phase.shown else None,
        "visibility": shown_as,
        "hidden": not phase.shown,
        "mode": layout.mode if layout else "figures",
        "label_size": layout.label_size if layout else 30,
        "figures": [_figure(spot) for spot in layout.spots] if layout else [],
        "traces": [asdict(path) for path in paths],
        "questions": context.config.questions if phase.stage == "talk" else (),
    }


def _figure(spot: LineSpot) -> Json:
    # Written out: asdict() on 300 figures costs as much as all the rest of the screen together.
    # `at` is left out: the coordinates already give the place.
    return {
        "id": spot.id, "x": spot.x, "y": spot.y, "size": spot.size, "row": spot.row,
        "tile": spot.tile, "pose": spot.pose, "name": spot.label, "label_x": spot.label_x,
        "label_y": spot.label_y, "label_width": spot.label_width,
    }  # fmt: skip


def _shorter(context: LineContext) -> dict[str, ShorterName]:
    """Shorter forms of the names of everybody in the room by id: of all, so that a name does not
    change while people choose."""
    people = {id: one.name for id, one in context.members.items() if not one.nameless}
    return dict(zip(people, shorter_names(tuple(people.values())), strict=True))


def _standing(
    alias: str, member: Member, place: LinePlace, shown_as: str, shorter: ShorterName | None
) -> LineStanding:  # fmt: skip
    named = shown_as == "names"
    told = shown_as != "nobody"
    name = member.organisation_short if member.nameless else member.name
    return LineStanding(
        alias,
        place.now or 0.0,
        name if named else None,
        member.tile if told else None,
        # The pose is hidden too: the lobby showed it with the name, so it would tell two colleagues
        # apart.
        member.pose if named else "staat",
        shorter or ShorterName(),
    )


def _before(context: LineContext, places: Any) -> dict[str, float]:
    return {
        context.alias(person): place.first
        for person, place in places.items()
        if place.moved and person in context.members
    }


def _moved(context: LineContext, places: Any) -> int:
    return sum(place.moved for person, place in places.items() if person in context.members)


def ends_of(config: LineConfig, statement: Statement) -> tuple[str, str]:
    """What stands left and right on the line at a statement."""
    return statement.ends or config.ends
