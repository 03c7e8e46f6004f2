"""Taking a name back that another phone took over, as long as nobody checked that.

Who had the name first is in again with one tap, and finds what was written there. The console shows
all the while that the name moved, until the facilitator says how it is.
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from state.clock import now
from state.database import Store
from state.ids import hash_token
from state.language import _
from state.models import Person
from state.problems import Refused
from state.revisions import person as person_topic
from state.revisions import raise_revision

# The phone with a token lost its name at the very moment that another one took it over, which
# nobody checked since. One that left by itself lost nothing.
_LOST = (
    "SELECT person.* FROM device AS mine JOIN device AS theirs"
    " ON theirs.meeting_id = mine.meeting_id AND theirs.person_id = mine.person_id"
    " AND theirs.created_at = mine.revoked_at AND theirs.took_over = 1 AND theirs.settled = 0"
    " JOIN person ON person.id = mine.person_id"
    " JOIN organisation ON organisation.id = organisation_id"
    " JOIN attendance ON attendance.person_id = mine.person_id"
    " AND attendance.meeting_id = mine.meeting_id"
    " WHERE mine.token_hash = :own AND mine.meeting_id = :meeting AND mine.home_link = ''"
    " AND (mine.took_over = 0 OR mine.settled = 1) AND attendance.removed_at IS NULL"
    " AND person.removed_at IS NULL AND organisation.removed_at IS NULL"
)


def whose(db: Database, meeting_id: str, token: str) -> Person | None:
    """Whose phone this was until another one took the name over; None where it lost no name, and
    once the facilitator said whose it is."""
    about: dict[str, Any] = {"own": hash_token(token), "meeting": meeting_id}
    return next((Person.of(row) for row in db.query(_LOST, about)), None)


def take_back(store: Store, meeting_id: str, token: str) -> None:
    """Make the phone the one of its person again; Refused for one of which `whose` gives None."""
    with store.write() as db:
        person = whose(db, meeting_id, token)
        if person is None:
            raise Refused(_("Vraag het aan de begeleider: die kan zeggen wie je bent."))
        about = {"own": hash_token(token), "meeting": meeting_id, "who": person.id, "at": now()}
        db.conn.execute(
            "UPDATE device SET revoked_at = :at WHERE meeting_id = :meeting AND person_id = :who"
            " AND token_hash != :own AND revoked_at IS NULL AND home_link = ''",
            about,
        )
        db.conn.execute("UPDATE device SET revoked_at = NULL WHERE token_hash = :own", about)
        raise_revision(db, meeting_id, "steps", "people", person_topic(person.id))
