"""The meeting that is measured: a track with organisations, and De lijn on the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import exercises
from exercises import contract
from state import meetings, tracks
from state.database import Store

KIND = "line"
_PEOPLE_EACH = 8


@dataclass(frozen=True)
class Prepared:
    """What the driver has to know of it."""

    folder: Path
    meeting_id: str
    code: str
    secret: str
    activity_id: str
    organisations: tuple[str, ...]


def prepare(folder: Path, phones: int) -> Prepared:
    """Make the meeting in a data folder and open its doors, before the server starts."""
    store = Store(folder)
    track_id = tracks.add_track(store, "Meting")
    organisations = tuple(
        tracks.add_organisation(store, track_id, f"Organisatie {number}", "Buurtwerk", "Gent")
        for number in range(1, max(2, phones // _PEOPLE_EACH) + 1)
    )
    meeting_id = meetings.add(store, track_id, "Meting", "2026-11-22", "De Zaal")
    exercise = exercises.of_kind(KIND)
    assert exercise is not None
    activity_id = meetings.add_activity(
        store, meeting_id, KIND, exercise.sample.to_json(), exercise.minutes
    )
    meetings.open_doors(store, meeting_id)
    meeting = meetings.room(store, meeting_id).meeting
    store.close()
    return Prepared(folder, meeting_id, meeting.code, meeting.secret, activity_id, organisations)


def alias(prepared: Prepared, person_id: str) -> str:
    """The name under which the screen is told of a person: as exercises.contract.Context.alias."""
    return contract.alias(prepared.activity_id, prepared.secret, person_id)
