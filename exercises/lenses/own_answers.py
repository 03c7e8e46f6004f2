"""What the person of a phone gave, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.lenses.model import SAID, TOLD
from exercises.lenses.model_telling import LensesContext
from exercises.lenses.views_story import in_words
from state.language import _


def own_answers(context: LensesContext) -> Iterator[OwnAnswer]:
    """Each remark of this person, and what this person wrote to tell; nobody is named with a
    remark."""
    me = context.me
    if me is None:
        return
    stories = {one.key: one for one in context.config.stories}
    for slot, payload in sorted(context.mine.items()):
        key, _dot, part = slot.rpartition(".")
        text = payload.get("text", "")
        if not text or key not in stories:
            continue
        about = in_words(context, stories[key])
        if part.startswith(SAID):
            lens = context.config.lens(payload.get("lens", ""))
            seen = lens.text if lens else _("Zonder bril")
            yield OwnAnswer(me.id, (slot,), f"{seen}, {about}" if about else seen, text)
        elif part == TOLD:
            heading = (
                _("Wat ik vertelde: {about}").format(about=about) if about else _("Wat ik vertelde")
            )
            yield OwnAnswer(me.id, (slot,), heading, text, named=True)
