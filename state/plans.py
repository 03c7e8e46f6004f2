"""Meetings as they are planned, without people and answers: to make a track from, or to copy."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from state import agenda, meetings, rows, sharing, tracks
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Activity, Json, Meeting, Organisation, Track
from state.revisions import raise_revision
from state.text_rules import one_line


@dataclass(frozen=True)
class PlannedItem:
    """An exercise, break or talk on the agenda of a planned meeting. `title` is its own, "" for
    that of its kind."""

    kind: str
    minutes: int
    title: str = ""
    config: Json = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting to be made: `date` is ISO or "", `start` 'HH:MM' or ""."""

    title: str
    date: str = ""
    place: str = ""
    start: str = ""
    bring: str = ""
    agenda: tuple[PlannedItem, ...] = ()


def of_track(db: Database, track_id: str) -> list[PlannedMeeting]:
    """The meetings of a track as they were planned, in order."""
    found = rows.ordered(db, Meeting, "meeting", "track_id", track_id)
    return [of_meeting(db, meeting) for meeting in found]


def of_meeting(db: Database, meeting: Meeting) -> PlannedMeeting:
    """One meeting as it was planned."""
    items = rows.ordered(db, Activity, "activity", "meeting_id", meeting.id)
    return PlannedMeeting(
        meeting.title, meeting.date, meeting.place, meeting.start, meeting.bring,
        tuple(PlannedItem(one.kind, one.minutes, one.title, one.config_json()) for one in items),
    )  # fmt: skip


def add_track(
    store: Store, name: str, theme: str, planned: Sequence[PlannedMeeting],
    organisations: Sequence[Organisation] = (), framework: str = "",
) -> str:  # fmt: skip
    """Make a track with meetings, all or nothing; gives its id. Refused for a text that does not
    fit. The organisations come in under the ids they have, which must be new."""
    row = {
        "id": new_id(), "name": one_line(name, tracks.TITLE_LIMIT, _("De naam")),
        "theme": one_line(theme, tracks.TITLE_LIMIT, _("Het thema"), required=False),
        "created_at": now(), "framework": framework,
    }  # fmt: skip
    with store.write() as db:
        (last,) = db.conn.execute("SELECT coalesce(max(position), 0) FROM track").fetchone()
        db.table("track").insert({**row, "position": last + 1})
        sharing.own(db, str(row["id"]))
        for position, one in enumerate(organisations, start=1):
            db.table("organisation").insert({
                "id": one.id, "track_id": row["id"], "name": one.name, "short": one.short,
                "sector": one.sector, "place": one.place, "tile": one.tile, "position": position,
            })  # fmt: skip
        for meeting in planned:
            insert(db, str(row["id"]), meeting)
    return str(row["id"])


def insert(db: Database, track_id: str, planned: PlannedMeeting) -> str:
    """Put a planned meeting at the end of a track, inside a transaction; gives its id."""
    rows.find(db, Track, "track", track_id)
    row = {
        "id": new_id(), "track_id": track_id, **meetings.clean_texts(planned.title, planned.date,
        planned.place), "start": agenda.checked_start(planned.start),
        "bring": agenda.checked_bring(planned.bring),
        "position": rows.next_position(db, "meeting", "track_id", track_id),
        "code": meetings.free_code(db), "state": "prepared", "face": "lobby",
        "may_add_organisation": 1, "secret": secrets.token_hex(16),
    }  # fmt: skip
    db.table("meeting").insert(row)
    for item in planned.agenda:
        agenda.insert(db, str(row["id"]), item.kind, item.minutes, item.title, item.config)
    raise_revision(db, str(row["id"]), "steps")
    return str(row["id"])


def copy_meeting(store: Store, meeting_id: str, title: str) -> str:
    """Put a copy of a meeting behind it: its agenda, without a date, people and answers; gives its
    id."""
    with store.write() as db:
        found = rows.find(db, Meeting, "meeting", meeting_id)
        there = [one.id for one in rows.ordered(db, Meeting, "meeting", "track_id",
                                                found.track_id)]  # fmt: skip
        copied = insert(db, found.track_id, replace(of_meeting(db, found), title=title, date=""))
        behind = there.index(meeting_id) - len(there) + 1
        rows.move(db, "meeting", [*there, copied], copied, behind)
    return copied


def ids_of_who(db: Database, track_id: str) -> set[str]:
    """The ids of all organisations and people that were ever in a track."""
    found = db.conn.execute(
        "SELECT id FROM organisation WHERE track_id = ? UNION SELECT id FROM person"
        " WHERE track_id = ?",
        [track_id, track_id],
    ).fetchall()
    return {row[0] for row in found}
