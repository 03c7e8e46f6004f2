"""The photo of a gift that stands beside what became of it.

The screen is given the one on its page, the facilitator each; guests and phones none.
"""

from __future__ import annotations

from collections.abc import Sequence

from exercises.closing.model import ClosingContext, current
from exercises.closing.views import turned
from exercises.closing.views_chapters import sequels
from exercises.results import GiftSequel


def noted(context: ClosingContext) -> frozenset[str]:
    """The ids of the notes of notebooks that these photos are of."""
    return frozenset(one.noted for one in _seen(context) if one.photo)


def photos(context: ClosingContext) -> frozenset[str]:
    """The ids of the photos that a role sees here."""
    return frozenset(one.photo for one in _seen(context) if one.photo)


def _seen(context: ClosingContext) -> Sequence[GiftSequel]:
    if context.role == "phone":
        return ()
    now = current(context.config, context.phase)
    if context.role == "console":
        return sequels(context)
    if now is None or now.kind != "gifts" or not context.phase.shown:
        return ()
    shown = turned(context, now, sequels(context)).now
    return (shown,) if shown else ()
