"""Collects the exercises of a track that were begun, over all its meetings, for the look back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import exercises
from exercises.contract import Exercise, InMeeting
from exercises.engine import moment, stored
from exercises.engine.contexts import AnyContext
from exercises.engine.moment import Moment
from state import rows
from state.database import Store
from state.models import Activity, Meeting


@dataclass(frozen=True)
class Begun:
    """An exercise that was begun in a meeting. `moment` is the meeting as it was read."""

    meeting: Meeting
    activity: Activity
    moment: Moment

    @property
    def exercise(self) -> Exercise[Any, Any] | None:
        """What it is; None for a kind that only a later version of the app knows."""
        return exercises.of_kind(self.activity.kind)

    @property
    def title(self) -> str:
        """What it is called on its agenda."""
        return stored.title_of(self.activity)

    def context(self) -> AnyContext:
        """The context of the console, as for an export. Refused for an unknown kind; what is stored
        may make an exercise fail."""
        return self.moment.context(self.activity, "console")


def begun(store: Store, track_id: str) -> list[Begun]:
    """Every exercise of a track that runs or was done: the oldest meeting first, each in the order
    of its agenda."""
    with store.read() as db:
        there = rows.ordered(db, Meeting, "meeting", "track_id", track_id)
        moments = [moment.at(store, db, meeting.id) for meeting in there]
    return [
        Begun(now.room.meeting, activity, now)
        for now in moments
        for activity in now.room.exercises
        if activity.state != "planned"
    ]


def in_meetings(found: Sequence[Begun]) -> list[InMeeting[Any, Any]]:
    """The same for `Exercise.explore`, when they are all of one kind. Refused for an unknown kind;
    what is stored may make an exercise fail."""
    return [
        InMeeting(one.meeting.id, one.meeting.title, one.meeting.date, one.context())
        for one in found
    ]
