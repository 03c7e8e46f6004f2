"""What one person did on De lijn, statement by statement, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.kit.rules.prose import sentence
from exercises.line.model import visibility
from exercises.line.results import where
from exercises.line.views import LineContext
from state.language import _

_PARTS = ("1", "2", "why")


def own_answers(context: LineContext) -> Iterator[OwnAnswer]:
    """Where the person of this phone stood on each statement, before and after the talk, with
    why."""
    me, config = context.me, context.config
    if me is None:
        return
    named = visibility(config, context.phase) != "nobody"
    for one in (*config.statements, *config.gone):
        slots = tuple(f"{one.key}.{part}" for part in _PARTS)
        first, second, why = (context.mine.get(slot, {}) for slot in slots)
        at = (second or first).get("at")
        told = []
        if at is not None:
            place = where(at, *(one.ends or config.ends))
            told.append(sentence(_("Je stond {place}.").format(place=place)))
        told += [why["text"]] if why.get("text") else []
        if told:
            yield OwnAnswer(me.id, slots, one.text, " ".join(told), named=named)
