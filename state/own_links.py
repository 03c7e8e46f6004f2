"""The own page of a participant: one lasting link for each person of a track, and who opened it.

A link holds a random token of which only a hash is stored. It works until it is revoked, in as many
browsers as it is opened in; each of those gets a token of its own (an opening), which ends with the
link or when the page is closed there. A link that is made anew ends the earlier ones. Phones that
went on from it to a meeting are tied to it (`homework`) and end with it too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from state import rows
from state.clock import now
from state.database import Store
from state.ids import hash_token, new_token
from state.language import _
from state.models import Organisation, Person, Track
from state.problems import Refused
from state.revisions import raise_for_track

# Why a link, or a browser in which it was opened, shows nothing: nobody's; taken back; closed in
# this browser; the person or the organisation left; the track was removed.
Ending = Literal["unknown", "revoked", "closed", "person left", "organisation left", "track gone"]
_DAY = 10


@dataclass(frozen=True)
class OwnLink:
    """The link of a person that works now: when it was made and first opened, in how many browsers
    it is open, and the day it was last looked at, ISO or ""."""

    created_at: str
    used_at: str | None
    browsers: int = 0
    seen: str = ""


@dataclass(frozen=True)
class LinkHolder:
    """Whose a link is. `link`: what is stored of its token."""

    person: Person
    organisation: Organisation
    track: Track
    link: str


def give(store: Store, track_id: str, person_ids: Iterable[str]) -> dict[str, str]:
    """Make a new link for each of these people: person -> token. Earlier links of them end. Refused
    for somebody who is not in the track."""
    with store.write() as db:
        tokens = {}
        for person_id in person_ids:
            _check(db, track_id, person_id)
            _revoke(db, person_id)
            tokens[person_id] = new_token()
            db.table("own_link").insert(
                {
                    "token_hash": hash_token(tokens[person_id]), "track_id": track_id,
                    "person_id": person_id, "created_at": now(), "used_at": None,
                    "revoked_at": None,
                }
            )  # fmt: skip
        raise_for_track(db, track_id, "steps")
    return tokens


def revoke(store: Store, track_id: str, person_id: str) -> None:
    """End the link of a person, in every browser it was opened in; what was written stays. Refused
    for somebody who is not in the track."""
    with store.write() as db:
        _check(db, track_id, person_id)
        _revoke(db, person_id)
        raise_for_track(db, track_id, "steps")


def links(db: Database, track_id: str) -> dict[str, OwnLink]:
    """The links of a track that work, by person."""
    found = db.query(
        "SELECT person_id, max(own_link.created_at) AS created_at, min(used_at) AS used_at,"
        " count(own_opening.token_hash) AS browsers, coalesce(max(seen_at), '') AS seen"
        " FROM own_link LEFT JOIN own_opening ON link = own_link.token_hash AND closed_at IS NULL"
        " WHERE track_id = ? AND revoked_at IS NULL GROUP BY person_id",
        [track_id],
    )
    return {
        row["person_id"]: OwnLink(
            row["created_at"], row["used_at"], row["browsers"], row["seen"][:_DAY]
        )
        for row in found
    }


def state_of(db: Database, track_id: str) -> str:
    """A word that stays until a link of the track is made or ended."""
    found = db.conn.execute(
        "SELECT count(*), count(revoked_at), max(rowid) FROM own_link WHERE track_id = ?",
        [track_id],
    ).fetchone()
    return ".".join(str(one or 0) for one in found)


def holder(db: Database, token: str) -> LinkHolder | Ending:
    """Whose a link is, by its token; why it shows nothing for one that does not work."""
    return _holder(db, hash_token(token))


def open_in(store: Store, token: str, browser: str) -> LinkHolder | Ending:
    """Remember that a link was opened in the browser that keeps the token `browser`; a second time
    changes nothing."""
    with store.write() as db:
        found = holder(db, token)
        if isinstance(found, str):
            return found
        db.conn.execute(
            "INSERT INTO own_opening (token_hash, link, opened_at, seen_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (token_hash) DO UPDATE SET link = excluded.link, closed_at = NULL",
            [hash_token(browser), found.link, now(), now()],
        )
        db.conn.execute(
            "UPDATE own_link SET used_at = coalesce(used_at, ?) WHERE token_hash = ?",
            [now(), found.link],
        )
        return found


def of_browser(db: Database, browser: str) -> LinkHolder | Ending:
    """Whose page a browser shows, by the token it keeps; why none when it shows nothing."""
    found = db.conn.execute(
        "SELECT link, closed_at FROM own_opening WHERE token_hash = ?", [hash_token(browser)]
    ).fetchone()
    if found is None:
        return "unknown"
    link, closed = found
    return _holder(db, str(link)) if closed is None else "closed"


def seen(store: Store, browser: str) -> None:
    """Note that the page was looked at today; the first time of a day only."""
    token = hash_token(browser)
    with store.read() as db:
        found = db.conn.execute(
            "SELECT seen_at FROM own_opening WHERE token_hash = ?", [token]
        ).fetchone()
    if found is None or found[0][:_DAY] == now()[:_DAY]:
        return
    with store.write() as db:
        db.conn.execute("UPDATE own_opening SET seen_at = ? WHERE token_hash = ?", [now(), token])


def close(store: Store, browser: str, phones: Iterable[str] = ()) -> None:
    """End the own page in one browser, and the `phones` (tokens) that it became by this link in
    meetings; the link itself goes on to work elsewhere."""
    with store.write() as db:
        found = db.conn.execute(
            "SELECT link FROM own_opening WHERE token_hash = ?", [hash_token(browser)]
        ).fetchone()
        if found is None:
            return
        db.conn.execute(
            "UPDATE own_opening SET closed_at = ? WHERE token_hash = ?",
            [now(), hash_token(browser)],
        )
        for phone in phones:
            db.conn.execute(
                "UPDATE device SET revoked_at = ? WHERE token_hash = ? AND home_link = ?",
                [now(), hash_token(phone), found[0]],
            )


def _holder(db: Database, link: str) -> LinkHolder | Ending:
    found = db.conn.execute(
        "SELECT person_id, revoked_at FROM own_link WHERE token_hash = ?", [link]
    ).fetchone()
    if found is None:
        return "unknown"
    person_id, revoked = found
    if revoked is not None:
        return "revoked"
    person = Person.of(_row(db, "person", str(person_id)))
    organisation = _row(db, "organisation", person.organisation_id)
    track = _row(db, "track", person.track_id)
    gone: tuple[tuple[Ending, bool], ...] = (
        ("track gone", track["removed_at"] is not None),
        ("organisation left", organisation["removed_at"] is not None),
        ("person left", _removed(db, person.id)),
    )
    ended = next((ending for ending, it_is in gone if it_is), None)
    return ended or LinkHolder(person, Organisation.of(organisation), Track.of(track), link)


def _row(db: Database, table: str, row_id: str) -> dict[str, object]:
    return dict(next(iter(db.query(f"SELECT * FROM {table} WHERE id = ?", [row_id]))))


def _removed(db: Database, person_id: str) -> bool:
    (removed,) = db.conn.execute(
        "SELECT removed_at IS NOT NULL FROM person WHERE id = ?", [person_id]
    ).fetchone()
    return bool(removed)


def _check(db: Database, track_id: str, person_id: str) -> None:
    person = rows.find(db, Person, "person", person_id)
    if person.track_id != track_id:
        raise Refused(_("Deze persoon staat niet bij dit traject."))


def _revoke(db: Database, person_id: str) -> None:
    db.conn.execute(
        "UPDATE own_link SET revoked_at = ? WHERE person_id = ? AND revoked_at IS NULL",
        [now(), person_id],
    )
