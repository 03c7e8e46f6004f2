"""Collects the results of a track's exercises over all its meetings, for the look-back page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import exercises
from exercises.contract import Exercise, InMeeting
from exercises.engine import moment
from state import rows
from state.database import Store
from state.models import Meeting


@dataclass
class Explored:
    """An exercise that can be explored, and every meeting in which it was begun, oldest first."""

    exercise: Exercise[Any, Any]
    meetings: list[InMeeting[Any, Any]] = field(default_factory=list)


def explored(store: Store, track_id: str) -> list[Explored]:
    """The explorable exercises that were begun in a track, in the order of
    `exercises.EXERCISES`."""
    found = {one.kind: Explored(one) for one in exercises.EXERCISES if one.explore is not None}
    with store.read() as db:
        for meeting in rows.ordered(db, Meeting, "meeting", "track_id", track_id):
            now = moment.at(store, db, meeting.id)
            for activity in now.room.agenda:
                if activity.kind in found and activity.state != "planned":
                    context = now.context(activity, "console")
                    held = InMeeting(meeting.id, meeting.title, meeting.date, context)
                    found[activity.kind].meetings.append(held)
    return [one for one in found.values() if one.meetings]
