"""What a participant reads of what is stored, and the choice about the own name, over HTTP."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import own_data, security
from pages.web.access import device_cookie
from pages.web.rate_limit import RateLimit
from state import consent, guests, meetings, people, tracks
from state.database import Store
from state.models import Meeting
from tests.own_page import phone_of


@pytest.fixture
def meeting(data: Store) -> Meeting:
    """A meeting where <b>An</b> is, with a phone."""
    track = tracks.add_track(data, "Samen")
    house = tracks.add_organisation(data, track, "De Brug")
    meeting_id = meetings.add(data, track, "Kick-off", "2026-11-22")
    meetings.open_doors(data, meeting_id)
    people.join(data, meeting_id, "gsm", house, "<b>An</b>")
    return meetings.room(data, meeting_id).meeting


@pytest.fixture
def stranger(data: Store, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(own_data, "_choices", RateLimit(burst=10, rate=0.1))
    routes = [
        Route("/gegevens/{code}", own_data.show, methods=["GET"]),
        Route("/gegevens/{code}", own_data.choose, methods=["POST"]),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(security.SameOrigin)])
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def phone(stranger: TestClient, meeting: Meeting) -> TestClient:
    """The phone of An."""
    phone = TestClient(stranger.app, follow_redirects=False)
    phone.cookies.set(device_cookie(meeting), "gsm")
    return phone


def chosen(store: Store, meeting: Meeting) -> str:
    (one,) = tracks.people(store, meeting.track_id)
    return one.consent


def test_a_phone_that_is_known_chooses(data: Store, phone: TestClient, meeting: Meeting) -> None:
    address = f"/gegevens/{meeting.code}"
    first = phone.get(address)
    assert first.status_code == 200 and first.headers["cache-control"] == "no-store"
    assert "&lt;b&gt;An" in first.text and "<b>An" not in first.text
    assert "iemand van De Brug" in first.text and "Je koos nog niet" in first.text
    assert "checked" not in first.text
    # A lost answer is asked for again: it is the same choice.
    for _again in range(2):
        answer = phone.post(address, data={"consent": "named"})
        assert answer.status_code == 303
        assert chosen(data, meeting) == "named"
    shown = phone.get(answer.headers["location"]).text
    assert "Bewaard" in shown and shown.count("checked") == 1
    assert "Je koos nog niet" not in shown
    phone.post(address, data={"consent": "nameless"})
    assert chosen(data, meeting) == "nameless"


def test_only_a_phone_with_its_own_link_is_offered_the_bundle(
    data: Store, phone: TestClient, meeting: Meeting
) -> None:
    assert "/mijnbundel/" not in phone.get(f"/gegevens/{meeting.code}").text
    (person,) = tracks.people(data, meeting.track_id)
    phone.cookies.set(device_cookie(meeting), phone_of(data, meeting.id, person.id))
    assert f"/mijnbundel/{meeting.code}.pdf" in phone.get(f"/gegevens/{meeting.code}").text


def test_it_works_after_the_meeting_too(data: Store, phone: TestClient, meeting: Meeting) -> None:
    meetings.close(data, meeting.id)
    phone.post(f"/gegevens/{meeting.code}", data={"consent": "named"})
    assert chosen(data, meeting) == "named"


@pytest.mark.parametrize("form", [{}, {"consent": ""}, {"consent": "altijd"}, {"other": "named"}])
def test_what_is_no_choice_is_refused_in_a_sentence(
    data: Store, phone: TestClient, meeting: Meeting, form: dict[str, str]
) -> None:
    answer = phone.post(f"/gegevens/{meeting.code}", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text and "Kies een van de twee" in answer.text
    assert chosen(data, meeting) == ""


def test_a_stranger_reads_the_text_alone(
    data: Store, stranger: TestClient, meeting: Meeting
) -> None:
    shown = stranger.get(f"/gegevens/{meeting.code}")
    assert shown.status_code == 200 and "Wie leest het" in shown.text
    assert "An&lt;" not in shown.text and "<form" not in shown.text
    refused = stranger.post(f"/gegevens/{meeting.code}", data={"consent": "named"})
    assert refused.status_code == 422 and "We weten niet wie je bent" in refused.text
    assert chosen(data, meeting) == ""
    unknown = stranger.get("/gegevens/XXXX")
    assert unknown.status_code == 404 and "geen bijeenkomst met de code XXXX" in unknown.text


def test_a_guest_reads_a_text_of_its_own(
    data: Store, stranger: TestClient, meeting: Meeting
) -> None:
    guests.join(data, meeting.id, "gast")
    stranger.cookies.set(device_cookie(meeting), "gast")
    read = stranger.get(f"/gegevens/{meeting.code}").text
    assert "Je bent te gast." in read and "Trek mijn zin terug" in read
    assert "met je naam" not in read and "je functie" not in read
    guests.leave(data, meeting.id, "gast")
    assert "Je bent te gast." not in stranger.get(f"/gegevens/{meeting.code}").text


def test_another_site_can_not_choose(data: Store, phone: TestClient, meeting: Meeting) -> None:
    answer = phone.post(
        f"/gegevens/{meeting.code}", data={"consent": "named"},
        headers={"Origin": "https://elders.be"},
    )  # fmt: skip
    assert answer.status_code == 403
    assert chosen(data, meeting) == ""


def test_a_phone_that_took_the_name_over_waits_for_the_facilitator(
    data: Store, stranger: TestClient, meeting: Meeting
) -> None:
    (one,) = tracks.people(data, meeting.track_id)
    consent.give(data, one.id, "nameless")
    people.join(data, meeting.id, "andere", one.organisation_id, one.name, take_over=True)
    other = TestClient(stranger.app, follow_redirects=False)
    other.cookies.set(device_cookie(meeting), "andere")
    shown = other.get(f"/gegevens/{meeting.code}").text
    assert "nog niet zeker" in shown and "checked" not in shown and 'value="named"' not in shown
    assert other.post(f"/gegevens/{meeting.code}", data={"consent": "named"}).status_code == 422
    assert chosen(data, meeting) == "nameless"
    people.settle_takeover(data, meeting.id, one.id)
    assert other.post(f"/gegevens/{meeting.code}", data={"consent": "named"}).status_code == 303


def test_a_phone_that_keeps_choosing_has_to_wait(phone: TestClient, meeting: Meeting) -> None:
    answers = [
        phone.post(f"/gegevens/{meeting.code}", data={"consent": "named"}) for _time in range(12)
    ]
    assert [one.status_code for one in answers].count(422) >= 1
    assert "Wacht een halve minuut" in answers[-1].text


def test_where_and_until_when_are_told(
    data: Store, phone: TestClient, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = phone.get(f"/gegevens/{meeting.code}").text
    assert "laptop van de begeleider" in shown
    assert "Tot de begeleider het traject verwijdert" in shown
    consent.keep_until(data, meeting.track_id, "2027-06-30")
    monkeypatch.setenv("ODV_PUBLIC_URL", "https://vloer.voorbeeld.be")
    shown = phone.get(f"/gegevens/{meeting.code}").text
    assert "server vloer.voorbeeld.be" in shown and "laptop" not in shown
    assert "Tot en met 30 juni 2027" in shown


def test_a_phone_that_only_says_the_name_may_choose_less_and_never_more(
    data: Store, stranger: TestClient, meeting: Meeting
) -> None:
    (one,) = tracks.people(data, meeting.track_id)
    later = meetings.add(data, meeting.track_id, "Later")
    meetings.open_doors(data, later)
    people.join(data, later, "vreemd", one.organisation_id, one.name)
    second = meetings.room(data, later).meeting
    phone = TestClient(stranger.app, follow_redirects=False)
    phone.cookies.set(device_cookie(second), "vreemd")
    address = f"/gegevens/{second.code}"
    refused = phone.post(address, data={"consent": "named"})
    assert refused.status_code == 422 and "eigen link" in refused.text
    assert chosen(data, meeting) == ""
    consent.give(data, one.id, "named")
    assert "checked" not in phone.get(address).text
    assert phone.post(address, data={"consent": "nameless"}).status_code == 303
    assert phone.post(address, data={"consent": "named"}).status_code == 422
    assert chosen(data, meeting) == "nameless"
    people.settle_takeover(data, later, one.id)
    assert phone.post(address, data={"consent": "named"}).status_code == 303
