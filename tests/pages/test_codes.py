"""Trying all join codes: one counter for every way in, and a hall that still gets in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.web import codes
from state import people, tracks
from state.database import Store
from state.models import Meeting
from tests.pages.door_site import browser, form_of, join, open_meeting

WRONG = "QQQQ"


@pytest.fixture
def meeting(data: Store) -> Meeting:
    found = open_meeting(data)
    house = tracks.organisations(data, found.track_id)[0].id
    people.join(data, found.id, "gsm van Katrien", house, "Katrien")
    return found


@pytest.fixture(autouse=True)
def delays(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long each try of a slowed address waits, without waiting."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(codes, "sleep", wait)
    return waited


def by_socket(client: TestClient, code: str) -> Any:
    with client.websocket_connect(f"/live/{code}?als=phone") as socket:
        return json.loads(socket.receive_text())


def by_request(client: TestClient, code: str) -> Any:
    return client.post(f"/live/{code}?als=phone", content=b"{}")


WAYS: dict[str, Callable[[TestClient, str], Any]] = {
    "door": lambda client, code: client.get(f"/d/{code}"),
    "form": lambda client, code: client.post(f"/d/{code}", data={"name": "An"}),
    "page": lambda client, code: client.get(f"/gsm?d={code}"),
    "socket": by_socket,
    "request": by_request,
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_in_counts_and_is_slowed(
    site: Starlette, meeting: Meeting, delays: list[float], way: str
) -> None:
    client = browser(site)
    # A cookie of the right name is no proof of anything.
    for name in (WRONG, meeting.code):
        client.cookies.set(f"odv_{name}", "zelf gekozen")
    for _ in range(20):
        WAYS[way](client, WRONG)
    assert not delays
    for other in WAYS.values():
        other(client, WRONG)
        other(client, meeting.code)
    assert delays == [codes._DELAY] * 2 * len(WAYS)


def test_a_storm_of_codes_is_answered_a_few_at_a_time(
    site: Starlette, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "_DELAY", 0.2)
    monkeypatch.setattr(codes, "sleep", asyncio.sleep)
    monkeypatch.setattr(codes, "delay_refusal", asyncio.sleep)
    with browser(site) as client, ThreadPoolExecutor(80) as pool:
        statuses = list(pool.map(lambda n: client.get(f"/d/Q{n:03}").status_code, range(120)))
    assert statuses.count(404) == 20
    assert statuses.count(429) == 100


def test_who_mistypes_makes_nobody_else_wait(
    site: Starlette, data: Store, meeting: Meeting, delays: list[float]
) -> None:
    for _ in range(19):
        browser(site).get(f"/d/{WRONG}")
    answer = join(browser(site), meeting, form_of(data, meeting, "An"))
    assert answer.status_code == 303 and not delays


def test_newcomers_at_a_slowed_address_still_join_but_see_no_names(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    assert "Katrien" in browser(site).get(f"/d/{meeting.code}").text
    for _ in range(25):
        browser(site).get(f"/d/{WRONG}")
    newcomer = browser(site)
    page = newcomer.get(f"/d/{meeting.code}")
    assert page.status_code == 200 and "De Brug" in page.text and "Katrien" not in page.text
    assert join(newcomer, meeting, form_of(data, meeting, "An")).status_code == 303


def test_another_address_is_not_slowed_and_sees_the_names(
    site: Starlette, meeting: Meeting, delays: list[float]
) -> None:
    for _ in range(25):
        browser(site).get(f"/d/{WRONG}")
    before = len(delays)
    assert "Katrien" in browser(site, "192.168.1.51").get(f"/d/{meeting.code}").text
    assert len(delays) == before


def test_a_phone_that_is_really_known_never_waits(
    site: Starlette, data: Store, meeting: Meeting, delays: list[float]
) -> None:
    phone = browser(site)
    assert join(phone, meeting, form_of(data, meeting, "An")).status_code == 303
    for _ in range(25):
        browser(site).get(f"/d/{WRONG}")
    before = len(delays)
    assert phone.get(f"/d/{meeting.code}").status_code == 303
    assert phone.get(f"/gsm?d={meeting.code}").status_code == 200
    with phone:
        assert "page" in by_request(phone, meeting.code).json()
    assert len(delays) == before
