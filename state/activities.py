"""Stores the state of a running exercise: its phase, whether the screen shows it, its timers."""

from __future__ import annotations

import json

from sqlite_utils import Database

from state import meetings
from state.models import Activity, Face, Json
from state.revisions import raise_revision


def keep_phase(db: Database, activity: Activity, phase: Json) -> None:
    """Store a new phase, and tell phones, screen and console."""
    db.table("activity").update(activity.id, {"phase": json.dumps(phase)})
    raise_revision(db, activity.meeting_id, "steps", "results")


def begin(db: Database, activity: Activity) -> None:
    """Make this the meeting's current activity and start counting its minutes. That it may be
    filled in at home before the meeting ends here; after it, the facilitator says so again."""
    db.table("activity").update(activity.id, {"state": "running"})
    if activity.state == "planned":
        db.table("activity").update(activity.id, {"at_home": 0})
    db.table("meeting").update(
        activity.meeting_id, {"current_activity_id": activity.id, "face": "exercise"}
    )
    meetings.start_clock(db, activity)
    raise_revision(db, activity.meeting_id, "steps")


def begin_interlude(db: Database, activity: Activity, face: Face) -> None:
    """Let a break or talk begin, with a face for phones and screen; what ran before it ends."""
    begin(db, activity)
    db.table("meeting").update(activity.meeting_id, {"face": face})


def end(db: Database, activity: Activity) -> None:
    """Mark the activity as done; phones and screen go back to the lobby when they showed it."""
    meetings.finish(db, activity.id)
    db.conn.execute(
        "UPDATE meeting SET current_activity_id = NULL, face = 'lobby'"
        " WHERE current_activity_id = ?",
        [activity.id],
    )
    raise_revision(db, activity.meeting_id, "steps")


def keep_countdown(db: Database, activity: Activity, countdown: Json | None) -> None:
    """Store the countdown that screen and phones show; None takes it away."""
    text = None if countdown is None else json.dumps(countdown)
    db.table("activity").update(activity.id, {"timer": text})
    raise_revision(db, activity.meeting_id, "steps")
