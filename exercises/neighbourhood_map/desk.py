"""What the facilitator gets beside the map: every organisation, its pawn and its sentence."""

from __future__ import annotations

from exercises.contract import Json, Party, Scene
from exercises.neighbourhood_map.accept import WHY_LIMIT
from exercises.neighbourhood_map.content import EDGE, HIGH, WIDE, for_script, in_words
from exercises.neighbourhood_map.model import (
    STEP,
    MapView,
    Pawn,
    around,
    round_of,
    words_round,
)
from exercises.neighbourhood_map.views import MapContext


def desk(context: MapContext) -> Scene:
    """Open a pawn on the screen, one after the other; place one for who has no phone."""
    view = context.view
    number, written = round_of(context.phase), words_round(context.phase)
    placed = [one.id for one in context.organisations if one.id in view.standing]
    before, after = around(view, context.phase, placed)
    here = {one.organisation_id for one in context.members.values()}
    # Who is neither in the room nor on the map comes last.
    rows = sorted(context.organisations, key=lambda one: one.id not in (*here, *placed))
    return Scene(
        "desk.js",
        ("desk.css",),
        {
            "pawns": [_row(one, view, written, one.id in here) for one in rows],
            "before": before,
            "after": after,
            "told": sum(view.was_told(one, written) for one in placed),
            "opened": view.opened if view.opened in view.standing else "",
            "shown": context.phase.shown,
            "slot": f"{STEP}.{number}",
            "why_slot": f"{STEP}.why{written}",
            "open_slot": f"{STEP}.open",
            "why_limit": WHY_LIMIT,
            "places": for_script(),
            "size": [WIDE, HIGH, EDGE],
        },
    )


def _row(party: Party, view: MapView, number: int, here: bool) -> Json:
    pawn = view.pawns.get(party.id, Pawn())
    now, written = pawn.now, pawn.words_in(number)
    said, told = pawn.said(number), view.was_told(party.id, number)
    words, said_before = pawn.told(number)
    return {
        "id": party.id, "name": party.name, "tile": party.tile, "here": here,
        "at": [now.x, now.y] if now else None,
        "place": in_words(now.x, now.y) if now else "",
        "moved": pawn.before is not None,
        "told": told,
        # Written after it was told: not on the screen yet.
        "changed": told and said is not None and not view.told[party.id].tells(said),
        "words": words, "said_before": said_before,
        "why": written.text if written else "", "mark": written.order if written else 0,
    }  # fmt: skip
