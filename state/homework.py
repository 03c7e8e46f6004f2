"""Going on at home: what may be filled in there, and the phones that came by an own link.

Who opened the own page (`own_links`) goes on from there to the phone's page of a meeting, on a
device of its own (see people) that is tied to the link and ends with it.
"""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from state import meetings, rows
from state.clock import now
from state.database import Store
from state.ids import hash_token, new_token
from state.language import _
from state.models import Activity, Meeting
from state.own_links import LinkHolder
from state.problems import Refused
from state.revisions import raise_revision


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


def phone(
    store: Store, holder: LinkHolder, meeting_id: str, kept: str, activity_id: str = ""
) -> str:
    """Make a browser that shows the own page of `holder` a phone of that person in a meeting of the
    track. `kept`: the token it has for that meeting, "" for none.

    Gives the token that it is to keep: the same when it is tied to this link already. `activity_id`
    is what it goes on with. Refused where the person was not at that meeting, and
    where nothing of it may be filled in before.
    """
    with store.write() as db:
        if all(one.id != meeting_id for one in ahead(db, holder.track.id)):
            _check_was_there(db, holder.person.id, meeting_id)
        token = kept
        if not kept or device_link(db, meeting_id, kept) != holder.link:
            token = new_token()
            db.table("device").insert(
                {
                    "token_hash": hash_token(token), "meeting_id": meeting_id,
                    "person_id": holder.person.id, "created_at": now(), "took_over": 0,
                    "settled": 0, "revoked_at": None, "home_link": holder.link,
                    "home_activity": "", "proven": 1,
                }
            )  # fmt: skip
            raise_revision(db, meeting_id, "people")
        if activity_id:
            db.conn.execute(
                "UPDATE device SET home_activity = ? WHERE token_hash = ?",
                [activity_id, hash_token(token)],
            )
    return token


def attended(db: Database, track_id: str, person_id: str) -> tuple[Meeting, ...]:
    """The meetings of a track that a person was at, in order."""
    found = db.query(
        "SELECT meeting.* FROM meeting JOIN attendance ON meeting_id = meeting.id"
        " WHERE track_id = ? AND person_id = ? AND meeting.removed_at IS NULL"
        " AND attendance.removed_at IS NULL ORDER BY position, meeting.rowid",
        [track_id, person_id],
    )
    return tuple(Meeting.of(row) for row in found)


def ahead(db: Database, track_id: str) -> tuple[Meeting, ...]:
    """The meetings of a track that were not opened yet, and of which the facilitator lets people
    fill in something at home before, in order."""
    found = db.query(
        "SELECT meeting.* FROM meeting WHERE track_id = ? AND state = 'prepared'"
        " AND removed_at IS NULL AND EXISTS (SELECT 1 FROM activity WHERE meeting_id = meeting.id"
        " AND at_home = 1 AND activity.state = 'planned' AND activity.removed_at IS NULL)"
        " ORDER BY position, meeting.rowid",
        [track_id],
    )
    return tuple(Meeting.of(row) for row in found)


def device_link(db: Database, meeting_id: str, token: str) -> str:
    """The link a phone was let in by, while that works; "" for a phone without one."""
    found = db.conn.execute(
        "SELECT home_link FROM device JOIN own_link AS link ON link.token_hash = home_link"
        " WHERE device.token_hash = ? AND device.meeting_id = ? AND device.revoked_at IS NULL"
        " AND link.revoked_at IS NULL",
        [hash_token(token), meeting_id],
    ).fetchone()
    return "" if found is None else str(found[0])


def lost_its_link(db: Database, meeting_id: str, token: str) -> bool:
    """Whether a phone was let in by a link that does not work any more."""
    found = db.conn.execute(
        "SELECT 1 FROM device JOIN own_link AS link ON link.token_hash = home_link"
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
    """Whether the facilitator lets people fill in an exercise at home, as it stands in this
    transaction."""
    found = db.conn.execute(
        "SELECT at_home FROM activity WHERE id = ? AND removed_at IS NULL",
        [activity.id],
    ).fetchone()
    return bool(found and found[0])


def _check_was_there(db: Database, person_id: str, meeting_id: str) -> None:
    meeting = rows.find(db, Meeting, "meeting", meeting_id)
    there = attended(db, meeting.track_id, person_id)
    if meeting.id not in {one.id for one in there}:
        raise Refused(_("Je was niet bij deze bijeenkomst. Vraag het aan de begeleider."))


def _date(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        raise Refused(_("Deze datum is niet te lezen. Kies een dag in de kalender.")) from None
