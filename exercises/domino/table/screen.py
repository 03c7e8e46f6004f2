"""What the browser is given of the table: where each part lies, and its drawing. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exercises.domino.table import drawing
from exercises.domino.table.camera import Shot, plan_scale, shot
from exercises.domino.table.faces import faces_of
from exercises.domino.table.free import best_free
from exercises.domino.table.shapes import Piece, TableRect
from exercises.domino.table.tabletop import (
    Canvas,
    TableContent,
    Tabletop,
    Tie,
    on_large_table,
    on_screen,
)

Json = dict[str, Any]
# From a person's stone to its alias in browsers, and its tile when organisations are shown.
Named = Callable[[str], tuple[str, int | None]]
# The stage, without the line above it; in the talk the questions stand below the table.
TOP, BOTTOM, BAND, WIDE = 124.0, 1080.0, 802.0, 1920.0
# The corner where the page shows the join code for latecomers.
CODE = TableRect(1712.0, TOP, 208.0, 92.0)
# Beside the stones a thread finds a way.
_SIDE, _EDGE = 40.0, 14.0
# The card of who tells: at least and at most, and what it keeps away from.
_CARD, _MOST_CARD, _CARD_AIR = (520.0, 168.0), (760.0, 200.0), 14.0
# The size of a stone that is shown apart because it is too far away, and the most of those.
_FAR_CELL, _MOST_FAR = 190.0, 2


@dataclass(frozen=True)
class Looking:
    """What to show of the table. `now`: the person whose stone is told or read; `centre`: the stone
    in the middle without that. `alone`: other stones are dimmed; `everything`: all threads and
    words are shown; `card`: find room for the card that names who tells. `bottom`: the y where the
    table ends.
    """

    now: str | None = None
    centre: str | None = None
    alone: bool = False
    everything: bool = False
    card: bool = False
    bottom: float = BOTTOM


def stage_for(bottom: float) -> Canvas:
    """What the table may use of the stage: below the code for latecomers, or left of it."""
    low, high, foot = CODE.bottom + 2, TOP + 12, bottom - _EDGE
    rooms = (
        TableRect(_SIDE, low, WIDE - 2 * _SIDE, foot - low),
        TableRect(_SIDE, high, CODE.x - _SIDE - 12, foot - high),
        # The last px count when ten stones lie above the questions.
        TableRect(12.0, high, CODE.x - 24, foot - high),
    )
    return Canvas(TableRect(12.0, TOP + 6, WIDE - 24, foot - TOP - 6), rooms, (CODE,))


def table_json(content: TableContent, looking: Looking, named: Named) -> Json:
    """The table for the browser; only with stones."""
    table = on_screen(content, stage_for(looking.bottom))
    if table is not None:
        return _whole(table, looking, named)
    centre = looking.now or looking.centre or content.trail.stones[-1]
    table = on_large_table(content, None if looking.everything else centre)
    view = TableRect(0.0, TOP, WIDE, looking.bottom - TOP)
    made = shot(table, centre, view, CODE, alike=not looking.now)
    told, far = (made.told, made.far) if looking.now else (table.pieces.keys(), ())
    visible = {one for one, piece in table.pieces.items() if piece.rect.meets(made.seen)}
    return _parts(table, looking.now, visible, visible - told, named) | {
        "camera": (round(made.x, 1), round(made.y, 1), round(made.scale, 4)),
        "plan": made.plan and _plan(table, made, made.plan, looking.now),
        "far": [_far(table, one, centre, named) for one in far[:_MOST_FAR]],
        "more": max(0, len(far) - _MOST_FAR),
    }


def _whole(table: Tabletop, looking: Looking, named: Named) -> Json:
    now, waiting = looking.now, set[str]()
    if now and looking.alone:
        pairs = [*table.joints, *(one.pair for one in table.ties)]
        waiting = table.pieces.keys() - {now}.union(*(pair for pair in pairs if now in pair))
    parts = _parts(table, now, {*table.pieces}, waiting, named)
    return parts | {"card": _card(table, looking.bottom) if looking.card else None}


def _parts(
    table: Tabletop, now: str | None, visible: set[str], waiting: set[str], named: Named
) -> Json:
    """Stones and the ties between them. The key of a tie includes its position: a tie that moved is
    a new element and fades in, whereas a stone that moved keeps its id and is animated.
    """
    stones: list[Json] = []
    for one in (one for one in table.pieces if one in visible):
        (alias, tile), squares = named(one), table.pieces[one].squares
        place = {"x": squares.x, "y": squares.y, "width": squares.width, "height": squares.height}
        svg = drawing.stone(table.pieces[one], table.faces(one), tile)
        state = {"id": alias, "now": one == now, "waits": one in waiting, "svg": svg}
        stones.append(state | place | dict(table.content.words[one]))
    ties = []
    for tie in table.ties:
        key = [*(named(one)[0] for one in tie.pair), *(f"{rect.x:.0f}" for rect in tie.covers)]
        ties.append({
            "key": " ".join(key), "waits": bool(waiting) and now not in tie.pair,
            "thread": drawing.thread(tie.path) if tie.path else "",
            "words": drawing.slip(tie.slip) if tie.slip else "",
        })  # fmt: skip
    return {
        "stones": stones, "ties": ties, "whole": table.whole,
        "camera": (0.0, 0.0, 1.0), "plan": None, "far": [], "more": 0, "card": None,
    }  # fmt: skip


def _card(table: Tabletop, bottom: float) -> Json | None:
    """The place of the card that names who tells: a large free area, by preference low and to the
    right."""
    taken = [CODE, *(one.rect for one in table.pieces.values())]
    taken += [rect for one in table.ties for rect in one.covers]

    def worth(rect: TableRect) -> float:
        if rect.width < _CARD[0] or rect.height < _CARD[1]:
            return 0.0
        large = min(rect.width, _MOST_CARD[0]) + min(rect.height, _MOST_CARD[1])
        return large + 2 * rect.bottom + rect.right

    window = TableRect(28.0, TOP + 16, WIDE - 56, bottom - TOP - 40)
    found = best_free(window, [rect.grown(_CARD_AIR) for rect in taken], worth)
    if found is None:
        return None
    wide, high = min(found.width, _MOST_CARD[0]), min(found.height, _MOST_CARD[1])
    return {"x": found.right - wide, "y": found.bottom - high, "width": wide, "height": high}


def _plan(table: Tabletop, made: Shot, place: TableRect, now: str | None) -> Json:
    """A small drawing of the whole table, as large as its place lets it be."""
    scale, (x, y) = plan_scale(table, place), place.middle
    wide, high = table.extent.width * scale, table.extent.height * scale
    content = drawing.plan(table.pieces.values(), now, made.seen, scale, table.extent)
    return {
        "x": round(x - wide / 2, 1), "y": round(y - high / 2, 1),
        "width": round(wide, 1), "height": round(high, 1), "svg": content,
    }  # fmt: skip


def _far(table: Tabletop, tie: Tie, centre: str, named: Named) -> Json:
    """A stone with a thread to the one that is told, which is too far away for the view."""
    stone = next(one for one in tie.pair if one != centre)
    piece, words = Piece(stone, 0.0, 0.0, _FAR_CELL, 0, table.pieces[stone].first), table.content
    alias, tile = named(stone)
    svg = drawing.stone(piece, faces_of(piece, words.words[stone]), tile)
    return {"id": alias, "svg": svg, "width": 2 * _FAR_CELL, "words": words.ties[tie.pair]}
