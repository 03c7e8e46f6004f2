"""Two people again of whom it was said, mistakenly, that they are one (`state.same_person`)."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from state import id_rewriting
from state.ids import hash_token
from state.language import _
from state.problems import Refused
from state.revisions import person as person_topic
from state.revisions import raise_revision

_HERE = "activity_id IN (SELECT id FROM activity WHERE meeting_id = :meeting)"
_THEIRS = f"FROM contribution WHERE author = :into AND {_HERE}"
_HISTORY_HERE = f"contribution_id IN (SELECT id FROM contribution WHERE {_HERE})"
# Tables that say who wrote a row: where, since when, and under which name `same_person` remembers
# the rows that it changed.
_WRITTEN = (
    ("contribution", _HERE, "updated_at", "by"),
    ("contribution_history", _HISTORY_HERE, "at", "history"),
    ("picture", _HERE, "created_at", "pictures"),
)

_PHONES = (
    "SELECT token_hash FROM device WHERE meeting_id = :meeting AND person_id = :into"
    " AND revoked_at IS NULL AND home_link = ''"
)


def part(db: Database, joined: str) -> None:
    """Give each the phone and the answers of before, and what came in on the phone that moved along
    with it; call it in the transaction that undoes the removal. `joined`: what that remembers.

    Refused when the listed person left the meeting meanwhile, when somebody new has the name, and
    when something was changed on that phone that the listed person had given.
    """
    moved: dict[str, Any] = json.loads(joined)
    about = {one: moved[one] for one in ("who", "into", "meeting", "at")}
    phone_goes = _moved_phone_is_theirs(db, about, moved)
    _check(db, about, moved, phone_goes=phone_goes)
    back = list(moved["author"])
    if phone_goes:
        since = db.conn.execute(f"SELECT id {_THEIRS} AND created_at >= :at", about)
        back += [row for (row,) in since.fetchall() if row not in back]
    id_rewriting.put_back(db, moved["names"], moved["rewritten"])
    _give_back(db, about, back)
    _say_who_wrote(db, about, moved, phone_goes=phone_goes)
    for row in moved["restrictions"]:
        db.table("restriction").insert(row, ignore=True)
    _part_phones(db, about, moved["devices"])
    if moved["consent"]:
        _part_consent(db, about, phone_goes=phone_goes)
    _restore_attendance(db, about, moved["attendance"])
    db.conn.execute("DELETE FROM absence WHERE meeting_id = :meeting AND person_id = :who", about)
    topics = (person_topic(about["who"]), person_topic(about["into"]))
    raise_revision(db, about["meeting"], "steps", "people", "results", *topics)


def known_before_as(db: Database, meeting_id: str, token: str) -> str:
    """Under whose id a phone keeps what was typed on it and not sent: the one that it had until it
    was said that two people are one, or until that was undone; "" where nothing was said of it.

    Only for a phone that is the same person's ever since: what somebody else typed on it is not of
    who has it now.
    """
    own = db.conn.execute(
        "SELECT token_hash, person_id, created_at FROM device WHERE token_hash = ?"
        " AND meeting_id = ? AND revoked_at IS NULL",
        [hash_token(token), meeting_id],
    ).fetchone()
    if own is None:
        return ""
    said = db.conn.execute(
        "SELECT joined, undone_at IS NOT NULL FROM removal WHERE scope = ?"
        " AND instr(joined, ?) ORDER BY at DESC, rowid DESC",
        [meeting_id, own[0]],
    )
    for joined, undone in said.fetchall():
        moved: dict[str, Any] = json.loads(joined)
        came = (moved["into"] if not undone else moved["who"], own[2])
        phone = next((one for one in moved["devices"] if one["token_hash"] == own[0]), None)
        if phone and phone["person_id"] == moved["who"] and (own[1], phone["created_at"]) == came:
            return str(moved["who"] if not undone else moved["into"])
    return ""


def _say_who_wrote(
    db: Database, about: dict[str, str], moved: dict[str, Any], *, phone_goes: bool
) -> None:
    for table, where, since, name in _WRITTEN:
        change = f"UPDATE {table} SET by_person = :who WHERE by_person = :into"
        for row in moved[name]:
            db.conn.execute(f"{change} AND id = :row", {**about, "row": row})
        if phone_goes:
            db.conn.execute(f"{change} AND {where} AND {since} >= :at", about)


def _moved_phone_is_theirs(db: Database, about: dict[str, str], moved: dict[str, Any]) -> bool:
    """Whether the phone that came in under the one name is still the one in the room."""
    came_in = {one["token_hash"] for one in moved["devices"] if one["person_id"] == about["who"]}
    return any(row[0] in came_in for row in db.conn.execute(_PHONES, about).fetchall())


def _check(db: Database, about: dict[str, str], moved: dict[str, Any], *, phone_goes: bool) -> None:
    names = dict(
        db.conn.execute("SELECT id, name FROM person WHERE id IN (:who, :into)", about).fetchall()
    )
    name, into = names[about["who"]], names[about["into"]]
    attends = db.conn.execute(
        "SELECT 1 FROM attendance JOIN person ON person.id = person_id WHERE meeting_id = :meeting"
        " AND person_id = :into AND attendance.removed_at IS NULL AND person.removed_at IS NULL",
        about,
    ).fetchone()
    if attends is None:
        raise Refused(
            _("{name} is niet meer in de bijeenkomst. Zet eerst dat terug.").format(name=into)
        )
    taken = db.conn.execute(
        "SELECT 1 FROM person AS other JOIN person AS own ON own.id = :who WHERE other.id != own.id"
        " AND other.organisation_id = own.organisation_id AND other.name_key = own.name_key"
        " AND other.removed_at IS NULL AND own.removed_at IS NOT NULL",
        about,
    ).fetchone()
    if taken is not None:
        raise Refused(
            _("Intussen staat iemand anders als {name} op de lijst. Dit kan niet meer terug.")
            .format(name=name)
        )  # fmt: skip
    if not phone_goes:
        return
    kept = ", ".join(str(int(one)) for one in moved["author"])
    changed = db.conn.execute(
        f"SELECT 1 {_THEIRS} AND created_at < :at AND id NOT IN ({kept}) AND EXISTS (SELECT 1"
        " FROM contribution_history WHERE contribution_id = contribution.id AND at >= :at"
        " AND contribution_history.by_person = :into)",
        about,
    ).fetchone()
    if changed is not None:
        raise Refused(
            _("Op de gsm van {name} werd intussen gewijzigd wat {into} al had ingevuld."
              " Dit kan niet meer terug.").format(name=name, into=into)
        )  # fmt: skip


def _give_back(db: Database, about: dict[str, str], answers: list[int]) -> None:
    """Answers, with what restricts them; one that has no place there stays where it is."""
    for row in answers:
        found = db.conn.execute(
            "UPDATE OR IGNORE contribution SET author = :who WHERE id = :row AND author = :into"
            " RETURNING activity_id, slot",
            {**about, "row": row},
        ).fetchone()
        if found is not None:
            activity, slot = found
            db.conn.execute(
                "UPDATE OR REPLACE restriction SET author = :who, by_person = CASE by_person"
                " WHEN :into THEN :who ELSE by_person END WHERE activity_id = :activity"
                " AND author = :into AND slot = :slot",
                {**about, "activity": activity, "slot": slot},
            )


def _part_consent(db: Database, about: dict[str, str], *, phone_goes: bool) -> None:
    """The choice about the name goes along with the phone, also when it was changed since."""
    if phone_goes:
        db.conn.execute(
            "UPDATE person SET consent = (SELECT consent FROM person AS listed"
            " WHERE listed.id = :into) WHERE id = :who",
            about,
        )
    db.conn.execute("UPDATE person SET consent = '' WHERE id = :into", about)


def _part_phones(db: Database, about: dict[str, str], devices: list[dict[str, Any]]) -> None:
    """Each phone is whose it was, and known as well as it was."""
    known = {one["token_hash"] for one in devices}
    present = {row[0] for row in db.conn.execute(_PHONES, about).fetchall()}
    for one in devices:
        if one["person_id"] == about["into"] and present - known:
            # The listed person came in on another phone meanwhile.
            continue
        db.conn.execute(
            "UPDATE device SET person_id = :person_id, revoked_at = :revoked_at,"
            " settled = :settled, proven = :proven, insider = :insider"
            " WHERE token_hash = :token_hash AND person_id = :into AND meeting_id = :meeting",
            {**one, "into": about["into"], "meeting": about["meeting"]},
        )


def _restore_attendance(db: Database, about: dict[str, str], was: dict[str, Any] | None) -> None:
    """The listed person is in the meeting as before; who got a phone of their own since, stays."""
    own_phone = db.conn.execute(_PHONES, about).fetchone()
    if was is not None:
        db.conn.execute(
            "UPDATE attendance SET by_hand = :by_hand, went_home = :went_home, removed_at ="
            " :removed_at WHERE meeting_id = :meeting AND person_id = :into",
            {**was, **about, "removed_at": None if own_phone else was["removed_at"]},
        )
    elif own_phone is None:
        db.conn.execute(
            "DELETE FROM attendance WHERE meeting_id = :meeting AND person_id = :into", about
        )
