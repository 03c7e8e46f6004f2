"""A whole track as one JSON document, from which it can be read in again.

`schema/track-<version>.json` describes it. Answers that nobody may read yet must be taken out of
the copy before (`report.sealing`). Codes and secrets of the installation are not in it: aliases,
which a secret keys, are listed with whom they stand for, so that other ones can take their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from exercises.contract import Json, alias
from report.data import renaming
from state import exporting
from state.clock import now, seconds_between

VERSION = 3
FILE_NAME = "traject.json"
SCHEMA_NAME = "traject.schema.json"
LOOSE_PHOTOS = "fotos"
_SCHEMAS = Path(__file__).parent / "schema"


def schema_path(version: int = VERSION) -> Path:
    """The schema of a version of the document."""
    return _SCHEMAS / f"track-{version}.json"


@lru_cache(maxsize=8)
def schema(version: int = VERSION) -> Any:
    """As JSON."""
    return json.loads(schema_path(version).read_text("utf-8"))


def schema_text() -> bytes:
    """The schema of the present version, as it goes into a ZIP."""
    return schema_path().read_bytes()


def made(
    db: Database, track_id: str, photos: Mapping[str, str]
) -> tuple[Json, list[tuple[str, str]]]:
    """The document of a track, and the photos that still need a file: file name and id.

    `photos`: id -> file name, of those that are in the ZIP already. Refused when the track is gone.
    """
    missing: list[tuple[str, str]] = []
    moment = now()

    def file_of(picture_id: str) -> str:
        name = photos.get(picture_id)
        if name is None:
            name = f"{LOOSE_PHOTOS}/{picture_id}.jpg"
            missing.append((name, picture_id))
        return name

    people = exporting.person_rows(db, track_id)
    everybody = [person["id"] for person in people]
    meetings = []
    for row in exporting.meeting_rows(db, track_id):
        secret = row.pop("secret")
        agenda = []
        for activity in exporting.activity_rows(db, row["id"]):
            made_part = _activity(db, activity, moment)
            made_part["restrictions"] = exporting.restriction_rows(db, track_id, activity["id"])
            text = json.dumps(
                [made_part[key] for key in ("config", "phase", "answers", "restrictions")]
            )
            made_part["aliases"] = renaming.found(
                text, {alias(activity["id"], secret, one): one for one in everybody}, aliases=True
            )  # fmt: skip
            sent = {one["id"]: one for one in exporting.picture_rows(db, activity["id"])}
            held = renaming.found(text, {one: one for one in sent})
            made_part["photos"] = [{**sent[one], "file": file_of(one)} for one in held]
            agenda.append(made_part)
        meetings.append({
            **row, "may_add_organisation": bool(row["may_add_organisation"]),
            "people": [{**one, "by_hand": bool(one["by_hand"])}
                       for one in exporting.attendance_rows(db, row["id"])],
            "guests": exporting.guest_rows(db, row["id"]),
            "agreements": exporting.agreement_rows(db, row["id"]), "agenda": agenda,
        })  # fmt: skip
    visits = exporting.visit_rows(db, track_id)
    for photo in (one for visit in visits for note in visit["notes"] for one in note["photos"]):
        photo["file"] = file_of(photo["id"])
    document = {
        "$schema": SCHEMA_NAME, "version": VERSION, "exported_at": moment,
        "track": exporting.track_row(db, track_id),
        "organisations": exporting.organisation_rows(db, track_id), "people": people,
        "meetings": meetings, "visits": visits,
        "matching": exporting.matching_rows(db, track_id),
        "call": exporting.call_row(db, track_id),
        "offers": exporting.offer_rows(db, track_id),
        "offer_rules": exporting.offer_rules(db, track_id),
    }  # fmt: skip
    return document, missing


def _activity(db: Database, row: Json, moment: str) -> Json:
    """One exercise of an agenda with its answers. What it runs now counts as spent."""
    since = row.pop("running_since")
    if since is not None:
        row["spent_seconds"] += max(0.0, seconds_between(since, moment))
    answers: dict[tuple[str, str], Json] = {}
    for number, change in enumerate(exporting.change_rows(db, row["id"]), start=1):
        place = (change.pop("author"), change.pop("slot"))
        created = change.pop("created_at")
        latest = {"number": number, **change, "by_hand": bool(change["by_hand"])}
        before = answers.get(place, {})
        earlier: list[Json] = before.get("earlier", [])
        if before:
            earlier.append({key: before[key] for key in latest})
        answers[place] = {
            "author": place[0], "slot": place[1], "created_at": created, **latest,
            "earlier": earlier,
        }  # fmt: skip
    return {**row, "at_home": bool(row["at_home"]), "answers": list(answers.values())}
