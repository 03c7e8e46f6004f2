"""Names that phones keep taking from each other: after the second time only the facilitator's word
decides whose phone it is.

A name is disputed once two phones took it over and nobody checked that, or once one did and the
name went back to who had it. Until the facilitator decides, it stays where it is.
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from state import phones
from state.clock import now
from state.database import Store
from state.ids import hash_token
from state.language import _
from state.models import Person
from state.problems import Refused
from state.revisions import person as person_topic
from state.revisions import raise_revision

_UNCHECKED = "took_over = 1 AND settled = 0 AND home_link = ''"
_DISPUTED = (
    f"SELECT person_id FROM device AS took WHERE meeting_id = :meeting AND {_UNCHECKED}"
    " GROUP BY person_id HAVING count(*) > 1 OR (max(revoked_at IS NOT NULL) AND EXISTS ("
    "SELECT 1 FROM device AS now WHERE now.meeting_id = took.meeting_id"
    " AND now.person_id = took.person_id AND now.revoked_at IS NULL AND now.home_link = ''"
    " AND (now.took_over = 0 OR now.settled = 1)))"
)
_OF_ONE = _DISPUTED.replace(" GROUP BY", " AND person_id = :who GROUP BY")


class NameDisputed(Refused):
    """Two phones said to be of the same person: no phone takes the name over any more."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Twee gsm’s gingen verder als {name}. De begeleider zegt nu van wie die naam is.")
            .format(name=name)
        )  # fmt: skip


def disputed(db: Database, meeting_id: str) -> frozenset[str]:
    """The ids of the people of whom the facilitator must say which phone is theirs."""
    found = db.conn.execute(_DISPUTED, {"meeting": meeting_id}).fetchall()
    return frozenset(person_id for (person_id,) in found)


def is_disputed(db: Database, meeting_id: str, person_id: str) -> bool:
    """Whether the facilitator must say of somebody which phone is theirs: quick, however many
    phones there are."""
    about = {"meeting": meeting_id, "who": person_id}
    return db.conn.execute(_OF_ONE, about).fetchone() is not None


def check(db: Database, meeting_id: str, person: Person) -> None:
    """NameDisputed where no phone may take over a name."""
    if is_disputed(db, meeting_id, person.id):
        raise NameDisputed(person.name)


def lost_by(db: Database, meeting_id: str, token: str) -> Person | None:
    """Whose name a phone had that lost it, and that is disputed now; None for any other phone."""
    found = db.query(
        "SELECT person.* FROM device JOIN person ON person.id = person_id"
        " WHERE token_hash = :own AND meeting_id = :meeting AND revoked_at IS NOT NULL"
        f" AND home_link = '' AND removed_at IS NULL AND person_id IN ({_DISPUTED})",
        {"own": hash_token(token), "meeting": meeting_id},
    )
    return next((Person.of(row) for row in found), None)


def hand_over(store: Store, meeting_id: str, person_id: str) -> None:
    """Say that a disputed name is of the phone that lost it last, and not of the one that holds it.
    Refused where it is disputed no more."""
    with store.write() as db:
        about: dict[str, Any] = {"meeting": meeting_id, "who": person_id, "at": now()}
        other = db.conn.execute(
            "SELECT token_hash FROM device WHERE meeting_id = :meeting AND person_id = :who"
            " AND revoked_at IS NOT NULL AND home_link = '' ORDER BY revoked_at DESC, rowid DESC",
            about,
        ).fetchone()
        if other is None or not is_disputed(db, meeting_id, person_id):
            raise Refused(_("Dit is intussen al beslist."))
        theirs = "meeting_id = :meeting AND person_id = :who AND home_link = ''"
        db.conn.execute(
            "UPDATE device SET settled = 1, revoked_at = CASE WHEN token_hash = :other THEN NULL"
            f" ELSE coalesce(revoked_at, :at) END WHERE {theirs}",
            {**about, "other": other[0]},
        )
        phones.confirm(db, meeting_id, (person_id,))
        raise_revision(db, meeting_id, "steps", "people", person_topic(person_id))
