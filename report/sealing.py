"""What nobody may read yet stays out of what leaves the laptop: the exercise says which answers."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database

from exercises.contract import Answer, Json
from exercises.engine import known, running
from state import contributions, meetings, people
from state.problems import Refused


def is_sealed(context: running.AnyContext, change: Json) -> bool:
    """Whether one row of the history is sealed; `author`, `slot` and `payload` are asked."""
    answer = Answer(
        change["author"], change["slot"], change["payload"], by=change.get("by_person") or ""
    )
    sealed = context.exercise.sealed
    return sealed is not None and sealed(context, answer)


def take_out(db: Database, track_id: str) -> None:
    """Delete the sealed answers of every meeting of a track from a copy, with their history.

    Of an exercise or meeting that was taken away nothing can be judged, so nothing stays that
    could be sealed. Nothing else of the copy changes.
    """
    for activity_id, context in list(_activities(db, track_id)):
        rows = db.conn.execute(
            "SELECT contribution_history.id, contribution.id, author, slot,"
            " contribution_history.payload, contribution.payload FROM contribution_history"
            " JOIN contribution ON contribution.id = contribution_id WHERE activity_id = ?",
            [activity_id],
        ).fetchall()
        for history_id, row_id, author, slot, then, now in rows:
            if _shut(context, author, slot, then):
                db.conn.execute("DELETE FROM contribution_history WHERE id = ?", [history_id])
            if _shut(context, author, slot, now):
                db.conn.execute(
                    "DELETE FROM contribution_history WHERE contribution_id = ?", [row_id]
                )
                db.conn.execute("DELETE FROM contribution WHERE id = ?", [row_id])


def _shut(context: running.AnyContext | None, author: str, slot: str, payload: str) -> bool:
    if context is None:
        return True
    return is_sealed(context, {"author": author, "slot": slot, "payload": json.loads(payload)})


def _activities(db: Database, track_id: str) -> Iterator[tuple[str, running.AnyContext | None]]:
    """Every exercise of a track that can seal, with its context; None for one taken away."""
    found = db.conn.execute(
        "SELECT activity.id, meeting_id, kind FROM activity JOIN meeting"
        " ON meeting.id = meeting_id WHERE track_id = ?",
        [track_id],
    ).fetchall()
    for activity_id, meeting_id, kind in found:
        if running.can_seal(kind):
            yield activity_id, _context(db, meeting_id, activity_id)


def _context(db: Database, meeting_id: str, activity_id: str) -> running.AnyContext | None:
    try:
        room = meetings.read_room(db, meeting_id)
    except Refused:
        return None
    activity = room.activity(activity_id)
    if activity is None:
        return None
    view = running.fold(activity, contributions.of_activity(db, activity_id))
    members = known.members(room, people.read_attendees(db, meeting_id))
    return running.context(room, activity, "console", lambda: members, lambda: view)
