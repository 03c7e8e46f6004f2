"""A photo in a gift on the wire: for who puts it in, then for nobody until its host reads it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from exercises.contract import Exercise, Phase, Section
from exercises.engine import moment, running
from exercises.gifts import EXERCISE
from pages.web import access, note_pictures
from report.data import archive
from state import access as passes
from state import app, attendance, meetings, notebook, people, restrictions, tracks, visits
from state.database import Store
from state.models import Meeting, TrackVisit
from state.notebook import NoteDraft
from state.restrictions import Thing
from tests.exercises.gifts.rooms import WRAP
from tests.live_pages import console_data, phone_data, screen_data
from tests.pages.test_pictures import jpeg
from tests.report.data.travelling import read_in, taken_out


@dataclass
class GiftTable:
    """An and Bo of De Brug were with Cas of Het Huis; Dee is of a third organisation. Bo shared a
    note with a photo."""

    store: Store
    client: TestClient
    meeting: Meeting
    activity: str
    visit: TrackVisit
    people: dict[str, str]
    note: str
    photo: str
    sent: int = field(default=0)

    def seen_by(self) -> str:
        """Who is given the photo at the address of the exercise."""
        desk = {access.FACILITATOR_COOKIE: passes.give_pass(self.store, "facilitator")}
        asked: dict[str, tuple[dict[str, str], str]] = {
            name: ({access.device_cookie(self.meeting): f"gsm-{name}"}, "") for name in self.people
        }
        asked |= {"screen": ({}, access.screen_key(self.meeting)), "desk": (desk, "")}
        return " ".join(one for one, (cookies, key) in asked.items() if self._gets(cookies, key))

    def _gets(self, cookies: dict[str, str], key: str) -> bool:
        self.client.cookies.clear()
        self.client.cookies.update(cookies)
        found = self.client.get(f"/beeld/{self.activity}/{self.photo}", params={"s": key})
        assert found.status_code in (200, 404) and "no-store" in found.headers["cache-control"]
        return found.status_code == 200

    def sent_to(self) -> str:
        """In whose page the photo stands, shown or offered."""
        with self.store.read() as db:
            persons = {one.person.name: one.person for one in attendance.read_attendees(
                db, self.meeting.id
            )}  # fmt: skip
        pages: dict[str, Any] = {
            name: phone_data(self.store, self.meeting, persons[name]) for name in self.people
        }
        pages["screen"] = screen_data(self.store, self.meeting)
        pages["desk"] = console_data(self.store, self.meeting)
        return " ".join(one for one, page in pages.items() if self.photo in json.dumps(page))

    def does(self, name: str, part: str, payload: dict[str, Any]) -> None:
        """Somebody answers."""
        self.sent += 1
        room = meetings.room(self.store, self.meeting.id)
        running.send(
            self.store, room, self.activity, self.people[name], f"{self.visit.id}.{part}", payload,
            f"sent-{self.sent}",
        )  # fmt: skip

    def stage(self, key: str) -> None:
        """Go to a stage."""

        def at(exercise: Exercise[Any, Any], config: Any, phase: Phase) -> Phase:
            return exercise.with_switches(replace(phase, stage=key))

        running.change_phase(self.store, self.activity, at)

    def unwrapped(self) -> None:
        """An puts the photo in, and Cas reads it."""
        self.does("An", f"photo-{self.photo}", {"photo": self.photo})
        self.does("An", "wrap", WRAP)
        self.stage("unwrap")
        self.does("Cas", "open", {"open": True})
        self.does("Cas", "page", {"at": 1})

    def bundle(self) -> list[Section]:
        """What the report says, and the bundles."""
        with self.store.read() as db:
            here = moment.at(self.store, db, self.meeting.id)
            activity = here.room.activity(self.activity)
            assert activity is not None
            return list(EXERCISE.report(here.context(activity, "console")))


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GiftTable]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    store = app.store()
    track = tracks.add_track(store, "Samen")
    one, two, three = (
        tracks.add_organisation(store, track, name) for name in ("De Brug", "Het Huis", "Noord")
    )
    made = TrackVisit("", host=two, visitor=one, announced=True, state="done")
    visit = visits.visit(store, visits.add(store, track, made))
    found = meetings.add(store, track, "Uitwisseling")
    meetings.open_doors(store, found)
    meeting = meetings.room(store, found).meeting
    here = {
        name: people.join(store, meeting.id, f"gsm-{name}", house, name)
        for name, house in (("An", one), ("Bo", one), ("Cas", two), ("Dee", three))
    }
    note = notebook.put(store, visit, here["Bo"], "note-one", NoteDraft("Eerst aan tafel."))
    photo = notebook.add_photo(
        store, here["Bo"], "note-one", "photo-one", "d", "image/jpeg", (400, 300), jpeg()
    )
    notebook.share(store, here["Bo"], note, shared=True)
    activity = meetings.add_activity(store, meeting.id, "gifts", EXERCISE.sample.to_json(), 60)
    running.start(store, activity)
    client = TestClient(Starlette(routes=[Route("/beeld/{activity}/{photo}", note_pictures.show)]))
    yield GiftTable(store, client, meeting, activity, visit, here, note, photo)
    app.store.clear()


def test_it_is_as_secret_as_its_gift(table: GiftTable) -> None:
    assert table.seen_by() == table.sent_to() == "An Bo"
    table.does("An", f"photo-{table.photo}", {"photo": table.photo})
    assert table.seen_by() == table.sent_to() == "An Bo"
    table.does("An", "wrap", WRAP)
    assert table.seen_by() == table.sent_to() == ""
    table.stage("unwrap")
    table.does("Cas", "open", {"open": True})
    # The facilitator may read an unwrapped gift; the console is sent none of what is in it.
    assert (table.seen_by(), table.sent_to()) == ("desk", "")
    table.does("Cas", "page", {"at": 1})
    assert table.seen_by() == "Cas screen desk"
    assert table.sent_to() == "Cas screen desk"
    table.does("Cas", "page", {"at": 2})
    assert table.seen_by() == "Cas desk"
    table.does("Cas", "done", {"done": True})
    assert table.seen_by() == "Cas desk"


def test_what_its_giver_or_its_writer_takes_back_is_gone_at_the_next_request(
    table: GiftTable,
) -> None:
    table.unwrapped()
    assert table.seen_by() == "Cas screen desk"
    notebook.share(table.store, table.people["Bo"], table.note, shared=False)
    assert table.seen_by() == table.sent_to() == ""
    notebook.share(table.store, table.people["Bo"], table.note, shared=True)
    assert table.seen_by() == "Cas screen desk"
    slot = f"{table.visit.id}.photo-{table.photo}"
    restrictions.choose(
        table.store, table.meeting.track_id, table.people["An"],
        [Thing(table.activity, table.people["An"], (slot,))], "self", "names",
    )  # fmt: skip
    assert table.seen_by() == ""


def test_it_goes_to_the_table_the_bundle_of_the_host_and_the_report(table: GiftTable) -> None:
    table.does("An", f"photo-{table.photo}", {"photo": table.photo})
    assert not table.bundle() and not _photos(archive.meeting_zip(table.store, table.meeting.id))
    table.does("An", "wrap", WRAP)
    table.stage("unwrap")
    table.does("Cas", "open", {"open": True})
    assert len(_photos(archive.meeting_zip(table.store, table.meeting.id))) == 1
    bundle = next(one for one in table.bundle() if one.only == "bundle")
    assert bundle.organisation == table.visit.host and repr(jpeg()[:40])[2:-1] in repr(bundle)
    notebook.share(table.store, table.people["Bo"], table.note, shared=False)
    assert not _photos(archive.meeting_zip(table.store, table.meeting.id))
    assert repr(jpeg()[:40])[2:-1] not in repr(table.bundle())


def test_a_copy_of_the_track_has_it_too(table: GiftTable) -> None:
    table.unwrapped()
    store = table.store
    copied = read_in(store, taken_out(store, table.meeting.track_id), as_copy=True)
    (meeting,) = meetings.of_track(store, copied)
    with store.read() as db:
        here = moment.at(store, db, meeting.id)
        (activity,) = here.room.exercises
        context = here.context(activity, "console")
        (file,) = EXERCISE.files(context)
        assert file.picture != table.photo and context.photo(file.picture) == jpeg()


def _photos(content: Any) -> list[str]:
    packed = content if isinstance(content, bytes) else b"".join(content)
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        return [name for name in found.namelist() if name.endswith(".jpg")]
