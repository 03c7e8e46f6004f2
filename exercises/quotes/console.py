"""What the facilitator is given of Citaten: the quotes with consent, and which is on the screen.

Who wrote an unnamed one is not told here either: not by a name beside it, and not by a mark beside
the names of those who chose."""

from __future__ import annotations

from exercises.contract import Json, Move, Panel, Scene
from exercises.quotes import layout
from exercises.quotes.accept import TEXT_LIMIT
from exercises.quotes.layout import WallText
from exercises.quotes.model import CONSENT, CONSENTS, ONE, TEXT, TURN, WALL
from exercises.quotes.views import QuotesContext, current, page_of, said
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
    now = current(context) if context.phase.stage == ONE else None
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
    found, stage = said(context), context.phase.stage
    if stage == ONE:
        return _through(found, current(context))
    if stage == WALL:
        pages = len(layout.wall(found))
        at = page_of(context, pages)
        on = [Move(_("Volgend blad"), TURN, {"page": at + 1})] if at + 1 < pages else []
        back = [Move(_("Vorig blad"), TURN, {"page": at - 1})] if at else []
        return (*on, *back)
    return ()


def _through(found: list[WallText], now: WallText | None) -> tuple[Move, ...]:
    if now is None:
        return ()
    at = found.index(now)
    ways = ((_("Volgend citaat"), at + 1), (_("Vorig citaat"), at - 1))
    return tuple(
        Move(label, TURN, {"key": found[to].key}, found[to].text)
        for label, to in ways if 0 <= to < len(found)
    )  # fmt: skip
