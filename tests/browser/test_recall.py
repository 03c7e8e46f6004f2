"""The recall in a real browser: dark phones, words and feelings, and what the group calls warm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import expect

from exercises import recall
from exercises.engine import running
from exercises.recall.config import RecallConfig
from state import meetings, tracks, visits
from state.database import Store
from state.models import TrackVisit
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone, Remote, Screen
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
FIRST = "Wat dacht je toen je het gebouw of de plek voor het eerst zag?"
WARM = "soep, nog voor de uitleg"
COOL = "een beetje stijf"


@dataclass(frozen=True)
class Recalled:
    """A meeting with a recall that is going on, and who visited whom."""

    store: Store
    meeting: str
    code: str
    activity: str


@pytest.fixture
def recalled(stored: Store) -> Recalled:
    """De Regenton went to one host, De Vensterbank to two, Kattenstaart to nobody."""
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    one, two, three = (
        tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS
    )
    went = [TrackVisit("", host=three, visitor=one, state="done"),
            TrackVisit("", host=three, visitor=two, state="done"),
            TrackVisit("", host=one, visitor=two, state="done"),
            TrackVisit("", host=two, visitor=three, state="called_off")]  # fmt: skip
    visits.announce(stored, visits.add_all(stored, track, went))
    meeting = meetings.add(stored, track, "Uitwisseling", "2026-11-22", "Zaal De Linde")
    config: RecallConfig = recall.EXERCISE.sample
    config = replace(config, questions=config.questions[:2])
    activity = meetings.add_activity(stored, meeting, "recall", config.to_json(), 30)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    return Recalled(stored, meeting, meetings.room(stored, meeting).meeting.code, activity)


def comes_in(
    phone: TakeOut, here: Recalled, url: str, name: str, house: str, size: object
) -> Phone:
    someone = phone(name, size=size)
    someone.has_joined(f"{url}/d/{here.code}", house, name)
    expect(someone.page.locator(".recall-phone")).to_be_visible()
    return someone


def writes(someone: Phone, text: str) -> None:
    field = someone.page.get_by_label("Enkele woorden")
    field.fill(text)
    field.blur()
    expect(someone.page.locator(".write .saved")).to_be_visible()


def feels(someone: Phone, feeling: str) -> None:
    button = someone.page.get_by_role("radio", name=feeling)
    button.click()
    expect(button).to_be_checked()
    expect(someone.page.locator(".feelings .saved")).to_be_visible()


def goes_on(facilitator: Facilitator, label: str) -> None:
    """Press the main button, and wait until it counts again."""
    facilitator.page.wait_for_timeout(1500)
    facilitator.page.locator(".con-go").get_by_role("button", name=label, exact=True).click()


@dataclass(frozen=True)
class Recalling:
    """Everybody in the room: Samir visited one host, Marleen two, Ayşe none; Wout sleeps."""

    facilitator: Facilitator
    screen: Screen
    samir: Phone
    marleen: Phone
    ayse: Phone
    wout: Phone

    def listens(self) -> None:
        """One sentence, and after the first question nothing; phones are dark."""
        # Only a page that is loaded anew is listened to from its first frame.
        self.screen.reloads()
        self.screen.sees("Sluit je ogen, als je wil.")
        self.screen.look("donker")
        for someone in (self.samir, self.marleen, self.ayse):
            expect(someone.page.locator(".dark-sheet")).to_be_visible()
        fits(self.ayse)
        self.ayse.look("donker")
        self.samir.presses("Luister. Je gsm rust. Tik om te kijken")
        self.samir.sees("Leg je gsm neer.")
        self.samir.look("wakker")
        self.facilitator.presses("Stel de eerste vraag")
        expect(self.screen.page.locator(".recall-screen")).to_have_text("")
        self.facilitator.selects("Stilte na een vraag", "20")
        self.facilitator.presses("Stel de volgende vraag")
        self.facilitator.sees("seconden stilte.")
        self.facilitator.look("vragen")
        self.screen.look("donker-zonder-woorden")
        self.wout.context.set_offline(True)

    def remembers(self) -> None:
        """Who visited one host sees which, who visited two picks, who visited none is told so."""
        goes_on(self.facilitator, "Naar de woorden")
        since = self.screen.wire.mark()
        self.samir.sees(FIRST, "Kattenstaart")
        self.ayse.sees("Ging je niet op bezoek?")
        self.marleen.sees("Welk bezoek herinner je je?")
        self.marleen.look("kiest-bezoek")
        fits(self.marleen)
        self.marleen.page.locator(".hosts button").filter(has_text="De Regenton").click()
        fits(self.ayse)
        self.ayse.look("schrijft")
        writes(self.samir, WARM)
        feels(self.samir, "verrast")
        writes(self.marleen, COOL)
        writes(self.ayse, "👋 مرحبا")
        self.samir.look("schreef")
        self.screen.reads(WARM, COOL, "verrast")
        assert self.screen.wire.brought(WARM, since=since), "the wire is really listened to"
        told = ("Samir", "Marleen", "Ayşe", "De Regenton", "Kattenstaart")
        assert self.screen.wire.brought(*told, since=since) == []
        assert self.ayse.wire.brought(WARM, COOL) == []
        self.locks(self.samir)
        self.wout.context.set_offline(False)
        self.wout.sees(FIRST)

    def locks(self, someone: Phone) -> None:
        """While answers are closed, a phone says so and takes none."""
        words = someone.page.get_by_label("Enkele woorden")
        other = someone.page.get_by_role("radio", name="welkom")
        self.facilitator.presses("Antwoorden open")
        someone.sees("De begeleider legde de briefjes vast.")
        expect(words).not_to_be_editable()
        expect(other).to_have_attribute("aria-disabled", "true")
        someone.look("vastgelegd")
        self.facilitator.presses("Antwoorden open")
        expect(words).to_be_editable()

    def marks(self) -> None:
        """What the group marks slides into the light."""
        self.facilitator.presses(f"In het licht: {WARM}")
        expect(self.screen.page.locator(".slip.warm")).to_contain_text(WARM)
        self.screen.reads("In het licht:")
        self.screen.page.wait_for_timeout(3000)
        self.screen.look("woorden")
        self.facilitator.look("briefjes")
        self.screen.look_in_other_sizes("woorden")

    def by_host(self) -> None:
        """By host only after the group was asked."""
        self.facilitator.chooses("per gastheer")
        self.facilitator.agrees("Iedereen is akkoord")
        expect(self.screen.page.locator(".host")).to_be_visible()
        self.screen.page.wait_for_timeout(1500)
        self.screen.look("per-gastheer")
        self.facilitator.look("per-gastheer")
        self.facilitator.chooses("per vraag")
        expect(self.screen.page.locator(".host")).to_have_count(0)

    def ends_in_the_light(self) -> None:
        """A second question, and all that was warm in one light."""
        goes_on(self.facilitator, "Volgende vraag")
        self.samir.sees("Hoe werd je begroet?")
        writes(self.samir, "met mijn voornaam")
        self.facilitator.presses("In het licht: met mijn voornaam")
        expect(self.screen.page.locator(".slip.warm")).to_have_count(1)
        goes_on(self.facilitator, "Wat warm was in één licht")
        expect(self.screen.page.locator(".slip.warm")).to_have_count(2)
        self.samir.sees("Kijk naar het scherm.")
        self.screen.page.wait_for_timeout(3000)
        self.screen.look("in-het-licht")
        self.samir.look("kijkt")
        self.facilitator.look("in-het-licht")

    def errors(self) -> list[str]:
        """What went wrong in any of the browsers."""
        everybody = (self.facilitator, self.screen, self.samir, self.marleen, self.ayse, self.wout)
        return [error for one in everybody for error in one.errors]


def test_a_whole_recall(
    recalled: Recalled, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, recalled.meeting)
    here = Recalling(
        facilitator, facilitator.opens_screen(), *(
            comes_in(phone, recalled, server.url, name, ORGANISATIONS[house][1], size)
            for name, house, size in (("Samir", 0, PHONE), ("Marleen", 1, PHONE),
                                      ("Ayşe", 2, SMALL_PHONE), ("Wout", 0, PHONE))
        )
    )  # fmt: skip
    here.listens()
    here.remembers()
    here.marks()
    here.by_host()
    here.ends_in_the_light()
    assert not here.errors()


def test_questions_are_asked_from_the_remote(
    recalled: Recalled, facilitator: Facilitator, remote: Remote, server: Server
) -> None:
    facilitator.opens_console(server.url, recalled.meeting)
    remote.page.goto(facilitator.remote_invitation())
    expect(remote.page.locator(".rem-moves")).to_contain_text(FIRST)
    remote.look("eerste-vraag")
    remote.presses("Stel de eerste vraag")
    expect(remote.page.locator(".rem-moves")).to_contain_text("Hoe werd je begroet?")
    facilitator.sees("Spreek traag. Laat stilte.")
    remote.look("volgende-vraag")
    assert not remote.errors
