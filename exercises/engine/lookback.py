"""All that came of the exercises of a track, for the page that looks back on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

import exercises
from exercises.contract import Earlier, Exercise, InMeeting
from exercises.engine import known, running
from state import contributions, meetings, revisions, rows
from state.database import Store
from state.models import Activity, Meeting, Room


@dataclass
class Explored:
    """An exercise that can be explored, and every meeting in which it was begun, oldest first."""

    exercise: Exercise[Any, Any]
    meetings: list[InMeeting[Any, Any]] = field(default_factory=list)


def explored(store: Store, track_id: str) -> list[Explored]:
    """What was begun in a track of the exercises that can be explored, in the order of the list."""
    found = {one.kind: Explored(one) for one in exercises.EXERCISES if one.explore is not None}
    with store.read() as db:
        for meeting in rows.ordered(db, Meeting, "meeting", "track_id", track_id):
            room = meetings.read_room(db, meeting.id)
            for activity in room.agenda:
                if activity.kind in found and activity.state != "planned":
                    kind = found[activity.kind]
                    kind.meetings.append(_in_meeting(store, db, room, activity, kind.meetings))
    return [one for one in found.values() if one.meetings]


def _in_meeting(
    store: Store, db: Database, room: Room, activity: Activity,
    before: Sequence[InMeeting[Any, Any]],
) -> InMeeting[Any, Any]:  # fmt: skip
    """Read at once: it is drawn when the connection is closed."""
    numbers = revisions.of_meeting(db, room.meeting.id)
    here = known.here(db, str(store.path), room, numbers)
    view = running.fold(activity, contributions.of_activity(db, activity.id))
    past = tuple(
        Earlier(one.context.activity_id, one.title, one.date, one.context.config,
                one.context.load())
        for one in before
    )  # fmt: skip
    context = running.context(
        room, activity, "console", lambda: here, lambda: view, past=lambda: past
    )
    return InMeeting(room.meeting.id, room.meeting.title, room.meeting.date, context)
