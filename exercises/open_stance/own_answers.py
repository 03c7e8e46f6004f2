"""What one person made of closed sentences, and what the own couples agreed, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.kit.sheet.own_answers import own_answers as on_sheets
from exercises.open_stance import model
from exercises.open_stance.model import AFTER, BEFORE, CHANGE, OWN, StanceContext
from state.language import _


def own_answers(context: StanceContext) -> Iterator[OwnAnswer]:
    """Each sentence of the person of this phone, of which nobody is told whose it is; then the
    agreements of the own visits."""
    me, config = context.me, context.config
    if me is None:
        return
    headings = {one.key: one.text for one in (*config.examples, *config.gone)}
    for key in (*headings, OWN):
        slots = tuple(f"{key}.{part}" for part in (BEFORE, AFTER, CHANGE))
        texts = [context.mine.get(slot, {}).get("text", "") for slot in slots]
        if any(texts):
            yield OwnAnswer(
                me.id, slots, headings.get(key, _("Je eigen zin")), "\n".join(filter(None, texts))
            )
    yield from on_sheets(model.form(config), model.sheet_context(context))
