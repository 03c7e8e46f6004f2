"""The lenses that are dealt when a story begins, and to who comes late; and that it was told."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.contract import Accepted
from exercises.lenses.model import DEALT, GATHERED, LensesView, ToldStory, current, listens
from exercises.lenses.model_dealing import Deals, LensHolder, deal, deal_late
from exercises.lenses.model_telling import LensesContext, is_absent


def settle(context: LensesContext) -> Mapping[str, Accepted]:
    """A lens for everybody here who listens and has none yet; nobody who has one gets another. Once
    the lenses speak, that the story was told, where somebody could."""
    story = current(context.config, context.phase)
    told = context.view.stories[story.key]
    here = [
        LensHolder(one.id, one.organisation_id)
        for one in context.here.values() if listens(story, told.by, one)
    ]  # fmt: skip
    late = [one for one in here if one.id not in told.held]
    keys = [one.key for one in context.config.lenses]
    heard = told.heard or (context.phase.stage in GATHERED and not is_absent(context, told))
    if heard == told.heard and not (late and keys):
        return {}
    deals = _deals(context.view, told)
    late_too = bool(told.held)
    found = deal_late(keys, late, here, told.held, deals) if late_too else deal(keys, here, deals)
    return {
        f"{story.key}.{DEALT}": Accepted(
            {"held": {**told.held, **found}, "told": heard},
            notifies="nobody" if late_too or not found else "everybody",
            also_notifies=tuple(found) if late_too else (),
        )
    }


def _deals(view: LensesView, now: ToldStory) -> Deals:
    """What was dealt for the other stories, the oldest first."""
    others = [one for one in view.stories.values() if one.held and one is not now]
    others.sort(key=lambda one: one.dealt_at)
    host = now.story.host
    return Deals(
        tuple(one.held for one in others),
        tuple(one.held for one in others if host and one.story.host == host),
    )
