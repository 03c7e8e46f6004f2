"""What somebody takes home, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.closing.model import TAKE, ClosingContext
from exercises.contract import OwnAnswer


def own_answers(context: ClosingContext) -> Iterator[OwnAnswer]:
    """What the person of a phone takes home."""
    for chapter in context.config.asks:
        slot = f"{chapter.key}.{TAKE}"
        text = str(context.mine.get(slot, {}).get("text", ""))
        if text and context.me:
            yield OwnAnswer(context.me.id, (slot,), chapter.title, text)
