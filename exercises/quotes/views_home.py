"""What waits in Citaten for who goes on with it at home."""

from __future__ import annotations

from exercises.contract import Waiting
from exercises.quotes.views import QuotesContext
from state.language import _


def waiting(context: QuotesContext) -> Waiting:
    """To write a sentence, else to choose what may be done with it, else to change that. It is
    never nothing: who wants to withdraw a sentence finds the way here."""
    own = context.view.of(context.me.id) if context.me else None
    if own is None or not own.text:
        return Waiting(
            context.config.ask, hint=_("Eén zin volstaat."), button=_("Mijn zin schrijven")
        )
    if not own.chosen:
        return Waiting(
            _("Wat mag met je zin?"), hint=_("Hij staat nergens tot je kiest."),
            button=_("Kiezen"),
        )  # fmt: skip
    return Waiting(
        _("Je koos wat met je zin mag. Het kan nog anders."), button=_("Mijn keuze bekijken")
    )
