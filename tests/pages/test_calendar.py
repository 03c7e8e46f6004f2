"""Calendar files and the programme over HTTP: who may have which, and what a later file changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import calendar, documents, error_pages
from pages.web.access import FACILITATOR_COOKIE, device_cookie
from pages.web.rate_limit import RateLimit
from state import access, meetings, people, tracks, visits
from state.database import Store
from state.models import Meeting, TrackVisit, VisitDay
from state.problems import Refused
from tests import own_page


@dataclass(frozen=True)
class Place:
    data: Store
    meeting: Meeting
    visit: str

    @property
    def row(self) -> TrackVisit:
        found = visits.of_track(self.data, self.meeting.track_id)
        return next(one for one in found if one.id == self.visit)

    def change(self, **fields: Any) -> None:
        visits.change(self.data, replace(self.row, **fields))


@pytest.fixture
def place(data: Store, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An announced visit of two days; Ann is of an organisation that has nothing to do with it."""
    monkeypatch.setattr(documents, "_own_bundles", RateLimit(burst=60, rate=1))
    track = tracks.add_track(data, "Samen")
    names = ("De Regenton", "Het Achterom", "Tjoek")
    houses = [tracks.add_organisation(data, track, name) for name in names]
    meeting_id = meetings.add(data, track, "Voorbereiding", "2027-01-20")
    meetings.open_doors(data, meeting_id)
    for name, house in zip(("Katrien", "Greet", "Ann"), houses, strict=True):
        people.join(data, meeting_id, f"gsm van {name}", house, name)
    made = visits.add(data, track, TrackVisit(
        "", houses[1], houses[0], days=(VisitDay("2027-03-09", "09:00", "16:00"),
                                        VisitDay("2027-03-10")),
        mentor="Greet", place="Kerkstraat 1", announced=True,
    ))  # fmt: skip
    return Place(data, meetings.room(data, meeting_id).meeting, made)


@pytest.fixture
def anybody(data: Store) -> TestClient:
    routes = [
        Route("/kalender/traject/{track}.ics", calendar.of_track),
        Route("/kalender/bezoek/{visit}.ics", calendar.of_visit),
        Route("/kalender/{code}.ics", calendar.own),
        Route("/programma/{visit}.{form}", documents.programme),
        Route("/mijnprogramma/{code}/{visit}.pdf", documents.own_programme),
    ]
    told: dict[Any, Any] = {Refused: error_pages.refused}
    app = Starlette(routes=routes, exception_handlers=told)
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def desk(anybody: TestClient, data: Store) -> TestClient:
    found = TestClient(anybody.app, follow_redirects=False)
    found.cookies.set(FACILITATOR_COOKIE, access.give_pass(data, "facilitator"))
    return found


def phone_of(name: str, anybody: TestClient, place: Place) -> TestClient:
    """The browser of a participant who opened the own link."""
    meeting, data = place.meeting, place.data
    person = next(one for one in tracks.people(data, meeting.track_id) if one.name == name)
    found = TestClient(anybody.app, follow_redirects=False)
    found.cookies.set(device_cookie(meeting), own_page.phone_of(data, meeting.id, person.id))
    return found


def events(client: TestClient, path: str) -> list[Any]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.headers["content-disposition"].endswith('.ics"')
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_the_own_calendar_has_a_plain_name(anybody: TestClient, place: Place) -> None:
    answer = phone_of("Katrien", anybody, place).get(f"/kalender/{place.meeting.code}.ics")
    assert answer.headers["content-disposition"] == 'attachment; filename="mijn-bezoeken.ics"'


def test_the_desk_gets_days_with_what_a_visitor_must_know(desk: TestClient, place: Place) -> None:
    first, second = events(desk, f"/kalender/traject/{place.meeting.track_id}.ics")
    assert str(first["summary"]) == "De Regenton op bezoek bij Het Achterom"
    assert str(first["location"]) == "Het Achterom, Kerkstraat 1"
    assert "Mentor: Greet" in str(first["description"])
    assert first["dtstart"].dt.strftime("%a %d %H:%M %z") == "Tue 09 09:00 +0100"
    assert second["dtstart"].dt.isoformat() == "2027-03-10"


def test_a_changed_day_replaces_and_a_day_that_goes_is_cancelled(
    desk: TestClient, place: Place
) -> None:
    path = f"/kalender/bezoek/{place.visit}.ics"
    before = events(desk, path)
    assert [one["sequence"] for one in events(desk, path)] == [one["sequence"] for one in before]
    place.change(days=(VisitDay("2027-03-09", "10:00", "16:00"),), mentor="Greet")
    moved, gone = events(desk, path)
    assert moved["uid"] == before[0]["uid"] and moved["sequence"] > before[0]["sequence"]
    assert gone["uid"] == before[1]["uid"] and gone["sequence"] > before[1]["sequence"]
    assert [str(one["status"]) for one in (moved, gone)] == ["CONFIRMED", "CANCELLED"]


def test_a_visit_called_off_takes_all_of_it_out_of_calendars(
    desk: TestClient, anybody: TestClient, place: Place
) -> None:
    katrien = phone_of("Katrien", anybody, place)
    path = f"/kalender/{place.meeting.code}.ics"
    assert len(events(katrien, path)) == 2
    visits.set_state(place.data, [place.visit], "called_off")
    assert {str(one["status"]) for one in events(katrien, path)} == {"CANCELLED"}
    # The desk never had them.
    assert events(desk, f"/kalender/traject/{place.meeting.track_id}.ics") == []


def test_a_visit_taken_away_is_cancelled_too(anybody: TestClient, place: Place) -> None:
    greet = phone_of("Greet", anybody, place)
    path = f"/kalender/{place.meeting.code}.ics"
    assert len(events(greet, path)) == 2
    visits.remove(place.data, place.visit, "Een bezoek is weg")
    assert [str(one["status"]) for one in events(greet, path)] == ["CANCELLED", "CANCELLED"]


def test_only_who_takes_part_in_what_was_announced(anybody: TestClient, place: Place) -> None:
    path = f"/kalender/{place.meeting.code}.ics"
    paper = f"/mijnprogramma/{place.meeting.code}/{place.visit}.pdf"
    ann, katrien = (phone_of(name, anybody, place) for name in ("Ann", "Katrien"))
    assert events(ann, path) == []
    assert "geen bezoek van jullie" in ann.get(paper).text
    assert katrien.get(paper).content.startswith(b"%PDF")
    assert len(events(katrien, path)) == 2
    visits.announce(place.data, [place.visit], announced=False)
    assert {str(one["status"]) for one in events(katrien, path)} == {"CANCELLED"}
    assert "geen bezoek van jullie" in katrien.get(paper).text


def test_nobody_else_gets_them(anybody: TestClient, place: Place) -> None:
    for path in (
        f"/kalender/traject/{place.meeting.track_id}.ics",
        f"/kalender/bezoek/{place.visit}.ics", f"/programma/{place.visit}.pdf",
    ):  # fmt: skip
        assert anybody.get(path).status_code == 303
    for path in (
        f"/kalender/{place.meeting.code}.ics", "/kalender/XXXX.ics",
        f"/mijnprogramma/{place.meeting.code}/{place.visit}.pdf",
    ):  # fmt: skip
        assert anybody.get(path).status_code == 403


def test_the_programme_comes_on_paper(desk: TestClient, place: Place) -> None:
    page = desk.get(f"/programma/{place.visit}.html").text
    for words in ("Twee dagen bij Het Achterom", "De Regenton", "Dinsdag 9 maart", "Kerkstraat 1",
                  "Greet", "spreken jullie nog af"):  # fmt: skip
        assert words in page
    assert desk.get(f"/programma/{place.visit}.pdf").content.startswith(b"%PDF")
    assert desk.get("/programma/geen.pdf").status_code == 404
    assert desk.get("/kalender/bezoek/geen.ics").status_code == 404
