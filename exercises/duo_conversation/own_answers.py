"""What one person wrote in the rounds of the Duo-gesprek, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.duo_conversation.model import PART, DuoContext, steps
from state.language import _


def own_answers(context: DuoContext) -> Iterator[OwnAnswer]:
    """The words of the person of this phone, each with the choice to share them. What is not shared
    is read by nobody else, or only by those with whom the person stood."""
    me = context.me
    if me is None:
        return
    titles = {step.key: step.title for step in steps(context.config)}
    for slot, payload in sorted(context.mine.items()):
        key, _dot, part = slot.rpartition(".")
        found = PART.fullmatch(part)
        if found is None or found[3] or not payload.get("text"):
            continue
        share = f"{slot}_share"
        shared = context.mine.get(share, {}).get("share") is True
        alone = found[2] is None
        yield OwnAnswer(
            me.id, (slot, share),
            (_("{round}: voor jezelf") if alone else _("{round}: met je groepje")).format(
                round=titles.get(key, _("Duo-gesprek"))
            ),
            payload["text"], named=True,
            reach="report" if shared else "self" if alone else "group",
        )  # fmt: skip
