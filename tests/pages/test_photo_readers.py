"""A photo on a sheet over HTTP: at each request only for who the exercise shows it to then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from exercises import organisation_sheet
from exercises.contract import Exercise, Phase
from exercises.engine import running
from pages.web import access, pictures
from state import access as passes
from state import app, meetings, people, restrictions, tracks
from state.database import Store
from state.models import Meeting
from state.restrictions import Thing
from tests.pages.test_pictures import jpeg

SLOT = "sheet.picture"


@dataclass
class Wall:
    """An and Bo of De Brug, whose sheet holds a photo of An, and Cas of Het Huis."""

    store: Store
    client: TestClient
    meeting: Meeting
    activity: str
    house: str
    people: dict[str, str]
    photo: str = ""

    def seen_by(self) -> str:
        """Who sees the photo: the phones by name, the screen, the desk and a stranger."""
        key = access.screen_key(self.meeting)
        desk = {access.FACILITATOR_COOKIE: passes.give_pass(self.store, "facilitator")}
        asked: dict[str, tuple[dict[str, str], str]] = {
            "An": (self.gsm("An"), ""), "Bo": (self.gsm("Bo"), ""), "Cas": (self.gsm("Cas"), ""),
            "screen": ({}, key), "desk": (desk, ""), "stranger": ({}, "another"),
        }  # fmt: skip
        return " ".join(one for one, (cookies, s) in asked.items() if self.gets(cookies, s))

    def gsm(self, name: str) -> dict[str, str]:
        """The cookies of somebody's phone."""
        return {access.device_cookie(self.meeting): f"gsm-{name}"}

    def gets(self, cookies: dict[str, str], key: str = "") -> bool:
        """Whether a browser is given the photo; what it is given it never keeps."""
        self.client.cookies.clear()
        self.client.cookies.update(cookies)
        found = self.client.get(f"/beeld/{self.photo}", params={"s": key})
        assert found.status_code in (200, 404)
        assert "no-store" in found.headers["cache-control"]
        return found.status_code == 200

    def chooses(self, payload: dict[str, Any]) -> None:
        """An puts something else on the sheet."""
        room = meetings.room(self.store, self.meeting.id)
        running.send(
            self.store, room, self.activity, self.people["An"], SLOT, payload, repr(payload)
        )

    def restricts(self, place: str, by: str = "An") -> None:
        """Somebody of De Brug says how far the picture may go."""
        things = [Thing(self.activity, self.house, (SLOT,))]
        restrictions.choose(
            self.store, self.meeting.track_id, self.people[by], things, place, "names"
        )

    def stage(self, key: str) -> None:
        """Go to a stage."""

        def at(exercise: Exercise[Any, Any], config: Any, phase: Phase) -> Phase:
            return exercise.with_switches(replace(phase, stage=key))

        running.change_phase(self.store, self.activity, at)


@pytest.fixture
def wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wall]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    store = app.store()
    track = tracks.add_track(store, "Samen")
    one, two = (tracks.add_organisation(store, track, name) for name in ("De Brug", "Het Huis"))
    found = meetings.add(store, track, "Kick-off")
    meetings.open_doors(store, found)
    meeting = meetings.room(store, found).meeting
    here = {
        name: people.join(store, meeting.id, f"gsm-{name}", house, name)
        for name, house in (("An", one), ("Bo", one), ("Cas", two))
    }
    config = replace(organisation_sheet.EXERCISE.sample, camera=True)
    activity = meetings.add_activity(
        store, meeting.id, "organisation_sheet", config.to_json(), 30
    )  # fmt: skip
    running.start(store, activity)
    routes = [
        Route("/beeld/{id}", pictures.take, methods=["POST"]),
        Route("/beeld/{id}", pictures.show, methods=["GET"]),
    ]
    made = Wall(store, TestClient(Starlette(routes=routes)), meeting, activity, one, here)
    made.client.cookies.update(made.gsm("An"))
    made.photo = made.client.post(f"/beeld/{activity}", content=jpeg()).json()["id"]
    yield made
    app.store.clear()


def test_a_photo_that_is_on_no_sheet_is_its_senders(wall: Wall) -> None:
    assert wall.seen_by() == "An"


def test_a_photo_goes_where_the_stage_lets_its_sheet_go(wall: Wall) -> None:
    wall.chooses({"photo": wall.photo})
    assert wall.seen_by() == "An Bo desk"
    wall.stage("wall")
    assert wall.seen_by() == "An Bo screen desk"
    wall.stage("fill")
    assert wall.seen_by() == "An Bo desk"


def test_what_its_owner_restricts_is_gone_for_others_at_the_next_request(wall: Wall) -> None:
    wall.chooses({"photo": wall.photo})
    wall.stage("wall")
    wall.restricts("self")
    assert wall.seen_by() == "An Bo"
    wall.restricts("group")
    assert wall.seen_by() == "An Bo screen desk"
    # Of what an organisation owns the narrowest choice of its people counts.
    wall.restricts("self", by="Bo")
    assert wall.seen_by() == "An Bo"


@pytest.mark.parametrize("after", [{"card": "brug"}, {"card": ""}])
def test_a_photo_that_was_taken_off_the_sheet_is_its_senders_again(
    wall: Wall, after: dict[str, Any]
) -> None:
    wall.chooses({"photo": wall.photo})
    wall.stage("wall")
    assert "screen" in wall.seen_by()
    wall.stage("fill")
    wall.chooses(after)
    wall.stage("wall")
    assert wall.seen_by() == "An"


def test_an_exercise_that_left_the_agenda_shows_its_photos_to_nobody(wall: Wall) -> None:
    wall.chooses({"photo": wall.photo})
    meetings.remove_activity(wall.store, wall.activity, "Organisatiefiche")
    assert wall.seen_by() == ""


def test_a_phone_that_took_a_name_over_sees_what_colleagues_see_until_it_was_checked(
    wall: Wall,
) -> None:
    people.join(wall.store, wall.meeting.id, "gsm-other", wall.house, "An", take_over=True)
    assert not wall.gets(wall.gsm("other")) and not wall.gets(wall.gsm("An"))
    room = meetings.room(wall.store, wall.meeting.id)
    running.send(
        wall.store, room, wall.activity, wall.people["Bo"], SLOT, {"photo": wall.photo}, "bo"
    )
    assert wall.gets(wall.gsm("other"))
