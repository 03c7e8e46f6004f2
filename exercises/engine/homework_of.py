"""What people of a meeting can go on with at home."""

from __future__ import annotations

from exercises.engine import stored
from exercises.engine.moment import Moment
from state.models import Activity


def open_at_home(here: Moment) -> list[tuple[Activity, str]]:
    """The exercises that may be continued at home, each with the day by which, ISO or ""."""
    return [
        (activity, stored.due(activity))
        for activity in here.room.exercises
        if activity.at_home and stored.may_go_home(activity)
    ]
