"""Reads all of a track that stands, as plain rows: what was removed is left out, with what hangs on
it. An organisation that left stays, since what it did still stands.

Join codes, secrets, phones and links are of one installation and never read here.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from state import offers, restrictions, rows
from state.matching import read_choices
from state.models import FACILITATOR, INTERLUDES, Json, Meeting, Organisation, Track
from state.restrictions import Limit
from state.visits import read_visits

_STANDING = "meeting.track_id = ? AND meeting.removed_at IS NULL AND activity.removed_at IS NULL"


def track(db: Database, track_id: str) -> Track:
    """The track; Refused when it is gone."""
    return rows.find(db, Track, "track", track_id)


def meeting_ids(db: Database, track_id: str) -> tuple[str, ...]:
    """The meetings of a track, in order."""
    return tuple(one.id for one in rows.ordered(db, Meeting, "meeting", "track_id", track_id))


def organisations(db: Database, track_id: str) -> tuple[Organisation, ...]:
    """The organisations of a track, in order."""
    return rows.ordered(db, Organisation, "organisation", "track_id", track_id)


def organisations_that_left(db: Database, track_id: str) -> tuple[Organisation, ...]:
    """The organisations that were removed from a track; visits still tell of them."""
    return rows.removed(db, Organisation, "organisation", "track_id", track_id)


def count_activities(db: Database, track_id: str) -> int:
    """How many exercises stand on the agendas of a track."""
    (count,) = db.conn.execute(
        "SELECT count(*) FROM activity JOIN meeting ON meeting.id = meeting_id"
        f" WHERE {_STANDING} AND kind NOT IN (?, ?, ?)", [track_id, *INTERLUDES],
    ).fetchone()  # fmt: skip
    return int(count)


def track_row(db: Database, track_id: str) -> Json:
    """The track itself: its framework is JSON, None for that of the method; with what was chosen
    for its report and for names in texts. Refused when it is gone."""
    found = track(db, track_id)
    (created,) = db.conn.execute("SELECT created_at FROM track WHERE id = ?", [track_id]).fetchone()
    framework = json.loads(found.framework) if found.framework else None
    return {
        "id": found.id, "name": found.name, "theme": found.theme, "framework": framework,
        "created_at": created, "keep_until": found.keep_until,
        "print_day": found.print_day,
        "report": [
            {**row, "included": bool(row["included"])}
            for row in _all(
                db, "SELECT key, included, position, text FROM report_part WHERE track_id = ?"
                " ORDER BY key", track_id,
            )
        ],
        "names_in_texts": _all(
            db, "SELECT place, instead FROM name_in_text WHERE track_id = ? ORDER BY place",
            track_id,
        ),
    }  # fmt: skip


def organisation_rows(db: Database, track_id: str) -> list[Json]:
    """The organisations in order, with `left_at` for those that left."""
    return _all(
        db,
        "SELECT id, name, short, sector, place, tile, removed_at AS left_at FROM organisation"
        " WHERE track_id = ? ORDER BY position, rowid",
        track_id,
    )


def person_rows(db: Database, track_id: str) -> list[Json]:
    """The people in the order in which they came, also those whose name was erased."""
    return _all(
        db,
        "SELECT id, organisation_id AS organisation, name, function, pose, created_at, erased_at,"
        " consent"
        " FROM person WHERE track_id = ? AND removed_at IS NULL ORDER BY rowid",
        track_id,
    )


def meeting_rows(db: Database, track_id: str) -> list[Json]:
    """The meetings in order, with the secret that keys the aliases; that one may not leave."""
    return _all(
        db,
        "SELECT id, title, date, place, start, bring, state, current_activity_id AS current,"
        " expected,"
        " may_add_organisation, secret FROM meeting"
        " WHERE track_id = ? AND removed_at IS NULL ORDER BY position, rowid",
        track_id,
    )


def attendance_rows(db: Database, meeting_id: str) -> list[Json]:
    """Who was at a meeting, in order of arrival."""
    return _all(
        db,
        "SELECT person_id AS person, joined_at, by_hand FROM attendance"
        " JOIN person ON person.id = person_id WHERE meeting_id = ?"
        " AND attendance.removed_at IS NULL AND person.removed_at IS NULL"
        " ORDER BY joined_at, attendance.rowid",
        meeting_id,
    )


def guest_rows(db: Database, meeting_id: str) -> list[Json]:
    """Who was at a meeting as a guest, in order of arrival, those who left too: what they answered
    still stands."""
    return _all(
        db, "SELECT id, joined_at, left_at FROM guest WHERE meeting_id = ? ORDER BY rowid",
        meeting_id,
    )  # fmt: skip


def agreement_rows(db: Database, meeting_id: str) -> list[Json]:
    """What was agreed at a meeting, in order of writing."""
    return _all(
        db,
        "SELECT id, text, due FROM agreement WHERE meeting_id = ? AND removed_at IS NULL"
        " ORDER BY position, rowid",
        meeting_id,
    )


def visit_rows(db: Database, track_id: str) -> list[Json]:
    """The visits of a track in order, with their people and days."""
    created = dict(
        db.conn.execute(
            "SELECT id, created_at FROM visit WHERE track_id = ?", [track_id]
        ).fetchall()
    )
    return [
        {
            "id": one.id, "host": one.host, "visitor": one.visitor, "people": [*one.people],
            "count": one.count, "kind": one.kind, "state": one.state,
            "days": [asdict(day) for day in one.days], "mentor": one.mentor, "place": one.place,
            "lodging": one.lodging, "why": one.why, "announced": one.announced,
            "created_at": created[one.id], "notes": note_rows(db, one.id),
        }
        for one in read_visits(db, track_id)
    ]  # fmt: skip


def matching_rows(db: Database, track_id: str) -> list[Json]:
    """What the organiser decided for who visits whom."""
    return [
        {
            "kind": one.kind, "organisation": one.organisation_id, "host": one.host_id,
            "number": one.number, "note": one.note,
        }
        for one in read_choices(db, track_id)
    ]  # fmt: skip


def offer_rows(db: Database, track_id: str) -> list[Json]:
    """What organisations offer to see, with its days and who took a place; not of people who were
    removed, and without the answers that their writer did not share."""
    visits = {one.id for one in read_visits(db, track_id)}
    found = _all(
        db,
        "SELECT id, host_id AS host, shown, audience, contact, directions, bring, area, created_at,"
        " called_off_at FROM visit_offer WHERE track_id = ? ORDER BY rowid",
        track_id,
    )
    return [{**row, "days": _offer_days(db, row["id"], visits)} for row in found]


def offer_rules(db: Database, track_id: str) -> Json:
    """What the coordinator chose for the kijkstages of a track."""
    chosen = offers.rules(db, track_id)
    return {"is_on": chosen.is_on, "others_first": chosen.others_first}


def _offer_days(db: Database, offer_id: str, visits: Collection[str]) -> list[Json]:
    found = _all(
        db,
        "SELECT id, date, start, until AS end, places, created_at, called_off_at FROM offer_day"
        " WHERE offer_id = ? ORDER BY rowid",
        offer_id,
    )
    return [{**row, "people": _day_places(db, row["id"], visits)} for row in found]


def _day_places(db: Database, day_id: str, visits: Collection[str]) -> list[Json]:
    found = _all(
        db,
        "SELECT visit_place.id, person_id AS person, number, state, why, brings, visit_id AS visit,"
        " unexpected, tells, calls, shared, for_host, printable, for_home,"
        " visit_place.created_at, updated_at FROM visit_place"
        " JOIN person ON person.id = person_id WHERE day_id = ? AND removed_at IS NULL"
        " ORDER BY number",
        day_id,
    )
    for row in found:
        row["shared"], row["printable"] = bool(row["shared"]), bool(row["printable"])
        row["visit"] = row["visit"] if row["visit"] in visits else None
        if not row["shared"]:
            row |= {"unexpected": "", "tells": "", "calls": ""}
    return found


def note_rows(db: Database, visit_id: str) -> list[Json]:
    """What guests shared of a visit, with their photos but without what these show. What somebody
    did not share is nobody else's to carry."""
    notes = _all(
        db,
        "SELECT visit_note.id, person_id AS person, kind, text, area, indicator,"
        " visit_note.consent, day, visit_note.created_at, updated_at"
        " FROM visit_note JOIN person ON person.id = person_id WHERE visit_id = ? AND shared = 1"
        " AND visit_note.removed_at IS NULL AND person.removed_at IS NULL"
        " ORDER BY visit_note.created_at, visit_note.rowid",
        visit_id,
    )
    return [{**note, "photos": _note_photos(db, note)} for note in notes]


def _note_photos(db: Database, note: Json) -> list[Json]:
    found = _all(
        db,
        "SELECT id, media, width, height, created_at FROM note_picture WHERE note_id = ?"
        " ORDER BY rowid",
        note["id"],
    )
    return [{**photo, "by": note["person"]} for photo in found]


def call_row(db: Database, track_id: str) -> Json | None:
    """What the organiser wrote for the call, None where nothing was; its link and who applied stay
    behind."""
    found = _all(
        db, "SELECT deadline, most_people, texts, form FROM call WHERE track_id = ?", track_id
    )
    if not found:
        return None
    (row,) = found
    form = json.loads(row["form"]) if row["form"] else None
    return {**row, "texts": json.loads(row["texts"]), "form": form}


def activity_rows(db: Database, meeting_id: str) -> list[Json]:
    """The agenda of a meeting, configuration and phase as JSON."""
    found = _all(
        db,
        "SELECT id, kind, title, config, minutes, state, phase, running_since, spent_seconds,"
        " at_home, due FROM activity WHERE meeting_id = ? AND removed_at IS NULL"
        " ORDER BY position, rowid",
        meeting_id,
    )
    return [
        {**row, "config": json.loads(row["config"]), "phase": json.loads(row["phase"])}
        for row in found
    ]


def change_rows(db: Database, activity_id: str) -> list[Json]:
    """Every change of the answers that stand, oldest first. `by` is empty for who was removed."""
    found = _all(
        db,
        "SELECT author, slot, change.payload, change.by_hand, at,"
        " contribution.created_at,"
        " CASE WHEN change.by_person = ? OR writer.id IS NOT NULL THEN change.by_person ELSE ''"
        " END AS by FROM contribution_history AS change"
        " JOIN contribution ON contribution.id = contribution_id"
        " JOIN activity ON activity.id = activity_id"
        " LEFT JOIN attendance ON attendance.meeting_id = activity.meeting_id"
        " AND attendance.person_id = author"
        " LEFT JOIN person ON person.id = author"
        " LEFT JOIN visit ON visit.id = author"
        " LEFT JOIN person AS writer ON writer.id = change.by_person"
        " AND writer.removed_at IS NULL"
        " WHERE activity_id = ? AND contribution.removed_at IS NULL"
        " AND attendance.removed_at IS NULL AND person.removed_at IS NULL"
        " AND visit.removed_at IS NULL ORDER BY change.id",
        FACILITATOR, activity_id,
    )  # fmt: skip
    return [{**row, "payload": json.loads(row["payload"])} for row in found]


def restriction_rows(db: Database, track_id: str, activity_id: str) -> list[Json]:
    """What is restricted of an exercise, by author, slot and who chose it; `by` is empty for who
    was removed. What authors that were removed restricted is left out, with their answers."""
    people = {one["id"] for one in person_rows(db, track_id)}
    owners = {one["id"] for one in organisation_rows(db, track_id)}
    owners |= {one.id for one in read_visits(db, track_id)}
    found: dict[tuple[str, str, str], Limit] = {}
    for one in restrictions.of_track(db, track_id):
        if one.activity == activity_id and one.author in people | owners:
            key = one.author, one.slot, one.by if one.by in people else ""
            found[key] = restrictions.narrower(found.get(key, one.limit), one.limit)
    return [
        {
            "author": author, "slot": slot, "by": by, "thing": limit.thing, "place": limit.place,
            "naming": limit.naming,
        }
        for (author, slot, by), limit in sorted(found.items())
    ]  # fmt: skip


def picture_rows(db: Database, activity_id: str) -> list[Json]:
    """The pictures that people sent in to an exercise, without their content."""
    return _all(
        db,
        "SELECT picture.id, CASE WHEN by_person = ? OR person.id IS NOT NULL THEN by_person"
        " ELSE '' END AS by, media, width, height, picture.created_at FROM picture"
        " LEFT JOIN person ON person.id = by_person AND person.removed_at IS NULL"
        " WHERE activity_id = ? ORDER BY picture.created_at, picture.rowid",
        FACILITATOR, activity_id,
    )  # fmt: skip


def _all(db: Database, query: str, *values: Any) -> list[Json]:
    return [dict(row) for row in db.query(query, list(values))]
