"""The quote of one person with its consent, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Json, OwnAnswer, OwnChoice
from exercises.quotes.model import CONSENT, CONSENTS, TEXT
from exercises.quotes.views import QuotesContext
from state.language import _


def own_answers(context: QuotesContext) -> Iterator[OwnAnswer]:
    """The sentence of the person of this phone. What may be done with it is chosen here already:
    the own page shows and makes that same choice."""
    me = context.me
    text = context.mine.get(TEXT, {}).get("text", "")
    if me is None or not text:
        return
    own = context.view.of(me.id)
    payloads: dict[str, Json] = {one: {"consent": one, "text": text} for one in CONSENTS}
    payloads["none"] = {"consent": "none"}
    choice = OwnChoice(own.consent if own else "", CONSENT, payloads)
    yield OwnAnswer(me.id, (TEXT, CONSENT), _("Citaat"), text, named=True, choice=choice)
