"""Data of every earlier version still opens, plays and exports."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from exercises.contract import Phase
from exercises.engine import flow, running, stored
from report.data.archive import meeting_zip
from state import meetings, people, tracks
from state.database import FILE_NAME, Store
from state.models import Activity, Meeting
from tests.live_pages import console_data, phone_data, screen_data

HERE = Path(__file__).parent
VERSIONS = sorted(path.name.removesuffix(".db.gz") for path in HERE.glob("*.db.gz"))


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def earlier(version: str, tmp_path: Path) -> Store:
    """The data of that version, opened by this one."""
    packed = (HERE / f"{version}.db.gz").read_bytes()
    (tmp_path / FILE_NAME).write_bytes(gzip.decompress(packed))
    return Store(tmp_path)


def played(store: Store) -> list[Meeting]:
    (track,) = tracks.all_tracks(store)
    return list(meetings.of_track(store, track.id))


def test_every_exercise_is_drawn_for_every_role(earlier: Store) -> None:
    for meeting in played(earlier):
        meetings.open_doors(earlier, meeting.id)
        for activity in meetings.room(earlier, meeting.id).agenda:
            running.start(earlier, activity.id)
            _back_to_the_beginning(earlier, activity)
            while True:
                _drawn(earlier, meeting)
                if not _forward(earlier, activity):
                    break
            running.close(earlier, activity.id)


def test_the_tables_of_the_export_are_those_of_that_version(version: str, earlier: Store) -> None:
    packed = (HERE / f"{version}.tables.json.gz").read_bytes()
    wanted: dict[str, str] = json.loads(gzip.decompress(packed))
    for meeting in played(earlier):
        archive = zipfile.ZipFile(io.BytesIO(meeting_zip(earlier, meeting.id)))
        folder = meeting.title.lower()
        names = [name for name in archive.namelist() if name.endswith(".csv")]
        of_then = {name.removeprefix(f"{folder}/") for name in wanted if name.startswith(folder)}
        assert of_then <= {*names}
        for name in of_then:
            # The method's own texts have curly apostrophes since.
            now = archive.read(name).decode("utf-8-sig").replace("’", "'")
            then = wanted[f"{folder}/{name}"].replace("’", "'")
            assert now == then, f"{folder}/{name}"


def _drawn(store: Store, meeting: Meeting) -> None:
    fresh = meetings.room(store, meeting.id).meeting
    json.dumps(screen_data(store, fresh), allow_nan=False)
    json.dumps(console_data(store, fresh), allow_nan=False)
    for attendee in people.attendees(store, meeting.id)[:3]:
        json.dumps(phone_data(store, fresh, attendee.person), allow_nan=False)


def _back_to_the_beginning(store: Store, activity: Activity) -> None:
    first = stored.exercise_of(activity).stages[0].key
    running.change_phase(
        store, activity.id,
        lambda exercise, config, phase: flow.go_to(
            exercise, config, phase, flow.position(phase), 0, first
        ),
    )  # fmt: skip


def _forward(store: Store, activity: Activity) -> bool:
    moved = []

    def on(exercise: stored.AnyExercise, config: object, phase: Phase) -> Phase:
        if flow.neighbour(exercise, config, phase, +1) is None:
            return phase
        moved.append(True)
        return flow.forward(exercise, config, phase, flow.position(phase))

    running.change_phase(store, activity.id, on)
    return bool(moved)
