"""How far a phone showed whose it is. Anybody who knows the code may say a name at the door, so a
phone takes part in its meeting at once, and is given what is private from before only when it

- holds the own link of that person, or was that person's in an earlier meeting of the track, or
- was confirmed by the facilitator on the console, or
- is the first one of somebody of whom nothing is from before.

What an organisation keeps to itself from before (what its people noted on visits and shared with
it, what it wrote in earlier meetings) follows the same rule: anybody may tap a name of the list.
Neither is it for somebody who wrote a new name under it, until the facilitator knows that person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from state.database import Store
from state.ids import hash_token
from state.models import Person
from state.revisions import person as person_topic
from state.revisions import raise_revision


@dataclass(frozen=True)
class DoorProof:
    """What a browser at the door holds besides the token of its phone: its tokens of other
    meetings, and the one of the own page (`own_links`), "" for none."""

    tokens: tuple[str, ...] = ()
    own_page: str = ""


@dataclass(frozen=True)
class PhoneTrust:
    """How far a phone is known. `since`: when it took its name over from another phone, as long as
    nobody checked that, else None. `proven`: it is that person's. `insider`: its person is known to
    be of the organisation. `joined_at`: when it got its name, "" for a phone that is nobody's."""

    since: str | None = None
    proven: bool = True
    insider: bool = True
    joined_at: str = ""

    @property
    def checked(self) -> bool:
        """Whether everything of its person is for this phone."""
        return self.since is None and self.proven

    @property
    def inside(self) -> bool:
        """Whether what its organisation keeps to itself from before is for this phone."""
        return self.checked and self.insider


def trust(db: Database, meeting_id: str, token: str) -> PhoneTrust:
    """How far a phone is known in a meeting; not at all for a token that is nobody's."""
    found = db.conn.execute(
        "SELECT created_at, took_over AND NOT settled, proven, insider FROM device"
        " WHERE token_hash = ? AND meeting_id = ?",
        [hash_token(token), meeting_id],
    ).fetchone()
    if found is None:
        return PhoneTrust(proven=False, insider=False)
    created_at, unsettled, proven, insider = found
    return PhoneTrust(
        str(created_at) if unsettled else None, bool(proven), bool(insider), str(created_at)
    )


def holds_own_link(db: Database, person_id: str, own_page: str) -> bool:
    """Whether a browser keeps the own page of this person open, by the token of that page."""
    if not own_page:
        return False
    found = db.conn.execute(
        "SELECT 1 FROM own_opening JOIN own_link ON own_link.token_hash = link"
        " WHERE own_opening.token_hash = ? AND closed_at IS NULL AND revoked_at IS NULL"
        " AND person_id = ?",
        [hash_token(own_page), person_id],
    ).fetchone()
    return found is not None


def is_proven(
    db: Database, meeting_id: str, person_id: str, token: str, proof: DoorProof, *,
    is_new: bool = False,
) -> bool:  # fmt: skip
    """Whether a phone that joins as this person is that person's, or nothing is from before, of the
    organisation neither. `is_new`: as in `is_insider`, which then says what is the organisation's.
    """
    tokens = [hash_token(one) for one in {token, *proof.tokens}]
    found = db.conn.execute(
        "SELECT 1 FROM device LEFT JOIN own_link AS link ON link.token_hash = home_link"
        f" WHERE device.token_hash IN ({', '.join('?' * len(tokens))}) AND device.person_id = ?"
        " AND device.revoked_at IS NULL AND proven = 1 AND (took_over = 0 OR settled = 1)"
        " AND link.revoked_at IS NULL",
        [*tokens, person_id],
    ).fetchone()
    return (
        found is not None
        or holds_own_link(db, person_id, proof.own_page)
        or not (
            _has_past(db, meeting_id, person_id)
            or (not is_new and _met_before(db, meeting_id, person_id))
        )
    )


def _has_past(db: Database, meeting_id: str, person_id: str) -> bool:
    """Whether anything of a person may be from before this meeting."""
    (found,) = db.conn.execute(
        "SELECT EXISTS (SELECT 1 FROM attendance WHERE person_id = :who AND meeting_id != :here)"
        " OR EXISTS (SELECT 1 FROM visit_note WHERE person_id = :who)"
        " OR EXISTS (SELECT 1 FROM visit_place WHERE person_id = :who)"
        " OR EXISTS (SELECT 1 FROM own_link WHERE person_id = :who AND used_at IS NOT NULL)"
        " OR EXISTS (SELECT 1 FROM device WHERE person_id = :who AND home_link != '')"
        " OR EXISTS (SELECT 1 FROM person WHERE id = :who AND consent != '')",
        {"who": person_id, "here": meeting_id},
    ).fetchone()
    return bool(found)


def is_insider(db: Database, meeting_id: str, person_id: str, *, is_new: bool) -> bool:
    """Whether somebody who joins is known to be of the organisation. `is_new`: the name was written
    at this door for the first time."""
    if is_new:
        return not _met_before(db, meeting_id, person_id)
    (doubted, known) = db.conn.execute(
        "SELECT coalesce(max(insider = 0), 0), coalesce(max(insider), 0) FROM device"
        " WHERE person_id = ?",
        [person_id],
    ).fetchone()
    return not doubted or bool(known)


def _met_before(db: Database, meeting_id: str, person_id: str) -> bool:
    """Whether people of the organisation of a person were at another meeting, or noted something on
    a visit."""
    theirs = (
        "SELECT id FROM person WHERE organisation_id ="
        " (SELECT organisation_id FROM person WHERE id = :who)"
    )
    (found,) = db.conn.execute(
        f"SELECT EXISTS (SELECT 1 FROM attendance WHERE meeting_id != :here AND person_id IN"
        f" ({theirs})) OR EXISTS (SELECT 1 FROM visit_note WHERE person_id IN ({theirs}))",
        {"who": person_id, "here": meeting_id},
    ).fetchone()
    return bool(found)


def unproven(db: Database, meeting_id: str) -> frozenset[str]:
    """The people at a meeting whose phone did not show that it is theirs."""
    return _people(db, meeting_id, "proven = 0")


def newcomers(db: Database, meeting_id: str) -> frozenset[str]:
    """The people at a meeting of whom nobody knows yet that they are of their organisation."""
    return _people(db, meeting_id, "insider = 0")


def _people(db: Database, meeting_id: str, doubt: str) -> frozenset[str]:
    found = db.conn.execute(
        f"SELECT person_id FROM device WHERE meeting_id = ? AND revoked_at IS NULL AND {doubt}"
        " AND home_link = ''",
        [meeting_id],
    )
    return frozenset(row[0] for row in found)


def confirm(db: Database, meeting_id: str, person_ids: Iterable[str]) -> None:
    """The facilitator says that these people are who their phones say, in a transaction."""
    known = list(person_ids)
    for person_id in known:
        db.conn.execute(
            "UPDATE device SET proven = 1, insider = 1 WHERE meeting_id = ? AND person_id = ?"
            " AND revoked_at IS NULL",
            [meeting_id, person_id],
        )
    if known:
        # The phones are shown again what was kept back.
        raise_revision(db, meeting_id, "people", *map(person_topic, known))


def confirm_all(store: Store, meeting_id: str) -> None:
    """The facilitator knows everybody who came in again; who is new, and a name that moved to
    another phone, is still to be checked one by one."""
    with store.write() as db:
        doubted = unproven(db, meeting_id) - newcomers(db, meeting_id)
        moved = db.conn.execute(
            "SELECT person_id FROM device WHERE meeting_id = ? AND took_over = 1 AND settled = 0",
            [meeting_id],
        )
        confirm(db, meeting_id, doubted - {row[0] for row in moved})


def opened_own_link(store: Store, person: Person, tokens: Iterable[str]) -> None:
    """The browser that holds these tokens of meetings opened the own link of a person: where it is
    that person's phone, it is proven to be."""
    hashes = [hash_token(one) for one in tokens]
    if not hashes:
        return
    marks = ", ".join("?" * len(hashes))
    with store.write() as db:
        found = db.conn.execute(
            f"UPDATE device SET proven = 1, insider = 1, settled = 1 WHERE person_id = ?"
            f" AND token_hash IN ({marks}) AND revoked_at IS NULL"
            " AND (proven = 0 OR insider = 0 OR (took_over = 1 AND settled = 0))"
            " RETURNING meeting_id",
            [person.id, *hashes],
        ).fetchall()
        for (meeting_id,) in found:
            raise_revision(db, meeting_id, "people", person_topic(person.id))
