"""Stores a track that was read in, with all that hangs on it.

The rows are those that `state.exporting` reads. A track that was held elsewhere comes in quietly:
no meeting of it runs, each has a new join code and secret, and nobody's phone is known yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database

from state import calls, meetings, pictures, sharing, track_access
from state.clock import now
from state.ids import new_id, new_token
from state.models import Json
from state.revisions import raise_revision
from state.text_rules import name_key

_WITH_IDS = ("track", "organisation", "person", "meeting", "activity", "picture", "agreement",
             "visit", "visit_note", "note_picture", "visit_offer", "offer_day",
             "visit_place", "guest")  # fmt: skip
_AT_ONCE = 500


def taken(db: Database, ids: Iterable[str]) -> frozenset[str]:
    """Which of these ids are in use here, also for what was removed."""
    asked = sorted(set(ids))
    found: set[str] = set()
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for table in _WITH_IDS:
            rows = db.conn.execute(f"SELECT id FROM {table} WHERE id IN ({marks})", some)
            found.update(row[0] for row in rows)
    return frozenset(found)


def track_named(db: Database, track_id: str) -> tuple[str, bool] | None:
    """The name of the track with this id, and whether it was removed; None when there is none that
    who acts may open."""
    if not track_access.may_open(db, track_access.current(), track_id):
        return None
    found = db.conn.execute(
        "SELECT name, removed_at IS NOT NULL FROM track WHERE id = ?", [track_id]
    ).fetchone()
    return None if found is None else (str(found[0]), bool(found[1]))


def add(db: Database, document: Json, secrets: Mapping[str, str], photos: Mapping[str, bytes]
) -> None:  # fmt: skip
    """Store a whole document that was checked, inside one transaction. `secrets`: of each meeting;
    `photos`: content by the id of each."""
    track = document["track"]
    framework = track["framework"]
    (last,) = db.conn.execute("SELECT coalesce(max(position), 0) FROM track").fetchone()
    _insert(
        db, "track", id=track["id"], name=track["name"], theme=track["theme"], position=last + 1,
        created_at=track["created_at"], keep_until=track["keep_until"],
        print_day=track["print_day"],
        framework="" if framework is None else json.dumps(framework, ensure_ascii=False),
    )  # fmt: skip
    sharing.own(db, track["id"])
    for one in track["report"]:
        _insert(
            db, "report_part", track_id=track["id"], key=one["key"], included=int(one["included"]),
            position=one["position"], text=one["text"],
        )  # fmt: skip
    for one in track["names_in_texts"]:
        _insert(
            db, "name_in_text", track_id=track["id"], place=one["place"], instead=one["instead"]
        )
    with_people = {one["organisation"] for one in document["people"]}
    for position, one in enumerate(document["organisations"], start=1):
        # Who was there for one meeting only left, and its people did not.
        only_today = one["left_at"] is not None and one["id"] in with_people
        _insert(
            db, "organisation", id=one["id"], track_id=track["id"], name=one["name"],
            short=one["short"], sector=one["sector"], place=one["place"], tile=one["tile"],
            position=position, removed_at=one["left_at"], only_today=int(only_today),
        )  # fmt: skip
    for one in document["people"]:
        erased = one["erased_at"] is not None
        _insert(
            db, "person", id=one["id"], track_id=track["id"], organisation_id=one["organisation"],
            name=one["name"], name_key="" if erased else name_key(one["name"]),
            function=one["function"], pose=one["pose"], created_at=one["created_at"],
            erased_at=one["erased_at"], consent=one["consent"],
        )  # fmt: skip
    for position, meeting in enumerate(document["meetings"], start=1):
        _add_meeting(db, track["id"], position, meeting, secrets[meeting["id"]], photos)
    for position, visit in enumerate(document["visits"], start=1):
        _add_visit(db, track["id"], position, visit)
        for note in visit["notes"]:
            _add_note(db, visit["id"], note, photos)
    for one in document["matching"]:
        _insert(
            db, "matching_choice", id=new_id(), track_id=track["id"], kind=one["kind"],
            organisation_id=one["organisation"], host_id=one["host"], number=one["number"],
            note=one["note"], created_at=now(),
        )  # fmt: skip
    if document["call"] is not None:
        _add_call(db, track["id"], document["call"])
    _add_offers(db, document)


def _add_call(db: Database, track_id: str, call: Json) -> None:
    _insert(
        db, "call", track_id=track_id, code=calls.free_code(db), state="off",
        deadline=call["deadline"], most_people=call["most_people"], texts=_text(call["texts"]),
        form="" if call["form"] is None else _text(call["form"]), secret=new_token(),
        updated_at=now(),
    )  # fmt: skip


def _add_offers(db: Database, document: Json) -> None:
    track_id, rules = document["track"]["id"], document["offer_rules"]
    _insert(
        db, "visit_rule", track_id=track_id, is_on=int(rules["is_on"]),
        others_first=rules["others_first"],
    )  # fmt: skip
    for offer in document["offers"]:
        _add_offer(db, track_id, offer)


def _add_offer(db: Database, track_id: str, offer: Json) -> None:
    words = ("shown", "audience", "contact", "directions", "bring", "area")
    _insert(
        db, "visit_offer", id=offer["id"], track_id=track_id, host_id=offer["host"],
        **{key: offer[key] for key in words}, created_at=offer["created_at"],
        called_off_at=offer["called_off_at"],
    )  # fmt: skip
    for day in offer["days"]:
        _insert(
            db, "offer_day", id=day["id"], offer_id=offer["id"], date=day["date"],
            start=day["start"], until=day["end"], places=day["places"],
            created_at=day["created_at"], called_off_at=day["called_off_at"],
        )  # fmt: skip
        for one in day["people"]:
            same = ("id", "number", "state", "why", "brings", "unexpected", "tells", "calls",
                    "for_host", "for_home", "created_at", "updated_at")  # fmt: skip
            _insert(
                db, "visit_place", day_id=day["id"], person_id=one["person"],
                visit_id=one["visit"], shared=int(one["shared"]),
                printable=int(one["printable"]), **{key: one[key] for key in same},
            )  # fmt: skip


def _add_note(db: Database, visit_id: str, note: Json, photos: Mapping[str, bytes]) -> None:
    _insert(
        db, "visit_note", id=note["id"], visit_id=visit_id, person_id=note["person"],
        client_id=new_id(), kind=note["kind"], text=note["text"], area=note["area"],
        indicator=note["indicator"], consent=note["consent"], shared=1, day=note["day"],
        created_at=note["created_at"], updated_at=note["updated_at"],
    )  # fmt: skip
    for photo in note["photos"]:
        content = photos[photo["id"]]
        _insert(
            db, "note_picture", id=photo["id"], note_id=note["id"], client_id=new_id(),
            digest=pictures.digest_of(content), media=photo["media"], width=photo["width"],
            height=photo["height"], content=content, created_at=photo["created_at"],
        )  # fmt: skip


def _add_visit(db: Database, track_id: str, position: int, visit: Json) -> None:
    _insert(
        db, "visit", id=visit["id"], track_id=track_id, host_id=visit["host"],
        visitor_id=visit["visitor"], count=visit["count"], kind=visit["kind"],
        state=visit["state"], mentor=visit["mentor"], place=visit["place"],
        lodging=visit["lodging"], why=visit["why"], announced=int(visit["announced"]),
        position=position, created_at=visit["created_at"],
    )  # fmt: skip
    for person in visit["people"]:
        _insert(db, "visit_guest", visit_id=visit["id"], person_id=person)
    for day in visit["days"]:
        _insert(
            db, "visit_day", visit_id=visit["id"], date=day["date"], start=day["start"],
            until=day["end"],
        )  # fmt: skip


def _add_meeting(
    db: Database, track_id: str, position: int, meeting: Json, secret: str,
    photos: Mapping[str, bytes],
) -> None:  # fmt: skip
    _insert(
        db, "meeting", id=meeting["id"], track_id=track_id, title=meeting["title"],
        date=meeting["date"], place=meeting["place"], start=meeting["start"],
        bring=meeting["bring"], position=position,
        code=meetings.free_code(db), face="lobby", secret=secret, expected=meeting["expected"],
        state="closed" if meeting["state"] == "running" else meeting["state"],
        current_activity_id=meeting["current"],
        may_add_organisation=int(meeting["may_add_organisation"]),
    )  # fmt: skip
    for one in meeting["people"]:
        _insert(
            db, "attendance", meeting_id=meeting["id"], person_id=one["person"],
            joined_at=one["joined_at"], by_hand=int(one["by_hand"]),
        )  # fmt: skip
    for one in meeting["guests"]:
        _insert(
            db, "guest", id=one["id"], meeting_id=meeting["id"], joined_at=one["joined_at"],
            left_at=one["left_at"],
        )  # fmt: skip
    for place, agreed in enumerate(meeting["agreements"], start=1):
        _insert(
            db, "agreement", id=agreed["id"], meeting_id=meeting["id"], text=agreed["text"],
            due=agreed["due"], position=place,
        )  # fmt: skip
    for position_there, activity in enumerate(meeting["agenda"], start=1):
        _add_activity(db, meeting["id"], position_there, activity, photos)
    raise_revision(db, meeting["id"], "steps", "people", "results")


def _add_activity(
    db: Database, meeting_id: str, position: int, activity: Json, photos: Mapping[str, bytes]
) -> None:
    _insert(
        db, "activity", id=activity["id"], meeting_id=meeting_id, kind=activity["kind"],
        title=activity["title"], config=json.dumps(activity["config"]),
        minutes=activity["minutes"], position=position, state=activity["state"],
        phase=json.dumps(activity["phase"]), spent_seconds=float(activity["spent_seconds"]),
        at_home=int(activity["at_home"]), due=activity["due"],
    )  # fmt: skip
    for one in activity["restrictions"]:
        _insert(
            db, "restriction", activity_id=activity["id"], author=one["author"], slot=one["slot"],
            thing=one["thing"], place=one["place"], naming=one["naming"], by_person=one["by"],
            at=now(),
        )  # fmt: skip
    changes: list[tuple[int, int, Json]] = []
    for answer in activity["answers"]:
        row_id = _add_answer(db, activity["id"], answer)
        changes += [(one["number"], row_id, one) for one in (*answer["earlier"], answer)]
    # In the order in which they came: a later change has a higher number.
    for _number, row_id, change in sorted(changes, key=lambda one: one[0]):
        _insert(
            db, "contribution_history", contribution_id=row_id, client_id=new_id(),
            payload=_text(change["payload"]), by_hand=int(change["by_hand"]), at=change["at"],
            by_person=change["by"],
        )  # fmt: skip
    for photo in activity["photos"]:
        content = photos[photo["id"]]
        _insert(
            db, "picture", id=photo["id"], meeting_id=meeting_id, activity_id=activity["id"],
            by_person=photo["by"], digest=pictures.digest_of(content), media=photo["media"],
            width=photo["width"], height=photo["height"], content=content,
            created_at=photo["created_at"],
        )  # fmt: skip


def _add_answer(db: Database, activity_id: str, answer: Json) -> int:
    return _insert(
        db, "contribution", activity_id=activity_id, author=answer["author"], slot=answer["slot"],
        payload=_text(answer["payload"]), by_hand=int(answer["by_hand"]),
        created_at=answer["created_at"], updated_at=answer["at"], by_person=answer["by"],
    )  # fmt: skip


def _text(payload: Json) -> str:
    return json.dumps(payload, ensure_ascii=False)


def _insert(db: Database, table: str, **values: Any) -> int:
    """Insert one row; what is not named is NULL or has its default. Gives the number of the row."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    cursor = db.conn.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values())
    )
    return int(cursor.lastrowid or 0)
