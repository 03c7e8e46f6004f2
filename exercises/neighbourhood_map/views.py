"""What phone, screen and console are given of Kaart van de buurt."""

from __future__ import annotations

from dataclasses import asdict

from exercises.contract import Context, Control, Earlier, Json, Move, Panel, Party, Scene
from exercises.neighbourhood_map import trails
from exercises.neighbourhood_map.accept import WHY_LIMIT
from exercises.neighbourhood_map.config import MapConfig
from exercises.neighbourhood_map.content import EDGE, HIGH, WIDE, for_script, in_words
from exercises.neighbourhood_map.dates import when
from exercises.neighbourhood_map.layout import Layout, Standing, arrange
from exercises.neighbourhood_map.model import (
    FIRST_ROUND,
    STEP,
    MapView,
    Pawn,
    Spot,
    Words,
    around,
    round_of,
    switched,
    words_round,
)
from exercises.neighbourhood_map.reading import pages
from exercises.neighbourhood_map.stage import on_stage
from exercises.neighbourhood_map.trails import Trail
from state.language import _, ngettext
from state.models import FACILITATOR

MapContext = Context[MapConfig, MapView]
_PHONE_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)


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
            "at": _spot(context, pawn.now),
            "from": _spot(context, pawn.first) if number != FIRST_ROUND else None,
            "why_slot": f"{STEP}.why{written}",
            "why": _words(context, pawn.words_in(written)),
            # Above the field: what was said before the talk.
            "why_before": pawn.first_words.text if written != FIRST_ROUND and pawn.first_words
            else "",
            "why_limit": WHY_LIMIT,
            "places": for_script(),
            "size": [WIDE, HIGH, EDGE],
            "indicators": context.config.to_read(context.framework),
            "questions": context.config.questions if stage == "talk" else (),
            "earlier": _last_time(context) if stage in ("read", "place") else None,
        },
    )  # fmt: skip


def screen(context: MapContext) -> Scene:
    """The village with all pawns, as far as they may be shown."""
    phase, view = context.phase, context.view
    placed = [party for party in context.organisations if party.id in view.standing]
    layout = arrange(_standings(view, placed)) if phase.shown else None
    opened = view.opened if phase.shown and any(one.id == view.opened for one in placed) else ""
    paths = _trails(context, placed, opened) if phase.shown else []
    data: Json = {
        "title": context.config.title,
        "stage": phase.stage,
        "hidden": not phase.shown,
        "standing": len(placed),
        "total": len(_expected(context)),
        "moved": _moved(context, placed) if phase.shown and phase.stage in _MOVING else None,
        "reading": _reading(context),
        "questions": context.config.questions if phase.stage == "talk" else (),
        "beside": _beside(context, placed, opened) if phase.shown else (),
        "trails": trails.to_json(paths),
        "legend": _legend(context) if any(path.numbers for path in paths) else (),
        "open": _opened(context, opened),
        **_figures(layout),
    }
    return Scene("screen.js", _SCREEN_STYLES, data, trails.ground(paths))


def panel(context: MapContext) -> Panel:
    """Whose pawn stands, and the switches of the map."""
    standing = context.view.standing
    expected = _expected(context)
    count = len(expected & standing.keys())
    answered = frozenset(
        person for person, one in context.members.items() if one.organisation_id in standing
    )
    return Panel(
        answered=answered,
        done_word=_("pion staat"),
        waiting_word=_("nog geen pion"),
        summary=ngettext(
            "organisaties heeft een pion staan", "organisaties hebben een pion staan", count
        ),
        count=count,
        total=len(expected),
        controls=_controls(context),
        questions=context.config.questions,
        moves=_moves(context) if context.phase.shown else _turns(context),
    )


def _moves(context: MapContext) -> tuple[Move, ...]:
    """Open the pawn before or after the one that is large, or show the whole map again."""
    view, slot = context.view, f"{STEP}.open"
    placed = [one.id for one in context.organisations if one.id in view.standing]
    found = [
        Move(label, slot, {"party": to}, _turn(context, view, to))
        for label, to in zip(
            (_("Vorige pion"), _("Volgende pion")),
            around(view, context.phase, placed),
            strict=True,
        )
        if to
    ]
    whole = Move(_("Toon de hele kaart"), slot, {"party": ""})
    return (*found, whole) if view.opened in placed else (*found,)


def _turn(context: MapContext, view: MapView, party: str) -> str:
    """Whose pawn, and whether it was told in this round: a remote has no list."""
    name = context.party_by_id[party].name
    if view.was_told(party, words_round(context.phase)):
        return _("{name}, al verteld").format(name=name)
    return name


def _turns(context: MapContext) -> tuple[Move, ...]:
    """Turn the page of what is read first, where it takes more than one."""
    if context.phase.stage != "read":
        return ()
    reading, at = _pages(context), _page(context, context.view)
    return tuple(
        Move(label, f"{STEP}.page", {"page": to}, _("blad {n}").format(n=to + 1))
        for label, to in ((_("Vorig blad"), at - 1), (_("Volgend blad"), at + 1))
        if 0 <= to < len(reading)
    )


def _reading(context: MapContext) -> Json:
    """The page of what is read first, as long as that is read."""
    found = _pages(context) if context.phase.stage == "read" else ()
    at = _page(context, context.view)
    return {"indicators": found[at] if found else (), "page": at + 1, "pages": len(found)}


def _pages(context: MapContext) -> tuple[tuple[str, ...], ...]:
    return pages(tuple(context.config.to_read(context.framework)))


def _page(context: MapContext, view: MapView) -> int:
    """The page that is open, from 0: the last one when there are fewer by now."""
    return max(0, min(view.page, len(_pages(context)) - 1))


def journeys(context: MapContext, parties: list[Party], opened: str = "") -> list[Trail]:
    """The way of each pawn from meeting to meeting, of those that stood on the map before."""
    found = []
    for party in parties:
        pawn = context.view.pawns.get(party.id, Pawn())
        places = [
            (number, spot)
            for number, earlier in enumerate(context.earlier, start=1)
            if (spot := _then(earlier, party.id)) is not None
        ]
        if places and pawn.now is not None:
            points = (*(on_stage(one.x, one.y) for _number, one in places),
                      on_stage(pawn.now.x, pawn.now.y))  # fmt: skip
            numbers = tuple(number for number, _one in places)
            found.append(Trail(party.id, party.tile, points, numbers))
    # Of an open pawn only its own way is told.
    return [one for one in found if one.id == opened] if opened else found


def walks(view: MapView, parties: list[Party]) -> list[Trail]:
    """The way of each pawn that was moved after the talk."""
    return [
        Trail(party.id, party.tile, (on_stage(old.x, old.y), on_stage(now.x, now.y)))
        for party in parties
        if (pawn := view.pawns.get(party.id)) and (old := pawn.before) and (now := pawn.now)
    ]


def standings(view: MapView, parties: list[Party]) -> list[Standing]:
    """The pawns to be placed, longest standing first."""
    return _standings(view, parties)


_MOVING = ("move", "look")


def _standings(view: MapView, parties: list[Party]) -> list[Standing]:
    spots = [(party, spot) for party in parties if (spot := view.pawns[party.id].now)]
    # Who put a pawn first keeps its spot; who comes later makes way.
    spots.sort(key=lambda one: (one[1].order, one[0].id))
    return [
        Standing(party.id, party.name, party.tile, *on_stage(spot.x, spot.y))
        for party, spot in spots
    ]


def _figures(layout: Layout | None) -> Json:
    if layout is None:
        return {"mode": "pawns", "scale": 1, "letters": 30, "figures": []}
    return {
        "mode": layout.mode, "scale": layout.scale, "letters": layout.letters,
        "figures": [asdict(figure) for figure in layout.figures],
    }  # fmt: skip


def _trails(context: MapContext, placed: list[Party], opened: str) -> list[Trail]:
    if switched(context.phase, "journey", False) and context.earlier:
        return journeys(context, placed, opened)
    if context.phase.stage in _MOVING and switched(context.phase, "traces", True):
        return walks(context.view, placed)
    return []


def _legend(context: MapContext) -> list[Json]:
    return [
        {"number": number, "when": when(earlier)}
        for number, earlier in enumerate(context.earlier, start=1)
    ]


def _opened(context: MapContext, opened: str) -> Json | None:
    party = context.party_by_id.get(opened)
    pawn = context.view.pawns.get(opened)
    if party is None or pawn is None or pawn.now is None:
        return None
    words, said_before = pawn.told(words_round(context.phase))
    return {
        "id": opened, "name": party.name, "tile": party.tile,
        "words": words, "said_before": said_before,
        "place": in_words(pawn.now.x, pawn.now.y),
        "before": in_words(pawn.before.x, pawn.before.y) if pawn.before else "",
    }  # fmt: skip


def _beside(context: MapContext, placed: list[Party], opened: str) -> list[Json]:
    """Who is told of beside the map. The pawn that is large has its own sheet.

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
        # Said of a place that it left: that it moved tells more.
        words, said_before = "", False
    return {
        "id": party.id, "name": party.name, "tile": party.tile,
        "words": words, "said_before": said_before,
        "place": in_words(now.x, now.y),
        "before": in_words(before.x, before.y) if before else "",
    }  # fmt: skip


def _expected(context: MapContext) -> set[str]:
    """Organisations with somebody in the room, or with a pawn that the facilitator placed."""
    here = {one.organisation_id for one in context.members.values()}
    standing = context.view.standing
    return {one.id for one in context.organisations if one.id in here or one.id in standing}


def _moved(context: MapContext, placed: list[Party]) -> int:
    return sum(context.view.pawns[party.id].before is not None for party in placed)


def _spot(context: MapContext, spot: Spot | None) -> Json | None:
    if spot is None or spot.off:
        return None
    return {
        "x": spot.x, "y": spot.y, "place": in_words(spot.x, spot.y), "mark": spot.order,
        **_who(context, spot.by),
    }  # fmt: skip


def _words(context: MapContext, words: Words | None) -> Json:
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


def _last_time(context: MapContext) -> Json | None:
    """Where the own pawn stood in the last meeting that had this map."""
    me = context.me
    for earlier in reversed(context.earlier):
        spot = _then(earlier, me.organisation_id) if me else None
        if spot is not None:
            return {"place": in_words(spot.x, spot.y), "when": when(earlier)}
    return None


def _then(earlier: Earlier[MapConfig, MapView], party: str) -> Spot | None:
    pawn = earlier.view.pawns.get(party)
    return pawn.now if pawn else None


def _controls(context: MapContext) -> tuple[Control, ...]:
    traces = Control("traces", _("Sporen tonen"), switched(context.phase, "traces", True))
    if not context.earlier:
        return (traces,)
    journey = switched(context.phase, "journey", False)
    return (
        traces,
        Control(
            "journey", _("Toon de tocht"), journey,
            help=_("Hoe de pionnen van bijeenkomst tot bijeenkomst trokken."),
        ),
    )  # fmt: skip
