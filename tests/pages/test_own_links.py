"""The routes of own links, over HTTP: made, printed, opened, closed and revoked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.own import routes as own_page
from pages.web import addresses, door, own_links
from pages.web.access import FACILITATOR_COOKIE, device_cookie
from pages.web.addresses import Address
from state import access, app, meetings, people, tracks
from state.database import Store
from state.models import Meeting
from tests.own_page import phone_of


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
        *own_page.ROUTES,
        Route("/mijnlinks/{track}", own_links.show, methods=["GET"]),
        Route("/mijnlinks/{track}", own_links.change, methods=["POST"]),
        Route("/thuislinks/{meeting}", own_links.of_meeting),
    ]
    return TestClient(Starlette(routes=routes), follow_redirects=False)


@pytest.fixture
def desk(client: TestClient, served: Store) -> TestClient:
    """The facilitator's browser."""
    desk = TestClient(client.app, follow_redirects=False)
    desk.cookies.set(FACILITATOR_COOKIE, access.give_pass(served, "facilitator"))
    return desk


def asked(desk: TestClient, meeting: Meeting, **form: str) -> dict[str, str]:
    """What a button of the list sends."""
    listed = desk.get(f"/mijnlinks/{meeting.track_id}").text
    (state,) = set(re.findall(r'name="state" value="([^"]+)"', listed))
    return {"make": "1", "state": state, **form}


def made(desk: TestClient, meeting: Meeting, **form: str) -> list[str]:
    answer = desk.post(f"/mijnlinks/{meeting.track_id}", data=asked(desk, meeting, **form))
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert "<b>Bo</b>" not in answer.text
    found = re.findall(r'class="url">http://zaal\.test(/mijn/[\w-]+)<', answer.text)
    # By name, and "<" comes before "A".
    return found[::-1]


def opened(client: TestClient, link: str) -> Any:
    """Open a link as a browser does, which goes where it is sent: first once more to the link."""
    first = client.get(link)
    assert first.headers["location"].startswith(link)
    second = client.get(first.headers["location"])
    assert second.headers["location"] == "/mijn"
    return client.get("/mijn")


def openings(store: Store) -> int:
    with store.read() as db:
        return db.table("own_opening").count


def test_a_link_that_is_opened_twice_is_one_browser(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    link = made(desk, meeting)[0]
    further = client.get(link).headers["location"]
    assert openings(served) == 0
    for _ in range(2):
        assert client.get(further).headers["location"] == "/mijn"
    assert openings(served) == 1


def test_a_browser_without_cookies_opens_no_link_and_is_told_why(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    further = client.get(made(desk, meeting)[0]).headers["location"]
    client.cookies.clear()
    answer = client.get(further)
    assert answer.status_code == 422 and "cookies" in answer.text
    assert openings(served) == 0


def test_nobody_chooses_the_token_of_another_browser(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    first, second = made(desk, meeting)
    opened(client, first)
    own = client.cookies["odv_mijn"]
    for planted in ("gekozen", "gekozen.0123", own, ""):
        client.cookies.clear()
        answer = client.get(second, headers={"Cookie": f"odv_mijn={planted}"})
        assert answer.headers["location"].endswith("?k=1"), planted


def test_only_the_facilitator_makes_or_lists_links(client: TestClient, meeting: Meeting) -> None:
    for answer in (
        client.get(f"/mijnlinks/{meeting.track_id}"),
        client.get(f"/thuislinks/{meeting.id}"),
        client.post(f"/mijnlinks/{meeting.track_id}", data={"make": "1"}),
    ):
        assert answer.status_code == 303 and "/begeleider" in answer.headers["location"]


def test_each_participant_gets_a_card_with_a_qr_that_cannot_be_read_again(
    desk: TestClient, meeting: Meeting
) -> None:
    links = made(desk, meeting)
    assert len(set(links)) == 2
    later = desk.get(f"/mijnlinks/{meeting.track_id}").text
    assert not any(link in later for link in links) and "link nog niet geopend" in later


def test_who_opened_it_and_where_is_listed(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    link = made(desk, meeting)[0]
    opened(client, link)
    assert "op één toestel geopend, laatst op" in desk.get(f"/mijnlinks/{meeting.track_id}").text
    opened(TestClient(client.app, follow_redirects=False), link)
    assert "op 2 toestellen geopend" in desk.get(f"/mijnlinks/{meeting.track_id}").text


def test_links_to_an_address_of_the_hall_are_said_not_to_work_at_home(
    desk: TestClient, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/mijnlinks/{meeting.track_id}"
    assert "hetzelfde netwerk" not in desk.get(address).text
    monkeypatch.delenv("ODV_PUBLIC_URL")
    monkeypatch.setattr(addresses, "chosen", lambda store: Address("http://10.0.0.2:1"))
    told = desk.get(address).text
    assert "hetzelfde netwerk" in told
    assert "Vraag wie de app installeerde om daar haar webadres in te stellen" in told


def test_a_link_keeps_its_secret_out_of_the_address_and_of_scripts(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    link = made(desk, meeting)[0]
    first = client.get(link)
    assert "httponly" in first.headers["set-cookie"].lower()
    assert "path=/mijn" in first.headers["set-cookie"].lower()
    client.get(first.headers["location"])
    shown = client.get("/mijn")
    assert shown.status_code == 200 and "Dag An." in shown.text
    assert link.removeprefix("/mijn/") not in shown.text
    assert shown.headers["cache-control"] == "no-store"


def test_a_link_of_before_leads_to_the_own_page(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    link = made(desk, meeting)[0]
    answer = client.get(link.replace("/mijn/", "/thuis/"))
    assert answer.status_code == 303 and answer.headers["location"] == link


def test_a_revoked_or_renewed_link_says_so_in_dutch(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    links = made(desk, meeting)
    opened(client, links[0])
    an = people.attendees(served, meeting.id)[0].person.id
    assert desk.post(f"/mijnlinks/{meeting.track_id}", data={"revoke": an}).status_code == 303
    for gone in (client.get(links[0]), client.get("/mijn"), client.get("/mijn/gegevens")):
        assert gone.status_code == 410 and "Deze link werkt niet meer." in gone.text
        assert "Wat je verstuurde, is bewaard." in gone.text
    assert client.get(links[1]).status_code == 303
    (fresh,) = made(desk, meeting, person=an)
    assert client.get(fresh).status_code == 303 and fresh != links[0]


def test_on_a_shared_computer_it_is_closed_and_the_next_person_sees_nothing(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    link = made(desk, meeting)[0]
    shown = opened(client, link)
    assert "Dit is de plek van An, De Brug." in shown.text and "Niet jij" in shown.text
    kept = client.cookies["odv_mijn"]
    answer = client.post("/mijn/afsluiten")
    assert answer.status_code == 200 and "op dit toestel afgesloten" in answer.text
    assert "odv_mijn" not in client.cookies
    for address in ("/mijn", "/mijn/gegevens", "/mijn/bundel.pdf"):
        again = client.get(address, headers={"Cookie": f"odv_mijn={kept}"})
        assert again.status_code == 410 and "An" not in re.findall(r">(An)<", again.text)
    assert "Dag An." in opened(client, link).text


def test_another_link_in_the_same_browser_shows_the_other_person(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    first, second = made(desk, meeting)
    assert "Dag An." in opened(client, first).text
    assert "Dag &lt;b&gt;Bo&lt;/b&gt;." in opened(client, second).text


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        ("person", "Je staat niet meer bij dit traject."),
        ("organisation", "Je organisatie doet niet meer mee."),
        ("track", "Dit traject is weggehaald."),
    ],
)
def test_who_left_is_told_so(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store, gone: str, sentence: str
) -> None:
    link = made(desk, meeting)[0]
    opened(client, link)
    an = people.attendees(served, meeting.id)[0].person
    {
        "person": lambda: tracks.remove_person(served, an.id),
        "organisation": lambda: tracks.remove_organisation(served, an.organisation_id),
        "track": lambda: tracks.remove_track(served, meeting.track_id),
    }[gone]()
    for answer in (client.get("/mijn"), client.get(link)):
        assert answer.status_code == 410 and sentence in answer.text


def test_only_a_button_makes_links_and_only_once(
    served: Store, client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    address, asks = f"/mijnlinks/{meeting.track_id}", asked(desk, meeting)
    first = desk.post(address, data=asks)
    (link,) = set(re.findall(r"zaal\.test(/mijn/[\w-]+)<", first.text)[:1])
    stale = [
        {}, {"x": "y"}, {"make": "1"}, {"make": "1", "state": "0.0.0"}, asks,
        {"person": "niemand"},
    ]  # fmt: skip
    for form in stale:
        answer = desk.post(address, data=form)
        assert answer.status_code == 303 and answer.headers["location"] == address
    broken = desk.post(address, content=b"--x", headers={"content-type": "multipart/form-data"})
    assert broken.status_code in (303, 400)
    assert "Jouw plek" not in broken.text
    opened(client, link)
    assert desk.post(address, data=asked(desk, meeting)).status_code == 200
    assert client.get("/mijn").status_code == 410


def test_nonsense_gets_a_page_and_no_trace(
    client: TestClient, desk: TestClient, meeting: Meeting
) -> None:
    assert client.get("/mijn").status_code == 410
    assert client.get("/mijn/voorbij").status_code == 410
    assert client.get("/mijn/%F0%9F%91%8B").status_code == 410
    assert client.get("/mijn/bezoek/x").status_code == 410
    assert desk.get("/mijnlinks/niets").status_code == 404
    asks = asked(desk, meeting, person="niemand")
    assert desk.post(f"/mijnlinks/{meeting.track_id}", data=asks).status_code == 404


def test_at_the_door_of_a_closed_meeting_only_who_holds_a_link_goes_on(
    client: TestClient, desk: TestClient, meeting: Meeting, served: Store
) -> None:
    for cookie in ("", "gsm An"):
        client.cookies.set(device_cookie(meeting), cookie)
        closed = client.get(f"/d/{meeting.code}")
        assert closed.status_code == 410 and "Deze bijeenkomst is gedaan." in closed.text
    client.cookies.clear()
    an = people.attendees(served, meeting.id)[0].person.id
    client.cookies.set(device_cookie(meeting), phone_of(served, meeting.id, an))
    assert client.get(f"/d/{meeting.code}").status_code == 303
