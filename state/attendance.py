"""Who is at a meeting, who of them went home, and who does not come."""

from __future__ import annotations

from sqlite_utils import Database

from state.clock import now
from state.database import Store
from state.models import Attendee, Person
from state.revisions import raise_revision


def read_attendees(db: Database, meeting_id: str) -> tuple[Attendee, ...]:
    """Who has joined, in order of arrival, without the people who were removed."""
    found = db.query(
        "SELECT person.*, joined_at, by_hand, went_home FROM attendance"
        " JOIN person ON person.id = person_id"
        " WHERE meeting_id = ? AND attendance.removed_at IS NULL AND person.removed_at IS NULL"
        " ORDER BY joined_at, attendance.rowid",
        [meeting_id],
    )
    return tuple(
        Attendee(Person.of(row), row["joined_at"], bool(row["by_hand"]), bool(row["went_home"]))
        for row in found
    )


def attend(db: Database, meeting_id: str, person_id: str, *, by_hand: bool) -> None:
    """Mark somebody as present, in a transaction. `by_hand`: without a phone."""
    db.conn.execute(
        "INSERT INTO attendance (meeting_id, person_id, joined_at, by_hand) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (meeting_id, person_id)"
        # Adding somebody by hand who joined with a phone must not mark them as without a phone.
        " DO UPDATE SET by_hand = excluded.by_hand AND (by_hand OR removed_at IS NOT NULL),"
        " removed_at = NULL, went_home = 0",
        [meeting_id, person_id, now(), int(by_hand)],
    )
    db.conn.execute(
        "DELETE FROM absence WHERE meeting_id = ? AND person_id = ?", [meeting_id, person_id]
    )


def say_absent(store: Store, meeting_id: str, person_id: str, *, absent: bool = True) -> None:
    """Say that somebody who did not join does not come, so that nobody expects them, or that they
    may still come. Joining says that they came. Nothing for who is in the meeting."""
    about = {"meeting": meeting_id, "person": person_id}
    ask = (
        "INSERT OR IGNORE INTO absence (meeting_id, person_id) SELECT :meeting, :person"
        " WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = :meeting"
        " AND person_id = :person AND removed_at IS NULL)"
        if absent
        else "DELETE FROM absence WHERE meeting_id = :meeting AND person_id = :person"
    )
    with store.write() as db:
        if db.conn.execute(ask, about).rowcount > 0:
            raise_revision(db, meeting_id, "people")


def read_absent(db: Database, meeting_id: str) -> frozenset[str]:
    """The ids of the people of whom it was said that they do not come, without those who joined
    after all."""
    found = db.conn.execute(
        "SELECT person_id FROM absence WHERE meeting_id = :meeting AND person_id NOT IN"
        " (SELECT person_id FROM attendance WHERE meeting_id = :meeting AND removed_at IS NULL)",
        {"meeting": meeting_id},
    )
    return frozenset(person for (person,) in found)


def send_home(store: Store, meeting_id: str, person_id: str, *, home: bool = True) -> None:
    """Say that somebody who joined went home, so that nobody waits for their answer, or that they
    are back. Opening the phone (`came_back`) and joining again say that they are back, too."""
    with store.write() as db:
        changed = db.conn.execute(
            "UPDATE attendance SET went_home = :home WHERE meeting_id = :meeting"
            " AND person_id = :person AND went_home != :home",
            {"home": int(home), "meeting": meeting_id, "person": person_id},
        ).rowcount
        if changed:
            raise_revision(db, meeting_id, "people")


def came_back(store: Store, meeting_id: str, person_id: str) -> bool:
    """Say that somebody is there, whose phone was opened, and tell whether that person had gone
    home; only a read for who did not."""
    with store.read() as db:
        found = db.conn.execute(
            "SELECT 1 FROM attendance WHERE meeting_id = ? AND person_id = ? AND went_home = 1",
            [meeting_id, person_id],
        ).fetchone()
    if found is not None:
        send_home(store, meeting_id, person_id, home=False)
    return found is not None
