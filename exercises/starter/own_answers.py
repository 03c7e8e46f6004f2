"""The sentence and choice of one person, for the own page: there that person says who reads it."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.starter.model import STARTS, TEXT, WHEN, StarterContext, visibility


# Next: one OwnAnswer for each thing that somebody gave, with all slots that only make sense
# together.
def own_answers(context: StarterContext) -> Iterator[OwnAnswer]:
    """The sentence of the person of this phone, with when it begins."""
    text = context.mine.get(TEXT, {}).get("text", "")
    when = STARTS.words(STARTS.stored(context.mine.get(WHEN)))
    if context.me and (text or when):
        named = visibility(context) != "nobody"
        told = " · ".join(filter(None, (text, when)))
        yield OwnAnswer(context.me.id, (TEXT, WHEN), context.config.ask, told, named=named)
