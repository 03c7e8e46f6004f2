"""What phone and screen are given of Kaart van de buurt."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Json, Party, Scene
from exercises.kit.rules.colleagues import with_phone
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.rules.one_by_one import OneByOne, numbered
from exercises.kit.village import drawing as village
from exercises.neighbourhood_map import picture_pieces as pieces
from exercises.neighbourhood_map.accept import WHY_LIMIT
from exercises.neighbourhood_map.content import EDGE, HIGH, WIDE, for_script, in_words
from exercises.neighbourhood_map.layout import PawnLayout, PawnToPlace, arrange
from exercises.neighbourhood_map.layout_geometry import MAP, on_screen
from exercises.neighbourhood_map.layout_reading import pages
from exercises.neighbourhood_map.layout_trails import PastPawn, Trail
from exercises.neighbourhood_map.layout_ways import (
    MapContext,
    earlier_views,
    journeys,
    last_time,
    past_pawns,
    walks,
)
from exercises.neighbourhood_map.model import (
    FIRST_ROUND,
    STEP,
    MapView,
    Pawn,
    PawnSpot,
    Sentence,
    round_of,
    switched,
    words_round,
)
from exercises.neighbourhood_map.views_dates import has_date, when
from state.language import _
from state.models import FACILITATOR

_PHONE_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)
_MOVING = ("move", "look")


def phone(context: MapContext) -> Scene:
    """The village with the pawn of the person's own organisation; nobody else's."""
    me = context.me
    pawn = context.view.pawns.get(me.organisation_id, Pawn()) if me else Pawn()
    number, written = round_of(context.phase), words_round(context.phase)
    stage = context.phase.stage
    return Scene(
        "phone.js",
        _PHONE_STYLES,
        {
            "title": context.config.title,
            "round": number,
            "slot": f"{STEP}.{number}",
            "pawn": village.pawn(me.tile if me else None),
            "at": _spot(context, pawn.now),
            "from": _spot(context, pawn.first) if number != FIRST_ROUND else None,
            "why_slot": f"{STEP}.why{written}",
            "why": _words(context, pawn.words_in(written)),
            # Above the field: what was said before the talk.
            "why_before": pawn.first_words.text if written != FIRST_ROUND and pawn.first_words
            else "",
            "why_limit": WHY_LIMIT,
            "alone": not with_phone(context),
            "places": for_script(),
            "size": [WIDE, HIGH, EDGE],
            "indicators": context.config.to_read(context.framework),
            "questions": context.config.questions if stage == "talk" else (),
            "earlier": _earlier(context),
        },
    )  # fmt: skip


def screen(context: MapContext) -> Scene:
    """The village with all pawns, as far as they may be shown."""
    phase, view = context.phase, context.view
    placed = [party for party in context.organisations if party.id in view.standing]
    layout = arrange(standings(view, placed)) if phase.shown else None
    opened = view.opened if phase.shown and any(one.id == view.opened for one in placed) else ""
    trails, then = _before(context, placed, opened, layout) if layout else ([], [])
    data: Json = {
        "title": context.config.title,
        "stage": phase.stage,
        "hidden": not phase.shown,
        "standing": len(placed),
        "total": len(expected(context)),
        "moved": _moved(context, placed) if phase.shown and phase.stage in _MOVING else None,
        "reading": _reading(context),
        "questions": context.config.questions if phase.stage == "talk" else (),
        "beside": _beside(context, placed, opened) if phase.shown else (),
        "village": [MAP.left, MAP.top, MAP.width, MAP.height],
        "below": pieces.below(trails, then),
        "legend": _legend(context, then),
        "open": _opened(context, opened),
        **_figures(layout),
    }
    return Scene("screen.js", _SCREEN_STYLES, data)


def standings(view: MapView, parties: Sequence[Party]) -> list[PawnToPlace]:
    """The pawns to be placed, longest standing first."""
    spots = [(party, spot) for party in parties if (spot := view.pawns[party.id].now)]
    # Pawns placed first keep their spots; later ones are moved aside.
    spots.sort(key=lambda one: (one[1].order, one[0].id))
    return [
        PawnToPlace(party.id, party.name, party.tile, *on_screen(spot.x, spot.y), party.short)
        for party, spot in spots
    ]


def expected(context: MapContext) -> set[str]:
    """Organisations with somebody in the room, or with a pawn that the facilitator placed."""
    here = {one.organisation_id for one in context.here.values()}
    standing = context.view.standing
    return {one.id for one in context.organisations if one.id in here or one.id in standing}


def reading(context: MapContext) -> OneByOne[tuple[str, ...]]:
    """The pages of what is read first, as the facilitator turned them; none once it was read."""
    found = pages(tuple(context.config.to_read(context.framework)))
    now = found if context.phase.stage == "read" else ()
    return numbered(f"{STEP}.page", now, context.view.page)


def _reading(context: MapContext) -> Json:
    """The page of what is read first, as long as that is read."""
    found = reading(context)
    return {"indicators": found.now or (), "page": found.at + 1, "pages": len(found.things)}


def _figures(layout: PawnLayout | None) -> Json:
    """Each pawn: where its foot comes, how far it reaches aside, and its drawing."""
    if layout is None:
        return {"figures": []}
    return {
        "figures": [
            {
                "id": one.id, "name": one.name, "x": one.x, "y": one.y,
                "left": one.label_left, "right": one.label_left + one.label_width,
                "svg": pieces.on_map(one, layout),
                "leg": pieces.leg(one) if one.leg else "",
            }
            for one in layout.figures
        ],
    }  # fmt: skip


def _before(
    context: MapContext, placed: list[Party], opened: str, layout: PawnLayout
) -> tuple[list[Trail], list[PastPawn]]:
    """The ways to the pawns, and the pawns of earlier meetings; of those only what belongs to a
    pawn that is open."""
    phase, parties = context.phase, context.organisations
    journey = switched(phase, "journey", False) and bool(context.earlier)
    before = earlier_views(context)
    then: list[PastPawn] = []
    if journey or switched(phase, "then", True):
        then = past_pawns(context.view, before, parties, layout, every=journey)
    trails: list[Trail] = []
    if journey:
        trails = journeys(before, parties, layout, then)
    elif phase.stage in _MOVING and switched(phase, "traces", True):
        trails = walks(context.view, placed)
    if opened:
        trails = [one for one in trails if not one.bent or one.id == opened]
        then = [one for one in then if one.id == opened]
    return trails, then


def _legend(context: MapContext, then: Sequence[PastPawn]) -> list[Json]:
    """When the pawns with a dashed edge stood there."""
    if not then:
        return []
    numbered = any(one.numbered for one in then)
    if numbered or len(context.earlier) == 1:
        moments = [
            (str(number) if numbered else "", when(earlier.date, earlier.title))
            for number, earlier in enumerate(context.earlier, start=1)
        ]
    else:
        moments = [("", _("de vorige keer"))]
    return [
        *(
            {"number": number, "when": moment, "drawn": village.past_pawn(None)}
            for number, moment in moments
        ),
        {"number": "", "when": _("nu"), "drawn": village.pawn(None)},
    ]


def _opened(context: MapContext, opened: str) -> Json | None:
    party = context.party_by_id.get(opened)
    pawn = context.view.pawns.get(opened)
    if party is None or pawn is None or pawn.now is None:
        return None
    words, said_before = pawn.told(words_round(context.phase))
    then = last_time(context, opened) if switched(context.phase, "then", True) else None
    return {
        "id": opened, "tile": party.tile, **name_forms(party.name, party.short),
        "words": words, "said_before": said_before,
        "place": in_words(pawn.now.x, pawn.now.y),
        "before": in_words(pawn.before.x, pawn.before.y) if pawn.before else "",
        "then": in_words(then[0].x, then[0].y) if then else "",
    }  # fmt: skip


def _beside(context: MapContext, placed: list[Party], opened: str) -> list[Json]:
    """The column beside the map, one entry for each organisation. The open pawn is not in it, as it
    has a sheet of its own.

    First what was told in this round, the last one first; then who moved, what was told before, and
    where the others stand.
    """
    latest_first = {party: -at for at, party in enumerate(context.view.told)}
    rows = [_told(context, party) for party in placed if party.id != opened]
    rows.sort(key=lambda row: (_rank(row), latest_first.get(row["id"], 0)))
    return rows


def _rank(row: Json) -> int:
    if row["words"]:
        return 2 if row["said_before"] else 0
    return 1 if row["before"] else 3


def _told(context: MapContext, party: Party) -> Json:
    # A view for the screen has no sentence but those that were told.
    pawn = context.view.pawns[party.id]
    words, said_before = pawn.told(words_round(context.phase))
    now, before = pawn.now, pawn.before
    assert now is not None, "only pawns that stand are told of"
    if before and said_before:
        # The sentence is about a place that the pawn left; that it moved is more informative.
        words, said_before = "", False
    return {
        "id": party.id, "tile": party.tile, **name_forms(party.name, party.short),
        "words": words, "said_before": said_before,
        "place": in_words(now.x, now.y),
        "before": in_words(before.x, before.y) if before else "",
    }  # fmt: skip


def _moved(context: MapContext, placed: list[Party]) -> int:
    return sum(context.view.pawns[party.id].before is not None for party in placed)


def _spot(context: MapContext, spot: PawnSpot | None) -> Json | None:
    if spot is None or spot.off:
        return None
    return {
        "x": spot.x, "y": spot.y, "place": in_words(spot.x, spot.y), "mark": spot.order,
        **_who(context, spot.by),
    }  # fmt: skip


def _words(context: MapContext, words: Sentence | None) -> Json:
    if words is None:
        return {"text": "", "mark": 0, "who": "", "mine": False}
    return {"text": words.text, "mark": words.order, **_who(context, words.by)}


def _who(context: MapContext, person: str) -> Json:
    """Who did it, for the two colleagues of one organisation."""
    mine = context.me is not None and person == context.me.id
    if person == FACILITATOR:
        return {"who": _("De begeleider"), "mine": False}
    member = context.members.get(person)
    return {"who": member.name if member else _("Een collega"), "mine": mine}


def _earlier(context: MapContext) -> Json | None:
    """Where the own pawn stood in the last meeting in which it did."""
    me = context.me
    found = last_time(context, me.organisation_id) if me else None
    if me is None or found is None:
        return None
    spot, earlier = found
    return {
        "x": spot.x, "y": spot.y, "place": in_words(spot.x, spot.y),
        "when": when(earlier.date, earlier.title), "dated": has_date(earlier.date),
        "pawn": village.past_pawn(me.tile),
    }  # fmt: skip
