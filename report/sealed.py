"""Answers that nobody may read yet, as their exercises say: they stay out of every export."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from exercises import running
from exercises.contract import Answer
from state import contributions, meetings, people, rows
from state.models import Activity, Meeting, Room
from state.problems import Refused

_log = logging.getLogger(__name__)


def is_sealed(context: running.AnyContext, author: str, slot: str, payload: Any) -> bool:
    """Whether an answer, as it stands or stood, may not be read. A doubt keeps it sealed."""
    try:
        return context.exercise.sealed(context, Answer(author, slot, payload))
    except Exception:
        _log.exception("could not tell whether %s is sealed", slot)
        return True


def take_out(db: Database, track_id: str) -> None:
    """Delete the sealed answers of a track from a copy of the database, with their history."""
    for meeting in rows.ordered(db, Meeting, "meeting", "track_id", track_id):
        room = meetings.read_room(db, meeting.id)
        for activity in room.agenda:
            # What no exercise of this version knows says nothing of itself.
            with suppress(Refused):
                _take_out_of(db, _context(db, room, activity))


def _context(db: Database, room: Room, activity: Activity) -> running.AnyContext:
    here = running.members(room, people.read_attendees(db, room.meeting.id))
    stored = contributions.of_activity(db, activity.id)
    return running.context(
        room, activity, "console", lambda: here, lambda: running.fold(activity, stored)
    )


def _take_out_of(db: Database, context: running.AnyContext) -> None:
    found = db.conn.execute(
        "SELECT contribution_history.id, contribution_id, author, slot,"
        " contribution_history.payload, contribution.payload FROM contribution_history"
        " JOIN contribution ON contribution.id = contribution_id WHERE activity_id = ?",
        [context.activity_id],
    ).fetchall()
    whole = {
        contribution for _id, contribution, author, slot, _text, last in found
        if is_sealed(context, author, slot, json.loads(last))
    }  # fmt: skip
    changes = [
        change for change, contribution, author, slot, text, _last in found
        if contribution in whole or is_sealed(context, author, slot, json.loads(text))
    ]  # fmt: skip
    db.conn.executemany("DELETE FROM contribution_history WHERE id = ?", [(n,) for n in changes])
    db.conn.executemany("DELETE FROM contribution WHERE id = ?", [(n,) for n in whole])
