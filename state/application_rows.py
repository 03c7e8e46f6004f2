"""Applications as they are stored, for who applies (`applying`) and for who chooses
(`applications`). Call what changes something inside a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, cast

from sqlite_utils import Database

from state import application_answers, calls, rows
from state.application_answers import ApplicationAnswers, typed_fields
from state.clock import now
from state.framework import framework_of
from state.ids import hash_token, new_id
from state.language import _
from state.models import Track
from state.problems import Refused

Status = Literal["draft", "sent", "withdrawn"]
Decision = Literal["", "yes", "maybe", "no", "waiting"]


class NotComplete(Refused):
    """An application that can't be sent yet. `keys`: a sentence for each key that is wrong."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__(_("Er ontbreekt nog iets. Wat je typte, is bewaard."))
        self.keys = keys


@dataclass(frozen=True)
class Application:
    """An application. `stored`: the texts by the keys of the form, of which `answers` tells what
    they mean. What the organiser noted: `phone_note` of the phone call, what it `adds` to the
    group, what it `seeks`, `doubts`. `organisation_id`: what it became in the track. `late_at`:
    when somebody tried to send it after the deadline."""

    id: str
    track_id: str
    status: Status
    stored: Mapping[str, str]
    decision: Decision
    phone_note: str
    adds: str
    seeks: str
    doubts: str
    organisation_id: str | None
    created_at: str
    updated_at: str
    sent_at: str | None
    withdrawn_at: str | None
    late_at: str | None

    @cached_property
    def answers(self) -> ApplicationAnswers:
        """What it says."""
        return typed_fields(self.stored)


def read_applications(db: Database, track_id: str) -> tuple[Application, ...]:
    """The applications of a track: those that were sent, in that order, then drafts; withdrawn
    ones last."""
    found = db.query(
        "SELECT * FROM application WHERE track_id = ? ORDER BY"
        " CASE status WHEN 'sent' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END,"
        " coalesce(sent_at, created_at), rowid", [track_id],
    )  # fmt: skip
    return tuple(_application(row) for row in found)


def of_token(db: Database, token: str) -> Application | None:
    """The application that a link leads to; None for a link that does not work."""
    found = list(db.query(
        "SELECT application.* FROM application"
        " JOIN application_link ON application_id = application.id"
        " JOIN track ON track.id = track_id"
        " WHERE token_hash = ? AND revoked_at IS NULL AND removed_at IS NULL", [hash_token(token)],
    ))  # fmt: skip
    return _application(found[0]) if found else None


def is_ended(db: Database, token: str) -> bool:
    """Whether a token led to an application once, and does no more."""
    found = db.conn.execute(
        "SELECT 1 FROM application_link WHERE token_hash = ? AND revoked_at IS NOT NULL",
        [hash_token(token)],
    ).fetchone()
    return found is not None


def find(db: Database, application_id: str) -> Application:
    """One application; Refused when it is gone."""
    found = list(db.query("SELECT * FROM application WHERE id = ?", [application_id]))
    if not found:
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    return _application(found[0])


def gaps(db: Database, found: Application, stored: Mapping[str, str]) -> dict[str, str]:
    """Why an application could not be sent with these texts: a sentence for each key."""
    form = calls.read_call(db, found.track_id).form
    framework = framework_of(rows.find(db, Track, "track", found.track_id).framework)
    return application_answers.missing(form, framework, stored)


def mark_sent(db: Database, found: Application) -> None:
    """Count a draft as sent. Raises NotComplete."""
    wrong = gaps(db, found, found.stored)
    if wrong:
        raise NotComplete(wrong)
    update(db, found.id, status="sent", sent_at=now())


def update(db: Database, application_id: str, *, touched: bool = True, **values: Any) -> None:
    """Change a row; `touched`: by who applies, which is when it was last changed."""
    moment = {"updated_at": now()} if touched else {}
    db.table("application").update(application_id, {**values, **moment})


def insert(db: Database, track_id: str) -> str:
    """Make an empty draft; gives its id."""
    moment = now()
    row = {
        "id": new_id(), "track_id": track_id, "status": "draft", "answers": "{}", "decision": "",
        "phone_note": "", "adds": "", "seeks": "", "doubts": "", "created_at": moment,
        "updated_at": moment,
    }  # fmt: skip
    db.table("application").insert(row)
    return str(row["id"])


def link(db: Database, application_id: str, token: str) -> None:
    """Let a token lead to an application."""
    db.table("application_link").insert({
        "token_hash": hash_token(token), "application_id": application_id, "created_at": now(),
    })  # fmt: skip


def revoke(db: Database, application_id: str) -> None:
    """End every link to an application."""
    db.conn.execute(
        "UPDATE application_link SET revoked_at = ? WHERE application_id = ?"
        " AND revoked_at IS NULL", [now(), application_id],
    )  # fmt: skip


def drop(db: Database, application_ids: Iterable[str]) -> int:
    """Delete applications with their links, and what was noted of changes in them, in one database;
    gives how many there were."""
    gone = 0
    # A backup of an earlier version has no such table.
    noted = "track_change" in db.table_names()
    for one in application_ids:
        db.conn.execute("DELETE FROM application_link WHERE application_id = ?", [one])
        if noted:
            db.conn.execute(
                "DELETE FROM track_change WHERE what = 'application' AND row = ?", [one]
            )
        gone += db.conn.execute("DELETE FROM application WHERE id = ?", [one]).rowcount
    return gone


def _application(row: Mapping[str, Any]) -> Application:
    return Application(
        row["id"], row["track_id"], cast(Status, row["status"]), json.loads(row["answers"]),
        cast(Decision, row["decision"]), row["phone_note"], row["adds"], row["seeks"],
        row["doubts"], row["organisation_id"], row["created_at"], row["updated_at"],
        row["sent_at"], row["withdrawn_at"], row["late_at"],
    )  # fmt: skip
