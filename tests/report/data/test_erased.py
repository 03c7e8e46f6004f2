"""An export of a meeting in which somebody was erased."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from exercises import EXERCISES
from exercises.contract import Phase
from exercises.engine import flow, running
from report.data.archive import meeting_zip
from state import erasing, meetings, tracks
from state.database import Store

NAME, FUNCTION = "Wilhelmina Zonnebloem", "torenwachter"


def test_it_tells_what_was_answered_and_by_nobody(
    store: Store, meeting: str, join: Callable[..., str]
) -> None:
    who = join(NAME)
    tracks.change_person(store, who, NAME, FUNCTION)
    answer(store, meeting, who)
    assert files_with(store, meeting, NAME) and files_with(store, meeting, FUNCTION)
    erasing.person(store, who)
    assert files_with(store, meeting, NAME) == files_with(store, meeting, FUNCTION) == set()
    nameless = files_with(store, meeting, "iemand van De Brug")
    assert {"deelnemers.csv", "bijeenkomst.json", "over-de-vloer.db"} <= nameless
    assert any(name.endswith("antwoorden.csv") for name in nameless)


def answer(store: Store, meeting: str, who: str) -> None:
    """An answer to an exercise that says what a phone may send."""
    exercise = next(one for one in EXERCISES if one.rehearse)
    assert exercise.rehearse is not None
    activity = meetings.add_activity(
        store, meeting, exercise.kind, exercise.sample.to_json(), exercise.minutes
    )
    running.start(store, activity)
    running.change_phase(
        store, activity, lambda ex, config, at: flow.forward(ex, config, at, flow.position(at))
    )
    room = meetings.room(store, meeting)
    phase = Phase.from_json(room.agenda[0].phase_json())
    slot, payload = exercise.rehearse(exercise.sample, phase, 0.3)
    running.send(store, room, activity, who, slot, payload, "x.1")


def files_with(store: Store, meeting: str, text: str) -> set[str]:
    archive = zipfile.ZipFile(io.BytesIO(meeting_zip(store, meeting)))
    return {name for name in archive.namelist() if text.encode() in archive.read(name)}
