"""What phone and screen are given of Top en flop domino."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import Context, Json, Scene
from exercises.domino.config import DominoConfig
from exercises.domino.drawn import EMPTY, Entry, Knot, Layout, Strand, Window, Wish
from exercises.domino.faces import Placed
from exercises.domino.layout import arrange, readable
from exercises.domino.model import (
    HALF_LIMIT,
    SHARED_LIMIT,
    THREADS_LIMIT,
    DominoView,
    Stone,
    own_start,
    visibility,
)
from exercises.domino.setting import set_text
from exercises.domino.slips import Box, Slip
from exercises.domino.spots import HALVES
from exercises.domino.walk import Stop, joint_of, walk
from exercises.kit.drawing.lettering import Block

DominoContext = Context[DominoConfig, DominoView]
_PHONE_STYLES = ("stones.css", "phone.css")
_SCREEN_STYLES = ("stones.css", "screen.css")
# Where the table's stones may lie at each stage: the rest of the stage is for what is told.
_WHOLE = Window(28, 134, 1864, 934)
_WINDOWS = {
    "lay": Window(28, 134, 1430, 934),
    "walk": Window(28, 134, 1672, 488),
    "talk": Window(28, 134, 1400, 934),
}
# In the walk each stone is read below the table, so there is no need to cut words.
_WISHES = {"lay": Wish(), "walk": Wish(legend=False, cut=False), "talk": Wish()}
# There the page shows the code for who comes late.
_CODE = Box(1716, 124, 204, 90)
# Who tells, and what the room is asked: as large as that needs, the most wanted first.
_CARDS_NEAR = ((704.0, 172.0), (444.0, 224.0))
_STRIP = Box(28, 964, 1864, 100)
# The words on the card of what is told or read: width and height of a half within its edges.
_CARDS = {"lay": (330, 150), "walk": (318, 150)}
_SHARES = {"lay": (372, 120, (34, 31, 28)), "walk": (324, 200, (48, 42, 36, 32, 28))}
_LARGE = (46, 42, 38, 35, 32, 30, 28)
_FIRST = 1.3


def phone(context: DominoContext) -> Scene:
    """The own stone, and from the moment of laying the stones on the table."""
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
        "lies": False, "table": [], "threads": [], "joint": None, "leaning": False,
        "shared": mine.get("stone.lay", {}).get("shared", ""),
    }  # fmt: skip
    if stage in ("lay", "walk", "talk"):
        data |= _table_on_phone(context)
    return Scene("phone.js", _PHONE_STYLES, data)


def _table_on_phone(context: DominoContext) -> Json:
    view, me = context.view, context.me.id if context.me else ""
    joint = joint_of(view, me) if view.lies(me) else None
    leaving = context.phase.stage == "talk"
    return {
        "lies": view.lies(me),
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
    table = context.view.table
    return {
        **_told(context, person), "top": stone.top, "flop": stone.flop,
        "word": context.view.word == person,
        "room": [half for half in HALVES if table.has_room(person, half)],
    }  # fmt: skip


def _told(context: DominoContext, person: str) -> Json:
    """Who that is, as far as the facilitator lets names be seen."""
    member = context.members.get(person)
    shown_as = visibility(context.config, context.phase)
    known = member is not None and shown_as != "nobody"
    return {
        "id": context.alias(person),
        "name": member.name if member and shown_as == "names" else "",
        "organisation": member.organisation if member and known else "",
        "tile": member.tile if member and known else None,
    }


def screen(context: DominoContext) -> Scene:
    """The table as it lies, with the stone that is told or read."""
    phase, view = context.phase, context.view
    stage = phase.stage or "write"
    layout = _layout(view, stage)
    data: Json = {
        "stage": stage, "intro": context.config.intro, "hidden": not phase.shown,
        "written": view.written, "lying": len(view.lying), "present": len(context.members),
        "left": sum(not view.lies(person) for person in context.members),
        "visibility": visibility(context.config, phase),
        "table": _table(context, layout),
        "card": layout.card and _box(layout.card),
        "word": None, "walk": None,
        "questions": context.config.questions if stage == "talk" else (),
    }  # fmt: skip
    if stage == "lay" and view.lies(view.word):
        stop = next(one for one in walk(view) if one.stone == view.word)
        data["word"] = _stop(context, stop)
    if stage == "walk":
        data["walk"] = _reading(context)
    return Scene("screen.js", _SCREEN_STYLES, data)


def _layout(view: DominoView, stage: str) -> Layout:
    """The table as this stage shows it. While people lay stones it fills the stage, with who tells
    on a card among the stones or below them; once the stone that is told cannot be read there, it
    stands large beside a narrower table.
    """
    if stage not in _WINDOWS:
        return EMPTY
    if stage == "lay" and view.lying:
        for window, wish, card in (
            (_WHOLE, Wish(cards=_CARDS_NEAR, shut=_CODE), None),
            (replace(_WHOLE, width=_CODE.x - _WHOLE.left - 20), Wish(cards=_CARDS_NEAR), None),
            (replace(_WHOLE, height=_STRIP.y - _WHOLE.top - 20), Wish(shut=_CODE), _STRIP),
        ):
            found = readable(view, window, wish)
            if found is None:
                # With less room it will not be either.
                return arrange(view, _WINDOWS[stage], replace(_WISHES[stage], words=False))
            made = replace(found, card=found.card or card)
            if made.card and _tells_itself(view, made) and _keeps_off(made, _CODE):
                return made
    return arrange(view, _WINDOWS[stage], _WISHES[stage])


def _tells_itself(view: DominoView, layout: Layout) -> bool:
    """Whether the stone that is told, and what it shares, can be read on the table."""
    joints = (one for one in layout.knots if one.id == view.word)
    shared = all(one.slip or one.number or not one.text for one in joints)
    return layout.legible and view.word not in layout.cut and shared


def _keeps_off(layout: Layout, shut: Box) -> bool:
    return not any(one.box.meets(shut) for one in layout.stones)


def current_stop(view: DominoView) -> int:
    """The number of the stop that is read, from 0; the first one when none was chosen."""
    stones = [stop.stone for stop in walk(view)]
    return stones.index(view.walk) if view.walk in stones else 0


def _reading(context: DominoContext) -> Json | None:
    stops = walk(context.view)
    if not stops:
        return None
    at = current_stop(context.view)
    return {**_stop(context, stops[at]), "index": at + 1, "total": len(stops)}


def _stop(context: DominoContext, stop: Stop) -> Json:
    view = context.view
    joint = stop.joint
    return {
        **_whole(context, stop.stone),
        "joint": None if joint is None else {
            "half": joint.half, "shared": _shared(context, joint.shared),
            **_whole(context, joint.against),
        },
        "threads": [
            {
                "text": one.text,
                **_whole(context, one.target if one.source == stop.stone else one.source),
            }
            for one in stop.threads if view.lies(one.source) and view.lies(one.target)
        ],
    }  # fmt: skip


def _whole(context: DominoContext, person: str) -> Json:
    stone = context.view.of(person)
    wide, high = _CARDS[context.phase.stage]
    return {
        **_told(context, person), "top": stone.top, "flop": stone.flop,
        "words": {
            half: _block(set_text(stone.text(half), wide, high, _LARGE, _FIRST)) for half in HALVES
        },
    }  # fmt: skip


def _shared(context: DominoContext, text: str) -> Json | None:
    return _block(set_text(text, *_SHARES[context.phase.stage])) if text else None


def _block(made: Block) -> Json:
    return {"lines": made.lines, "size": made.size}


def _table(context: DominoContext, layout: Layout) -> Json:
    return {
        "square": layout.square, "legible": layout.legible,
        "stones": [_stone(context, one) for one in layout.stones],
        "knots": [_knot(context, one) for one in layout.knots],
        "strands": [_strand(one) for one in layout.strands],
        "legend": [_entry(one) for one in layout.legend],
        "paper": layout.paper and _box(layout.paper),
    }  # fmt: skip


def _stone(context: DominoContext, one: Placed) -> Json:
    told = _told(context, one.id)
    words = {
        half: {**_block(made), "inset": one.inset[half]} for half, made in (one.words or {}).items()
    }
    return {
        "id": told["id"], "tile": told["tile"], "name": told["name"], "turn": one.turn,
        "split": one.split, **_box(one.box),
        "mark": one.mark, "words": words or None,
    }  # fmt: skip


def _knot(context: DominoContext, one: Knot) -> Json:
    return {
        "id": context.alias(one.id), "x": one.x, "y": one.y, "slip": _slip(one.slip),
        "number": one.number,
    }  # fmt: skip


def _strand(one: Strand) -> Json:
    return {
        "id": one.id, "points": one.points, "slip": _slip(one.slip),
        "number": one.number, "at": one.at,
    }  # fmt: skip


def _entry(one: Entry) -> Json:
    return {"number": one.number, "x": one.x, "y": one.y, "text": one.text}


def _box(box: Box) -> Json:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def _slip(slip: Slip | None) -> Any:
    if slip is None:
        return None
    return {
        **_box(slip.box),
        "lines": slip.block.lines, "size": slip.block.size, "side": slip.side, "point": slip.point,
        "number": slip.number,
    }  # fmt: skip
