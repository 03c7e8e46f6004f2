"""A photo of a notebook that is shown in an exercise: only while it is chosen and shared, and only
to who reads it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from exercises import lenses, line
from exercises.engine import running
from pages.web import access, note_pictures
from state import app, meetings, notebook, people, restrictions, tracks, visits
from state.database import Store
from state.models import FACILITATOR, Meeting, TrackVisit
from state.notebook import NoteDraft
from state.problems import Refused
from state.restrictions import Thing
from tests.live_pages import phone_seat
from tests.pages.test_pictures import jpeg


@dataclass
class Site:
    """A visit of De Brug to Het Huis that An and Bo tell, with a photo in An's notebook; Cas of Het
    Huis and Dee of a third organisation are in the room too."""

    store: Store
    client: TestClient
    meeting: Meeting
    activity: str
    visit: TrackVisit
    people: dict[str, str]
    note: str
    photo: str

    def sees(self, name: str = "", key: str = "") -> bool:
        """Whether the phone of somebody, a screen with this key, or a stranger sees the photo."""
        self.client.cookies.clear()
        if name:
            self.client.cookies.set(access.device_cookie(self.meeting), f"gsm-{name}")
        answer = self.client.get(f"/beeld/{self.activity}/{self.photo}", params={"s": key})
        assert answer.status_code in (200, 404)
        if answer.status_code == 200:
            assert "no-store" in answer.headers["cache-control"]
        return answer.status_code == 200

    @property
    def key(self) -> str:
        return access.screen_key(self.meeting)

    def chooses(self, *, on: bool = True) -> None:
        """An shows the photo, or no more."""
        slot = f"{self.visit.id}.card-{self.note}~{self.photo}"
        room = meetings.room(self.store, self.meeting.id)
        running.send(
            self.store, room, self.activity, self.people["An"], slot, {"on": on, "n": 1},
            f"sending-{on}-{self.photo}",
        )  # fmt: skip

    @property
    def is_shared(self) -> bool:
        with self.store.read() as db:
            (found,) = notebook.of_person(db, self.people["An"], self.visit.id)
        return found.shared


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
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
    note = notebook.put(store, visit, here["An"], "note-one", NoteDraft("Eerst aan tafel."))
    photo = notebook.add_photo(
        store, here["An"], "note-one", "photo-one", "d", "image/jpeg", (400, 300), jpeg()
    )
    activity = meetings.add_activity(
        store, meeting.id, "lenses", lenses.EXERCISE.sample.to_json(), 60
    )
    running.start(store, activity)
    client = TestClient(Starlette(routes=[Route("/beeld/{activity}/{photo}", note_pictures.show)]))
    yield Site(store, client, meeting, activity, visit, here, note, photo)
    app.store.clear()


def test_only_its_writer_sees_a_photo_that_is_not_shared(site: Site) -> None:
    assert site.sees("An")
    for name in ("Bo", "Cas", "Dee", ""):
        assert not site.sees(name)
    assert not site.sees(key=site.key)


def test_choosing_shares_and_shows_it_on_the_screen_and_to_who_tells(site: Site) -> None:
    assert not site.is_shared
    site.chooses()
    assert site.is_shared
    assert site.sees(key=site.key) and site.sees("An") and site.sees("Bo")
    # Who listens is not given it, the host neither, as long as they do not tell the story.
    assert not site.sees("Cas") and not site.sees("Dee")
    assert not site.sees() and not site.sees(key="another")
    room = meetings.room(site.store, site.meeting.id)
    running.send(
        site.store, room, site.activity, FACILITATOR, f"{site.visit.id}.by", {"who": "host"}, "by"
    )
    assert site.sees("Cas") and not site.sees("Dee")


def test_what_is_shared_and_not_chosen_is_not_on_the_screen(site: Site) -> None:
    notebook.share(site.store, site.people["An"], site.note, shared=True)
    assert not site.sees(key=site.key) and site.sees("Bo") and not site.sees("Dee")


def test_what_is_chosen_no_more_or_shared_no_more_is_gone_at_the_next_request(site: Site) -> None:
    site.chooses()
    assert site.sees(key=site.key)
    notebook.share(site.store, site.people["An"], site.note, shared=False)
    assert not site.sees(key=site.key) and not site.sees("Bo") and site.sees("An")
    notebook.share(site.store, site.people["An"], site.note, shared=True)
    assert site.sees(key=site.key)
    site.chooses(on=False)
    assert not site.sees(key=site.key)


def test_of_a_note_with_two_photos_only_the_chosen_one_is_shown(site: Site) -> None:
    other = notebook.add_photo(
        site.store, site.people["An"], "note-one", "photo-two", "e", "image/jpeg", (400, 300),
        jpeg(),
    )  # fmt: skip
    site.chooses()
    first = site.photo
    assert site.sees(key=site.key)
    site.photo = other
    assert not site.sees(key=site.key) and site.sees("An")
    site.chooses()
    assert site.sees(key=site.key)
    site.photo = first
    site.chooses(on=False)
    # The note is on the screen still, by its other photo.
    assert not site.sees(key=site.key)
    site.photo = other
    assert site.sees(key=site.key)


def test_a_card_that_its_house_keeps_to_itself_is_not_on_the_screen(site: Site) -> None:
    site.chooses()
    slot = f"{site.visit.id}.card-{site.note}~{site.photo}"
    thing = Thing(site.activity, site.visit.visitor, (slot,))
    restrictions.choose(
        site.store, site.meeting.track_id, site.people["Bo"], [thing], "self", "names"
    )
    assert not site.sees(key=site.key) and not site.sees("Dee") and site.sees("An")


def test_a_note_that_is_thrown_away_takes_its_photo_along(site: Site) -> None:
    site.chooses()
    notebook.remove(site.store, site.people["An"], site.note)
    assert not site.sees(key=site.key) and not site.sees("An")


def test_another_exercise_and_another_meeting_show_it_to_nobody(site: Site) -> None:
    site.chooses()
    other = meetings.add_activity(
        site.store, site.meeting.id, "line", line.EXERCISE.sample.to_json(), 9
    )
    site.client.cookies.clear()
    for activity in (other, "unknown"):
        for key in (site.key, ""):
            answer = site.client.get(f"/beeld/{activity}/{site.photo}", params={"s": key})
            assert answer.status_code == 404
    assert site.client.get(f"/beeld/{site.activity}/unknown?s={site.key}").status_code == 404


def test_a_phone_that_took_a_name_over_sees_nothing_until_it_was_checked(site: Site) -> None:
    site.chooses()
    house = tracks.organisations(site.store, site.meeting.track_id)[0].id
    people.join(site.store, site.meeting.id, "gsm-ander", house, "An", take_over=True)
    assert not site.sees("ander")


def test_a_phone_that_only_says_the_name_neither_sees_nor_shares_it(site: Site) -> None:
    later = meetings.add(site.store, site.meeting.track_id, "Later")
    meetings.open_doors(site.store, later)
    site.activity = meetings.add_activity(
        site.store, later, "lenses", lenses.EXERCISE.sample.to_json(), 60
    )
    running.start(site.store, site.activity)
    site.meeting = meetings.room(site.store, later).meeting
    (house,) = (one.organisation_id for one in tracks.people(site.store, site.meeting.track_id)
                if one.name == "An")  # fmt: skip
    people.join(site.store, later, "gsm-vreemd", house, "An")
    assert not site.sees("vreemd")
    seat = phone_seat(site.store, site.meeting, "gsm-vreemd")
    slot = f"{site.visit.id}.card-{site.note}~{site.photo}"
    message = {"kind": "answer", "id": "m.1", "activity": site.activity, "slot": slot,
               "payload": {"on": True, "n": 1}}  # fmt: skip
    with pytest.raises(Refused):
        seat.receive(message)
    assert not site.is_shared
    people.settle_takeover(site.store, later, site.people["An"])
    assert site.sees("vreemd")
    seat.receive({**message, "id": "m.2"})
    assert site.is_shared
