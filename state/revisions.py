"""A revision number for each meeting and topic, which rises with every change. The hub sends these
to open pages.

Topics: `steps` for what the facilitator does, which every phone shows at once; `table` for what
participants do that every phone shows; `party:<id>` for what the phones of one organisation show,
`person:<id>` for what one person's phone shows; `results` for all answers; `people` for who is in;
`visits` for who visits whom, which all meetings of a track show; `restrictions` for who may read
what, which rises together with `results` and `table`; `guests` for who is here without being of an
organisation, which only the console shows. `access` is of the whole installation: it rises when
somebody may no longer see what they saw.
"""

from __future__ import annotations

from typing import Literal

from sqlite_utils import Database

from state import opening

Topic = Literal["steps", "results", "people", "visits", "table", "restrictions", "guests", "access"]
# The topics to which screen, console and remote subscribe.
TOPICS: tuple[Topic, ...] = ("steps", "results", "people", "visits")
TABLE: Topic = "table"
VISITS: Topic = "visits"
RESTRICTIONS: Topic = "restrictions"
# No screen follows it: hundreds of guests come in within a minute.
GUESTS: Topic = "guests"
ACCESS: Topic = "access"
# In the place of a meeting's id: what is of no meeting in particular.
INSTALLATION = ""


def party(organisation_id: str) -> str:
    """The topic of one organisation's phones."""
    return f"party:{organisation_id}"


def person(person_id: str) -> str:
    """The topic of one person's phone."""
    return f"person:{person_id}"


def raise_revision(db: Database, meeting_id: str, *topics: str) -> None:
    """Raise the numbers of `topics`; call it inside the transaction that changes the data."""
    for topic in topics:
        db.conn.execute(
            "INSERT INTO revision VALUES (?, ?, 1)"
            " ON CONFLICT (meeting_id, topic) DO UPDATE SET number = number + 1",
            [meeting_id, topic],
        )


def raise_for_track(db: Database, track_id: str, *topics: str) -> None:
    """Raise the numbers of every meeting of a track."""
    rows = db.conn.execute("SELECT id FROM meeting WHERE track_id = ?", [track_id]).fetchall()
    for (meeting_id,) in rows:
        raise_revision(db, meeting_id, *topics)


def raise_access(db: Database) -> None:
    """Have every open page of the desk look again whether it may stay open."""
    raise_revision(db, INSTALLATION, ACCESS)


def of_meeting(db: Database, meeting_id: str) -> dict[str, int]:
    """The present numbers of a meeting, 0 for a topic that never changed."""
    rows = db.conn.execute(
        "SELECT topic, number FROM revision WHERE meeting_id = ?", [meeting_id]
    ).fetchall()
    return {**dict.fromkeys((*TOPICS, RESTRICTIONS), 0), **dict(rows)}


def total(db: Database, meeting_id: str) -> int:
    """How many changes a meeting had so far. It never falls, and is read much quicker than the
    numbers of three hundred people."""
    (number,) = db.conn.execute(
        "SELECT coalesce(sum(number), 0) FROM revision WHERE meeting_id = ?", [meeting_id]
    ).fetchone()
    return int(number)


def of_track(db: Database, track_id: str) -> int:
    """How many changes all meetings of a track had so far, those that were removed too."""
    (number,) = db.conn.execute(
        "SELECT coalesce(sum(number), 0) FROM revision"
        " WHERE meeting_id IN (SELECT id FROM meeting WHERE track_id = ?)"
        # Every change raises at least one of these.
        f" AND topic IN ({', '.join('?' * len(TOPICS))})",
        [track_id, *TOPICS],
    ).fetchone()
    return int(number)


Numbers = dict[tuple[str, str], int]


def everything(db: Database) -> Numbers:
    """The numbers of all meetings: (meeting, topic) -> number."""
    rows = db.conn.execute("SELECT meeting_id, topic, number FROM revision").fetchall()
    return {(meeting_id, topic): int(number) for meeting_id, topic, number in rows}


def rise_above(db: Database, before: Numbers) -> None:
    """Lift every number above those of `before` and its own, when other data take the place of
    those that pages show: a page, or what is remembered of one, never passes for the new data.

    Call it outside a transaction.
    """
    numbers = everything(db)
    lifted = {key: max(numbers.get(key, 0), before.get(key, 0)) + 1 for key in {*numbers, *before}}
    opening.begin_writing(db.conn)
    db.conn.executemany(
        "INSERT OR REPLACE INTO revision VALUES (?, ?, ?)",
        [(meeting_id, topic, number) for (meeting_id, topic), number in lifted.items()],
    )
    db.conn.execute("COMMIT")
