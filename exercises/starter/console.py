"""What the facilitator is given of Beginoefening."""

from __future__ import annotations

from exercises.contract import OnBehalf, Panel, Word
from exercises.kit.rules import naming
from exercises.starter.accept import TEXT_LIMIT
from exercises.starter.model import TEXT, StarterContext, visibility
from exercises.starter.views import pages, said, written
from state.language import _, ngettext


# Next: a count, a switch or a button needs only this; what more the console should draw is a
# `console` that gives a Scene, with browser/console.js (see quotes).
def panel(context: StarterContext) -> Panel:
    """Who wrote, who is named, and the pages of sentences once they are shown."""
    there = written(context)
    wrote = context.present(one.person for one in there)
    turns = pages(context)
    shown = context.phase.shown and len(turns.things) > 1
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
        onward=turns.onward(_("Volgend blad")) if shown else None,
        backward=turns.backward(_("Vorig blad")) if shown else None,
        skip=_("Nog niet alle zinnen zijn getoond."),
        page=_("Blad {n} van {m}").format(n=turns.at + 1, m=len(turns.things)) if shown else "",
    )  # fmt: skip
