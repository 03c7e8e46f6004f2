"""Somebody who came in under a name that is not the one on the list: both become one person."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from state import id_rewriting, phones, rows
from state.attendance import attend
from state.clock import now
from state.database import Store
from state.language import _
from state.models import Meeting, Person
from state.problems import Refused
from state.revisions import person as person_topic
from state.revisions import raise_for_track, raise_revision

_HERE = "activity_id IN (SELECT id FROM activity WHERE meeting_id = :meeting)"
# What is of a person beside the answers of one meeting: who has any of it stays in the track.
_ELSEWHERE = (
    "SELECT 1 FROM attendance WHERE person_id = :who AND meeting_id != :meeting",
    "SELECT 1 FROM visit_note WHERE person_id = :who",
    "SELECT 1 FROM visit_place WHERE person_id = :who",
    "SELECT 1 FROM own_link WHERE person_id = :who AND used_at IS NOT NULL",
    # An answer of this meeting that could not move is hidden with who gave it, until both are two
    # people again.
    f"SELECT 1 FROM contribution WHERE author = :who AND removed_at IS NULL AND NOT {_HERE}",
)
_HISTORY_HERE = f"contribution_id IN (SELECT id FROM contribution WHERE {_HERE})"
# What moves, under the name by which its ids are remembered; the ids of the rows it changed.
_MOVES = {
    # Each slot once: what the listed person has there stays.
    "author": f"UPDATE contribution SET author = :into WHERE author = :who AND {_HERE} AND NOT"
    " EXISTS (SELECT 1 FROM contribution AS theirs WHERE theirs.activity_id ="
    " contribution.activity_id AND theirs.slot = contribution.slot AND theirs.author = :into)"
    " RETURNING id",
    "by": f"UPDATE contribution SET by_person = :into WHERE by_person = :who AND {_HERE}"
    " RETURNING id",
    "history": f"UPDATE contribution_history SET by_person = :into WHERE by_person = :who"
    f" AND {_HISTORY_HERE} RETURNING id",
    "pictures": f"UPDATE picture SET by_person = :into WHERE by_person = :who AND {_HERE}"
    " RETURNING id",
}
_RESTRICTIONS = (
    f"UPDATE OR REPLACE restriction SET author = :into WHERE author = :who AND {_HERE}"
    " AND EXISTS (SELECT 1 FROM contribution WHERE contribution.activity_id ="
    " restriction.activity_id AND contribution.slot = restriction.slot AND author = :into)",
    f"UPDATE OR REPLACE restriction SET by_person = :into WHERE by_person = :who AND {_HERE}",
)
# What somebody chose on the phone about their name holds, unless the listed person chose.
_CONSENT = (
    "UPDATE person SET consent = (SELECT consent FROM person AS came WHERE came.id = :who)"
    " WHERE id = :into AND consent = '' RETURNING id"
)
# The pseudonym of a person in an activity, by the ids of both: it stands in answers, too.
Pseudonym = Callable[[str, str], str]


def merge(
    store: Store, meeting_id: str, person_id: str, into_id: str, pseudonym: Pseudonym
) -> None:
    """Say that somebody at a meeting is somebody else who is on the list of the same organisation.

    The phone, and what was given in this meeting, become those of `into_id`; where both gave
    something in the same place, what `into_id` gave stays, and the other is hidden. Groups and what
    else names the one then names the other. Who has nothing elsewhere leaves the list; who has, is
    not expected at this meeting any more. The console offers a way back (`state.two_people`).
    Refused for people of two organisations.
    """
    with store.write() as db:
        meeting = rows.find(db, Meeting, "meeting", meeting_id)
        person, into = (rows.find(db, Person, "person", one) for one in (person_id, into_id))
        if person.id == into.id or person.organisation_id != into.organisation_id:
            raise Refused(_("Kies iemand anders van dezelfde organisatie."))
        if into.erased_at is not None or person.track_id != meeting.track_id:
            raise Refused(_("Deze persoon hoort niet bij dit traject."))
        was = _attendance(db, meeting_id, person.id)
        if was is None or was["removed_at"] is not None:
            raise Refused(_("Deze persoon is niet meer in de bijeenkomst."))
        about = {"who": person.id, "into": into.id, "meeting": meeting_id}
        moved = _moved(db, about, pseudonym)
        _move_phones(db, about)
        _come_in(db, about, was, moved["attendance"])
        phones.confirm(db, meeting_id, (into.id,))
        _take_away(db, meeting, person, into, moved)
        topics = (person_topic(person.id), person_topic(into.id))
        raise_revision(db, meeting_id, "steps", "results", *topics)
        raise_for_track(db, meeting.track_id, "people")


def _moved(db: Database, about: dict[str, str], pseudonym: Pseudonym) -> dict[str, Any]:
    """Move what was given, and tell all that `state.two_people` needs to part both: ids, what
    restricts, phones and attendance as they were, and no words of anybody."""
    theirs = f"SELECT * FROM restriction WHERE author = :into AND {_HERE}"
    phones_of = "SELECT * FROM device WHERE person_id IN (:who, :into) AND meeting_id = :meeting"
    moved: dict[str, Any] = {
        **about, "at": now(), "attendance": _attendance(db, about["meeting"], about["into"]),
        "restrictions": list(db.query(theirs, about)), "devices": list(db.query(phones_of, about)),
        "names": _names(db, about, pseudonym),
    }  # fmt: skip
    moved["consent"] = bool(db.conn.execute(_CONSENT, about).fetchall())
    for name, move in _MOVES.items():
        moved[name] = [row for (row,) in db.conn.execute(move, about).fetchall()]
    for move in _RESTRICTIONS:
        db.conn.execute(move, about)
    return {**moved, "rewritten": id_rewriting.rewrite(db, moved["names"])}


def _attendance(db: Database, meeting_id: str, person_id: str) -> dict[str, Any] | None:
    found = db.query(
        "SELECT * FROM attendance WHERE meeting_id = ? AND person_id = ?", [meeting_id, person_id]
    )
    return next(found, None)


def _come_in(
    db: Database, about: Mapping[str, str], was: dict[str, Any], theirs: dict[str, Any] | None
) -> None:
    """The listed person is in the meeting as the one who came in: by hand or not, gone home or
    not."""
    attend(db, about["meeting"], about["into"], by_hand=bool(was["by_hand"]))
    here = theirs is not None and theirs["removed_at"] is None and not theirs["went_home"]
    if was["went_home"] and not here:
        db.conn.execute(
            "UPDATE attendance SET went_home = 1 WHERE meeting_id = :meeting AND person_id = :into",
            about,
        )


def _names(
    db: Database, about: Mapping[str, str], pseudonym: Pseudonym
) -> dict[str, list[tuple[str, str]]]:
    """By activity what stands for the one person, each with what stands for the other."""
    who, into = about["who"], about["into"]
    found = db.conn.execute("SELECT id FROM activity WHERE meeting_id = :meeting", about)
    return {
        one: [(who, into), (pseudonym(one, who), pseudonym(one, into))]
        for (one,) in found.fetchall()
    }


def _move_phones(db: Database, about: dict[str, str]) -> None:
    """One person has one phone in the room: the one that moves, where there is one."""
    in_room = "meeting_id = :meeting AND home_link = ''"
    holds = f"person_id = :who AND {in_room} AND revoked_at IS NULL"
    db.conn.execute(
        f"UPDATE device SET revoked_at = :now WHERE person_id = :into AND {in_room}"
        f" AND revoked_at IS NULL AND EXISTS (SELECT 1 FROM device WHERE {holds})",
        {**about, "now": now()},
    )
    db.conn.execute(
        f"UPDATE device SET person_id = :into, settled = 1 WHERE person_id = :who AND {in_room}",
        about,
    )


def _take_away(
    db: Database, meeting: Meeting, person: Person, into: Person, moved: dict[str, Any]
) -> None:
    """Take the one out of the meeting and, with nothing elsewhere, off the list; remember how
    both become two again."""
    about = {"who": person.id, "meeting": meeting.id}
    gone: list[tuple[str, dict[str, Any]]] = [
        ("attendance", {"meeting_id": meeting.id, "person_id": person.id})
    ]
    if not any(db.conn.execute(one, about).fetchone() for one in _ELSEWHERE):
        gone.append(("person", {"id": person.id}))
    else:
        db.table("absence").insert({"meeting_id": meeting.id, "person_id": person.id}, ignore=True)
    label = _("{name} is dezelfde persoon als {into}.").format(name=person.name, into=into.name)
    removal = rows.remove(db, meeting.id, label, gone)
    db.table("removal").update(removal, {"joined": json.dumps(moved)})
