"""The documents over HTTP: who may have which, in which form, and what a browser may do with it."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import documents, error_pages, security
from pages.web.access import FACILITATOR_COOKIE, device_cookie
from pages.web.rate_limit import RateLimit
from state import access, agenda, meetings, people, tracks
from state.database import Store
from state.models import Meeting
from state.problems import Refused
from tests.own_page import phone_of


@pytest.fixture
def meeting(data: Store) -> Meeting:
    """A meeting with one person of each of two organisations."""
    track = tracks.add_track(data, "Samen")
    houses = [tracks.add_organisation(data, track, name) for name in ("De Brug", "Het Achterom")]
    meeting_id = meetings.add(data, track, "Kick-off", "2026-11-22")
    meetings.open_doors(data, meeting_id)
    for name, house in zip(("Katrien", "Greet"), houses, strict=True):
        people.join(data, meeting_id, f"gsm van {name}", house, name)
    return meetings.room(data, meeting_id).meeting


@pytest.fixture
def anybody(data: Store) -> TestClient:
    routes = [
        Route("/avond/{meeting}.{form}", documents.evening),
        Route("/avond/{meeting}", documents.evening_page),
        Route("/draaiboek/{meeting}.{form}", documents.run_sheet),
        Route("/bundel/{track}/{organisation}.{form}", documents.bundle),
        Route("/verslag/{track}.{form}", documents.report),
        Route("/mijnbundel/{code}.pdf", documents.own_bundle),
    ]
    hardened = [Middleware(security.Hardened, desk=lambda _path: False)]
    told: dict[Any, Any] = {Refused: error_pages.refused}
    app = Starlette(routes=routes, middleware=hardened, exception_handlers=told)
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def desk(anybody: TestClient, data: Store) -> TestClient:
    """The facilitator's browser."""
    found = TestClient(anybody.app, follow_redirects=False)
    found.cookies.set(FACILITATOR_COOKIE, access.give_pass(data, "facilitator"))
    return found


def test_each_form_comes_as_a_file_with_a_name(desk: TestClient, meeting: Meeting) -> None:
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = desk.get(f"/avond/{meeting.id}.{form}")
        assert answer.status_code == 200 and answer.content.startswith(start)
        name = f'filename="de-bijeenkomst-op-een-blad-kick-off.{form}"'
        assert name in answer.headers["content-disposition"]
    assert desk.get(f"/verslag/{meeting.track_id}.pdf").content.startswith(b"%PDF")


def test_the_run_sheet_is_for_the_facilitator(
    anybody: TestClient, desk: TestClient, data: Store, meeting: Meeting
) -> None:
    agenda.add_interlude(data, meeting.id, "talk", "Het kader", 20, "Alleen voor de begeleider.")
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = desk.get(f"/draaiboek/{meeting.id}.{form}")
        assert answer.status_code == 200 and answer.content.startswith(start)
        assert f'filename="draaiboek-kick-off.{form}"' in answer.headers["content-disposition"]
    assert "Alleen voor de begeleider." in desk.get(f"/draaiboek/{meeting.id}.html").text
    for form in ("pdf", "html"):
        answer = anybody.get(f"/draaiboek/{meeting.id}.{form}")
        assert answer.status_code == 303 and "Alleen voor" not in answer.text
    assert "is er niet, of niet voor jou" in desk.get("/draaiboek/niets.pdf").text


def test_the_sheet_can_be_looked_at_but_runs_nothing(desk: TestClient, meeting: Meeting) -> None:
    page = desk.get(f"/avond/{meeting.id}")
    assert "frame-src 'self'" in page.headers["content-security-policy"]
    assert f"/avond/{meeting.id}.html" in page.text and "loopt nog" in page.text
    sheet = desk.get(f"/avond/{meeting.id}.html")
    policy = sheet.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy
    assert "Katrien" in sheet.text and sheet.headers["x-frame-options"] == "SAMEORIGIN"
    without = desk.get(f"/avond/{meeting.id}.html?namen=zonder")
    assert "Katrien" not in without.text and "De Brug" in without.text


def test_nobody_else_gets_them(anybody: TestClient, meeting: Meeting) -> None:
    house = "x"
    for path in (
        f"/avond/{meeting.id}",
        f"/avond/{meeting.id}.pdf",
        f"/bundel/{meeting.track_id}/{house}.pdf",
        f"/verslag/{meeting.track_id}.pdf",
    ):
        answer = anybody.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/begeleider")


def test_what_does_not_exist_is_said(desk: TestClient, meeting: Meeting) -> None:
    assert desk.get(f"/avond/{meeting.id}.exe").status_code == 404
    assert desk.get("/avond/geen.pdf").status_code == 404
    assert desk.get(f"/bundel/{meeting.track_id}/geen.pdf").status_code == 404


def linked(data: Store, meeting: Meeting, name: str) -> str:
    """The cookie of a phone that opened this person's own link."""
    person = next(one for one in tracks.people(data, meeting.track_id) if one.name == name)
    return phone_of(data, meeting.id, person.id)


def test_a_participant_gets_the_bundle_of_the_own_organisation(
    anybody: TestClient, meeting: Meeting, data: Store
) -> None:
    assert anybody.get(f"/mijnbundel/{meeting.code}.pdf").status_code == 403
    anybody.cookies.set(device_cookie(meeting), linked(data, meeting, "Greet"))
    answer = anybody.get(f"/mijnbundel/{meeting.code}.pdf")
    assert answer.content.startswith(b"%PDF")
    assert 'filename="het-achterom-om-mee-te-nemen.pdf"' in answer.headers["content-disposition"]
    anybody.cookies.set(device_cookie(meeting), "van niemand")
    assert anybody.get(f"/mijnbundel/{meeting.code}.pdf").status_code == 403


def test_who_only_came_in_at_the_door_gets_no_bundle(
    anybody: TestClient, meeting: Meeting, data: Store
) -> None:
    house = tracks.organisations(data, meeting.track_id)[1].id
    people.join(data, meeting.id, "vreemde gsm", house, "Verzonnen Vera")
    people.join(data, meeting.id, "andere gsm", house, "Greet", take_over=True)
    for token in ("vreemde gsm", "andere gsm", "gsm van Katrien"):
        anybody.cookies.set(device_cookie(meeting), token)
        told = anybody.get(f"/mijnbundel/{meeting.code}.pdf")
        assert told.status_code == 403 and "Open eerst je eigen link" in told.text


def test_nobody_keeps_the_laptop_busy_with_bundles(
    anybody: TestClient, meeting: Meeting, data: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "_own_bundles", RateLimit(burst=1, rate=0.001))
    anybody.cookies.set(device_cookie(meeting), linked(data, meeting, "Greet"))
    assert anybody.get(f"/mijnbundel/{meeting.code}.pdf").status_code == 200
    told = anybody.get(f"/mijnbundel/{meeting.code}.pdf")
    assert told.status_code == 429 and "Even wachten" in told.text
