"""What people can fill in at home, after a meeting or before it."""

from __future__ import annotations

import logging
import sqlite3
from datetime import date, timedelta

import exercises
from exercises.contract import Homework
from exercises.engine import stored
from exercises.engine.moment import Moment
from state.models import Activity
from state.problems import StateError

_log = logging.getLogger(__name__)
_TWO_WEEKS = 14


def open_at_home(here: Moment) -> list[tuple[Activity, str]]:
    """The exercises that may be filled in at home now, each with the day by which, ISO or "".
    Before the meeting is opened that is what the facilitator opened on its agenda."""
    return [
        (activity, stored.due(activity))
        for activity in here.room.exercises
        if activity.at_home
        and (stored.may_go_home(activity) or (_ahead(here) and stored.may_begin_at_home(activity)))
    ]


def left_for(here: Moment, activity: Activity) -> int:
    """For how many people who were there something of an exercise is left that they could do at
    home, if it were open there; 0 for one that can't go home. What an exercise can't say is 0."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None or exercise.waiting is None or not stored.may_go_home(activity):
        return 0
    due = Homework(stored.due(activity))
    joined = [here.members[one.person.id] for one in here.attendees]
    try:
        return sum(
            exercise.waiting(here.context(activity, "phone", member, due)) is not None
            for member in joined
        )
    except (StateError, sqlite3.Error):
        raise
    except Exception:
        # A fault in one exercise must not take a page from the facilitator.
        _log.exception("what is left of %s is not known", activity.id)
        return 0


def proposed_day(today: str) -> str:
    """The last day that is proposed for what is opened at home on an ISO day: two weeks later."""
    return (date.fromisoformat(today) + timedelta(days=_TWO_WEEKS)).isoformat()


def _ahead(here: Moment) -> bool:
    return here.room.meeting.state == "prepared"
