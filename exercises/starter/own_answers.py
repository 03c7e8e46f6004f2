"""The sentence of one person, for the own page, where that person says who may read it."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.starter.model import TEXT, StarterContext, visibility


# Next: one OwnAnswer for each thing that somebody gave, with all slots that only make sense
# together.
def own_answers(context: StarterContext) -> Iterator[OwnAnswer]:
    """The sentence of the person of this phone."""
    text = context.mine.get(TEXT, {}).get("text", "")
    if context.me and text:
        named = visibility(context) != "nobody"
        yield OwnAnswer(context.me.id, (TEXT,), context.config.ask, text, named=named)
