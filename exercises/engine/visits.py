"""The visits of a track as results, for exercises and documents."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import TrackVisit
from exercises.results import Visit


def visit_results(visits: Iterable[TrackVisit]) -> tuple[Visit, ...]:
    """The visits that stand, of those that the asker may know of (`stored.visits_for`)."""
    return tuple(
        Visit(
            organisation=one.visitor, host=one.host, days=tuple(day.date for day in one.days),
            guests=one.count, visit=one.id,
        )
        for one in visits
        if one.stands
    )  # fmt: skip
