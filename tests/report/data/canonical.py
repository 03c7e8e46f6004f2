"""What is stored of a track, in a form in which two tracks that are the same look the same.

It reads the tables themselves and knows nothing of exports. Ids become the place of what bears
them, and aliases whose they are, also within answers; what belongs to one installation (codes,
secrets, positions in lists, the ids of sendings) is left out.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from exercises.contract import alias

_LEFT_OUT = {
    "track": {"position"}, "organisation": {"position"},
    "person": {"name_key", "removed_at"},
    "meeting": {"position", "code", "secret", "screen_number", "removed_at", "face"},
    "activity": {"position", "removed_at", "running_since", "timer"},
    "visit": {"position", "removed_at"},
}  # fmt: skip
_ANSWERS = (
    "SELECT contribution.* FROM contribution JOIN activity ON activity.id = activity_id"
    " LEFT JOIN attendance ON attendance.meeting_id = activity.meeting_id AND person_id = author"
    " LEFT JOIN person ON person.id = author LEFT JOIN visit ON visit.id = author"
    " WHERE activity_id = ? AND visit.removed_at IS NULL"
    " AND contribution.removed_at IS NULL AND attendance.removed_at IS NULL"
    " AND person.removed_at IS NULL ORDER BY contribution.id"
)


def canonical(db: Database, track_id: str) -> str:
    """A track as JSON text."""
    (track,) = _rows(db, "track", "id = ?", track_id)
    names = {track_id: "track"}
    organisations = _rows(db, "organisation", "track_id = ?", track_id)
    people = _rows(db, "person", "track_id = ? AND removed_at IS NULL", track_id)
    meetings = _rows(db, "meeting", "track_id = ? AND removed_at IS NULL", track_id)
    for rows, word in ((organisations, "party"), (people, "person"), (meetings, "meeting")):
        names |= {row["id"]: f"{word}-{at}" for at, row in enumerate(rows)}
    report = db.query(
        "SELECT key, included, position, text FROM report_part WHERE track_id = ?", [track_id]
    )
    own = [{**row, "key": _named(row["key"], names)} for row in report]
    track["report"] = sorted(own, key=lambda row: row["key"])
    track["names"] = list(db.query(
        "SELECT place, instead FROM name_in_text WHERE track_id = ? ORDER BY place", [track_id]
    ))  # fmt: skip
    dump: dict[str, Any] = {"track": track, "organisations": organisations, "people": people}
    dump["visits"] = _visits(db, track_id)
    dump["matching"] = list(db.query(
        "SELECT kind, organisation_id, host_id, number, note FROM matching_choice"
        " WHERE track_id = ? AND removed_at IS NULL ORDER BY rowid", [track_id]
    ))  # fmt: skip
    dump["call"] = list(db.query(
        "SELECT deadline, most_people, texts, form FROM call WHERE track_id = ?", [track_id]
    ))  # fmt: skip
    dump["rules"] = list(db.query(
        "SELECT is_on, others_first FROM visit_rule WHERE track_id = ?", [track_id]
    )) or [{"is_on": 0, "others_first": 7}]  # fmt: skip
    dump["offers"] = _offers(db, track_id)
    names |= {visit["id"]: f"visit-{at}" for at, visit in enumerate(dump["visits"])}
    dump["meetings"] = [_meeting(db, row, people, names) for row in meetings]
    return _named(json.dumps(dump, ensure_ascii=False, indent=1), names)


def _visits(db: Database, track_id: str) -> Any:
    made = []
    for visit in _rows(db, "visit", "track_id = ? AND removed_at IS NULL", track_id):
        guests = db.query(
            "SELECT person_id FROM visit_guest JOIN person ON person.id = person_id"
            " WHERE visit_id = ? AND removed_at IS NULL AND organisation_id = ?"
            " ORDER BY visit_guest.rowid",
            [visit["id"], visit["visitor_id"]],
        )
        days = db.query(
            "SELECT date, start, until FROM visit_day WHERE visit_id = ? ORDER BY date",
            [visit["id"]],
        )
        made.append(
            {
                **visit, "guests": list(guests), "days": list(days),
                "notes": _notes(db, visit["id"]),
            }
        )  # fmt: skip
    return made


def _offers(db: Database, track_id: str) -> list[Any]:
    """What is offered, with days and places; ids are those of people and visits alone."""
    made = []
    for offer in list(db.query(
        "SELECT * FROM visit_offer WHERE track_id = ? ORDER BY rowid", [track_id]
    )):  # fmt: skip
        days = []
        for day in list(db.query(
            "SELECT * FROM offer_day WHERE offer_id = ? ORDER BY rowid", [offer.pop("id")]
        )):  # fmt: skip
            places = list(db.query(
                "SELECT visit_place.*, visit.id AS there FROM visit_place JOIN person"
                " ON person.id = person_id LEFT JOIN visit ON visit.id = visit_id AND"
                " visit.removed_at IS NULL WHERE day_id = ? AND person.removed_at IS NULL"
                " ORDER BY number", [day["id"]],
            ))  # fmt: skip
            for one in places:
                one["visit_id"] = one.pop("there")
                one |= {"id": "", "day_id": ""}
                if not one["shared"]:
                    one |= {"unexpected": "", "tells": "", "calls": ""}
            days.append({**day, "id": "", "offer_id": "", "places_taken": places})
        made.append({**offer, "days": days})
    return made


def _notes(db: Database, visit_id: str) -> list[Any]:
    """What was shared, with a digest of each photo; ids are those of people alone."""
    notes = db.query(
        "SELECT visit_note.id, person_id, kind, text, area, indicator, visit_note.consent, day,"
        " visit_note.created_at, updated_at FROM visit_note JOIN person ON person.id = person_id"
        " WHERE visit_id = ? AND shared = 1 AND visit_note.removed_at IS NULL"
        " AND person.removed_at IS NULL ORDER BY visit_note.created_at, visit_note.rowid",
        [visit_id],
    )
    made = []
    for note in list(notes):
        note_id = note.pop("id")
        photos = db.query(
            "SELECT media, width, height, content, created_at FROM note_picture"
            " WHERE note_id = ? ORDER BY rowid",
            [note_id],
        )
        note["photos"] = [
            {**photo, "content": sha256(photo["content"]).hexdigest()} for photo in photos
        ]
        made.append(note)
    return made


def _meeting(db: Database, meeting: Any, people: Any, names: dict[str, str]) -> Any:
    (secret,) = db.conn.execute(
        "SELECT secret FROM meeting WHERE id = ?", [meeting["id"]]
    ).fetchone()
    agenda = _rows(db, "activity", "meeting_id = ? AND removed_at IS NULL", meeting["id"])
    made = []
    for at, activity in enumerate(agenda):
        names[activity["id"]] = f"{names[meeting['id']]}-activity-{at}"
        names |= {
            alias(activity["id"], secret, one["id"]): f"alias-of-{names[one['id']]}"
            for one in people
        }
        activity["config"] = json.loads(activity["config"])
        activity["phase"] = json.loads(activity["phase"])
        activity["answers"] = _answers(db, activity["id"], people)
        text = json.dumps(activity)
        activity["photos"] = [
            photo for photo in _photos(db, activity["id"], people) if photo["id"] in text
        ]
        names |= {photo["id"]: f"photo-{n}" for n, photo in enumerate(activity["photos"])}
        made.append(activity)
    attendance = db.query(
        "SELECT person_id, joined_at, by_hand FROM attendance JOIN person ON person.id = person_id"
        " WHERE meeting_id = ? AND attendance.removed_at IS NULL AND person.removed_at IS NULL"
        " ORDER BY joined_at, attendance.rowid",
        [meeting["id"]],
    )
    guests = list(
        db.query(
            "SELECT id, joined_at, left_at FROM guest WHERE meeting_id = ? ORDER BY rowid",
            [meeting["id"]],
        )
    )
    names |= {one["id"]: f"{names[meeting['id']]}-guest-{at}" for at, one in enumerate(guests)}
    agreed = db.query(
        "SELECT text, due FROM agreement WHERE meeting_id = ? AND removed_at IS NULL"
        " ORDER BY position, rowid",
        [meeting["id"]],
    )
    return {
        **meeting, "attendance": list(attendance), "guests": guests, "agreements": list(agreed),
        "agenda": made,
    }  # fmt: skip


def _answers(db: Database, activity_id: str, people: Any) -> Any:
    found = []
    changes = []
    for row in list(db.query(_ANSWERS, [activity_id])):
        number = row.pop("id")
        row.pop("removed_at")
        row["payload"] = json.loads(row["payload"])
        row["by_person"] = _still(row["by_person"], people)
        found.append(row)
        for change in db.query(
            "SELECT id, payload, by_hand, at, by_person FROM contribution_history"
            " WHERE contribution_id = ? ORDER BY id",
            [number],
        ):
            by = _still(change["by_person"], people)
            payload = json.loads(change["payload"])
            whose = (row["author"], row["slot"])
            changes.append((change["id"], whose, payload, change["by_hand"], change["at"], by))
    return {"stand": found, "changes": [one[1:] for one in sorted(changes, key=lambda c: c[0])]}


def _photos(db: Database, activity_id: str, people: Any) -> Any:
    found = db.query(
        "SELECT id, by_person, media, width, height, content, created_at FROM picture"
        " WHERE activity_id = ? ORDER BY created_at, rowid",
        [activity_id],
    )
    return [
        {**row, "content": sha256(row["content"]).hexdigest(),
         "by_person": _still(row["by_person"], people)}
        for row in found
    ]  # fmt: skip


def _still(person: str, people: Any) -> str:
    """Who was removed is nobody any more."""
    known = {one["id"] for one in people} | {"facilitator"}
    return person if person in known else ""


def _rows(db: Database, table: str, where: str, value: str) -> list[Any]:
    order = "rowid" if table in ("person", "track") else "position, rowid"
    found = db.query(f"SELECT * FROM {table} WHERE {where} ORDER BY {order}", [value])
    return [
        {key: row[key] for key in row if key not in _LEFT_OUT.get(table, set())} for row in found
    ]


def _named(text: str, names: dict[str, str]) -> str:
    for one, name in names.items():
        text = text.replace(one, name)
    return text
