"""The calendar file of first steps over HTTP: whose they are, and what a later file changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exercises import actions
from exercises.engine import running
from pages.own import routes as own_page
from state import app, meetings, people, tracks
from state.database import Store
from tests.own_page import link_of

EXERCISE = actions.EXERCISE
PATH = "/mijn/acties.ics"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    yield app.store()
    app.store.clear()


class _Room:
    """A meeting in which two organisations write a first action, each with a day."""

    def __init__(self, data: Store) -> None:
        track = tracks.add_track(data, "Samen")
        houses = [tracks.add_organisation(data, track, name) for name in ("De Brug", "Tjoek")]
        self.data, self.id = data, meetings.add(data, track, "Acties", "2027-03-12")
        meetings.open_doors(data, self.id)
        config = EXERCISE.sample.to_json()
        self.activity = meetings.add_activity(data, self.id, EXERCISE.kind, config, 60)
        running.start(data, self.activity)
        self.people = [
            people.join(data, self.id, name, house, name)
            for name, house in zip(("An", "Bilal"), houses, strict=True)
        ]
        self.row = meetings.room(data, self.id).meeting
        for person, what in zip(self.people, ("Koffie aan de deur", "Een bank"), strict=True):
            self.sends(person, "sheet.what1", {"text": what})
            self.sends(person, "sheet.date1", {"date": "2027-03-20"})

    def sends(self, person: str, slot: str, payload: dict[str, Any]) -> None:
        """One answer, as a phone sends it."""
        room = meetings.room(self.data, self.id)
        running.send(self.data, room, self.activity, person, slot, payload, f"{slot}{payload}")

    def browser(self, person: str) -> TestClient:
        """The browser of somebody who opened the own link."""
        found = TestClient(Starlette(routes=list(own_page.ROUTES)))
        assert found.get(f"/mijn/{link_of(self.data, person)}").status_code == 200
        return found

    def events(self, person: str) -> list[Any]:
        """The events in the file of somebody."""
        answer = self.browser(person).get(PATH)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/calendar")
        return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_only_the_own_first_steps_on_their_day(store: Store) -> None:
    room = _Room(store)
    (event,) = room.events(room.people[0])
    assert str(event["summary"]) == "Koffie aan de deur"
    assert event["dtstart"].dt.isoformat() == "2027-03-20"
    assert str(event["status"]) == "CONFIRMED"


def test_a_dropped_action_is_cancelled_under_the_same_name(store: Store) -> None:
    room = _Room(store)
    (before,) = room.events(room.people[0])
    said = [{"state": "dropped", "text": "", "day": ""}]
    room.sends(room.people[0], "sheet.state1", {"said": said})
    (after,) = room.events(room.people[0])
    assert str(after["status"]) == "CANCELLED" and after["uid"] == before["uid"]
    assert after["sequence"] >= before["sequence"]


def test_without_the_own_link_there_is_no_file(store: Store) -> None:
    _Room(store)
    answer = TestClient(Starlette(routes=list(own_page.ROUTES))).get(PATH)
    assert not answer.headers["content-type"].startswith("text/calendar")
    assert b"Koffie" not in answer.content


def test_the_own_page_offers_the_file_and_says_how_it_is(store: Store) -> None:
    room = _Room(store)
    said = [{"state": "busy", "text": "", "day": ""}]
    room.sends(room.people[0], "sheet.state1", {"said": said})
    page = room.browser(room.people[0]).get("/mijn").text
    assert PATH in page and "tegen 20 maart, bezig" in page
    assert "Een bank" not in page
