"""What the facilitator is given of Citaten: the quotes with consent, and which is on the screen.

Who wrote an unnamed one is not told here either: not by a name beside it, and not by a mark beside
the names of those who chose."""

from __future__ import annotations

from exercises.contract import Json, Move, Panel, Scene
from exercises.quotes.accept import TEXT_LIMIT
from exercises.quotes.model import CONSENT, CONSENTS, ONE, TEXT, TURN, WALL
from exercises.quotes.views import QuotesContext, said, sheets, turns
from state.language import _, ngettext


def panel(context: QuotesContext) -> Panel:
    """How many chose what may be done with their sentence, and the way through the quotes."""
    return Panel(
        count=context.view.chosen,
        total=context.awaited(),
        summary=ngettext(
            "koos wat met de eigen zin mag", "kozen wat met de eigen zin mag", context.view.chosen
        ),
        questions=context.config.questions,
        moves=_moves(context),
    )


def unfinished(context: QuotesContext) -> str:
    """How many sentences nothing may be done with, since their writers did not choose."""
    waiting = context.view.undecided
    if not waiting:
        return ""
    return ngettext(
        "Eén zin komt nog nergens: wie hem schreef, koos niet wat ermee mag.",
        "{n} zinnen komen nog nergens: wie ze schreef, koos niet wat ermee mag.", waiting,
    ).format(n=waiting)  # fmt: skip


def console(context: QuotesContext) -> Scene:
    """The quotes that may be shown, and who has no phone to write one."""
    now = turns(context).now if context.phase.stage == ONE else None
    data: Json = {
        "stage": context.phase.stage, "slot": TURN,
        "quotes": [
            {"key": one.key, "text": one.text, "who": one.who, "on": one == now}
            for one in said(context)
        ],
        "text_slot": TEXT, "consent_slot": CONSENT, "limit": TEXT_LIMIT,
        "consents": [{"key": key, "label": label} for key, label in CONSENTS.items()],
        "without": [
            {"id": context.alias(one.id), "name": one.name}
            for one in context.members.values() if one.by_hand
        ],
    }  # fmt: skip
    return Scene("console.js", ("console.css",), data)


def _moves(context: QuotesContext) -> tuple[Move, ...]:
    stage = context.phase.stage
    if stage == ONE:
        return turns(context).moves(
            _("Volgend citaat"), _("Vorig citaat"), lambda quote: quote.text
        )  # fmt: skip
    if stage == WALL:
        return sheets(context).moves(_("Volgend blad"), _("Vorig blad"))
    return ()
