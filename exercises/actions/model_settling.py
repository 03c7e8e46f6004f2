"""What a later meeting begins with: each plan as it was at the end of the meeting before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exercises.actions.config import ActionsConfig
from exercises.actions.model import PlansView
from exercises.actions.model_carried import PREFIX, carry
from exercises.actions.views_plan import ActionsContext
from exercises.contract import Accepted, Earlier

EarlierPlans = Earlier[ActionsConfig, PlansView]


def settle(context: ActionsContext) -> Mapping[str, Accepted]:
    """For each organisation that has nothing carried yet, its plan of the last meeting in which it
    had one. Nothing before the exercise began."""
    if not context.phase.stage or not context.earlier:
        return {}
    found = {}
    for party in context.organisations:
        last = _last(reversed(context.earlier), party.id)
        if last is not None and party.id not in context.view.carried:
            plan = carry(last.view.plan(party.id), last.title, last.date)
            found[PREFIX + party.id] = Accepted(plan.to_json(), party.id, "party")
    return found


def _last(earlier: Iterable[EarlierPlans], party: str) -> EarlierPlans | None:
    """The last meeting in which an organisation had a plan."""
    return next((one for one in earlier if one.view.plan(party)), None)
