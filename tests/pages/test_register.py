"""The page for an organisation's register, over HTTP."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import register
from pages.web.access import FACILITATOR_COOKIE
from state import access, consent, meetings, tracks
from state.database import Store


@pytest.fixture
def track(data: Store) -> str:
    """A track with two organisations, of which one has two people."""
    track = tracks.add_track(data, "Samen <sterk>", "Armoede")
    house = tracks.add_organisation(data, track, "De Brug")
    tracks.add_organisation(data, track, "Het Achterom")
    consent.give(data, tracks.add_person(data, house, "Katrien"), "named")
    tracks.add_person(data, house, "Samir")
    meetings.add(data, track, "Kick-off", "2026-11-22")
    return track


@pytest.fixture
def client(data: Store) -> TestClient:
    app = Starlette(routes=[Route("/register/{track}", register.show)])
    return TestClient(app, follow_redirects=False)


def test_it_is_filled_in_with_what_is_there(data: Store, client: TestClient, track: str) -> None:
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(data, "facilitator"))
    shown = client.get(f"/register/{track}").text
    for part in (
        "Samen &lt;sterk&gt;", "Armoede", "2 deelnemers", "2 organisaties", "De Brug",
        "Het Achterom", "22 november 2026", "Nog geen dag gekozen", "Eén met naam",
    ):  # fmt: skip
        assert part in shown, part
    assert "Katrien" not in shown and "Samir" not in shown
    consent.keep_until(data, track, "2027-06-30")
    assert "Tot en met 30 juni 2027" in client.get(f"/register/{track}").text


def test_only_the_facilitator_reads_it(client: TestClient, track: str) -> None:
    answer = client.get(f"/register/{track}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/begeleider?naar=/register/{track}"


def test_a_track_that_is_gone_is_told(data: Store, client: TestClient, track: str) -> None:
    client.cookies.set(FACILITATOR_COOKIE, access.give_pass(data, "facilitator"))
    tracks.remove_track(data, track)
    answer = client.get(f"/register/{track}")
    assert answer.status_code == 404 and "is er niet, of niet voor jou" in answer.text
