"""Removes sealed answers, which nobody may read yet, from copies and exports that leave the laptop.
The exercise decides which answers are sealed; drafts always are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from exercises.contract import Answer, Json
from exercises.engine import drafts, moment, stored
from state.models import Activity
from state.problems import Refused

# Whether one row of the history is sealed; `author`, `slot`, `payload` and, where known,
# `by_person` are asked of it.
Sealed = Callable[[Json], bool]


def sealed_in(here: moment.Moment, activity: Activity) -> Sealed:
    """Tells which changes of an activity nobody may read yet."""
    sealed = stored.exercise_of(activity).sealed

    def is_sealed(change: Json) -> bool:
        answer = Answer(
            change["author"], change["slot"], change["payload"], by=change.get("by_person") or ""
        )
        if drafts.is_draft(answer.slot):
            return True
        return sealed is not None and sealed(here.view(activity), answer)

    return is_sealed


def take_out(db: Database, track_id: str) -> None:
    """Delete the sealed answers of every meeting of a track from a copy, with their history.

    Of an exercise or meeting that was taken away nothing can be judged, so nothing stays that
    could be sealed. Nothing else of the copy changes.
    """
    for activity_id, sealed in list(_activities(db, track_id)):
        rows = db.conn.execute(
            "SELECT contribution_history.id, contribution.id, author, slot,"
            " contribution_history.payload, contribution.payload FROM contribution_history"
            " JOIN contribution ON contribution.id = contribution_id WHERE activity_id = ?",
            [activity_id],
        ).fetchall()
        for history_id, row_id, author, slot, then, now in rows:
            if _is_shut(sealed, author, slot, then):
                db.conn.execute("DELETE FROM contribution_history WHERE id = ?", [history_id])
            if _is_shut(sealed, author, slot, now):
                db.conn.execute(
                    "DELETE FROM contribution_history WHERE contribution_id = ?", [row_id]
                )
                db.conn.execute("DELETE FROM contribution WHERE id = ?", [row_id])


def _is_shut(sealed: Sealed | None, author: str, slot: str, payload: str) -> bool:
    if sealed is None:
        return True
    return sealed({"author": author, "slot": slot, "payload": json.loads(payload)})


def _activities(db: Database, track_id: str) -> Iterator[tuple[str, Sealed | None]]:
    """Every exercise of a track that can seal, with what it seals; None for one taken away. Of the
    others only drafts are sealed."""
    found = db.conn.execute(
        "SELECT activity.id, meeting_id, kind FROM activity JOIN meeting"
        " ON meeting.id = meeting_id WHERE track_id = ?",
        [track_id],
    ).fetchall()
    for activity_id, meeting_id, kind in found:
        if stored.can_seal(kind):
            yield activity_id, _sealed(db, meeting_id, activity_id)
        else:
            yield activity_id, _is_draft


def _is_draft(change: Json) -> bool:
    return drafts.is_draft(change["slot"])


def _sealed(db: Database, meeting_id: str, activity_id: str) -> Sealed | None:
    try:
        here = moment.alone(db, meeting_id)
    except Refused:
        return None
    activity = here.room.activity(activity_id)
    if activity is None:
        return None
    # Fold before deleting: a deletion must not change which other answers count as sealed.
    here.view(activity)
    return sealed_in(here, activity)
