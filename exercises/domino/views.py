"""What phone and screen are given of Top en flop domino."""

from __future__ import annotations

from exercises.contract import Context, Json, Scene
from exercises.domino.config import DominoConfig
from exercises.domino.model import (
    HALF_LIMIT,
    SHARED_LIMIT,
    THREADS_LIMIT,
    DominoView,
    Stone,
    own_start,
    visibility,
)
from exercises.domino.table.screen import BAND, Looking, table_json
from exercises.domino.table.trail import HALVES
from exercises.kit.rules.hyphens import name_forms

DominoContext = Context[DominoConfig, DominoView]
_PHONE_STYLES = ("stones.css", "phone.css")
_SCREEN_STYLES = ("screen.css",)


def phone(context: DominoContext) -> Scene:
    """The phone's scene: the person's own stone and, from the laying stage on, the stones on the
    table."""
    stage = context.phase.stage
    mine = context.mine
    data: Json = {
        "slot": "stone.lay", "intro": context.config.intro,
        "limit": HALF_LIMIT, "shared_limit": SHARED_LIMIT, "threads_limit": THREADS_LIMIT,
        "top": mine.get("stone.top", {}).get("text", ""),
        "flop": mine.get("stone.flop", {}).get("text", ""),
        "ready": mine.get("stone.ready", {}).get("ready", False),
        "questions": context.config.questions if stage == "talk" else (),
        "visibility": visibility(context.config, context.phase),
        "own_start": own_start(context.config, context.phase),
        # Also where the facilitator went back to writing.
        "lies": context.view.lies(context.me.id) if context.me else False,
        "table": [], "threads": [], "joint": None, "leaning": False,
        "shared": mine.get("stone.lay", {}).get("shared", ""),
    }  # fmt: skip
    if stage in ("lay", "walk", "talk"):
        data |= _table_on_phone(context)
    return Scene("phone.js", _PHONE_STYLES, data)


def _table_on_phone(context: DominoContext) -> Json:
    view, me = context.view, context.me.id if context.me else ""
    joint = view.joint_of(me)
    leaving = context.phase.stage == "talk"
    return {
        "leaning": bool(view.leaning(me)),
        "joint": None if joint is None else {
            "half": joint.half, "shared": joint.shared, **_told(context, joint.against),
        },
        "table": [] if leaving else [
            _to_join(context, person, stone) for person, stone in view.lying.items() if person != me
        ],
        "threads": [
            {"target": context.alias(one.target), "text": one.text, **_told(context, one.target)}
            for one in view.threads
            if one.source == me and one.by == me
        ],
    }  # fmt: skip


def _to_join(context: DominoContext, person: str, stone: Stone) -> Json:
    """A stone on the table with the halves that still have room."""
    trail = context.view.trail
    return {
        **_told(context, person), "top": stone.top, "flop": stone.flop,
        "word": context.view.word == person,
        "room": [half for half in HALVES if trail.has_room(person, half)],
    }  # fmt: skip


def _told(context: DominoContext, person: str) -> Json:
    """The name or organisation of a stone's owner, as far as the facilitator lets them be shown."""
    member = context.members.get(person)
    shown_as = visibility(context.config, context.phase)
    known = member is not None and shown_as != "nobody"
    return {
        "id": context.alias(person),
        "name": member.name if member and shown_as == "names" else "",
        "organisation": member.organisation if member and known else "",
        **(
            {"house": name_forms(member.organisation, member.organisation_short)}
            if member and known
            else {}
        ),
        "tile": member.tile if member and known else None,
    }


def screen(context: DominoContext) -> Scene:
    """The table as it lies, with the stone that is told or read."""
    phase, view = context.phase, context.view
    stage = phase.stage or "write"
    on_table = stage != "write" and bool(view.lying)
    now = _now(view, stage)
    return Scene(
        "screen.js", _SCREEN_STYLES,
        {
            "stage": stage, "intro": context.config.intro, "hidden": not phase.shown,
            "written": view.written, "lying": len(view.lying),
            "present": max(view.written, context.awaited(view.stones)),
            "left": context.awaited(view.lying) - len(context.present(view.lying)),
            "table": _table(context, stage, now) if on_table else None,
            "now": _told(context, now) if now else None,
            "at": view.read_now + 1 if stage == "walk" else 0,
            "questions": context.config.questions if stage == "talk" else (),
        },
    )  # fmt: skip


def _now(view: DominoView, stage: str) -> str | None:
    """The person whose stone is told or read now; None when there is none."""
    if stage == "walk" and view.lying:
        return view.trail.order[view.read_now]
    return view.word if stage == "lay" and view.lies(view.word) else None


def _table(context: DominoContext, stage: str, now: str | None) -> Json:
    looking = Looking(now, alone=stage == "walk", card=stage != "talk")
    if stage == "talk":
        centre = context.view.word if context.view.lies(context.view.word) else None
        looking = Looking(centre=centre, everything=True, bottom=BAND)

    def named(person: str) -> tuple[str, int | None]:
        told = _told(context, person)
        return told["id"], told["tile"]

    return table_json(context.view.content, looking, named)
