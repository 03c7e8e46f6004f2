"""What acties give to other exercises and to documents: the actions of each organisation."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.actions.config import ActionsConfig
from exercises.actions.model import PlansView
from exercises.kit.sheet.form import STEP
from exercises.results import Action, Origin


def results(config: ActionsConfig, view: PlansView) -> Iterator[Action]:
    """Every action that says something. Until the plans are shown they are for their organisation
    and the facilitator."""
    for organisation, plan in view.plans.items():
        for one in plan:
            if one.begun:
                last = next((m.text for m in reversed(one.moments) if m.text), "")
                yield Action(
                    text=one.title, first_step=one.first if one.what else "", who=one.who,
                    date=one.date, area=one.area, state=one.state, number=one.number,
                    helpers=one.helpers, said=last, organisation=organisation,
                    readers="everybody" if view.shown else "facilitator", origin=Origin(STEP),
                )  # fmt: skip
