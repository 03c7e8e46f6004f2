"""Removes sealed answers, which nobody may read, from copies and exports that leave the laptop.
The exercise decides which answers nobody may read yet; drafts never may be, nor what an author
keeps to the own page (`state.restrictions`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator

from sqlite_utils import Database

import exercises
from exercises.contract import Answer, Json
from exercises.engine import drafts, moment, restricted, stored
from exercises.engine.stored import AnyExercise
from state import restrictions
from state.models import FACILITATOR, Activity
from state.problems import Refused
from state.restrictions import Restriction

# Whether one row of the history is sealed; `author`, `slot`, `payload` and, where known,
# `by_person` are asked of it.
Sealed = Callable[[Json], bool]


_TABLES_OF_ANSWERS = (
    ("contribution", "contribution"),
    (
        "contribution_history",
        "contribution_history JOIN contribution ON contribution.id = contribution_id",
    ),
)


def sealed_in(here: moment.Moment, activity: Activity) -> Sealed:
    """Tells which changes of an activity nobody may read."""
    exercise = stored.exercise_of(activity)
    opened = exercise.sealed_until_over and stored.phase_of(activity).over
    sealed, is_kept = None if opened else exercise.sealed, _kept_in(here, activity)

    def is_sealed(change: Json) -> bool:
        answer = _answer(change)
        if drafts.is_draft(answer.slot) or is_kept(answer):
            return True
        return sealed is not None and sealed(here.everything(activity), answer)

    return is_sealed


def _kept_in(here: moment.Moment, activity: Activity) -> Callable[[Answer], bool]:
    """Tells which answers of an activity their authors keep to themselves, or repeat such."""
    if not here.restrictions:
        return lambda answer: False
    exercise = stored.exercise_of(activity)
    slots = _kept_slots(exercise, activity.id, here.restrictions)
    # What the facilitator marked holds the words that were marked.
    texts = {
        text
        for author, of in slots.items()
        for slot, one in here.answers(activity).by_author.get(author, {}).items()
        if slot in of and (text := one.payload.get("text"))
    }

    def is_kept(answer: Answer) -> bool:
        if answer.author == FACILITATOR:
            return bool(texts) and answer.payload.get("text") in texts
        own = slots.get(answer.author, ())
        if answer.slot in own or exercise.goes_with(answer.slot) in own:
            return True
        return _without(exercise, answer, own) != answer

    return is_kept


def _kept_slots(
    exercise: AnyExercise, activity_id: str, found: Collection[Restriction]
) -> dict[str, set[str]]:
    """The slots that are kept to the own page, by author."""
    slots: dict[str, set[str]] = {}
    for (author, slot), limit in restricted.limits_for(exercise, activity_id, found).items():
        if limit.place == "self":
            slots.setdefault(author, set()).add(slot)
    return slots


def _without(exercise: AnyExercise, answer: Answer, slots: Collection[str]) -> Answer:
    return exercise.withheld(answer, slots) if exercise.withheld and slots else answer


def _answer(change: Json) -> Answer:
    return Answer(
        change["author"], change["slot"], change["payload"], by=change.get("by_person") or ""
    )


def take_out(db: Database, track_id: str) -> None:
    """Delete the sealed answers of every meeting of a track from a copy, with their history.

    Of an exercise or meeting that was taken away nothing can be judged, so nothing stays that
    could be sealed. Nothing else of the copy changes.
    """
    _take_out_repeated(db, track_id)
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
    db.conn.execute("DELETE FROM restriction WHERE place = 'self'")


def _take_out_repeated(db: Database, track_id: str) -> None:
    """What repeats answers of an earlier meeting is left without those that are kept by now."""
    found = restrictions.of_track(db, track_id)
    for activity_id, kind in list(
        db.conn.execute(
            "SELECT activity.id, kind FROM activity JOIN meeting ON meeting.id = meeting_id"
            " WHERE track_id = ?", [track_id],
        )
    ):  # fmt: skip
        exercise = exercises.of_kind(kind)
        if exercise is None or exercise.withheld is None:
            continue
        slots = _kept_slots(exercise, activity_id, found)
        for table, source in _TABLES_OF_ANSWERS:
            rows = db.conn.execute(
                f"SELECT {table}.id, author, slot, {table}.payload FROM {source}"
                " WHERE activity_id = ?", [activity_id],
            ).fetchall()  # fmt: skip
            for row_id, author, slot, payload in rows:
                before = Answer(author, slot, json.loads(payload))
                after = _without(exercise, before, slots.get(author, ()))
                if after != before:
                    db.conn.execute(
                        f"UPDATE {table} SET payload = ? WHERE id = ?",
                        [json.dumps(after.payload, ensure_ascii=False), row_id],
                    )


def _is_shut(sealed: Sealed | None, author: str, slot: str, payload: str) -> bool:
    if sealed is None:
        return True
    return sealed({"author": author, "slot": slot, "payload": json.loads(payload)})


def _activities(db: Database, track_id: str) -> Iterator[tuple[str, Sealed | None]]:
    """Every exercise of a track that can seal, or of which something is kept, with what is sealed;
    None for one taken away. Of the others only drafts are sealed."""
    kept = {one.activity for one in restrictions.of_track(db, track_id)}
    found = db.conn.execute(
        "SELECT activity.id, meeting_id, kind FROM activity JOIN meeting"
        " ON meeting.id = meeting_id WHERE track_id = ?",
        [track_id],
    ).fetchall()
    for activity_id, meeting_id, kind in found:
        if stored.can_seal(kind) or activity_id in kept:
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
    here.everything(activity)
    return sealed_in(here, activity)
