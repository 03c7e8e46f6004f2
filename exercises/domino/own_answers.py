"""The stone of one person, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.domino.model import visibility
from exercises.domino.views import DominoContext
from state.language import _

_PARTS = ("stone.top", "stone.flop", "stone.ready", "stone.lay")
_THREAD = "stone.thread-"


def own_answers(context: DominoContext) -> Iterator[OwnAnswer]:
    """The stone of the person of this phone, with how it lies and its threads: half a stone says
    nothing."""
    me = context.me
    if me is None:
        return
    top, flop = (context.mine.get(slot, {}).get("text", "") for slot in _PARTS[:2])
    halves = [
        told.format(text=text)
        for told, text in ((_("Top: {text}"), top), (_("Flop: {text}"), flop)) if text
    ]  # fmt: skip
    if halves:
        threads = sorted(slot for slot in context.mine if slot.startswith(_THREAD))
        laid = context.mine.get("stone.lay", {}).get("number", 0) > 0
        yield OwnAnswer(
            me.id, (*_PARTS, *threads), _("Top en flop"), "\n".join(halves),
            named=visibility(context.config, context.phase) != "nobody",
            reach="report" if laid else "self",
        )  # fmt: skip


def goes_with(slot: str) -> str:
    """The slot of the stone that a thread is tied to, else the slot itself."""
    return _PARTS[0] if slot.startswith(_THREAD) else slot
