"""What one person remembered in the Inleefoefening, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.recall.content import FEELINGS
from exercises.recall.model import FEELING, WORDS, visibility
from exercises.recall.views_slips import RecallContext


def own_answers(context: RecallContext) -> Iterator[OwnAnswer]:
    """The words and the feeling of the person of this phone at each question."""
    me, config = context.me, context.config
    if me is None:
        return
    named = visibility(config, context.phase) != "nobody"
    for one in (*config.questions, *config.gone):
        slots = (f"{one.key}.{WORDS}", f"{one.key}.{FEELING}")
        words, feeling = (context.mine.get(slot, {}) for slot in slots)
        told = (words.get("text", ""), FEELINGS.get(feeling.get("feeling", ""), ""))
        if any(told):
            text = ", ".join(filter(None, told))
            yield OwnAnswer(me.id, slots, one.text, text, named=named)
