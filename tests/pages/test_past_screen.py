"""The screen of a past step: for the facilitator only, in a frame of our own, changing nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from exercises import neighbourhood_map
from pages.live import past
from pages.web import access, security, views
from state import access as passes
from state import meetings, organisers, revisions
from state.database import Store
from state.track_access import Acting, acting
from tests.exercises.neighbourhood_map.played import SCHOOL, MapMeeting, a_meeting, a_track


@pytest.fixture
def held(data: Store) -> MapMeeting:
    """A map on which a pawn stands, in the talk."""
    found = a_meeting(data, a_track(data), "Kennismaking")
    found.puts("De Regenton", SCHOOL, "Aan de poort.")
    found.goes_to("talk")
    return found


@pytest.fixture
def served(data: Store) -> Starlette:
    return Starlette(
        routes=[Route(f"/{views.PAST_PATH}", past.serve)],
        middleware=[Middleware(security.Hardened, desk=lambda path: False)],
    )


@pytest.fixture
def browser(data: Store, served: Starlette) -> TestClient:
    """The browser of the facilitator."""
    cookies = {access.FACILITATOR_COOKIE: passes.give_pass(data, "facilitator")}
    return TestClient(served, cookies=cookies, follow_redirects=False)


def address(held: MapMeeting, position: str) -> str:
    return views.past_address(held.meeting, held.activity, position)


def boot(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', text, re.S)
    assert found
    return json.loads(found[1])


def test_it_shows_the_scene_of_the_screen_at_that_step(
    browser: TestClient, held: MapMeeting
) -> None:
    answer = browser.get(address(held, "1:place"))
    assert answer.status_code == 200
    scene = boot(answer.text)["scene"]
    assert (scene["kind"], scene["stage"], scene["shown"]) == ("neighbourhood_map", "place", True)
    assert scene["timer"] is None
    assert boot(browser.get(address(held, "1:read")).text)["scene"]["stage"] == "read"
    assert "runtime/start.js" not in answer.text
    assert "/live/" not in answer.text


def test_what_the_screen_may_not_see_is_not_in_it(browser: TestClient, held: MapMeeting) -> None:
    for position in ("1:read", "1:place", "1:talk"):
        assert "Aan de poort." not in browser.get(address(held, position)).text


def test_it_changes_nothing_of_the_meeting(
    browser: TestClient, held: MapMeeting, data: Store
) -> None:
    with data.read() as db:
        before = revisions.of_meeting(db, held.meeting)
    room = meetings.room(data, held.meeting)
    browser.get(address(held, "1:read"))
    with data.read() as db:
        assert revisions.of_meeting(db, held.meeting) == before
    assert meetings.room(data, held.meeting) == room


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("m={m}&a={a}&p=1:look", 404, "Zo ver kwam deze oefening niet."),
        ("m={m}&a={a}", 404, "Zo ver kwam deze oefening niet."),
        ("m={m}&a=x&p=1:place", 404, "Dit staat niet meer op de agenda."),
        ("m=x&a={a}&p=1:place", 404, "Dit is er niet, of niet voor jou."),
        ("m={m}&a={planned}&p=1:read", 404, "Deze oefening is nog niet begonnen."),
    ],
)
def test_what_is_not_there_is_told_in_dutch(
    browser: TestClient, held: MapMeeting, data: Store, query: str, status: int, sentence: str
) -> None:
    exercise = neighbourhood_map.EXERCISE
    planned = meetings.add_activity(
        data, held.meeting, exercise.kind, exercise.sample.to_json(), 5
    )  # fmt: skip
    asked = query.format(m=held.meeting, a=held.activity, planned=planned)
    answer = browser.get(f"/{views.PAST_PATH}?{asked}")
    assert answer.status_code == status
    assert sentence in answer.text


def test_a_scene_that_fails_is_told_in_the_frame(
    browser: TestClient, held: MapMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_context: Any) -> Any:
        raise KeyError("x")

    monkeypatch.setitem(vars(neighbourhood_map.EXERCISE), "screen", broken)
    answer = browser.get(address(held, "1:place"))
    assert answer.status_code == 500
    assert "Dit beeld lukt niet. Kies een andere stap." in answer.text


def test_only_our_own_pages_may_frame_it(browser: TestClient, held: MapMeeting) -> None:
    for position in ("1:place", "9:place"):
        headers = browser.get(address(held, position)).headers
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert "script-src 'self'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"


def test_a_stranger_and_a_phone_are_led_to_signing_in(served: Starlette, held: MapMeeting) -> None:
    stranger = TestClient(served, follow_redirects=False)
    answer = stranger.get(address(held, "1:place"))
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/begeleider?naar=/terugscherm")


def test_another_organiser_reads_that_it_is_gone(
    data: Store, served: Starlette, held: MapMeeting
) -> None:
    """Also without the middleware that asks first whose track it is."""
    passed = passes.give_pass(data, "facilitator")
    an = organisers.begin(data, "An", "wachtwoord van an", passed)
    with acting(Acting(an, True)):
        bo = organisers.add(data, "Bo", "wachtwoord van bo")
    cookies = {access.FACILITATOR_COOKIE: passes.give_pass(data, "facilitator", organiser_id=bo)}
    answer = TestClient(served, cookies=cookies).get(address(held, "1:place"))
    assert answer.status_code == 404
    assert "Dit is er niet, of niet voor jou." in answer.text
