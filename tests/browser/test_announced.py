"""The announcement in a real browser: doors that open on the screen, and what phones then tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from exercises import announcement
from state import meetings, tracks, visits
from state.database import Store
from state.models import TrackVisit
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
WHY = json.dumps(
    {"version": 1, "rank": 1, "question": "Hoe beslissen ouders mee?", "strength": "Ouders kiezen"}
)


@dataclass(frozen=True)
class Doors:
    """A meeting with an announcement that did not begin."""

    store: Store
    track: str
    meeting: str
    code: str

    def announced(self) -> list[bool]:
        return [one.announced for one in visits.of_track(self.store, self.track)]


@pytest.fixture
def doors(stored: Store) -> Doors:
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    ids = [tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS]
    meeting = meetings.add(stored, track, "Voorbereiding", "2026-11-22", "Zaal De Linde")
    visits.add_all(stored, track, (
        TrackVisit("", ids[1], ids[0], why=WHY), TrackVisit("", ids[0], ids[2], count=1),
    ))  # fmt: skip
    kind = announcement.EXERCISE.kind
    meetings.add_activity(stored, meeting, kind, announcement.EXERCISE.sample.to_json(), 20)
    meetings.open_doors(stored, meeting)
    return Doors(stored, track, meeting, meetings.room(stored, meeting).meeting.code)


def test_doors_open_one_by_one_and_phones_tell_the_own_visits(
    doors: Doors, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    names = [name for _kind, name in ORGANISATIONS]
    facilitator.opens_console(server.url, doors.meeting)
    screen = facilitator.opens_screen()
    first, third = phone("Katrien", size=SMALL_PHONE), phone("Ayşe", size=PHONE)
    first.joins(f"{server.url}/d/{doors.code}", names[0], "Katrien")
    third.joins(f"{server.url}/d/{doors.code}", names[2], "Ayşe")
    facilitator.page.get_by_role("button", name="Begin").first.click()

    screen.sees(names[0], "gaat over de vloer", "bij …")
    first.sees("Jullie deur gaat straks open")
    screen.sees_nothing_of(names[1], "Hoe beslissen")
    first.sees_nothing_of(names[1])
    fits(first)

    facilitator.presses("Open de deur")
    screen.sees(f"bij {names[1]}.", "Hoe beslissen ouders mee?", "Ouders kiezen")
    first.sees("Jouw organisatie gaat over de vloer bij", names[1])
    expect(third.page.locator(".announcement-phone .sheet")).to_have_count(0)
    assert doors.announced() == [True, False]
    fits(first)

    facilitator.presses("Verder")
    facilitator.presses("Open de deur")
    first.sees("Bij jullie komt over de vloer", names[2])
    third.sees("Jouw organisatie gaat over de vloer bij", names[0])
    assert doors.announced() == [True, True]
    fits(third)

    facilitator.presses("Verder")
    screen.sees("Wie komt er bij wie over de vloer?")
    facilitator.presses("Open de deur")
    web = screen.page.locator(".announcement-screen .web")
    expect(web.locator("g.arrived")).to_have_count(2)
    expect(web.locator("g.soles")).to_have_count(2)
    facilitator.sees("2 van de 2")
