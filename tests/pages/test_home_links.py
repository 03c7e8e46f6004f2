"""The routes of links for at home, over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import addresses, door, homework
from pages.web.access import FACILITATOR_COOKIE, device_cookie
from pages.web.addresses import Address
from state import access, app, meetings, people, tracks
from state.database import Store
from state.models import Meeting


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    monkeypatch.setenv("ODV_PUBLIC_URL", "http://zaal.test")
    app.store.clear()
    yield app.store()
    app.store.clear()


@pytest.fixture
def meeting(served: Store) -> Meeting:
    """A closed meeting where An was, and <b>Bo</b> of the same organisation."""
    track = tracks.add_track(served, "Samen")
    organisation = tracks.add_organisation(served, track, "De Brug")
    meeting_id = meetings.add(served, track, "Kick-off")
    meetings.open_doors(served, meeting_id)
    for name in ("An", "<b>Bo</b>"):
        people.join(served, meeting_id, f"gsm {name}", organisation, name)
    meetings.close(served, meeting_id)
    return meetings.room(served, meeting_id).meeting


@pytest.fixture
def client(served: Store) -> TestClient:
    routes = [
        Route("/d/{code}", door.show, methods=["GET"]),
        Route("/thuis/{token}", homework.open_link),
        Route("/thuislinks/{meeting}", homework.show, methods=["GET"]),
        Route("/thuislinks/{meeting}", homework.change, methods=["POST"]),
    ]
    return TestClient(Starlette(routes=routes), follow_redirects=False)


@pytest.fixture
def desk(client: TestClient, served: Store) -> TestClient:
    """The facilitator's browser."""
    desk = TestClient(client.app, follow_redirects=False)
    desk.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    return desk


def made(desk: TestClient, meeting: Meeting, **form: str) -> list[str]:
    answer = desk.post(f"/thuislinks/{meeting.id}", data={"make": "1", **form})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert "<b>Bo</b>" not in answer.text
    return re.findall(r'class="url">http://zaal\.test(/thuis/[\w-]+)<', answer.text)


def opened(client: TestClient, link: str) -> Any:
    """Open a link as a browser does, which goes where it is sent: first once more to the link."""
    first = client.get(link)
    assert first.headers["location"].startswith(link)
    return client.get(first.headers["location"])


def devices(store: Store) -> int:
    with store.read() as db:
        (count,) = db.conn.execute("SELECT count(*) FROM device WHERE home_link != ''").fetchone()
        return int(count)


def test_a_link_that_is_opened_twice_is_one_phone(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    link = made(desk, meeting)[0]
    further = client.get(link).headers["location"]
    assert devices(served) == 0
    given = dict(client.cookies)
    for _ in range(2):
        # Before the first answer with the phone's own cookie has come.
        client.cookies.clear()
        answer = client.get(further, headers={"Cookie": f"odv_deur={given['odv_deur']}"})
        assert answer.headers["location"] == f"/gsm?d={meeting.code}"
    assert devices(served) == 1


def test_a_browser_without_cookies_opens_no_link_and_is_told_why(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    further = client.get(made(desk, meeting)[0]).headers["location"]
    client.cookies.clear()
    answer = client.get(further)
    assert answer.status_code == 422 and "cookies" in answer.text
    assert devices(served) == 0


def test_only_the_facilitator_makes_or_lists_links(client: TestClient, meeting: Meeting) -> None:
    for answer in (
        client.get(f"/thuislinks/{meeting.id}"),
        client.post(f"/thuislinks/{meeting.id}", data={"make": "1"}),
    ):
        assert answer.status_code == 303 and "/begeleider" in answer.headers["location"]


def test_each_participant_gets_a_card_with_a_qr_that_cannot_be_read_again(
    desk: TestClient, meeting: Meeting
) -> None:
    links = made(desk, meeting)
    assert len(set(links)) == 2
    later = desk.get(f"/thuislinks/{meeting.id}").text
    assert not any(link in later for link in links) and "link nog niet geopend" in later


def test_links_to_an_address_of_the_hall_are_said_not_to_work_at_home(
    desk: TestClient, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "hetzelfde netwerk" not in desk.get(f"/thuislinks/{meeting.id}").text
    monkeypatch.delenv("ODV_PUBLIC_URL")
    monkeypatch.setattr(addresses, "chosen", lambda store: Address("http://10.0.0.2:1"))
    assert "hetzelfde netwerk" in desk.get(f"/thuislinks/{meeting.id}").text


def test_a_link_sets_the_cookie_of_the_phone_and_leads_to_its_page(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    answer = opened(client, made(desk, meeting)[0])
    assert answer.headers["location"] == f"/gsm?d={meeting.code}"
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(device_cookie(meeting).lower()) and "httponly" in cookie
    token = answer.cookies[device_cookie(meeting)]
    with served.read() as db:
        person = people.person_of_device(db, meeting.id, token)
    assert person is not None and person.name == "An"


def test_a_revoked_or_renewed_link_says_so_in_dutch(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    links = made(desk, meeting)
    an = people.attendees(served, meeting.id)[0].person.id
    assert desk.post(f"/thuislinks/{meeting.id}", data={"revoke": an}).status_code == 303
    gone = client.get(links[0])
    assert gone.status_code == 410 and "Deze link werkt niet meer." in gone.text
    assert client.get(links[1]).status_code == 303
    (fresh,) = made(desk, meeting, person=an)
    assert client.get(fresh).status_code == 303 and fresh != links[0]


def test_nonsense_gets_a_page_and_no_trace(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    assert client.get("/thuis/voorbij").status_code == 410
    assert client.get("/thuis/%F0%9F%91%8B").status_code == 410
    assert desk.get("/thuislinks/niets").status_code == 404
    answer = desk.post(f"/thuislinks/{meeting.id}", data={"person": "niemand"})
    assert answer.status_code == 404


def test_at_the_door_of_a_closed_meeting_only_who_holds_a_link_goes_on(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    for cookie in ("", "gsm An"):
        client.cookies.set(device_cookie(meeting), cookie)
        closed = client.get(f"/d/{meeting.code}")
        assert closed.status_code == 410 and "Deze bijeenkomst is gedaan." in closed.text
    client.cookies.clear()
    token = opened(client, made(desk, meeting)[0]).cookies[device_cookie(meeting)]
    client.cookies.clear()
    client.cookies.set(device_cookie(meeting), token)
    assert client.get(f"/d/{meeting.code}").status_code == 303
