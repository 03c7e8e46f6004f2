"""Two couples in their guides at the same time, from a sentence to the event in a calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, expect

from exercises import guide
from exercises.engine import flow, running
from state import meetings, own_links, tracks, visits
from state.database import Store
from state.models import TrackVisit
from tests.browser.actors import PATIENCE, SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import barriers, english, sideways, small_targets
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
REGENTON, VENSTERBANK, KATTENSTAART = (name for _kind, name in ORGANISATIONS)
SENTENCE, ANSWER = "Als wij thuis één ding anders doen.", "Als jullie zagen wat moeilijk loopt."
OTHERS = "Dit is van een ander koppel."


@dataclass(frozen=True)
class GuideRoom:
    """A meeting with guides that are going on, for two visits."""

    store: Store
    track: str
    meeting: str
    code: str
    activity: str
    first: str
    second: str

    def row(self, visit_id: str) -> TrackVisit:
        found = visits.of_track(self.store, self.track)
        return next(one for one in found if one.id == visit_id)

    def shows_programmes(self) -> None:
        """The facilitator goes on to the programmes."""
        stage = guide.EXERCISE.stages[-1].key
        running.change_phase(
            self.store, self.activity,
            lambda ex, config, now: flow.go_to(ex, config, now, flow.position(now), 0, stage),
        )  # fmt: skip


@pytest.fixture
def room(stored: Store) -> GuideRoom:
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    ids = [tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS]
    made = visits.add_all(stored, track, [
        TrackVisit("", ids[1], ids[0], announced=True),
        TrackVisit("", ids[0], ids[2], announced=True),
    ])  # fmt: skip
    meeting = meetings.add(stored, track, "Voorbereiding", "2027-01-20", "Zaal De Linde")
    sample = guide.EXERCISE.sample.to_json()
    activity = meetings.add_activity(stored, meeting, guide.EXERCISE.kind, sample, 75)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    code = meetings.room(stored, meeting).meeting.code
    return GuideRoom(stored, track, meeting, code, activity, *made)


def opens(phone: Phone, part: str) -> None:
    """Go to a part of the guide, from wherever the phone is."""
    whole = phone.page.get_by_role("button", name="De hele leidraad").first
    if whole.is_visible():
        whole.click()
    phone.page.locator(".poster .row").filter(has_text=part).click()


def own_slip(phone: Phone) -> Locator:
    return phone.page.locator(".slip.mine textarea")


def judges(phone: Phone) -> None:
    """Nothing English, nothing too wide, too small or without a name."""
    phone.rests()
    assert (english(phone), sideways(phone.page), small_targets(phone.page)) == ([], [], [])
    assert barriers(phone.page) == {}
    assert phone.errors == []


def adds_day(phone: Phone, day: str) -> None:
    phone.page.get_by_label("dag", exact=False).last.fill(day)
    phone.presses("Voeg deze dag toe")
    expect(phone.page.locator(".visit-day")).not_to_have_count(0, timeout=PATIENCE)


def adds_part(phone: Phone, text: str, start: str, form: str, day: str) -> None:
    phone.presses("Voeg een onderdeel toe")
    page = phone.page
    page.get_by_label("Wat doen jullie?").fill(text)
    page.get_by_role("button", name=day).click()
    page.get_by_label("Van", exact=True).fill(start)
    page.get_by_role("button", name=form).click()
    phone.presses("Bewaar")
    expect(page.locator(".stop", has_text=text)).to_be_visible(timeout=PATIENCE)


@dataclass(frozen=True)
class Couples:
    """Katrien visits Marleen, and is visited by Lien; each with a phone in the room."""

    katrien: Phone
    marleen: Phone
    lien: Phone

    @classmethod
    def come_in(cls, phone: TakeOut, door: str) -> Couples:
        katrien, marleen = phone("katrien"), phone("marleen", size=SMALL_PHONE)
        lien = phone("lien")
        katrien.has_joined(door, REGENTON, "Katrien", "gezinswerker")
        marleen.has_joined(door, VENSTERBANK, "Marleen", "coördinator")
        lien.has_joined(door, KATTENSTAART, "Lien", "coach")
        # Somebody of two visits chooses; who has one is in it at once.
        katrien.presses(f"{REGENTON} bij {VENSTERBANK}")
        marleen.sees(f"{REGENTON} komt bij jullie")
        lien.sees(f"Jullie bezoek aan {REGENTON}")
        return cls(katrien, marleen, lien)

    def write(self) -> None:
        """Two guides at once: each couple reads its own."""
        for one in (self.katrien, self.marleen, self.lien):
            opens(one, "Geslaagd")
        own_slip(self.katrien).fill(SENTENCE)
        self.marleen.sees("schrijft", SENTENCE)
        own_slip(self.marleen).fill(ANSWER)
        own_slip(self.lien).fill(OTHERS)
        self.katrien.sees(ANSWER)
        for one in (self.katrien, self.marleen):
            judges(one)
            one.sees_nothing_of(OTHERS)
        self.lien.sees_nothing_of(SENTENCE, ANSWER)
        self.katrien.look("vraag")

    def choose_days(self, room: GuideRoom) -> None:
        """The days go to the visit itself, whoever chooses them."""
        opens(self.marleen, "Dagen")
        for day in ("2027-03-26", "2027-03-29"):
            adds_day(self.marleen, day)
        opens(self.katrien, "Dagen")
        self.katrien.sees("maandag 29 maart")
        self.katrien.until(lambda: len(room.row(room.first).days) == 2, "two days of the visit")
        assert room.row(room.second).days == ()
        judges(self.marleen)

    def plan(self) -> None:
        """Each adds a part, and the other has it."""
        for one, day in ((self.katrien, "vr 26 maart"), (self.marleen, "ma 29 maart")):
            opens(one, "Programma")
            one.presses(day)
            adds_part(one, f"Koffie met {one.who}", "09:00", "aankomen", day)
            judges(one)
        self.katrien.presses("ma 29 maart")
        self.katrien.sees("Koffie met marleen")
        self.katrien.look("programma")


@dataclass(frozen=True)
class AtHome:
    """The own page of Katrien, in a browser at home."""

    phone: Phone
    url: str

    @classmethod
    def opened(cls, room: GuideRoom, phone: TakeOut, url: str) -> AtHome:
        people = {one.name: one for one in tracks.people(room.store, room.track)}
        (link,) = own_links.give(room.store, room.track, [people["Katrien"].id]).values()
        home = phone("katrien thuis")
        home.page.goto(f"{url}/mijn/{link}")
        return cls(home, url)

    def events(self) -> list[Any]:
        """What is in the calendar file."""
        answer = self.phone.context.request.get(f"{self.url}/mijn/kalender.ics")
        assert answer.status == 200
        return list(Calendar.from_ical(answer.body()).walk("VEVENT"))

    def states(self) -> set[str]:
        return {str(one["status"]) for one in self.events()}


def test_two_couples_from_a_sentence_to_the_calendar(
    room: GuideRoom, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    couples = Couples.come_in(phone, f"{server.url}/d/{room.code}")
    couples.write()
    couples.choose_days(room)
    couples.plan()

    # On both sides of the change to summer time it is nine o'clock.
    home = AtHome.opened(room, phone, server.url)
    found = home.events()
    assert {str(one["summary"]): one["dtstart"].dt.strftime("%a %H:%M %z") for one in found} == {
        f"Koffie met katrien ({VENSTERBANK})": "Fri 09:00 +0100",
        f"Koffie met marleen ({VENSTERBANK})": "Mon 09:00 +0200",
    }

    # One programme large, for the whole room.
    facilitator.opens_console(server.url, room.meeting)
    screen = facilitator.opens_screen()
    screen.sees("Van leervraag naar programma")
    room.shows_programmes()
    screen.sees(f"Twee dagen bij {VENSTERBANK}", "Koffie met katrien", "Koffie met marleen")
    screen.sees_nothing_of(SENTENCE, OTHERS)
    screen.look("programma")

    # Called off while the guide is open: told kindly, kept, and out of the calendar.
    visits.set_state(room.store, [room.first], "called_off")
    couples.marleen.sees("Voor jullie is er deze keer geen bezoek.")
    assert home.states() == {"CANCELLED"}
    visits.set_state(room.store, [room.first], "agreed")
    couples.marleen.sees(f"{REGENTON} komt bij jullie")
    opens(couples.marleen, "Geslaagd")
    couples.marleen.sees(SENTENCE)
    assert home.states() == {"CONFIRMED"}
    assert min(one["sequence"] for one in home.events()) > max(one["sequence"] for one in found)


def test_a_latecomer_finds_what_the_others_wrote(
    room: GuideRoom, phone: TakeOut, server: Server
) -> None:
    door = f"{server.url}/d/{room.code}"
    marleen = phone("marleen")
    marleen.has_joined(door, VENSTERBANK, "Marleen")
    opens(marleen, "Geslaagd")
    own_slip(marleen).fill(ANSWER)
    expect(marleen.page.locator(".slip.mine .saved")).to_be_visible(timeout=PATIENCE)
    late = phone("jef")
    late.has_joined(door, VENSTERBANK, "Jef")
    opens(late, "Geslaagd")
    late.sees(ANSWER)
    own_slip(late).fill(SENTENCE)
    marleen.sees(SENTENCE)
