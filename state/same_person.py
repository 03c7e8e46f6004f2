"""Somebody who came in under a name that is not the one on the list: both become one person."""

from __future__ import annotations

from sqlite_utils import Database

from state import phones, rows
from state.attendance import attend
from state.clock import now
from state.database import Store
from state.language import _
from state.models import Meeting, Person
from state.problems import Refused
from state.revisions import person as person_topic
from state.revisions import raise_revision

# What is of a person beside the answers of one meeting: who has any of it stays in the track.
_ELSEWHERE = (
    "SELECT 1 FROM attendance WHERE person_id = :who AND meeting_id != :meeting",
    "SELECT 1 FROM visit_note WHERE person_id = :who",
    "SELECT 1 FROM visit_place WHERE person_id = :who",
    "SELECT 1 FROM own_link WHERE person_id = :who AND used_at IS NOT NULL",
    # An answer that could not move, as the other had one there.
    "SELECT 1 FROM contribution WHERE author = :who AND removed_at IS NULL",
)
_HERE = "activity_id IN (SELECT id FROM activity WHERE meeting_id = :meeting)"
_MOVES = (
    # Each slot once: what the listed person has there stays.
    f"UPDATE contribution SET author = :into WHERE author = :who AND {_HERE} AND NOT EXISTS"
    " (SELECT 1 FROM contribution AS theirs WHERE theirs.activity_id = contribution.activity_id"
    " AND theirs.slot = contribution.slot AND theirs.author = :into)",
    f"UPDATE contribution SET by_person = :into WHERE by_person = :who AND {_HERE}",
    "UPDATE contribution_history SET by_person = :into WHERE by_person = :who AND contribution_id"
    f" IN (SELECT id FROM contribution WHERE {_HERE})",
    f"UPDATE OR REPLACE restriction SET author = :into WHERE author = :who AND {_HERE}"
    " AND EXISTS (SELECT 1 FROM contribution WHERE contribution.activity_id ="
    " restriction.activity_id AND contribution.slot = restriction.slot AND author = :into)",
    f"UPDATE OR REPLACE restriction SET by_person = :into WHERE by_person = :who AND {_HERE}",
    f"UPDATE picture SET by_person = :into WHERE by_person = :who AND {_HERE}",
)


def merge(store: Store, meeting_id: str, person_id: str, into_id: str) -> None:
    """Say that somebody at a meeting is somebody else who is on the list of the same organisation.

    The phone, and what was given in this meeting, become those of `into_id`; where both gave
    something in the same place, what `into_id` gave stays, and the other is hidden. Who has nothing
    elsewhere leaves the list, with a way back on the track's page. Refused for people of two
    organisations.
    """
    with store.write() as db:
        meeting = rows.find(db, Meeting, "meeting", meeting_id)
        person, into = (rows.find(db, Person, "person", one) for one in (person_id, into_id))
        if person.id == into.id or person.organisation_id != into.organisation_id:
            raise Refused(_("Kies iemand anders van dezelfde organisatie."))
        if into.erased_at is not None or person.track_id != meeting.track_id:
            raise Refused(_("Deze persoon hoort niet bij dit traject."))
        by_hand = _came_by_hand(db, meeting_id, person.id)
        about = {"who": person.id, "into": into.id, "meeting": meeting_id}
        for move in _MOVES:
            db.conn.execute(move, about)
        _move_phones(db, about)
        attend(db, meeting_id, into.id, by_hand=by_hand)
        phones.confirm(db, meeting_id, (into.id,))
        _take_away(db, meeting, person)
        topics = (person_topic(person.id), person_topic(into.id))
        raise_revision(db, meeting_id, "steps", "people", "results", *topics)


def _came_by_hand(db: Database, meeting_id: str, person_id: str) -> bool:
    found = db.conn.execute(
        "SELECT by_hand FROM attendance WHERE meeting_id = ? AND person_id = ?"
        " AND removed_at IS NULL",
        [meeting_id, person_id],
    ).fetchone()
    if found is None:
        raise Refused(_("Deze persoon is niet meer in de bijeenkomst."))
    return bool(found[0])


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


def _take_away(db: Database, meeting: Meeting, person: Person) -> None:
    about = {"who": person.id, "meeting": meeting.id}
    attendance = ("attendance", {"meeting_id": meeting.id, "person_id": person.id})
    stays = any(db.conn.execute(one, about).fetchone() for one in _ELSEWHERE)
    if stays:
        label = _("{name} is uit de bijeenkomst gehaald.").format(name=person.name)
        rows.remove(db, meeting.id, label, [attendance])
        return
    label = _("{name} is verwijderd.").format(name=person.name)
    rows.remove(db, person.track_id, label, [attendance, ("person", {"id": person.id})])
