"""Meetings and their agendas: preparing them, opening, pausing and closing."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from state import door_organisations, rows, screens, track_access, visits
from state.clock import now, seconds_between
from state.database import Store
from state.ids import clean_code, new_code, new_id
from state.language import _
from state.models import Activity, Face, Json, Meeting, Room, Track
from state.problems import Refused
from state.revisions import raise_revision
from state.text_rules import one_line

TITLE_LIMIT = 120
OWN_TITLE_LIMIT = 60
MINUTES_LIMIT = 600
MOST_EXPECTED = 500


def of_track(store: Store, track_id: str) -> tuple[Meeting, ...]:
    """The meetings of a track, in order."""
    with store.read() as db:
        return rows.ordered(db, Meeting, "meeting", "track_id", track_id)


def room(store: Store, meeting_id: str) -> Room:
    """A meeting with its track, organisations and agenda; Refused when it is gone, or of a track
    that is not for who acts."""
    with store.read() as db:
        found = read_room(db, meeting_id)
        track_access.check_open(db, found.track.id)
        return found


def read_room(db: Database, meeting_id: str) -> Room:
    """As `room`, on a connection that reads more."""
    meeting = rows.find(db, Meeting, "meeting", meeting_id)
    agreed = visits.read_visits(db, meeting.track_id)
    of_exercises = visits.for_exercises(db, meeting.track_id)
    agenda = rows.ordered(db, Activity, "activity", "meeting_id", meeting_id)
    present, left = door_organisations.of_meeting(db, meeting)
    return Room(
        meeting, rows.find(db, Track, "track", meeting.track_id), present,
        tuple(replace(one, visits=of_exercises) for one in agenda), left, agreed,
    )  # fmt: skip


def before(db: Database, activity: Activity) -> list[tuple[Activity, Meeting]]:
    """The same kind of exercise earlier in the track, as far as it was begun, oldest first."""
    found = db.query(
        "SELECT activity.id, activity.meeting_id FROM activity"
        " JOIN meeting ON meeting.id = activity.meeting_id"
        " JOIN meeting AS here ON here.id = ? AND here.track_id = meeting.track_id"
        " WHERE kind = ? AND activity.state != 'planned' AND activity.removed_at IS NULL"
        " AND meeting.removed_at IS NULL"
        " AND (meeting.position, activity.position) < (here.position, ?)"
        " ORDER BY meeting.position, activity.position",
        [activity.meeting_id, activity.kind, activity.position],
    )
    return [
        (
            replace(rows.find(db, Activity, "activity", row["id"]), visits=activity.visits),
            rows.find(db, Meeting, "meeting", row["meeting_id"]),
        )
        for row in list(found)
    ]


def by_code(store: Store, typed: str) -> Meeting | None:
    """The meeting whose join code was typed, whatever its state; None when unknown."""
    with store.read() as db:
        return find_by_code(db, typed)


def find_by_code(db: Database, typed: str) -> Meeting | None:
    """As `by_code`, on a connection that reads more."""
    found = db.query(
        "SELECT meeting.* FROM meeting JOIN track ON track.id = track_id WHERE code = ?"
        " AND meeting.removed_at IS NULL AND track.removed_at IS NULL",
        [clean_code(typed)],
    )
    return next((Meeting.of(row) for row in found), None)


def is_open(db: Database, meeting_id: str) -> bool:
    """Whether a meeting runs, as it stands inside the present transaction."""
    row = db.conn.execute("SELECT state FROM meeting WHERE id = ?", [meeting_id]).fetchone()
    return row is not None and row[0] == "running"


def is_ahead(db: Database, meeting_id: str) -> bool:
    """Whether a meeting was not opened yet, as it stands inside the present transaction."""
    row = db.conn.execute("SELECT state FROM meeting WHERE id = ?", [meeting_id]).fetchone()
    return row is not None and row[0] == "prepared"


def running(db: Database) -> frozenset[str]:
    """The ids of all meetings that run."""
    found = db.conn.execute("SELECT id FROM meeting WHERE state = 'running'").fetchall()
    return frozenset(meeting_id for (meeting_id,) in found)


def add(store: Store, track_id: str, title: str, date: str = "", place: str = "") -> str:
    """Make a meeting with a join code of its own; gives its id."""
    texts = clean_texts(title, date, place)
    with store.write() as db:
        rows.find(db, Track, "track", track_id)
        row = {
            "id": new_id(), "track_id": track_id, **texts,
            "position": rows.next_position(db, "meeting", "track_id", track_id),
            "code": free_code(db), "state": "prepared", "face": "lobby",
            "current_activity_id": None, "may_add_organisation": 1,
            "secret": secrets.token_hex(16), "removed_at": None,
        }  # fmt: skip
        db.table("meeting").insert(row)
    return str(row["id"])


def change(store: Store, meeting_id: str, title: str, date: str, place: str) -> None:
    """Change title, date (ISO, or empty) and place."""
    texts = clean_texts(title, date, place)
    with store.write() as db:
        db.table("meeting").update(meeting_id, texts)
        raise_revision(db, meeting_id, "steps")


def allow_organisations(store: Store, meeting_id: str, allowed: bool) -> None:
    """Say whether people who join may add an organisation themselves."""
    with store.write() as db:
        db.table("meeting").update(meeting_id, {"may_add_organisation": int(allowed)})
        raise_revision(db, meeting_id, "steps")


def expect(store: Store, meeting_id: str, people: int | None) -> None:
    """Say how many people are expected, 1 to `MOST_EXPECTED`; None for all people of the track."""
    if people is not None and not 1 <= people <= MOST_EXPECTED:
        raise Refused(
            _("Verwacht je 1 tot {most} mensen? Typ dan dat getal.").format(most=MOST_EXPECTED)
        )
    with store.write() as db:
        rows.find(db, Meeting, "meeting", meeting_id)
        db.table("meeting").update(meeting_id, {"expected": people})
        raise_revision(db, meeting_id, "steps")


def move(store: Store, track_id: str, meeting_id: str, by: int) -> None:
    """Move a meeting up (negative) or down within its track."""
    ids = [item.id for item in of_track(store, track_id)]
    with store.write() as db:
        rows.move(db, "meeting", ids, meeting_id, by)


def arrange(store: Store, track_id: str, ids: Sequence[str]) -> None:
    """Put the meetings of a track in this order; one that came meanwhile keeps its place behind
    the one that it stood behind."""
    there = [item.id for item in of_track(store, track_id)]
    with store.write() as db:
        rows.arrange(db, "meeting", rows.merged(there, ids))


def remove(store: Store, meeting_id: str) -> None:
    """Take a meeting away, with a way back on the track's page."""
    with store.write() as db:
        found = rows.find(db, Meeting, "meeting", meeting_id)
        label = _("{title} is verwijderd.").format(title=found.title)
        rows.remove(db, found.track_id, label, [("meeting", {"id": meeting_id})])
        raise_revision(db, meeting_id, "steps")


def open_doors(store: Store, meeting_id: str, day: str = "") -> None:
    """Let people in; also for a meeting that was closed. `day`: the ISO date that a meeting without
    one is given the first time, since it is held then; "" leaves it without."""
    with store.write() as db:
        found = rows.find(db, Meeting, "meeting", meeting_id)
        screens.renew_awaited(db, meeting_id)
        first = found.state == "prepared" and not found.date
        db.table("meeting").update(
            meeting_id, {"state": "running", "date": day if first else found.date}
        )
        raise_revision(db, meeting_id, "steps")


def close(store: Store, meeting_id: str) -> None:
    """End the meeting: phones and screen say goodbye, answers are locked."""
    with store.write() as db:
        _stop_clock(db, rows.find(db, Meeting, "meeting", meeting_id).current_activity_id)
        db.table("meeting").update(meeting_id, {"state": "closed", "face": "lobby"})
        door_organisations.leave(db, meeting_id)
        screens.renew_awaited(db, meeting_id)
        raise_revision(db, meeting_id, "steps")


def show_face(store: Store, meeting_id: str, face: Face) -> None:
    """Choose what the screen shows: lobby, the current exercise, or a pause."""
    _set(store, meeting_id, face=face)


def add_activity(store: Store, meeting_id: str, kind: str, config: Json, minutes: int) -> str:
    """Put an exercise at the end of the agenda; gives its id."""
    with store.write() as db:
        row = {
            "id": new_id(), "meeting_id": meeting_id, "kind": kind, "config": json.dumps(config),
            "minutes": checked_minutes(minutes), "state": "planned", "phase": "{}",
            "position": rows.next_position(db, "activity", "meeting_id", meeting_id),
            "running_since": None, "spent_seconds": 0.0, "timer": None, "removed_at": None,
        }  # fmt: skip
        db.table("activity").insert(row)
        raise_revision(db, meeting_id, "steps")
    return str(row["id"])


def configure(store: Store, activity_id: str, config: Json) -> None:
    """Store what the facilitator changed in an exercise; running ones change at once."""
    _change_activity(store, activity_id, {"config": json.dumps(config)})


def reconfigure(
    store: Store, activity_id: str, change: Callable[[Database, Activity], Json | None]
) -> None:
    """Store what `change` makes of the configuration as it stands in this transaction, where it
    may ask what people answered by then; None leaves it as it is."""
    with store.write() as db:
        found = rows.find(db, Activity, "activity", activity_id)
        config = change(db, found)
        if config is not None:
            db.table("activity").update(activity_id, {"config": json.dumps(config)})
            raise_revision(db, found.meeting_id, "steps", "results")


def plan_minutes(store: Store, activity_id: str, minutes: int) -> None:
    """Set the planned minutes: 1 to 600; 0 too for what is no exercise."""
    with store.write() as db:
        found = rows.find(db, Activity, "activity", activity_id)
        planned = checked_minutes(minutes, 0 if found.is_interlude else 1)
        db.table("activity").update(activity_id, {"minutes": planned})
        raise_revision(db, found.meeting_id, "steps")


def entitle(store: Store, activity_id: str, typed: str) -> None:
    """Give an exercise a title of its own on this agenda; "" for that of its kind again. Refused
    when it is too long."""
    title = one_line(typed, OWN_TITLE_LIMIT, _("De titel"), required=False)
    _change_activity(store, activity_id, {"title": title})


def move_activity(store: Store, meeting_id: str, activity_id: str, by: int) -> None:
    """Move an exercise up (negative) or down the agenda."""
    with store.write() as db:
        agenda = rows.ordered(db, Activity, "activity", "meeting_id", meeting_id)
        rows.move(db, "activity", [item.id for item in agenda], activity_id, by)
        raise_revision(db, meeting_id, "steps")


def remove_activity(store: Store, activity_id: str, title: str) -> None:
    """Take an exercise off the agenda, with a way back on the meeting's page."""
    with store.write() as db:
        found = rows.find(db, Activity, "activity", activity_id)
        label = _("{title} is van de agenda gehaald.").format(title=title)
        rows.remove(db, found.meeting_id, label, [("activity", {"id": activity_id})])
        db.conn.execute(
            "UPDATE meeting SET current_activity_id = NULL, face = 'lobby'"
            " WHERE id = ? AND current_activity_id = ?",
            [found.meeting_id, activity_id],
        )
        raise_revision(db, found.meeting_id, "steps")


def activity(db: Database, activity_id: str) -> Activity:
    """One exercise of an agenda; Refused when it was taken off."""
    found = rows.find(db, Activity, "activity", activity_id)
    (track_id,) = db.conn.execute(
        "SELECT track_id FROM meeting WHERE id = ?", [found.meeting_id]
    ).fetchone()
    return replace(found, visits=visits.for_exercises(db, track_id))


def start_clock(db: Database, running: Activity) -> None:
    """Begin to count the spent minutes of an activity, and end those of any other."""
    others = db.query(
        "SELECT id FROM activity WHERE meeting_id = ? AND id != ?"
        # An activity that was running when the meeting closed lost its timer, but still runs.
        " AND (running_since IS NOT NULL OR state = 'running')",
        [running.meeting_id, running.id],
    )
    for other in list(others):
        _stop_clock(db, other["id"])
        db.table("activity").update(other["id"], {"state": "done"})
    if running.running_since is None:
        db.table("activity").update(running.id, {"running_since": now()})


def finish(db: Database, activity_id: str) -> None:
    """Mark an activity as done, its clock stopped and its countdown gone."""
    _stop_clock(db, activity_id)
    db.table("activity").update(activity_id, {"state": "done", "timer": None})


def _stop_clock(db: Database, activity_id: str | None) -> None:
    row = db.conn.execute(
        "SELECT running_since, spent_seconds FROM activity WHERE id = ?", [activity_id]
    ).fetchone()
    if row is not None and row[0] is not None:
        spent = row[1] + seconds_between(row[0], now())
        db.conn.execute(
            "UPDATE activity SET running_since = NULL, spent_seconds = ? WHERE id = ?",
            [spent, activity_id],
        )


def free_code(db: Database) -> str:
    """A join code that no other meeting has."""
    for _attempt in range(100):
        code = new_code()
        taken = db.conn.execute("SELECT 1 FROM meeting WHERE code = ?", [code]).fetchone()
        if taken is None:
            return code
    raise sqlite3.OperationalError("no free join code")


def _set(store: Store, meeting_id: str, **values: str) -> None:
    with store.write() as db:
        rows.find(db, Meeting, "meeting", meeting_id)
        db.table("meeting").update(meeting_id, values)
        raise_revision(db, meeting_id, "steps")


def _change_activity(store: Store, activity_id: str, values: Json) -> None:
    with store.write() as db:
        found = rows.find(db, Activity, "activity", activity_id)
        db.table("activity").update(activity_id, values)
        raise_revision(db, found.meeting_id, "steps", "results")


def clean_texts(title: str, date: str, place: str) -> dict[str, str]:
    """The title, day and place of a meeting as they are stored. Refused for one that does not
    fit."""
    return {
        "title": one_line(title, TITLE_LIMIT, _("De titel")),
        "date": one_line(date, 10, _("De datum"), required=False),
        "place": one_line(place, TITLE_LIMIT, _("De plaats"), required=False),
    }


def checked_minutes(minutes: int, least: int = 1) -> int:
    """The minutes of an item of an agenda; Refused outside `least` to 600."""
    if not least <= minutes <= MINUTES_LIMIT:
        raise Refused(
            _("Kies tussen {least} en {limit} minuten.").format(least=least, limit=MINUTES_LIMIT)
        )
    return minutes
