"""The actions of an organisation, and what one person said of those of others, for the own page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from exercises.actions.model import WORDS, SharpeningKind, said_in
from exercises.actions.model_carried import PREFIX, CarriedPlan
from exercises.actions.views_plan import ActionsContext
from exercises.contract import Answer, OwnAnswer
from exercises.kit.sheet.form import STEP
from state.language import _

_COLUMNS = (*WORDS, "area", "date", "review", "source", "help", "state")
_HEADINGS: dict[SharpeningKind, str] = {
    "question": _("Je vraag aan {party}"), "idea": _("Je idee voor {party}"),
    "help": _("Je hulp aan {party}"), "same": _("Wat jullie ook doen, bij {party}"),
}  # fmt: skip


def own_answers(context: ActionsContext) -> Iterator[OwnAnswer]:
    """Each action of the organisation of this phone with all that stands with it, and what its
    person said of the actions of others."""
    me = context.me
    if me is None:
        return
    own = me.organisation_id
    for action in context.view.plan(own):
        if action.title:
            yield OwnAnswer(own, _slots(action.number), _("Jullie actie"), action.title)
    for slot, payload in sorted(context.mine.items()):
        found = said_in(slot)
        party = context.party_by_id.get(found[0]) if found else None
        if found is None or party is None or payload.get("on") is not True:
            continue
        heading = _HEADINGS[found[2]].format(party=party.name)
        yield OwnAnswer(me.id, (slot,), heading, payload.get("text") or _("Ja."))


def withheld(answer: Answer, slots: Collection[str]) -> Answer:
    """What an organisation had in the meeting before, without the actions of which these slots are
    held back."""
    if answer.slot != PREFIX + answer.author:
        return answer
    plan = CarriedPlan.from_json(answer.payload)
    kept = tuple(one for one in plan.actions if set(_slots(one.number)).isdisjoint(slots))
    return replace(answer, payload=CarriedPlan(kept).to_json())


def _slots(number: int) -> tuple[str, ...]:
    return tuple(f"{STEP}.{key}{number}" for key in _COLUMNS)
