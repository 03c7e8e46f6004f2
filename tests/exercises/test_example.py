"""The example track, made through the functions that facilitators use."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import exercises
from exercises import example
from exercises.engine.stored import config_of
from state import meetings, tracks
from state.database import Store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_it_has_the_organisations_and_people_of_the_lobby(store: Store) -> None:
    track_id = example.make(store)
    organisations = tracks.organisations(store, track_id)
    assert [f"{item.sector} {item.name}" for item in organisations] == [
        "Inloophuis De Regenton", "Ouderpunt De Vensterbank", "Kinderopvang Kattenstaart",
        "Buurtwerk Zevenhoek", "Gezinshuis Het Achterom", "Spelotheek Knikkerzak",
    ]  # fmt: skip
    assert [item.tile for item in organisations] == [1, 2, 3, 4, 5, 6]
    assert all(item.place for item in organisations)
    people = tracks.people(store, track_id)
    assert {person.name for person in people} == {
        "Katrien", "Samir", "Idris", "Marleen", "Ayşe", "Lien",
        "Joris", "Blessing", "Greet", "Bilal", "Nadia", "Wout",
    }  # fmt: skip
    assert all(person.function for person in people)
    for organisation in organisations:
        assert sum(person.organisation_id == organisation.id for person in people) == 2


def test_it_has_a_kick_off_and_four_meetings(store: Store) -> None:
    track_id = example.make(store)
    found = meetings.of_track(store, track_id)
    assert [item.title for item in found] == [title for title, _days, _kinds in example.MEETINGS]
    assert len(found) == 5
    assert len({item.code for item in found}) == 5
    assert [item.date for item in found] == sorted(item.date for item in found)
    assert example.kick_off(store, track_id) == found[0]


def test_agendas_hold_the_exercises_that_exist(store: Store) -> None:
    track_id = example.make(store)
    known = {exercise.kind for exercise in exercises.EXERCISES}
    for meeting, (_title, _days, wanted) in zip(
        meetings.of_track(store, track_id), example.MEETINGS, strict=True
    ):
        agenda = meetings.room(store, meeting.id).agenda
        assert [item.kind for item in agenda] == [kind for kind in wanted if kind in known]
        for item in agenda:
            exercise = exercises.of_kind(item.kind)
            assert exercise is not None
            assert item.config_json() == json.loads(json.dumps(exercise.sample.to_json()))
            assert item.minutes == exercise.minutes


def test_its_gifts_know_who_visited_whom(store: Store) -> None:
    track_id = example.make(store)
    names = {item.id: item.name for item in tracks.organisations(store, track_id)}
    activity = next(
        item for meeting in meetings.of_track(store, track_id)
        for item in meetings.room(store, meeting.id).agenda if item.kind == "gifts"
    )  # fmt: skip
    found = [(names[v.visitor], names[v.host], v.count) for v in config_of(activity).giving]
    assert len(found) == 7
    assert ("De Regenton", "Zevenhoek", 2) in found
    assert ("Knikkerzak", "De Vensterbank", 1) in found


def test_the_kick_off_has_only_exercises_that_exist() -> None:
    _title, _days, wanted = example.MEETINGS[0]
    assert [kind for kind in wanted if exercises.of_kind(kind) is None] == []


def test_a_second_one_gets_a_number(store: Store) -> None:
    for _time in range(3):
        example.make(store)
    names = [track.name for track in tracks.all_tracks(store)]
    assert names == [example.NAME, f"{example.NAME} 2", f"{example.NAME} 3"]


def test_the_command_prints_the_code_alone_on_the_last_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "exercises.example"]
    environment = {**os.environ, "ODV_DATA": str(tmp_path)}
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    code = done.stdout.splitlines()[-1]
    meeting = meetings.by_code(Store(tmp_path), code)
    assert meeting is not None
    assert meeting.code == code
    assert meeting.state == "running"


def test_the_command_says_what_is_wrong_with_the_folder(tmp_path: Path) -> None:
    (tmp_path / "over-de-vloer.db").write_text("dit is geen databank, maar wel lang genoeg" * 40)
    command = [sys.executable, "-m", "exercises.example"]
    environment = {**os.environ, "ODV_DATA": str(tmp_path)}
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "beschadigd" in done.stderr
