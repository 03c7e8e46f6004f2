"""The export of a meeting: what is in it, what opens well, and what it must not tell."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import struct
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exercises
from exercises.contract import Column, Picture
from exercises.engine import flow, running
from report import raster
from report.data import archive, gather
from report.data.tables import DataTable, cell, to_csv
from state import (
    access,
    agreements,
    contributions,
    copies,
    door_organisations,
    meetings,
    people,
    report_parts,
    settings,
    tracks,
)
from state.contributions import Judged
from state.database import FILE_NAME, Store
from state.models import FACILITATOR
from state.problems import Refused

LINE = exercises.EXERCISES[0]
NAMES = (
    "An", "محمد", "<script>alert(1)</script>", "👩‍👩‍👧 Fam. Peeters", '=HYPERLINK("http://x";"y")',
    "@SUM(1)", 'O"Neill; & Zn', "'; DROP TABLE person; --",
)  # fmt: skip
Join = Callable[..., str]
Send = Callable[..., None]


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    """The id of De lijn, running, where everybody chooses at statement 1."""
    activity_id = meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)
    running.start(store, activity_id)
    go_on(store, activity_id)
    return activity_id


@pytest.fixture
def send(store: Store, meeting: str, activity: str) -> Send:
    """Sends a place or, to a .why, a text: send(person, 0.5, "s1.1")."""
    count = iter(range(1000))

    def send_it(author: str, what: Any, slot: str = "s1.1", **more: Any) -> None:
        payload = {"text": what} if isinstance(what, str) else {"at": what}
        room = meetings.room(store, meeting)
        client = f"client {next(count)}"
        running.send(store, room, activity, author, slot, payload, client, **more)

    return send_it


@pytest.fixture
def hall(store: Store, meeting: str, activity: str, join: Join, send: Send) -> list[str]:
    """Eight people with every kind of name stand on statement 1, and half of them moved."""
    ids = [join(name, organisation=n % 3) for n, name in enumerate(NAMES)]
    for number, person in enumerate(ids):
        send(person, number / 8)
    send(ids[0], '=1+1;"x"\n<b>é</b> 👋 שלום', "s1.why")
    go_on(store, activity, 2)
    for number, person in enumerate(ids[::2]):
        send(person, 1 - number / 8, "s1.2")
    room = meetings.room(store, meeting)
    note = {"text": "-onthouden"}
    running.send(store, room, activity, FACILITATOR, "s1.note", note, "n", by_hand=True)
    return ids


def go_on(store: Store, activity_id: str, times: int = 1) -> None:
    for _ in range(times):
        running.change_phase(
            store, activity_id, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
        )


def show(store: Store, activity_id: str, visibility: str) -> None:
    running.change_phase(
        store, activity_id, lambda e, c, phase: replace(phase, options={"visibility": visibility})
    )


def unpacked(store: Store, meeting: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive.meeting_zip(store, meeting))) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert len(set(names)) == len(names)
        return {name: packed.read(name) for name in names}


def table(content: bytes) -> list[dict[str, str]]:
    """A CSV file as a spreadsheet with Belgian settings reads it."""
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def document(files: dict[str, bytes]) -> Any:
    return json.loads(files["bijeenkomst.json"])


def as_typed(value: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return value.removeprefix("'") if value[1:2] in tuple("=+-@") else value


def test_the_zip_holds_what_its_readme_says(store: Store, meeting: str, hall: list[str]) -> None:
    files = unpacked(store, meeting)
    assert sorted(files) == sorted([
        "LEESMIJ.txt", "deelnemers.csv", "agenda.csv", "bijeenkomst.json", "over-de-vloer.db",
        "bijeenkomst.xlsx",
        "01-de-lijn/antwoorden.csv", "01-de-lijn/verloop.csv",
        "01-de-lijn/beelden/01-einde.svg", "01-de-lijn/beelden/01-einde.png",
        "01-de-lijn/beelden/01-opgeschoven.svg", "01-de-lijn/beelden/01-opgeschoven.png",
    ])  # fmt: skip
    text = files["LEESMIJ.txt"].decode("utf-8-sig")
    assert "Startbijeenkomst · 2026-11-22 · De Zaal" in text
    assert "NIET GELUKT" not in text
    for name in ("deelnemers.csv", "agenda.csv", "bijeenkomst.json", "over-de-vloer.db"):
        assert name in text


def test_the_readme_explains_every_column_of_every_table(
    store: Store, meeting: str, hall: list[str]
) -> None:
    files = unpacked(store, meeting)
    paragraphs = files["LEESMIJ.txt"].decode("utf-8-sig").replace("\r\n", "\n").split("\n\n")
    tables = [name for name in files if name.endswith(".csv")]
    assert len(tables) == 4
    for name in tables:
        (explained,) = [part for part in paragraphs if part.startswith(f"{name}\n")]
        columns = [line.split()[0] for line in explained.splitlines()[1:]]
        assert columns == files[name].decode("utf-8-sig").splitlines()[0].split(";")
        assert all(len(line.split()) > 1 for line in explained.splitlines()[1:])


def test_who_was_there_is_listed_with_any_kind_of_name(
    store: Store, meeting: str, hall: list[str]
) -> None:
    rows = table(unpacked(store, meeting)["deelnemers.csv"])
    assert [as_typed(row["name"]) for row in rows] == list(NAMES)
    assert rows[1]["organisation"] == "Café Zonder Bier"
    assert len(rows[0]["joined_at"]) == len("2026-11-22 20:15:00")


def test_no_cell_of_any_table_is_a_formula(store: Store, meeting: str, hall: list[str]) -> None:
    files = unpacked(store, meeting)
    cells = [
        value for name, content in files.items() if name.endswith(".csv")
        for row in table(content) for value in row.values()
    ]  # fmt: skip
    assert any(value.startswith("'=") for value in cells)
    assert not [value for value in cells if value.startswith(("=", "+", "-", "@"))]


def test_answers_are_rows_with_a_comma_in_numbers(
    store: Store, meeting: str, hall: list[str]
) -> None:
    rows = table(unpacked(store, meeting)["01-de-lijn/antwoorden.csv"])
    assert len(rows) == len(NAMES)
    assert {as_typed(row["person"]) for row in rows} == set(NAMES)
    second = next(row for row in rows if row["person"] == "محمد")
    assert (second["first"], second["second"], second["moved"]) == ("0,125", "", "0")
    assert all(row["note"] == "'-onthouden" for row in rows)
    assert rows[0]["why"] == '\'=1+1;"x"\n<b>é</b> 👋 שלום'


def test_the_agenda_has_planned_and_spent_minutes(
    store: Store, meeting: str, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = "2099-01-01T00:00:00.000+00:00"
    since = "2098-12-31T23:48:30.000+00:00"
    with store.write() as db:
        db.table("activity").update(activity, {"running_since": since, "spent_seconds": 60.0})
    monkeypatch.setattr(gather, "now", lambda: later)
    files = unpacked(store, meeting)
    (row,) = table(files["agenda.csv"])
    assert (row["title"], row["kind"], row["folder"]) == ("De lijn", "line", "01-de-lijn")
    assert (row["state"], row["planned_minutes"], row["spent_minutes"]) == ("running", "40", "12,5")
    assert document(files)["agenda"][0]["spent_minutes"] == 12.5


def test_the_json_holds_everything_in_one_file(store: Store, meeting: str, hall: list[str]) -> None:
    found = document(unpacked(store, meeting))
    assert found["version"] == 1
    assert found["track"] == {"name": "Over de vloer in Gent", "theme": "gezinnen in armoede"}
    assert found["meeting"]["title"] == "Startbijeenkomst"
    assert len(found["organisations"]) == 3
    assert [person["name"] for person in found["people"]] == list(NAMES)
    (line,) = found["agenda"]
    assert LINE.config.from_json(line["config"]) == LINE.sample
    assert len(line["rows"]) == len(NAMES) and line["rows"][0]["first"] == 0.0
    assert line["notes"] == [{"slot": "s1.note", "payload": {"text": "-onthouden"}}]
    assert len(line["history"]) == 8 + 1 + 4 + 1


def test_the_history_has_every_change_in_order_with_a_pseudonym(
    store: Store, meeting: str, activity: str, join: Join, send: Send
) -> None:
    an, bo = join("An"), join("Bo")
    for at in (0.1, 0.2, 0.3):
        send(an, at)
    send(bo, 0.9, by_hand=True)
    files = unpacked(store, meeting)
    rows = table(files["01-de-lijn/verloop.csv"])
    assert [json.loads(row["payload"]) for row in rows] == [
        {"at": 0.1}, {"at": 0.2}, {"at": 0.3}, {"at": 0.9}
    ]  # fmt: skip
    who = [row["who"] for row in rows]
    assert len(set(who[:3])) == 1 and who[3] != who[0]
    assert all(name.startswith("p-") for name in who)
    assert [row["by_hand"] for row in rows] == ["0", "0", "0", "1"]
    (history,) = [part["history"] for part in document(files)["agenda"]]
    assert [change["who"] for change in history] == who
    assert history[0]["at"].endswith("+00:00")


def test_pseudonyms_of_two_exercises_are_not_the_same(
    store: Store, meeting: str, activity: str, join: Join, send: Send
) -> None:
    an = join("An")
    send(an, 0.1)
    other = meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 10)
    running.start(store, other)
    go_on(store, other)
    room = meetings.room(store, meeting)
    running.send(store, room, other, an, "s1.1", {"at": 0.1}, "another client")
    files = unpacked(store, meeting)
    first, second = (
        table(files[f"{folder}/verloop.csv"])[0]["who"] for folder in ("01-de-lijn", "02-de-lijn")
    )
    assert first != second


@pytest.mark.parametrize("visibility", ["organisations", "nobody"])
def test_a_name_that_was_not_shown_is_only_in_the_list_of_people_and_the_database(
    store: Store, meeting: str, activity: str, join: Join, send: Send, visibility: str
) -> None:
    an = join("Anneleen-met-een-lange-naam")
    send(an, 0.25)
    show(store, activity, visibility)
    files = unpacked(store, meeting)
    for name, content in files.items():
        if name == FILE_NAME:
            continue
        assert an.encode() not in content, name
        if name not in ("deelnemers.csv", "bijeenkomst.json"):
            assert b"Anneleen" not in content, name
    assert "Anneleen" not in json.dumps(document(files)["agenda"])
    (row,) = table(files["01-de-lijn/antwoorden.csv"])
    assert (row["person"], row["first"]) == ("", "0,25")
    assert bool(row["organisation"]) == (visibility == "organisations")


def test_what_was_removed_is_only_in_the_database(
    store: Store, meeting: str, activity: str, join: Join, send: Send
) -> None:
    an, bo, cem = join("Anneleen"), join("Bo"), join("Cem")
    for person in (an, bo, cem):
        send(person, 0.5)
        send(person, f"uitleg van {person}", "s1.why")
    people.remove(store, meeting, an)
    contributions.remove(store, activity, bo, "s1.why", "weg")
    files = unpacked(store, meeting)
    for name, content in files.items():
        if name != FILE_NAME:
            assert b"Anneleen" not in content
            assert f"uitleg van {an}".encode() not in content
            assert f"uitleg van {bo}".encode() not in content
    assert f"uitleg van {cem}" in files["bijeenkomst.json"].decode()
    assert len(table(files["01-de-lijn/verloop.csv"])) == 3
    with database(files) as db:
        assert db.execute("SELECT count(*) FROM contribution").fetchone() == (6,)


def database(files: dict[str, bytes]) -> Any:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files[FILE_NAME])
    return closing(connection)


def test_the_database_holds_this_track_and_nothing_that_opens_doors(
    store: Store, track: str, meeting: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    access.set_passcode(store, "een geheim woord")
    settings.put(store, "wifi_password", "wifi-wachtwoord-1234")
    token = access.give_pass(store, "facilitator")
    other = tracks.add_track(store, "Een heel ander traject")
    house = tracks.add_organisation(store, other, "Het andere huis")
    elsewhere = meetings.add(store, other, "Elders")
    meetings.open_doors(store, elsewhere)
    stranger = people.join(store, elsewhere, "gsm", house, "Vreemde eend")
    there = meetings.add_activity(store, elsewhere, "kind", {"text": "vreemde vraag"}, 5)
    words = Judged({"text": "vreemd antwoord"})
    contributions.put(store, there, stranger, "a", "c", lambda *_: words)
    tracks.remove_organisation(store, house)
    agreements.add(store, elsewhere, "vreemde afspraak")
    report_parts.write(store, other, "foreword", "vreemd voorwoord")
    sibling = meetings.add(store, track, "Volgende keer")
    secret = meetings.room(store, meeting).meeting.secret

    files = unpacked(store, meeting)
    content = files[FILE_NAME]
    with store.read() as db:
        rows = [
            *db.query("SELECT token_hash FROM device"),
            *db.query("SELECT token_hash FROM pass"),
        ]
        hashes = [row["token_hash"] for row in rows]
    assert len(hashes) > len(hall)
    gone = ["argon2", "wifi-wachtwoord-1234", token, secret, *hashes, "Een heel ander traject",
            "Het andere huis", "Elders", "Vreemde eend", "vreemde vraag", "vreemd antwoord",
            "vreemde afspraak", "vreemd voorwoord", other, elsewhere, stranger]  # fmt: skip
    for text in gone:
        assert text.encode() not in content, text
    with database(files) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {row[0] for row in db.execute("SELECT id FROM meeting")} == {meeting, sibling}
        assert db.execute("SELECT count(*) FROM person").fetchone() == (len(hall),)
        assert db.execute("SELECT count(*) FROM contribution_history").fetchone() == (14,)
        secrets = [row[0] for row in db.execute("SELECT secret FROM meeting")]
        assert len(set(secrets)) == 2 and all(len(item) >= 32 for item in secrets)


def test_no_table_is_forgotten_when_secrets_are_taken_out(store: Store) -> None:
    """Whoever adds a table decides here whether it may travel, and strips it in state/copies."""
    with store.read() as db:
        names = {name for name in db.table_names() if not name.startswith("sqlite_")}
    travel = {"track", "organisation", "person", "meeting", "activity", "attendance", "picture",
              "contribution", "contribution_history", "revision", "removal", "agreement",
              "report_part", "name_in_text", "visit", "visit_guest", "visit_day",
              "visit_note", "note_picture", "matching_choice", "visit_rule", "visit_offer",
              "offer_day", "visit_place", "call", "restriction", "guest"}  # fmt: skip
    stay = {"setting", "pass", "device", "saved_content", "own_link", "own_opening",
            "calendar_event", "visit_notice", "application", "absence",
            "application_link", "organiser", "track_organiser", "track_change"}  # fmt: skip
    assert names == travel | stay | {"_sqlite_migrations"}
    with copies.in_memory(store) as copy:
        copies.one_track(copy, "x")
        assert all(copy.table(name).count == 0 for name in stay | travel)


def test_the_database_of_an_export_works_as_a_data_folder(
    store: Store, meeting: str, hall: list[str], tmp_path: Path
) -> None:
    files = unpacked(store, meeting)
    folder = tmp_path / "restored"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(files[FILE_NAME])
    with closing(Store(folder)) as restored:
        assert not access.passcode_is_set(restored)
        again = unpacked(restored, meeting)
    assert again["01-de-lijn/antwoorden.csv"] == files["01-de-lijn/antwoorden.csv"]
    assert again["deelnemers.csv"] == files["deelnemers.csv"]
    # The pseudonyms are new: two exports can't be laid side by side.
    assert again["01-de-lijn/verloop.csv"] != files["01-de-lijn/verloop.csv"]


def test_an_empty_meeting_is_exported(store: Store, track: str) -> None:
    files = unpacked(store, meetings.add(store, track, "Leeg"))
    assert sorted(files) == [
        "LEESMIJ.txt", "agenda.csv", "bijeenkomst.json", "bijeenkomst.xlsx", "deelnemers.csv",
        "over-de-vloer.db",
    ]  # fmt: skip
    assert table(files["deelnemers.csv"]) == []


def test_a_planned_exercise_without_answers_is_on_the_agenda_only(
    store: Store, meeting: str
) -> None:
    meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)
    files = unpacked(store, meeting)
    assert not [name for name in files if "/" in name]
    assert table(files["agenda.csv"])[0]["state"] == "planned"


def test_a_meeting_that_is_gone_is_refused(store: Store, meeting: str) -> None:
    meetings.remove(store, meeting)
    with pytest.raises(Refused, match="is er niet, of niet voor jou"):
        archive.meeting_zip(store, meeting)


def test_an_exercise_of_a_later_version_does_not_stop_the_export(
    store: Store, meeting: str, hall: list[str]
) -> None:
    meetings.add_activity(store, meeting, "dans/../x", {"a": 1}, 10)
    files = unpacked(store, meeting)
    assert "2. dans/../x, alles: Deze oefening zit nog niet in deze versie" in readme(files)
    assert table(files["agenda.csv"])[1]["folder"] == "02-dans-x"
    assert "01-de-lijn/antwoorden.csv" in files
    assert document(files)["troubles"]


def test_an_exercise_that_fails_does_not_stop_the_export(
    store: Store, meeting: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Any) -> Iterator[Any]:
        yield Picture("eerste", "<svg/>")
        raise ZeroDivisionError

    broken = replace(LINE, pictures=fail)
    monkeypatch.setattr(exercises, "of_kind", lambda kind: broken)
    files = unpacked(store, meeting)
    assert "1. De lijn, de beelden: dit is niet gelukt." in readme(files)
    assert len(table(files["01-de-lijn/antwoorden.csv"])) == len(NAMES)


def readme(files: dict[str, bytes]) -> str:
    return files["LEESMIJ.txt"].decode("utf-8-sig")


def test_a_picture_with_a_strange_name_stays_in_its_folder(
    store: Store, meeting: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = [Picture("../../etc/passwd", "<svg/>"), Picture("", "<svg/>"), Picture("é 👋", "x")]
    monkeypatch.setattr(
        exercises, "of_kind", lambda kind: replace(LINE, pictures=lambda _: strange)
    )
    pictures = [name for name in unpacked(store, meeting) if name.endswith(".svg")]
    assert pictures == [f"01-de-lijn/beelden/{name}.svg" for name in ("etc-passwd", "2", "é")]


@pytest.mark.pixels
def test_pictures_are_drawn_as_svg_and_png(store: Store, meeting: str, hall: list[str]) -> None:
    files = unpacked(store, meeting)
    for name in ("01-einde", "01-opgeschoven"):
        svg = files[f"01-de-lijn/beelden/{name}.svg"].decode()
        assert ElementTree.fromstring(svg).tag.endswith("svg")
        assert "&lt;script" in svg and "<script" not in svg
        png = files[f"01-de-lijn/beelden/{name}.png"]
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", png[16:24]) == (1920, 1080)
    assert (
        files["01-de-lijn/beelden/01-einde.png"] != files["01-de-lijn/beelden/01-opgeschoven.png"]
    )


def test_a_picture_that_cannot_be_drawn_costs_only_its_png(
    store: Store, meeting: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "drawn", lambda svg: None)
    files = unpacked(store, meeting)
    assert not [name for name in files if name.endswith(".png")]
    assert "01-de-lijn/beelden/01-einde.png kon niet getekend worden." in readme(files)


def test_it_is_made_while_the_meeting_runs_and_holds_together(
    store: Store, meeting: str, activity: str, hall: list[str], join: Join
) -> None:
    stop = threading.Event()

    def answer_on() -> None:
        room = meetings.room(store, meeting)
        number = 0
        while not stop.is_set():
            number += 1
            payload = {"at": number % 100 / 100}
            slot, client = "s1.2", f"busy {number}"
            running.send(store, room, activity, hall[number % 8], slot, payload, client)

    thread = threading.Thread(target=answer_on)
    thread.start()
    try:
        for _ in range(3):
            files = unpacked(store, meeting)
            with database(files) as db:
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                (changes,) = db.execute("SELECT count(*) FROM contribution_history").fetchone()
            assert len(table(files["01-de-lijn/verloop.csv"])) == changes
    finally:
        stop.set()
        thread.join()
    assert store.problem is None


def test_who_was_there_for_that_day_only_still_stands_in_it(
    store: Store, track: str, meeting: str, activity: str, send: Send
) -> None:
    marieke = people.join_new_organisation(store, meeting, "gsm", "Ouders van Nu", "Marieke")
    send(marieke, 0.5)
    send(marieke, "Ik kwam kijken.", "s1.why")
    found = {one.name: one.id for one in tracks.organisations(store, track)}
    door_organisations.only_today(store, meeting, found["Ouders van Nu"])
    meetings.close(store, meeting)
    files = unpacked(store, meeting)
    (came,) = table(files["deelnemers.csv"])
    assert (came["name"], came["organisation"]) == ("Marieke", "Ouders van Nu")
    assert b"Ik kwam kijken." in files["01-de-lijn/antwoorden.csv"]


def test_a_full_disk_does_not_stop_the_export(
    store: Store, meeting: str, hall: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise OSError("No space left on device")

    for opener in ("tempfile.mkdtemp", "tempfile.mkstemp", "tempfile.TemporaryFile"):
        monkeypatch.setattr(opener, full)
    assert unpacked(store, meeting)


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_comes_back_from_a_table_as_it_was(text: str) -> None:
    made = to_csv(DataTable("x.csv", (Column("a", "a"), Column("b", "b")), [{"a": text, "b": 1}]))
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
    stored = text.encode("utf-8", "replace").decode()
    assert rows[0] == ["a", "b"] and rows[1][1] == "1" and len(rows) == 2
    assert rows[1][0] in (stored, f"'{stored}")
    assert not rows[1][0].startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (0.5, "0,5"), (-0.25, "-0,25"), (3, "3"), (True, "1"), (False, "0"),
     ("  =1", "'  =1"), ("a=1", "a=1"), ("", ""), ({"a": [1]}, '{"a": [1]}'), ([], "[]")],
)  # fmt: skip
def test_a_value_stands_in_a_cell_as_a_spreadsheet_reads_it(value: Any, expected: str) -> None:
    assert cell(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("De lijn", "de-lijn"), ("Café & Zo!", "cafe-zo"), ("../..", "x"), ("محمد", "x"),
     ("x" * 90, "x" * 40)],
)  # fmt: skip
def test_a_title_becomes_a_name_that_any_disk_takes(text: str, expected: str) -> None:
    assert gather.slug(text) == expected


def test_a_track_holds_the_picture_of_its_year(store: Store, meeting: str, hall: list[str]) -> None:
    track = meetings.room(store, meeting).track.id
    with zipfile.ZipFile(io.BytesIO(b"".join(archive.stream_track(store, track)))) as packed:
        svg, png = packed.read("het-jaar.svg").decode(), packed.read("het-jaar.png")
        told = packed.read("LEESMIJ.txt").decode("utf-8-sig")
    assert 'data-mark="meeting"' in svg and "Startbijeenkomst" in svg
    assert png[:4] == b"\x89PNG" and "het-jaar.svg, .png" in told


def test_a_track_in_which_nothing_happened_has_no_picture_of_it(store: Store) -> None:
    track = tracks.add_track(store, "Leeg")
    meetings.add(store, track, "Start")
    with zipfile.ZipFile(io.BytesIO(b"".join(archive.stream_track(store, track)))) as packed:
        assert not [name for name in packed.namelist() if name.startswith("het-jaar")]
