"""A track that was taken out and read in again is the same track."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.engine import running
from exercises.engine import stored as stored_types
from report.data import track_document
from report.data.archive import meeting_zip
from state import meetings, people, tracks
from state.database import Store
from tests.full_track import full_track
from tests.report.data import made_tracks
from tests.report.data.travelling import read_in, stored, taken_out


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, str]:
    """A store with the full track, which no test changes."""
    store = Store(tmp_path_factory.mktemp("played"))
    return store, full_track(store, photos=9)


def document_of(packed: BytesIO) -> Any:
    with zipfile.ZipFile(packed) as archive:
        return json.loads(archive.read(track_document.FILE_NAME))


def test_the_full_track_comes_back_the_same(played: tuple[Store, str], empty: Store) -> None:
    source, track_id = played
    packed = taken_out(source, track_id)
    assert len([name for name in zipfile.ZipFile(packed).namelist() if name.endswith(".jpg")]) == 9
    assert read_in(empty, packed) == track_id
    assert stored(empty, track_id) == stored(source, track_id)


def test_it_comes_back_the_same_beside_itself_with_ids_of_its_own(
    played: tuple[Store, str], empty: Store
) -> None:
    source, track_id = played
    packed = taken_out(source, track_id)
    first = read_in(empty, packed)
    second = read_in(empty, packed, as_copy=True)
    names = {track.id: track.name for track in tracks.all_tracks(empty)}
    assert names[second] == f"{names[first]} 2"
    again = stored(empty, second).replace(names[second], names[first])
    assert again == stored(empty, first)
    with empty.read() as db:
        for table in ("organisation", "person", "meeting", "activity", "picture", "contribution"):
            rows = db.conn.execute(f"SELECT id FROM {table}").fetchall()
            assert len(rows) == len(set(rows)) > 0
        codes = db.conn.execute("SELECT code FROM meeting").fetchall()
        assert len(set(codes)) == len(codes) == 10


def test_the_document_is_as_its_published_schema_says(played: tuple[Store, str]) -> None:
    packed = taken_out(*played)
    with zipfile.ZipFile(packed) as archive:
        schema = json.loads(archive.read(track_document.SCHEMA_NAME))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = document_of(packed)
    jsonschema.validate(document, schema)
    assert document["$schema"] == track_document.SCHEMA_NAME
    assert schema["properties"]["version"]["const"] == document["version"]
    assert document["version"] == track_document.VERSION


def test_every_version_that_was_ever_written_has_its_schema() -> None:
    for version in range(1, track_document.VERSION + 1):
        assert track_document.schema(version)["properties"]["version"]["const"] == version


def test_what_was_read_in_plays_on_and_is_exported(played: tuple[Store, str], empty: Store) -> None:
    track_id = read_in(empty, taken_out(*played))
    meeting = meetings.of_track(empty, track_id)[0]
    meetings.open_doors(empty, meeting.id)
    person = tracks.people(empty, track_id)[0]
    people.join(empty, meeting.id, "een gsm", person.organisation_id, person.name, take_over=True)
    line = next(
        item for item in meetings.room(empty, meeting.id).agenda if item.kind == "line"
    )  # fmt: skip
    running.start(empty, line.id)
    room = meetings.room(empty, meeting.id)
    running.send(empty, room, line.id, person.id, "s1.why", {"text": "En nu dit"}, "c.1",
                 by_hand=True)  # fmt: skip
    assert b"En nu dit" in meeting_files(empty, meeting.id)["01-de-lijn/antwoorden.csv"]
    again = document_of(taken_out(empty, track_id))
    assert "En nu dit" in json.dumps(again)


def meeting_files(store: Store, meeting_id: str) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(meeting_zip(store, meeting_id))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_tables_of_every_meeting_are_the_same_after_it(
    played: tuple[Store, str], empty: Store
) -> None:
    source, track_id = played
    read_in(empty, taken_out(source, track_id))
    compared = 0
    for meeting in meetings.of_track(source, track_id):
        before, after = meeting_files(source, meeting.id), meeting_files(empty, meeting.id)
        assert before.keys() == after.keys()
        agenda = enumerate(meetings.room(source, meeting.id).agenda, start=1)
        sealing = tuple(f"{at:02d}-" for at, item in agenda if stored_types.can_seal(item.kind))
        for name, content in before.items():
            # The history holds pseudonyms, which are new; what has no order of itself has theirs.
            if name.endswith(("antwoorden.csv", "agenda.csv", "deelnemers.csv", ".jpg")):
                lines, again = content.splitlines(), after[name].splitlines()
                # What nobody may read yet did not travel.
                assert set(again) <= set(lines), name
                assert name.startswith(sealing) or sorted(again) == sorted(lines), name
                compared += 1
    assert compared > 30


def test_a_meeting_that_ran_comes_in_as_a_closed_one(
    store: Store, track: str, meeting: str, join: Callable[..., str], empty: Store
) -> None:
    join("An")
    made_tracks.play(store, meeting, "line", ["s1.1"], finished=False)
    assert meetings.room(store, meeting).meeting.state == "running"
    read_in(empty, taken_out(store, track))
    room = meetings.room(empty, meeting)
    assert (room.meeting.state, room.meeting.face) == ("closed", "lobby")
    (activity,) = room.agenda
    assert activity.running_since is None and activity.spent_seconds > 0
    assert room.meeting.code != meetings.room(store, meeting).meeting.code
    assert room.meeting.secret != meetings.room(store, meeting).meeting.secret


@settings(max_examples=25)
@given(st.data())
def test_any_track_comes_back_the_same(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        source, target = Store(Path(folder) / "a"), Store(Path(folder) / "b")
        try:
            track_id = made_tracks.make(source, data)
            packed = taken_out(source, track_id)
            jsonschema.validate(document_of(packed), track_document.schema())
            assert read_in(target, packed) == track_id
            before = stored(source, track_id)
            assert stored(target, track_id) == before
            other = read_in(target, packed, as_copy=True)
            name, copied = tracks.track(source, track_id).name, tracks.track(target, other).name
            dump = json.loads(stored(target, other))
            assert dump["track"]["name"] == copied and copied.startswith(name[:100])
            assert {**dump, "track": {**dump["track"], "name": name}} == json.loads(before)
        finally:
            source.close()
            target.close()
