"""What waits of the sequels at home, and what people gave here, for the own page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer, Waiting
from exercises.gift_sequels import model
from exercises.gift_sequels.content import GAVE, NOTHING
from exercises.gift_sequels.views_gifts import SequelsContext, gifts, giver_name
from state.language import _


def waiting(context: SequelsContext) -> Waiting | None:
    """The first gift of which the own organisation said nothing yet; None when there is none."""
    if context.me is None:
        return None
    own = context.me.organisation_id
    for one in gifts(context, own):
        if not context.view.has_written(own, one.key):
            return Waiting(
                about_gift(context, one.giver),
                hint=_("Eén zin volstaat. ‘Nog niets’ is ook een antwoord."),
                button=_("Vertellen"),
            )
    return None


def own_answers(context: SequelsContext) -> Iterator[OwnAnswer]:
    """What the own organisation said of its gifts, and of giving."""
    if context.me is None:
        return
    own = context.me.organisation_id
    for one in context.view.of(own).values():
        if one.said:
            slots = tuple(model.slot(one.key, part) for part in model.PARTS)
            yield OwnAnswer(own, slots, about_gift(context, one.giver), one.text or NOTHING)
    if context.view.gave.get(own):
        yield OwnAnswer(own, (model.GAVE,), GAVE, context.view.gave[own])


def about_gift(context: SequelsContext, giver: str) -> str:
    """The question about a gift, with who gave it."""
    return _("Wat deden jullie met het cadeautje van {giver}?").format(
        giver=giver_name(context, giver)
    )
