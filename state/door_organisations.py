"""Organisations that somebody typed at the door: they count in that meeting, and the facilitator
says whether they belong to the track, are another one of it, or are there for that meeting only."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from state import id_rewriting, restrictions, rows
from state.database import Store
from state.language import _
from state.models import Meeting, Organisation
from state.problems import Refused
from state.revisions import raise_for_track
from state.text_rules import name_key

# The pseudonym of an id in an activity, by both: it stands in answers, too.
Pseudonym = Callable[[str, str], str]
_HERE = "activity_id IN (SELECT id FROM activity WHERE meeting_id = :meeting)"
# Each slot once: what the organisation of the list has there stays.
_MOVE_ANSWERS = (
    f"UPDATE contribution SET author = :into WHERE author = :came AND {_HERE} AND NOT EXISTS"
    " (SELECT 1 FROM contribution AS theirs WHERE theirs.activity_id = contribution.activity_id"
    " AND theirs.slot = contribution.slot AND theirs.author = :into) RETURNING id"
)
# How far an answer may go moves with it; it stays where the answer stays.
_MOVE_LIMITS = (
    f"UPDATE OR IGNORE restriction SET author = :into WHERE author = :came AND {_HERE}"
    " AND NOT EXISTS (SELECT 1 FROM contribution AS kept"
    " WHERE kept.activity_id = restriction.activity_id AND kept.slot = restriction.slot"
    " AND kept.author = :came) RETURNING activity_id, slot, by_person"
)
_LIMIT_BACK = (
    "UPDATE OR IGNORE restriction SET author = :came WHERE author = :into"
    " AND activity_id = :activity AND slot = :slot AND by_person = :by"
)
_CAME = (
    "SELECT DISTINCT organisation_id FROM attendance JOIN person ON person.id = person_id"
    " WHERE meeting_id = ? AND attendance.removed_at IS NULL AND person.removed_at IS NULL"
)
_SAME_NAMES = (
    "SELECT came.name FROM person AS came JOIN person AS there ON there.name_key = came.name_key"
    " WHERE came.organisation_id = :came AND there.organisation_id = :into"
    " AND came.removed_at IS NULL AND there.removed_at IS NULL"
)


def mark(db: Database, organisation_id: str, meeting_id: str) -> None:
    """Remember, in a transaction, that somebody typed an organisation at the door."""
    db.table("organisation").update(organisation_id, {"door": meeting_id})


def belongs(store: Store, scope: str, organisation_id: str) -> None:
    """Say that it belongs to the track. `scope`, here and below: the id of the meeting or track
    whose pages offer to undo it. Refused once something else was said of it."""
    with store.write() as db:
        found = _asked(db, organisation_id)
        _say(db, scope, found, _("{name} hoort bij het traject."), {"door": "", "only_today": 0})


def only_today(store: Store, scope: str, organisation_id: str) -> None:
    """Say that it is there for this meeting only: it leaves the track when the meeting ends, and
    what it did still stands."""
    with store.write() as db:
        found = _asked(db, organisation_id)
        _say(db, scope, found, _("{name} is er alleen vandaag."), {"only_today": 1})


def is_another(
    store: Store, scope: str, organisation_id: str, into_id: str, pseudonym: Pseudonym
) -> None:
    """Say that it is another organisation of the track: its people and what it gave become those
    of `into_id`; where both gave something in one place, what `into_id` gave stays. Refused where
    somebody of the same name is there already."""
    with store.write() as db:
        came = _asked(db, organisation_id)
        into = rows.find(db, Organisation, "organisation", into_id)
        if came.id == into.id or came.track_id != into.track_id:
            raise Refused(_("Kies een andere organisatie van dit traject."))
        about = {"came": came.id, "into": into.id, "meeting": came.door}
        for (name,) in db.conn.execute(_SAME_NAMES, about).fetchall():
            raise Refused(
                _("Bij {organisation} staat al een {name}. Wijzig eerst een van beide namen.")
                .format(organisation=into.name, name=name)
            )  # fmt: skip
        moved = {**about, **_moved(db, about, pseudonym)}
        label = _("{name} is {into}.").format(name=came.name, into=into.name)
        removal = rows.remove(db, scope, label, [("organisation", {"id": came.id})])
        db.table("removal").update(removal, {"joined": json.dumps(moved)})
        restrictions.changed(db, came.track_id)
        raise_for_track(db, came.track_id, "steps", "people")


def leave(db: Database, meeting_id: str) -> None:
    """Take from the track, in the transaction that ends a meeting, what was there for that meeting
    only; the page of the track offers a way back. Its people, and what they did, still stand."""
    found = db.query(
        "SELECT * FROM organisation WHERE door = ? AND only_today = 1 AND removed_at IS NULL",
        [meeting_id],
    )
    for organisation in [Organisation.of(row) for row in found]:
        label = _("{name} was er alleen die dag.").format(name=organisation.name)
        gone = [("organisation", {"id": organisation.id})]
        removal = rows.remove(db, organisation.track_id, label, gone)
        db.table("removal").update(removal, {"joined": _left(organisation.id)})
        raise_for_track(db, organisation.track_id, "steps", "people", "results")


def of_meeting(
    db: Database, meeting: Meeting
) -> tuple[tuple[Organisation, ...], tuple[Organisation, ...]]:
    """The organisations of a meeting, in order, and those that left the track. What was there for
    one meeting only is of that one for good, with its people and what they did."""
    present = rows.ordered(db, Organisation, "organisation", "track_id", meeting.track_id)
    gone = rows.removed(db, Organisation, "organisation", "track_id", meeting.track_id)
    if not any(one.only_today for one in gone):
        return present, gone
    came = {one for (one,) in db.conn.execute(_CAME, [meeting.id]).fetchall()}
    here = {one.id for one in gone if one.only_today and one.id in came}
    visitors = (one for one in gone if one.id in here)
    return (*present, *visitors), tuple(one for one in gone if one.id not in here)


def come_back(db: Database, meeting: Meeting, name: str) -> str | None:
    """The organisation of that name that was there for an earlier meeting only, asked about anew;
    gives its id, or None where there is none."""
    gone = rows.removed(db, Organisation, "organisation", "track_id", meeting.track_id)
    left = [one for one in gone if one.only_today and name_key(one.name) == name_key(name)]
    for one in left:
        if _put_back(db, one.id):
            db.table("organisation").update(one.id, {"door": meeting.id, "only_today": 0})
            return one.id
    return None


def _put_back(db: Database, organisation_id: str) -> bool:
    """Undo that it left when its meeting ended; gives whether it had."""
    stands = db.query(
        "SELECT id FROM removal WHERE joined = ? AND undone_at IS NULL", [_left(organisation_id)]
    )
    found = [str(row["id"]) for row in stands]
    for removal_id in found:
        rows.undo(db, removal_id)
    return bool(found)


def _left(organisation_id: str) -> str:
    """How its removal tells of an organisation that was there for one meeting only."""
    return json.dumps({"left": organisation_id})


def undo(db: Database, joined: str) -> bool:
    """Take back what was said of an organisation, in the transaction that undoes the removal;
    gives whether `joined` tells of one."""
    told: dict[str, Any] = json.loads(joined)
    if "said" in told:
        # It may have left since, when its meeting ended.
        _put_back(db, told["said"])
        db.table("organisation").update(told["said"], told["before"])
        return True
    if "left" in told:
        # What is put back belongs to the track.
        db.table("organisation").update(told["left"], {"door": "", "only_today": 0})
        return True
    if "came" not in told:
        return False
    id_rewriting.put_back(db, told["names"], told["rewritten"])
    for table, column, name in (("person", "organisation_id", "people"),
                                ("contribution", "author", "answers")):  # fmt: skip
        for row in told[name]:
            db.conn.execute(
                f"UPDATE {table} SET {column} = ? WHERE id = ? AND {column} = ?",
                [told["came"], row, told["into"]],
            )
    about = {"came": told["came"], "into": told["into"]}
    for activity, slot, by in told["limits"]:
        key = {"activity": activity, "slot": slot, "by": by}
        db.conn.execute(_LIMIT_BACK, {**about, **key})
    return True


def _asked(db: Database, organisation_id: str) -> Organisation:
    found = rows.find(db, Organisation, "organisation", organisation_id)
    if not found.door:
        raise Refused(_("Dat is al gezegd van deze organisatie."))
    return found


def _say(
    db: Database, scope: str, found: Organisation, label: str, values: Mapping[str, Any]
) -> None:  # fmt: skip
    before = {"door": found.door, "only_today": found.only_today}
    db.table("organisation").update(found.id, dict(values))
    removal = rows.remove(db, scope, label.format(name=found.name), [])
    told = {"said": found.id, "before": before}
    db.table("removal").update(removal, {"joined": json.dumps(told)})
    raise_for_track(db, found.track_id, "steps")


def _moved(db: Database, about: dict[str, str], pseudonym: Pseudonym) -> dict[str, Any]:
    """Move people and answers; gives what `undo` needs: ids, and no words of anybody."""
    people = db.conn.execute(
        "UPDATE person SET organisation_id = :into WHERE organisation_id = :came"
        " AND removed_at IS NULL RETURNING id", about,
    ).fetchall()  # fmt: skip
    answers = db.conn.execute(_MOVE_ANSWERS, about).fetchall()
    limits = db.conn.execute(_MOVE_LIMITS, about).fetchall()
    activities = db.conn.execute("SELECT id FROM activity WHERE meeting_id = :meeting", about)
    came, into = about["came"], about["into"]
    names = {
        one: [(came, into), (pseudonym(one, came), pseudonym(one, into))]
        for (one,) in activities.fetchall()
    }
    return {
        "people": [row for (row,) in people], "answers": [row for (row,) in answers],
        "limits": [list(row) for row in limits],
        "names": names, "rewritten": id_rewriting.rewrite(db, names),
    }  # fmt: skip
