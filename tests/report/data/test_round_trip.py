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
from state import door_organisations, meetings, people, tracks
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


def test_who_was_there_for_one_day_only_is_so_after_it(
    store: Store, track: str, meeting: str, empty: Store
) -> None:
    people.join_new_organisation(store, meeting, "gsm", "Ouders van Nu", "Marieke")
    *listed, typed = tracks.organisations(store, track)
    door_organisations.only_today(store, meeting, typed.id)
    meetings.close(store, meeting)
    track_id = read_in(empty, taken_out(store, track))
    assert len(tracks.organisations(empty, track_id)) == len(listed)
    (held,) = meetings.of_track(empty, track_id)
    assert meetings.room(empty, held.id).organisations[-1].name == "Ouders van Nu"
    assert b"Marieke" in meeting_files(empty, held.id)["deelnemers.csv"]


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


def test_nothing_sealed_and_nothing_that_opens_doors_leaves(
    store: Store, track: str, meeting: str, join: Callable[..., str]
) -> None:
    person = join("An")
    activity_id = made_tracks.play(store, meeting, "line", [], finished=False)
    room = meetings.room(store, meeting)
    running.send(store, room, activity_id, person, "draft.s1.why", {"text": "KLAD"}, "c.1")
    sheet = made_tracks.play(store, meeting, "reflection_sheet", [], finished=False)
    made_tracks.keep(store, sheet, room.organisations[0].id, "sheet.points", {"text": "DICHT"})
    made_tracks.keep(store, sheet, room.organisations[0].id, "sheet.shared", {"on": True})
    files = all_files(taken_out(store, track))
    assert any(b"DICHT" in content for content in files.values())
    made_tracks.keep(store, sheet, room.organisations[0].id, "sheet.shared", {"on": False})
    files = all_files(taken_out(store, track))
    assert len(files) > 10
    for name, content in files.items():
        for word in ("KLAD", "DICHT", room.meeting.secret, room.meeting.code, "gsm van An"):
            assert word.encode() not in content, (name, word)


def all_files(packed: BytesIO) -> dict[str, bytes]:
    """The files of a ZIP, with those of the workbook in it."""
    found = {}
    with zipfile.ZipFile(packed) as archive:
        for name in archive.namelist():
            found[name] = archive.read(name)
            if name.endswith(".xlsx"):
                inner = all_files(BytesIO(found.pop(name)))
                found |= {f"{name}/{part}": content for part, content in inner.items()}
    return found


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


# What travels with a track; and what stays: of one installation, made anew, or of no track.
TRAVELS = {
    "track": "id name theme framework created_at keep_until print_day",
    "organisation": "id track_id name short sector place tile removed_at",
    "person": "id track_id organisation_id name function pose created_at erased_at consent",
    "meeting": "id track_id title date place start bring state current_activity_id"
    " may_add_organisation expected",
    "activity": "id meeting_id kind config minutes state phase spent_seconds at_home due title",
    "attendance": "meeting_id person_id joined_at by_hand",
    "contribution": "activity_id author slot payload by_hand created_at updated_at by_person",
    "contribution_history": "contribution_id payload by_hand at by_person",
    "picture": "id meeting_id activity_id by_person media width height content created_at",
    "agreement": "id meeting_id text due",
    "report_part": "track_id key included position text",
    "name_in_text": "track_id place instead",
    "visit": "id track_id host_id visitor_id count kind state mentor place lodging why announced"
    " created_at",
    "visit_guest": "visit_id person_id",
    "visit_day": "visit_id date start until",
    "visit_note": "id visit_id person_id kind text area indicator consent shared day created_at"
    " updated_at",
    "note_picture": "id note_id media width height content created_at",
    "matching_choice": "track_id kind organisation_id host_id number note",
    "guest": "id meeting_id joined_at left_at",
    "call": "track_id deadline most_people texts form",
    "restriction": "activity_id author slot thing place naming by_person",
    "visit_rule": "track_id is_on others_first",
    "visit_offer": "id track_id host_id shown audience contact directions bring area created_at"
    " called_off_at",
    "offer_day": "id offer_id date start until places created_at called_off_at",
    "visit_place": "id day_id person_id number state why brings visit_id unexpected tells calls"
    " shared for_host printable for_home created_at updated_at",
}
STAYS = {
    "track": "position removed_at", "organisation": "position door only_today",
    "person": "name_key removed_at",
    "meeting": "position code face secret screen_number removed_at",
    "activity": "position running_since timer removed_at", "attendance": "removed_at went_home",
    "contribution": "id removed_at", "contribution_history": "id client_id",
    "picture": "digest", "agreement": "position removed_at",
    "visit": "position removed_at", "visit_note": "client_id removed_at",
    "note_picture": "client_id digest",
    "matching_choice": "id created_at removed_at", "guest": "token_hash",
    "call": "code state secret updated_at", "restriction": "at",
}  # fmt: skip
OF_THE_INSTALLATION = {
    "organiser", "track_organiser", "track_change",
    "setting", "pass", "device", "own_link", "own_opening", "saved_content", "revision", "removal",
    "calendar_event", "application", "application_link", "visit_notice",
    "absence", "_sqlite_migrations",
}  # fmt: skip


def test_no_column_is_forgotten(store: Store) -> None:
    """Whoever adds a column or a table decides here whether it travels, and adds it to
    state/exporting.py, state/importing.py, the schema and canonical.py."""
    with store.read() as db:
        names = {name for name in db.table_names() if not name.startswith("sqlite_")}
        assert names == TRAVELS.keys() | OF_THE_INSTALLATION
        for name, travelling in TRAVELS.items():
            columns = {column.name for column in db.table(name).columns}
            assert columns == {*travelling.split(), *STAYS.get(name, "").split()}, name
