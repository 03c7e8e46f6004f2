"""What Open houding found out for others: how the couples of visits give each other feedback."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import TrackVisit
from exercises.open_stance import content
from exercises.open_stance.config import StanceConfig
from exercises.open_stance.model import STEP, StanceView
from exercises.results import Agreement, Origin

_ORIGIN = Origin(STEP)


def results(config: StanceConfig, view: StanceView) -> Iterator[Agreement]:
    """The agreements of each visit, for the people of that visit and the facilitator."""
    for visit in config.visits:
        yield from _of(visit, view)


def _of(visit: TrackVisit, view: StanceView) -> Iterator[Agreement]:
    sheet = view.agreed.of(visit.id)
    for key, question in content.AGREEMENTS:
        if text := sheet.text(key):
            yield Agreement(
                text=text, about=question, partner=visit.host, visit=visit.id,
                organisation=visit.visitor, readers="facilitator", origin=_ORIGIN,
            )  # fmt: skip
