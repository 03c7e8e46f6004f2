"""What the console is given of Kaart van de buurt: its counts and switches, and every
organisation with its pawn and its sentence."""

from __future__ import annotations

from exercises.contract import Control, Json, Move, Panel, Party, Scene
from exercises.kit.rules.counts import of_all
from exercises.kit.village import drawing as village
from exercises.neighbourhood_map.accept import WHY_LIMIT
from exercises.neighbourhood_map.content import EDGE, HIGH, WIDE, for_script, in_words
from exercises.neighbourhood_map.layout_ways import MapContext
from exercises.neighbourhood_map.model import (
    STEP,
    MapView,
    Pawn,
    around,
    round_of,
    switched,
    words_round,
)
from exercises.neighbourhood_map.views import expected, reading
from state.language import _


def panel(context: MapContext) -> Panel:
    """Whose pawn stands, and the switches of the map."""
    standing = context.view.standing
    wanted = expected(context)
    count = len(wanted & standing.keys())
    answered = frozenset(
        person for person, one in context.members.items() if one.organisation_id in standing
    )
    return Panel(
        answered=answered,
        done_word=_("pion staat"),
        waiting_word=_("nog geen pion"),
        summary=of_all(
            count,
            len(wanted),
            alone=_("organisatie heeft een pion staan"),
            one=_("organisaties heeft een pion staan"),
            more=_("organisaties hebben een pion staan"),
        ),
        count=count,
        total=len(wanted),
        controls=_controls(context),
        questions=context.config.questions,
        moves=_moves(context) if context.phase.shown else _leafing(context),
    )


def console(context: MapContext) -> Scene:
    """The console's scene: open pawns on the screen one by one, and place one for an organisation
    without a phone."""
    view = context.view
    number, written = round_of(context.phase), words_round(context.phase)
    placed = [one.id for one in context.organisations if one.id in view.standing]
    before, after = around(view, context.phase, placed)
    here = {one.organisation_id for one in context.here.values()}
    # Organisations with nobody in the room and no pawn come last.
    rows = sorted(context.organisations, key=lambda one: one.id not in (*here, *placed))
    return Scene(
        "console.js",
        ("console.css",),
        {
            "pawns": [_row(one, view, written, one.id in here) for one in rows],
            "drawn": {str(one.tile): village.pawn(one.tile) for one in rows},
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
        # A sentence that changed after its pawn was told is not on the screen.
        "changed": told and said is not None and not view.told[party.id].tells(said),
        "words": words, "said_before": said_before,
        "why": written.text if written else "", "mark": written.order if written else 0,
    }  # fmt: skip


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
    """A button's text: the organisation, and whether it was told in this round. The remote shows no
    list from which that could be seen."""
    name = context.party_by_id[party].name
    if view.was_told(party, words_round(context.phase)):
        return _("{name}, al verteld").format(name=name)
    return name


def _leafing(context: MapContext) -> tuple[Move, ...]:
    """Through the pages of what is read first, where it takes more than one."""
    return reading(context).moves(_("Volgend blad"), _("Vorig blad"))


def _controls(context: MapContext) -> tuple[Control, ...]:
    """The switches; those of earlier meetings only where there are any."""
    phase = context.phase
    traces = Control("traces", _("Sporen tonen"), switched(phase, "traces", True))
    if not context.earlier:
        return (traces,)
    return (
        traces,
        Control(
            "then", _("Toon waar ze de vorige keer stonden"), switched(phase, "then", True),
            help=_("Een pion met een gestippelde rand staat waar hij vroeger stond."),
        ),
        Control(
            "journey", _("Toon de tocht"), switched(phase, "journey", False),
            help=_("Hoe de pionnen van bijeenkomst tot bijeenkomst trokken."),
        ),
    )  # fmt: skip
