"""What people put into exercises: one row for each author and slot, each change kept.

Nothing here knows what a payload means: the caller's `judge` decides, inside the transaction,
with the activity as it is at that moment.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from state import meetings, rows
from state.clock import now
from state.database import Store
from state.language import _
from state.models import FACILITATOR, Activity, Contribution, Json
from state.revisions import raise_revision


@dataclass(frozen=True)
class Judged:
    """What is to be stored, in whose name (the author's, unless said), which topics rise besides
    `results`, and what else happens in the same transaction. `latest_only`: of what stood in the
    slot before, the history keeps that it changed and not what it was. `slot`: where it is stored,
    None for the slot in which it was sent."""

    payload: Json
    owner: str | None = None
    topics: tuple[str, ...] = ()
    also: Callable[[Database], None] | None = None
    latest_only: bool = False
    slot: str | None = None


Judge = Callable[[Database, Activity], Judged]


def put(
    store: Store, activity_id: str, author: str, slot: str, client_id: str, judge: Judge,
    *, by_hand: bool = False,
) -> None:  # fmt: skip
    """Store what `judge` gives for the activity as it stands; Refused when the judge refuses.

    `client_id` names this sending: when it comes again, after a lost connection, nothing
    changes, also when the author has sent something newer meanwhile. Ids of one page are
    "<page>.<number>" with rising numbers: one that comes after a higher one changes nothing.
    """
    with store.write() as db:
        if _seen(db, client_id):
            return
        activity = meetings.activity(db, activity_id)
        judged = judge(db, activity)
        owner, place = judged.owner or author, judged.slot or slot
        if _overtaken(db, activity_id, owner, place, client_id):
            return
        if judged.latest_only:
            _forget_earlier(db, activity_id, owner, place)
        _upsert(db, activity_id, owner, place, client_id, judged.payload, author, by_hand)
        raise_revision(db, activity.meeting_id, "results", *judged.topics)
        _tell_running(db, activity.meeting_id)
        if judged.also is not None:
            judged.also(db)


def remove(store: Store, activity_id: str, author: str, prefix: str, label: str) -> None:
    """Take away an author's contributions whose slot starts with `prefix`, with a way back."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        found = db.query(
            "SELECT id FROM contribution WHERE activity_id = ? AND author = ?"
            " AND substr(slot, 1, ?) = ? AND removed_at IS NULL",
            [activity_id, author, len(prefix), prefix],
        )
        changes = [("contribution", {"id": row["id"]}) for row in found]
        if changes:
            rows.remove(db, activity.meeting_id, label, changes)
            # Raise `steps` too, so that the phone is notified that its answer was removed.
            raise_revision(db, activity.meeting_id, "results", "steps")


def of_activity(db: Database, activity_id: str, since: int = 0) -> list[Contribution]:
    """What was put in by people who are still in the meeting, or by organisations, oldest first.

    `since`: only what changed after the change of that order.
    """
    # A plain query on this activity only: it runs for each answer that depends on the others, and
    # the history of all meetings grows for years.
    change = "(SELECT max(id) FROM contribution_history WHERE contribution_id = contribution.id)"
    changed = (
        " AND contribution.id IN (SELECT contribution_id FROM contribution_history WHERE id > ?)"
    )
    found = db.conn.execute(
        f"SELECT author, slot, payload, contribution.by_hand, updated_at, {change}, by_person"
        " FROM contribution"
        " JOIN activity ON activity.id = activity_id"
        " LEFT JOIN attendance ON attendance.meeting_id = activity.meeting_id"
        " AND attendance.person_id = author LEFT JOIN person ON person.id = author"
        " WHERE activity_id = ? AND contribution.removed_at IS NULL"
        " AND attendance.removed_at IS NULL AND person.removed_at IS NULL"
        f"{changed if since else ''} ORDER BY contribution.id",
        [activity_id, since] if since else [activity_id],
    )
    return [
        Contribution(author, slot, json.loads(payload), bool(by_hand), at, order, by)
        for author, slot, payload, by_hand, at, order, by in found
    ]


def of_author(db: Database, activity_id: str, author: str) -> dict[str, Json]:
    """What one author put in: slot -> payload."""
    return of_authors(db, activity_id, (author,)).get(author, {})


def of_authors(
    db: Database, activity_id: str, authors: tuple[str, ...]
) -> dict[str, dict[str, Json]]:
    """What each of some authors put in: author -> slot -> payload."""
    if not authors:
        return {}
    found = db.conn.execute(
        "SELECT author, slot, payload FROM contribution WHERE activity_id = ? AND author IN"
        f" ({', '.join('?' * len(authors))}) AND removed_at IS NULL",
        [activity_id, *authors],
    ).fetchall()
    own: dict[str, dict[str, Json]] = {}
    for author, slot, payload in found:
        own.setdefault(author, {})[slot] = json.loads(payload)
    return own


def in_slot(db: Database, activity_id: str, author: str, slot: str) -> Json | None:
    """What one author has in one slot; None when there is nothing, or it was removed."""
    found = db.conn.execute(
        "SELECT payload FROM contribution WHERE activity_id = ? AND author = ? AND slot = ?"
        " AND removed_at IS NULL",
        [activity_id, author, slot],
    ).fetchone()
    return None if found is None else json.loads(found[0])


def of_author_since(db: Database, activity_id: str, author: str, since: str) -> dict[str, bool]:
    """The slots in which one author has something: slot -> whether it was put there at or after
    `since`, a time as `state.clock.now` gives it."""
    found = db.conn.execute(
        "SELECT slot, updated_at >= ? FROM contribution WHERE activity_id = ? AND author = ?"
        " AND removed_at IS NULL",
        [since, activity_id, author],
    )
    return {slot: bool(later) for slot, later in found}


def has_before(db: Database, activity_id: str, author: str, since: str) -> bool:
    """Whether one author filled in something before `since`, not counting what the facilitator
    filled in for them."""
    (found,) = db.conn.execute(
        "SELECT EXISTS (SELECT 1 FROM contribution WHERE updated_at < ? AND activity_id = ?"
        " AND author = ? AND removed_at IS NULL AND by_hand = 0)",
        [since, activity_id, author],
    ).fetchone()
    return bool(found)


def before_doors(db: Database, activity_id: str) -> frozenset[tuple[str, str]]:
    """The author and slot of what was first filled in before any phone came in at the meeting of
    an activity, not counting what the facilitator owns."""
    found = db.conn.execute(
        "SELECT author, slot FROM contribution WHERE activity_id = :activity AND author != :console"
        " AND removed_at IS NULL AND created_at < (SELECT min(device.created_at) FROM device"
        " JOIN activity ON activity.meeting_id = device.meeting_id"
        " WHERE activity.id = :activity AND home_link = '')",
        {"activity": activity_id, "console": FACILITATOR},
    )
    return frozenset((author, slot) for author, slot in found)


def answered_keys(db: Database, activity_id: str) -> frozenset[str]:
    """What has answers or a note in an activity: the slots up to their last dot, also of people
    who left, whose answers may come back with them."""
    found = db.conn.execute(
        "SELECT DISTINCT slot FROM contribution WHERE activity_id = ? AND removed_at IS NULL",
        [activity_id],
    )
    return frozenset(slot.rpartition(".")[0] for (slot,) in found)


def history(store: Store, activity_id: str) -> list[dict[str, Any]]:
    """Every change of an activity, oldest first: author, slot, payload, by_hand, at, removed."""
    with store.read() as db:
        return read_history(db, activity_id)


def read_history(db: Database, activity_id: str) -> list[dict[str, Any]]:
    """As `history`, on a connection that reads more."""
    found = db.query(
        "SELECT author, slot, contribution_history.payload, contribution_history.by_hand, at,"
        " contribution_history.by_person,"
        " removed_at IS NOT NULL AS removed FROM contribution_history"
        " JOIN contribution ON contribution.id = contribution_id"
        " WHERE activity_id = ? ORDER BY contribution_history.id",
        [activity_id],
    )
    return [{**row, "payload": json.loads(row["payload"])} for row in found]


def removed_label(name: str) -> str:
    """The sentence that offers to bring back somebody's answer."""
    return _("Het antwoord van {name} is weggehaald.").format(name=name)


def _tell_running(db: Database, meeting_id: str) -> None:
    """What comes in at home, after its meeting, may be on the screen of another one that runs: a
    sentence that somebody takes back goes from there at once."""
    found = db.conn.execute(
        "SELECT other.id FROM meeting JOIN meeting AS other ON other.track_id = meeting.track_id"
        " WHERE meeting.id = ? AND other.id != meeting.id AND other.state = 'running'",
        [meeting_id],
    ).fetchall()
    for (other,) in found:
        raise_revision(db, other, "results")


def _seen(db: Database, client_id: str) -> bool:
    found = db.conn.execute(
        "SELECT 1 FROM contribution_history WHERE client_id = ?", [client_id]
    ).fetchone()
    return found is not None


def _overtaken(db: Database, activity_id: str, author: str, slot: str, client_id: str) -> bool:
    page, dot, _number = client_id.rpartition(".")
    if not dot:
        return False
    found = db.conn.execute(
        "SELECT 1 FROM contribution_history JOIN contribution ON contribution.id = contribution_id"
        " WHERE activity_id = ? AND author = ? AND slot = ?"
        " AND client_id > ? AND substr(client_id, 1, ?) = ? LIMIT 1",
        [activity_id, author, slot, client_id, len(page) + 1, page + dot],
    ).fetchone()
    return found is not None


def _forget_earlier(db: Database, activity_id: str, owner: str, slot: str) -> None:
    db.conn.execute(
        "UPDATE contribution_history SET payload = '{}' WHERE payload != '{}' AND contribution_id"
        " IN (SELECT id FROM contribution WHERE activity_id = ? AND author = ? AND slot = ?)",
        [activity_id, owner, slot],
    )


def _upsert(
    db: Database, activity_id: str, owner: str, slot: str, client_id: str, payload: Json, by: str,
    by_hand: bool,
) -> None:  # fmt: skip
    moment, text = now(), json.dumps(payload, ensure_ascii=False)
    (contribution_id,) = db.conn.execute(
        "INSERT INTO contribution (activity_id, author, slot, payload, by_hand, created_at,"
        " updated_at, by_person) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (activity_id, author, slot)"
        " DO UPDATE SET payload = excluded.payload, by_hand = excluded.by_hand,"
        " updated_at = excluded.updated_at, by_person = excluded.by_person, removed_at = NULL"
        " RETURNING id",
        [activity_id, owner, slot, text, int(by_hand), moment, moment, by],
    ).fetchone()
    db.conn.execute(
        "INSERT INTO contribution_history"
        " (contribution_id, client_id, payload, by_hand, at, by_person) VALUES (?, ?, ?, ?, ?, ?)",
        [contribution_id, client_id, text, int(by_hand), moment, by],
    )
