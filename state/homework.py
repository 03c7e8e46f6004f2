"""Going on at home: links by which people open the phone's page after the meeting.

A link holds a random token of which only a hash is stored; it belongs to one person of one
meeting and works until it is revoked, on as many phones as it is opened on. Each of those gets a
device of its own (see people), tied to the link. A link that is made anew ends the earlier ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from state import meetings, people, rows
from state.clock import now
from state.database import Store
from state.ids import hash_token, new_token
from state.language import _
from state.models import Activity, Meeting
from state.problems import Refused
from state.revisions import raise_revision


@dataclass(frozen=True)
class Link:
    """The link of a person that works now: when it was made, and first opened."""

    created_at: str
    used_at: str | None


def allow(
    store: Store, activity_id: str, allowed: bool | None = None, due: str | None = None
) -> None:
    """Let people go on with an exercise at home or not. `due`: an ISO date, "" for none. What is
    None stays as it was. Refused for what is no date."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        values: dict[str, object] = {}
        if allowed is not None:
            values["at_home"] = int(allowed)
        if due is not None:
            values["due"] = _date(due)
        if values:
            db.table("activity").update(activity.id, values)
            raise_revision(db, activity.meeting_id, "steps")


def give(store: Store, meeting_id: str, person_ids: list[str]) -> dict[str, str]:
    """Make a new link for each of these people: person -> token. Earlier links of them end.

    Refused for somebody who is not in the meeting.
    """
    with store.write() as db:
        present = {item.person.id for item in people.read_attendees(db, meeting_id)}
        tokens = {}
        for person_id in person_ids:
            if person_id not in present:
                raise Refused(_("Deze persoon is niet meer in de bijeenkomst."))
            _revoke(db, meeting_id, person_id)
            tokens[person_id] = new_token()
            db.table("home_link").insert(
                {
                    "token_hash": hash_token(tokens[person_id]), "meeting_id": meeting_id,
                    "person_id": person_id, "created_at": now(), "used_at": None,
                    "revoked_at": None,
                }
            )  # fmt: skip
        raise_revision(db, meeting_id, "steps")
    return tokens


def revoke(store: Store, meeting_id: str, person_id: str) -> None:
    """End the link of a person, on every phone it was opened on; what was written stays."""
    with store.write() as db:
        _revoke(db, meeting_id, person_id)
        raise_revision(db, meeting_id, "steps")


def links(db: Database, meeting_id: str) -> dict[str, Link]:
    """The links of a meeting that work, by person."""
    found = db.query(
        "SELECT person_id, created_at, used_at FROM home_link"
        " WHERE meeting_id = ? AND revoked_at IS NULL",
        [meeting_id],
    )
    return {row["person_id"]: Link(row["created_at"], row["used_at"]) for row in found}


def meeting_of_link(store: Store, token: str) -> Meeting | None:
    """The meeting of a link that works; None for one that is unknown or revoked, or whose person
    or organisation left."""
    with store.read() as db:
        found = next(iter(db.query(_LIVE, [hash_token(token)])), None)
        return None if found is None else rows.find(db, Meeting, "meeting", found["meeting_id"])


def open_link(
    store: Store, token: str, kept: Callable[[Meeting], str] = lambda meeting: "", *,
    given: str = "",
) -> tuple[Meeting, str] | None:  # fmt: skip
    """Make a phone one that holds this link. `kept` gives the token it has for a meeting, if any;
    `given`: the token that it was sent for this link and keeps if it needs one.

    Gives the meeting and the token the phone is to keep: `given`, or a new one, unless it holds
    this link already. Opening it again with the same `given` changes nothing. None for a link that
    is unknown or revoked, or whose person or organisation left.
    """
    link = hash_token(token)
    with store.write() as db:
        found = next(iter(db.query(_LIVE, [link])), None)
        if found is None:
            return None
        meeting = rows.find(db, Meeting, "meeting", found["meeting_id"])
        device = kept(meeting)
        for known in filter(None, (device, given)):
            if device_link(db, meeting.id, known) == link:
                return meeting, known
        fresh = given or new_token()
        db.conn.execute("DELETE FROM device WHERE token_hash = ?", [hash_token(fresh)])
        db.table("device").insert(
            {
                "token_hash": hash_token(fresh), "meeting_id": meeting.id,
                "person_id": found["person_id"], "created_at": now(), "took_over": 0,
                "settled": 0, "revoked_at": None, "home_link": link, "home_activity": "",
            }
        )  # fmt: skip
        db.conn.execute(
            "UPDATE home_link SET used_at = coalesce(used_at, ?) WHERE token_hash = ?",
            [now(), link],
        )
        raise_revision(db, meeting.id, "people")
    return meeting, fresh


def device_link(db: Database, meeting_id: str, token: str) -> str:
    """The link a phone was let in by, while that works; "" for a phone without one."""
    found = db.conn.execute(
        "SELECT home_link FROM device JOIN home_link AS link ON link.token_hash = home_link"
        " WHERE device.token_hash = ? AND device.meeting_id = ? AND device.revoked_at IS NULL"
        " AND link.revoked_at IS NULL",
        [hash_token(token), meeting_id],
    ).fetchone()
    return "" if found is None else str(found[0])


def lost_its_link(db: Database, meeting_id: str, token: str) -> bool:
    """Whether a phone was let in by a link that does not work any more."""
    found = db.conn.execute(
        "SELECT 1 FROM device JOIN home_link AS link ON link.token_hash = home_link"
        " WHERE device.token_hash = ? AND device.meeting_id = ? AND link.revoked_at IS NOT NULL",
        [hash_token(token), meeting_id],
    ).fetchone()
    return found is not None


def choose(store: Store, meeting_id: str, token: str, activity_id: str) -> None:
    """Say which exercise a phone goes on with, of several."""
    with store.write() as db:
        db.conn.execute(
            "UPDATE device SET home_activity = ? WHERE token_hash = ? AND meeting_id = ?",
            [activity_id, hash_token(token), meeting_id],
        )


def chosen(db: Database, meeting_id: str, token: str) -> str:
    """The exercise a phone goes on with; "" when none was chosen."""
    found = db.conn.execute(
        "SELECT home_activity FROM device WHERE token_hash = ? AND meeting_id = ?",
        [hash_token(token), meeting_id],
    ).fetchone()
    return "" if found is None else str(found[0])


def is_open(db: Database, activity: Activity) -> bool:
    """Whether people may go on with an exercise at home, as it stands in this transaction."""
    found = db.conn.execute(
        "SELECT at_home FROM activity WHERE id = ? AND removed_at IS NULL AND state != 'planned'",
        [activity.id],
    ).fetchone()
    return bool(found and found[0])


_LIVE = (
    "SELECT home_link.* FROM home_link JOIN person ON person.id = home_link.person_id"
    " JOIN organisation ON organisation.id = person.organisation_id"
    " JOIN attendance ON attendance.person_id = person.id"
    " AND attendance.meeting_id = home_link.meeting_id"
    " JOIN meeting ON meeting.id = home_link.meeting_id JOIN track ON track.id = meeting.track_id"
    " WHERE token_hash = ? AND home_link.revoked_at IS NULL AND person.removed_at IS NULL"
    " AND organisation.removed_at IS NULL AND attendance.removed_at IS NULL"
    " AND meeting.removed_at IS NULL AND track.removed_at IS NULL"
)


def _revoke(db: Database, meeting_id: str, person_id: str) -> None:
    db.conn.execute(
        "UPDATE home_link SET revoked_at = ? WHERE meeting_id = ? AND person_id = ?"
        " AND revoked_at IS NULL",
        [now(), meeting_id, person_id],
    )


def _date(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        raise Refused(_("Deze datum is niet te lezen. Kies een dag in de kalender.")) from None
