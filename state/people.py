"""Who is at a meeting, and which phone is whose.

A phone holds a random token in a cookie. `device` ties its hash to a person for one meeting;
a person may have several phones over time, of which the newest that isn't revoked counts.
Phones that hold a link for at home (see homework) come beside those: they take nobody's name.
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from state import alike, disputed, door_organisations, phones, rows, tracks
from state.attendance import attend, read_attendees
from state.clock import now
from state.database import Store
from state.ids import hash_token
from state.language import _
from state.models import Attendee, Meeting, Organisation, Person
from state.phones import DoorProof
from state.problems import Refused
from state.revisions import raise_revision
from state.text_rules import name_key, one_line


class NameTaken(Refused):
    """The name is or was on another phone; `person_id` says whose it is."""

    def __init__(self, person: Person, *, now_there: bool = True) -> None:
        sentence = (
            _("{name} is al binnen op een andere gsm.")
            if now_there
            else _("{name} was al binnen op een andere gsm.")
        )
        super().__init__(sentence.format(name=person.name))
        self.person_id = person.id
        self.name = person.name


class MayBeListed(Refused):
    """The name that was typed may be short for, or longer than, one that is on the list."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        sentence = (
            _("Ben je {name}?").format(name=people[0].name)
            if len(people) == 1
            else _("Ben je een van hen?")
        )
        super().__init__(sentence)
        self.people = people


def attendees(store: Store, meeting_id: str) -> tuple[Attendee, ...]:
    """Who has joined, in order of arrival, without the people who were removed."""
    with store.read() as db:
        return read_attendees(db, meeting_id)


def person_of_device(db: Database, meeting_id: str, token: str) -> Person | None:
    """Whose phone holds this token: None when unknown, revoked, or the person was removed. Who
    fills in something at home before the meeting has not joined; from when the meeting is opened,
    that phone is nobody's until its person joins."""
    found = db.query(
        "SELECT person.* FROM device JOIN person ON person.id = device.person_id"
        " JOIN meeting ON meeting.id = device.meeting_id"
        " LEFT JOIN attendance ON attendance.person_id = person.id"
        " AND attendance.meeting_id = device.meeting_id"
        " LEFT JOIN own_link AS link ON link.token_hash = home_link"
        " WHERE device.token_hash = ? AND device.meeting_id = ? AND device.revoked_at IS NULL"
        " AND link.revoked_at IS NULL AND person.removed_at IS NULL"
        " AND attendance.removed_at IS NULL AND (attendance.person_id IS NOT NULL"
        " OR (link.token_hash IS NOT NULL AND meeting.state = 'prepared'))",
        [hash_token(token), meeting_id],
    )
    return next((Person.of(row) for row in found), None)


def was_let_in(db: Database, meeting_id: str, token: str) -> bool:
    """Whether a phone with this token ever was somebody's in a meeting, perhaps not any more."""
    found = db.conn.execute(
        "SELECT 1 FROM device WHERE token_hash = ? AND meeting_id = ?",
        [hash_token(token), meeting_id],
    ).fetchone()
    return found is not None


def met_before(db: Database, meeting: Meeting, tokens: list[str]) -> Person | None:
    """Who was let in with one of these tokens to another meeting of the same track, the last
    time; None when nobody was, or when that person or the organisation has left."""
    if not tokens:
        return None
    found = db.query(
        "SELECT person.* FROM device JOIN person ON person.id = device.person_id"
        " JOIN organisation ON organisation.id = person.organisation_id"
        f" WHERE token_hash IN ({', '.join('?' * len(tokens))}) AND revoked_at IS NULL"
        " AND person.track_id = ? AND person.removed_at IS NULL"
        " AND organisation.removed_at IS NULL ORDER BY device.created_at DESC LIMIT 1",
        [*map(hash_token, tokens), meeting.track_id],
    )
    return next((Person.of(row) for row in found), None)


def of_track(db: Database, track_id: str, person_id: str) -> Person | None:
    """Somebody of a track by id; None for who is gone, also with the organisation."""
    found = db.query(
        "SELECT person.* FROM person JOIN organisation ON organisation.id = organisation_id"
        " WHERE person.id = ? AND person.track_id = ? AND person.removed_at IS NULL"
        " AND person.erased_at IS NULL AND organisation.removed_at IS NULL",
        [person_id, track_id],
    )
    return next((Person.of(row) for row in found), None)


def join(
    store: Store, meeting_id: str, token: str, organisation_id: str, name: str,
    function: str = "", *, take_over: bool = False, is_new: bool = True,
    proof: DoorProof | None = None,
) -> str:  # fmt: skip
    """Let the phone with `token` in as the person of that name, made when new; gives the id.

    Raises NameTaken when another phone holds the person, unless `take_over`; NameDisputed when
    phones took that name from each other; MayBeListed for a new
    name that is much like one on the list, unless the person said that it `is_new`; Refused for a
    closed meeting, an unknown organisation or an unfit name. `proof`: what else the browser holds.
    """
    shown = proof or DoorProof()
    with store.write() as db:
        meeting = _running(db, meeting_id)
        organisation = rows.find(db, Organisation, "organisation", organisation_id)
        if organisation.track_id != meeting.track_id:
            raise Refused(_("Kies je organisatie in de lijst, of vraag het aan de begeleider."))
        clean = one_line(name, tracks.NAME_LIMIT, _("De naam"))
        person = tracks.person_named(db, organisation_id, clean)
        if person is None:
            listed = () if is_new else alike.people(db, organisation_id, clean)
            if listed:
                raise MayBeListed(listed)
            person_id = tracks.insert_person(db, organisation_id, clean, function)
        else:
            person_id = person.id
            if _is_anothers(db, meeting_id, person_id, token):
                if not phones.holds_own_link(db, person_id, shown.own_page):
                    disputed.check(db, meeting_id, person)
                if not take_over:
                    now_there = bool(_holders(db, meeting_id, person_id))
                    raise NameTaken(person, now_there=now_there)
            # Whose phone it is not surely, fills in what is empty and changes nothing.
            if not person.function or phones.is_proven(db, meeting_id, person_id, token, shown):
                _fill_function(db, person, function)
        _tie(db, meeting, token, person_id, shown, is_new=person is None)
    return person_id


def join_new_organisation(
    store: Store, meeting_id: str, token: str, organisation: str, name: str, function: str = ""
) -> str:
    """As `join`, with an organisation that the person adds; Refused where that is not allowed."""
    with store.write() as db:
        meeting = _running(db, meeting_id)
        if not meeting.may_add_organisation:
            raise Refused(_("Kies je organisatie in de lijst, of vraag het aan de begeleider."))
        before = _made_before(db, meeting_id, token, organisation, name)
        if before is not None:
            return before
        known = door_organisations.come_back(db, meeting, organisation)
        if known is None:
            known = tracks.insert_organisation(db, meeting.track_id, organisation, "", "")
            door_organisations.mark(db, known, meeting_id)
        person = tracks.person_named(db, known, one_line(name, tracks.NAME_LIMIT, _("De naam")))
        person_id = tracks.insert_person(db, known, name, function) if person is None else person.id
        _tie(db, meeting, token, person_id, DoorProof(), is_new=person is None)
    return person_id


def _made_before(
    db: Database, meeting_id: str, token: str, organisation: str, name: str
) -> str | None:
    """Whose phone this is, when it sends the same form once more."""
    person = person_of_device(db, meeting_id, token)
    if person is None or name_key(person.name) != name_key(name):
        return None
    own = rows.find(db, Organisation, "organisation", person.organisation_id)
    return person.id if name_key(own.name) == name_key(organisation) else None


def add_by_hand(
    store: Store, meeting_id: str, organisation_id: str, name: str, function: str = ""
) -> str:
    """Add somebody without a phone, or let somebody of the track in by hand; gives the id."""
    with store.write() as db:
        clean = one_line(name, tracks.NAME_LIMIT, _("De naam"))
        person = tracks.person_named(db, organisation_id, clean)
        person_id = (
            person.id
            if person is not None
            else tracks.insert_person(db, organisation_id, clean, function)
        )
        attend(db, meeting_id, person_id, by_hand=True)
        raise_revision(db, meeting_id, "people")
    return person_id


def let_in(store: Store, meeting_id: str, person_id: str) -> None:
    """Let somebody of the track in by hand, without a phone; Refused for anybody else."""
    with store.write() as db:
        meeting = rows.find(db, Meeting, "meeting", meeting_id)
        if rows.find(db, Person, "person", person_id).track_id != meeting.track_id:
            raise Refused(_("Deze persoon hoort niet bij dit traject."))
        attend(db, meeting_id, person_id, by_hand=True)
        raise_revision(db, meeting_id, "people")


def leave(store: Store, meeting_id: str, token: str) -> None:
    """Untie a phone ('this is not me'); the person and the answers stay."""
    with store.write() as db:
        db.conn.execute(
            "UPDATE device SET revoked_at = ? WHERE token_hash = ? AND meeting_id = ?",
            [now(), hash_token(token), meeting_id],
        )
        raise_revision(db, meeting_id, "people")


def remove(store: Store, meeting_id: str, person_id: str) -> None:
    """Take somebody out of the meeting, with a way back; answers stay, hidden meanwhile."""
    with store.write() as db:
        person = rows.find(db, Person, "person", person_id)
        label = _("{name} is uit de bijeenkomst gehaald.").format(name=person.name)
        key = {"meeting_id": meeting_id, "person_id": person_id}
        rows.remove(db, meeting_id, label, [("attendance", key)])
        raise_revision(db, meeting_id, "steps", "people", "results")


def takeovers(db: Database, meeting_id: str) -> dict[str, str]:
    """People whose name moved to another phone and was not checked: person -> device hash."""
    found = db.query(
        "SELECT person_id, token_hash FROM device WHERE meeting_id = ? AND took_over = 1"
        # Also when the phone that took the name has left since: it may have read private data
        # meanwhile.
        " AND settled = 0",
        [meeting_id],
    )
    return {row["person_id"]: row["token_hash"] for row in found}


def undo_takeover(store: Store, meeting_id: str, person_id: str) -> None:
    """Give the name back to the phone that had it before; the later phone must say who it is."""
    with store.write() as db:
        devices = _devices(db, meeting_id, person_id)
        took = [device for device in devices if device["took_over"]]
        unchecked = next((device for device in took if not device["settled"]), None)
        taken = unchecked or next((d for d in took if d["revoked_at"] is None), None)
        if taken is None:
            raise Refused(_("Dit is al teruggedraaid."))
        had_left = taken["revoked_at"] is not None
        db.table("device").update(
            taken["token_hash"], {"revoked_at": taken["revoked_at"] or now(), "settled": 1}
        )
        if had_left and any(device["revoked_at"] is None for device in devices):
            # The person has joined again meanwhile.
            raise_revision(db, meeting_id, "people")
            return
        earlier = [
            device for device in devices
            if device is not taken and (device["revoked_at"] or "~") <= taken["created_at"]
        ]  # fmt: skip
        if earlier:
            # The one that lost the name to this take-over, not one that was undone before.
            last = max(earlier, key=lambda device: (device["revoked_at"], -device["took_over"]))
            db.table("device").update(last["token_hash"], {"revoked_at": None})
        raise_revision(db, meeting_id, "steps", "people")


def settle_takeover(store: Store, meeting_id: str, person_id: str) -> None:
    """Say that the phone which holds a name is that person's, also after a take-over, so that the
    console stops showing it."""
    with store.write() as db:
        db.conn.execute(
            "UPDATE device SET settled = 1 WHERE meeting_id = ? AND person_id = ?",
            [meeting_id, person_id],
        )
        phones.confirm(db, meeting_id, (person_id,))


def _running(db: Database, meeting_id: str) -> Meeting:
    meeting = rows.find(db, Meeting, "meeting", meeting_id)
    if meeting.state != "running":
        raise Refused(_("Deze bijeenkomst is niet open. Vraag het aan de begeleider."))
    return meeting


def _devices(db: Database, meeting_id: str, person_id: str) -> list[dict[str, Any]]:
    """The phones of a person at a meeting, newest first, revoked ones too; not those at home."""
    return list(
        db.query(
            "SELECT * FROM device WHERE meeting_id = ? AND person_id = ? AND home_link = ''"
            " ORDER BY created_at DESC, rowid DESC",
            [meeting_id, person_id],
        )
    )


def _is_anothers(db: Database, meeting_id: str, person_id: str, token: str) -> bool:
    """Whether a name is or was on another phone at this meeting than the one with `token`.

    Also when that phone left, or became somebody else's: what was written on it is private.
    """
    own = hash_token(token)
    found = list(
        db.query(
            "SELECT token_hash, revoked_at, took_over, home_link FROM device"
            " WHERE meeting_id = ? AND person_id = ?",
            [meeting_id, person_id],
        )
    )
    if any(one["token_hash"] == own and one["revoked_at"] is None for one in found):
        return any(d["token_hash"] != own for d in _holders(db, meeting_id, person_id))
    mine = next((one for one in found if one["token_hash"] == own), None)
    if mine is not None:
        # It comes back to its own name; but not to one that it took over, as that may have been
        # undone.
        return bool(_holders(db, meeting_id, person_id)) or bool(mine["took_over"])
    by_hand = _came_by_hand(db, meeting_id, person_id)
    # What was filled in at home before the meeting belongs to an organisation: who joins then only
    # comes in.
    before = by_hand is None and all(one["home_link"] for one in found)
    return by_hand is False or (bool(found) and not before)


def _came_by_hand(db: Database, meeting_id: str, person_id: str) -> bool | None:
    """Whether somebody who joined a meeting came without a phone; None for who did not join."""
    found = db.conn.execute(
        "SELECT by_hand FROM attendance WHERE meeting_id = ? AND person_id = ?",
        [meeting_id, person_id],
    ).fetchone()
    return None if found is None else bool(found[0])


def _holders(db: Database, meeting_id: str, person_id: str) -> list[dict[str, Any]]:
    """The phones that hold a person now."""
    devices = _devices(db, meeting_id, person_id)
    return [device for device in devices if device["revoked_at"] is None]


def _fill_function(db: Database, person: Person, function: str) -> None:
    clean = one_line(function, tracks.NAME_LIMIT, _("De functie"), required=False)
    if clean and clean != person.function:
        db.table("person").update(person.id, {"function": clean})


def _tie(
    db: Database, meeting: Meeting, token: str, person_id: str, proof: DoorProof, *, is_new: bool
) -> None:  # fmt: skip
    """Make the phone with `token` the one of this person, and mark the person as present."""
    own = hash_token(token)
    took_over = _is_anothers(db, meeting.id, person_id, token)
    linked = phones.holds_own_link(db, person_id, proof.own_page)
    proven = linked or phones.is_proven(db, meeting.id, person_id, token, proof, is_new=is_new)
    insider = linked or phones.is_insider(db, meeting.id, person_id, is_new=is_new)
    before = _own_device(db, meeting.id, person_id, own)
    # A repeated request of the same phone must not mark the take-over as checked.
    again = before if before and before["revoked_at"] is None else None
    settled = linked or (bool(again and again["settled"]) and not took_over)
    was_taken = bool(again and again["took_over"])
    # What a phone wrote before it left is its own when it comes back to a name it did not take.
    came_back = before is not None and not before["took_over"] and not took_over
    kept = again or (before if came_back else None)
    # One moment for both: by it the phone that lost its name knows to which one (`taking_back`).
    at = now()
    db.conn.execute(
        "UPDATE device SET revoked_at = ? WHERE meeting_id = ? AND person_id = ?"
        " AND token_hash != ? AND revoked_at IS NULL AND home_link = ''",
        [at, meeting.id, person_id, own],
    )
    db.conn.execute("DELETE FROM device WHERE token_hash = ?", [own])
    db.table("device").insert(
        {
            "token_hash": own, "meeting_id": meeting.id, "person_id": person_id,
            "created_at": kept["created_at"] if kept else at,
            "took_over": int(took_over or was_taken), "settled": int(settled), "revoked_at": None,
            "home_link": "", "home_activity": "", "proven": int(proven), "insider": int(insider),
        }
    )  # fmt: skip
    attend(db, meeting.id, person_id, by_hand=False)
    raise_revision(db, meeting.id, "people", *(("steps",) if took_over else ()))


def _own_device(db: Database, meeting_id: str, person_id: str, own: str) -> dict[str, Any] | None:
    """What is known of the phone with the hash `own` as this person's, in the room."""
    found = (one for one in _devices(db, meeting_id, person_id) if one["token_hash"] == own)
    return next(found, None)
