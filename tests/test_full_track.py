"""The full track that documents are tried on is one."""

from __future__ import annotations

import exercises
from state import contributions, meetings, pictures, tracks
from state.database import Store
from tests.full_track import full_track


def test_every_exercise_was_played_to_its_end(store: Store) -> None:
    track_id = full_track(store, photos=8)
    assert len(tracks.organisations(store, track_id)) == 6
    assert len(tracks.people(store, track_id)) == 16
    held = meetings.of_track(store, track_id)
    assert [meeting.state for meeting in held] == ["closed"] * 5
    agenda = [item for meeting in held for item in meetings.room(store, meeting.id).agenda]
    assert {item.kind for item in agenda} == {one.kind for one in exercises.EXERCISES}
    assert all(item.state == "done" for item in agenda)
    hung = 0
    with store.read() as db:
        for item in agenda:
            answers = contributions.of_activity(db, item.id)
            assert answers, item.kind
            assert any(one.slot.endswith(".note") for one in answers), item.kind
            for one in answers:
                found = pictures.read(db, str(one.payload.get("photo", "")))
                hung += found is not None and found.content.startswith(b"\xff\xd8")
    assert hung == 8
