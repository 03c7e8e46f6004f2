"""What the facilitator is given of Beginoefening."""

from __future__ import annotations

from exercises.contract import Move, OnBehalf, Panel, Word
from exercises.kit.rules import naming
from exercises.starter.accept import TEXT_LIMIT
from exercises.starter.model import PAGE, TEXT, StarterContext, visibility
from exercises.starter.views import page_of, pages, said, written
from state.language import _, ngettext


# Next: a count, a switch or a button needs only this; what more the console should draw is a
# `console` that gives a Scene, with browser/console.js (see quotes).
def panel(context: StarterContext) -> Panel:
    """Who wrote, who is named, and the pages of sentences once they are shown."""
    there = written(context)
    wrote = context.present(one.person for one in there)
    at, last = page_of(context), len(pages(context)) - 1
    shown = context.phase.shown and last > 0
    return Panel(
        answered=wrote,
        done_word=_("schreef"),
        waiting_word=_("nog niet"),
        summary=ngettext("schreef een zin", "schreven een zin", len(wrote)),
        controls=(
            naming.control(
                _("Wie staat bij een zin?"), visibility(context), answered=bool(there),
                unnamed=_("Op hun gsm stond toen: op het scherm zonder je naam."),
            ),
        ),
        questions=context.config.questions,
        words=tuple(Word(one["who"], one["text"]) for one in (said(context, s) for s in there)),
        on_behalf=OnBehalf(
            TEXT, "text", limit=TEXT_LIMIT, label=_("Welke zin schrijft deze persoon?")
        ),
        onward=_to(_("Volgend blad"), at + 1) if shown and at < last else None,
        backward=_to(_("Vorig blad"), at - 1) if shown and at > 0 else None,
        skip=_("Nog niet alle zinnen zijn getoond."),
        page=_("Blad {n} van {m}").format(n=at + 1, m=last + 1) if shown else "",
    )  # fmt: skip


def _to(label: str, page: int) -> Move:
    return Move(label, PAGE, {"page": page})
