"""What people can fill in at home, after a meeting or before it."""

from __future__ import annotations

from exercises.engine import stored
from exercises.engine.moment import Moment
from state.models import Activity


def open_at_home(here: Moment) -> list[tuple[Activity, str]]:
    """The exercises that may be filled in at home now, each with the day by which, ISO or "".
    Before the meeting is opened that is what the facilitator opened on its agenda."""
    return [
        (activity, stored.due(activity))
        for activity in here.room.exercises
        if activity.at_home
        and (stored.may_go_home(activity) or (_ahead(here) and stored.may_begin_at_home(activity)))
    ]


def _ahead(here: Moment) -> bool:
    return here.room.meeting.state == "prepared"
