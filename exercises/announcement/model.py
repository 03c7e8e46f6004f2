"""Bekendmaking van de koppels as a pure model: whose door was opened.

Each visit that stands is a step with two stages: its door is shut, then open. The last step is the
web of all of them. Opening a door stores "<visit>.open" in the facilitator's name and announces the
visit, so that own pages may show it; the web opens what is still shut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exercises.announcement.config import AnnouncementConfig
from exercises.contract import Accepted, Answer, Context, Stage, Step, TrackVisit, VisitChange
from state.language import _

WEB = "web"
SHUT, OPEN = "shut", "open"
STAGES = (
    Stage(SHUT, _("Deur dicht"), _("Verder"), open=False, shown=False, opens=False),
    Stage(OPEN, _("Deur open"), _("Open de deur"), open=False, shown=True, opens=False),
)


@dataclass(frozen=True)
class AnnouncementView:
    """`opened`: the ids of the visits whose door was opened in this meeting."""

    opened: frozenset[str] = frozenset()


AnnouncementContext = Context[AnnouncementConfig, AnnouncementView]


def steps(config: AnnouncementConfig) -> tuple[Step, ...]:
    """A step for each visit, and the web."""
    couples = (
        Step(visit.id, _("Bezoek {n}").format(n=at))
        for at, visit in enumerate(config.visits, start=1)
    )
    return (*couples, Step(WEB, _("Wie komt er bij wie over de vloer?")))


def fold(config: AnnouncementConfig, answers: Sequence[Answer]) -> AnnouncementView:
    """Which doors were opened."""
    parts = (answer.slot.rpartition(".") for answer in answers)
    return AnnouncementView(frozenset(key for key, _dot, part in parts if part == OPEN))


def current(context: AnnouncementContext) -> TrackVisit | None:
    """The visit whose door it is now; None at the web."""
    step = context.step
    return next((one for one in context.config.visits if step and one.id == step.key), None)


def door_is_open(context: AnnouncementContext) -> bool:
    """Whether the room sees what is behind the door, or behind all doors of the web."""
    visit = current(context)
    return context.phase.shown and (visit is None or visit.id in context.view.opened)


def known(context: AnnouncementContext) -> tuple[TrackVisit, ...]:
    """The visits that the room knows of: whose door was opened here."""
    return tuple(one for one in context.config.visits if one.id in context.view.opened)


def settle(context: AnnouncementContext) -> Mapping[str, Accepted]:
    """The doors that open with this stage: that of the step, at the web all that are still shut."""
    if context.phase.stage != OPEN:
        return {}
    visit = current(context)
    opening = context.config.visits if visit is None else (visit,)
    return {
        f"{one.id}.{OPEN}": Accepted(
            {"open": True}, notifies="everybody", visits=(VisitChange(one.id, announced=True),)
        )
        for one in opening
        if one.id not in context.view.opened
    }
