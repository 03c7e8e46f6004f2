"""The story of a visit in a real browser: tellers with their pictures, listeners with a lens."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import expect

from exercises import lenses
from exercises.engine import running
from state import meetings, notebook, people, tracks, visits
from state.database import Store
from state.models import TrackVisit
from state.notebook import NoteDraft
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone, Screen
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
TABLE = "Eerst aan tafel. Pas daarna het formulier."
SECRET = "De directeur kwam te laat."
QUESTION = "Wie eet hier nooit mee?"
REMARK = "De vrijwilligers kennen elke naam."


@dataclass(frozen=True)
class Told:
    """A meeting in which two visits are told, one of them with a notebook."""

    store: Store
    meeting: str
    code: str
    activity: str
    visit: str


@pytest.fixture
def told(stored: Store) -> Told:
    """Kattenstaart went to De Regenton, De Vensterbank to Kattenstaart."""
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    one, two, three = (
        tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS
    )
    went = [TrackVisit("", host=one, visitor=three, state="done"),
            TrackVisit("", host=three, visitor=two, state="done")]  # fmt: skip
    made = visits.add_all(stored, track, went)
    visits.announce(stored, made)
    meeting = meetings.add(stored, track, "Uitwisseling", "2026-11-22", "Zaal De Linde")
    activity = meetings.add_activity(
        stored, meeting, "lenses", lenses.EXERCISE.sample.to_json(), 60
    )
    meetings.open_doors(stored, meeting)
    code = meetings.room(stored, meeting).meeting.code
    return Told(stored, meeting, code, activity, made[0])


def photo() -> bytes:
    """A long table in the open air, as somebody may have taken it."""
    image = Image.new("RGB", (1200, 800), "#BECB98")
    draw = ImageDraw.Draw(image)
    table = [(380, 300), (820, 300), (1060, 660), (140, 660)]
    draw.polygon(table, fill="#FFFDF8", outline="#1E2638")
    for x in range(300, 1000, 130):
        draw.ellipse([x, 420, x + 70, 460], fill="#A8B7C8", outline="#1E2638", width=5)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def notes(here: Told, name: str) -> None:
    """What somebody noted on the first visit: one note with a photo that is shared, one that is
    not, and a quote about which nobody asked yet."""
    person = next(
        one.person.id for one in people.attendees(here.store, here.meeting)
        if one.person.name == name
    )  # fmt: skip
    visit = visits.visit(here.store, here.visit)
    table = notebook.put(here.store, visit, person, "note-table", NoteDraft(TABLE))
    notebook.add_photo(
        here.store, person, "note-table", "photo-table", "digest", "image/jpeg", (1200, 800),
        photo(),
    )  # fmt: skip
    notebook.share(here.store, person, table, shared=True)
    notebook.put(here.store, visit, person, "note-secret", NoteDraft(SECRET))
    notebook.put(here.store, visit, person, "note-quote", NoteDraft("Zeg het niet.", "quote"))


def comes_in(phone: TakeOut, here: Told, url: str, name: str, house: int, size: object) -> Phone:
    someone = phone(name, size=size)
    someone.has_joined(f"{url}/d/{here.code}", ORGANISATIONS[house][1], name)
    someone.page.wait_for_url("**/gsm*")
    return someone


def lays(someone: Phone, text: str, kind: str = "mijn vraag") -> None:
    someone.page.locator(".kinds button").filter(has_text=kind).click()
    someone.page.locator("#odv-remark").fill(text)
    someone.presses("Leg het bij het verhaal")
    expect(someone.page.locator(".own li").filter(has_text=text)).to_be_visible()
    expect(someone.page.locator(".own .saved").first).to_be_visible()


def goes_on(facilitator: Facilitator, label: str) -> None:
    """Press the main button, and wait until it counts again."""
    facilitator.page.wait_for_timeout(1500)
    facilitator.page.locator(".con-go").get_by_role("button", name=label, exact=True).click()


@dataclass(frozen=True)
class Telling:
    """Everybody in the room: Ayşe tells; Samir, of the host, Marleen and Wout listen."""

    here: Told
    facilitator: Facilitator
    screen: Screen
    ayse: Phone
    samir: Phone
    marleen: Phone
    wout: Phone

    @property
    def listeners(self) -> tuple[Phone, ...]:
        return self.samir, self.marleen, self.wout

    def begins(self) -> None:
        """Each listener has another lens; who tells has none."""
        self.ayse.sees("Jij vertelt.")
        held = [one.page.locator(".lenses-phone h1").inner_text() for one in self.listeners]
        assert len(set(held)) == len(held), held
        self.screen.reads("Kattenstaart", "over de vloer bij", "De Regenton", "Praktische bril")
        self.pause()
        self.screen.look("titel")
        for one in self.listeners:
            fits(one)
            one.look("bril")
        self.facilitator.look("begin")

    def chooses(self) -> None:
        """What is chosen comes on the screen, one at a time; the rest stays where it was."""
        self.ayse.sees("Een citaat zonder toestemming blijft bij jou.")
        fits(self.ayse)
        self.ayse.presses(f"Toon deze foto: {TABLE}")
        self.ayse.sees("Jullie beelden")
        self.ayse.look("kiest")
        self.ayse.page.get_by_label("Of schrijf er zelf iets bij").fill("Lang. " * 200)
        self.ayse.page.get_by_label("Of schrijf er zelf iets bij").blur()
        self.ayse.presses("Volgende")
        self.screen.reads("Eerst aan tafel.")
        self.pause()
        self.screen.look("beeld")
        self.screen.look_in_other_sizes("beeld")
        self.ayse.look("bladert")
        self.ayse.presses("Volgende")
        self.screen.reads("Lang. Lang.")
        self.pause()
        self.screen.look("woorden")
        for one in self.listeners:
            assert one.wire.brought(TABLE, SECRET, "Lang. Lang.") == []
        assert self.screen.wire.brought(SECRET, "Zeg het niet.") == []
        self.facilitator.look("bladzijden")

    def listens(self) -> None:
        """Remarks are laid beside the story, and nobody else reads them yet."""
        lays(self.samir, QUESTION)
        lays(self.marleen, REMARK, "mijn opmerking")
        lays(self.marleen, "Stilte mag hier.", "mijn opmerking")
        self.marleen.look("legde")
        fits(self.marleen)
        self.marleen.presses("Haal weg: Stilte mag hier.")
        expect(self.marleen.page.locator(".own li")).to_have_count(1)
        self.wout.page.locator("#odv-remark").fill("nog niet klaar")
        for one in (self.screen, self.ayse, self.wout):
            assert one.wire.brought(QUESTION, REMARK) == []

    def gathers(self) -> None:
        """All remarks by lens, nameless; tellers pick."""
        since = self.screen.wire.mark()
        goes_on(self.facilitator, "Toon wat de brillen zagen")
        self.screen.reads("Wat zie je door jouw bril?", QUESTION, REMARK)
        self.screen.reads("Hier is nog niets bij gelegd.", "Deze bril zette niemand op.")
        self.pause()
        self.screen.look("plank")
        self.screen.look_in_other_sizes("plank")
        told = self.screen.wire.brought("Samir", "Marleen", since=since)
        assert told == []
        assert self.samir.wire.brought(REMARK) == []
        self.ayse.sees(QUESTION)
        self.ayse.presses(f"Hier gaan we op in: {QUESTION}")
        expect(self.screen.page.locator(".card.picked")).to_contain_text("Wie eet")
        self.ayse.sees("Jullie beelden en woorden")
        self.ayse.sees_nothing_of("Dit komt op het scherm", "Kies uit jullie schriftje")
        fits(self.ayse)
        self.ayse.look("kiest-antwoord")
        expect(self.wout.page.locator("#odv-remark")).to_have_value("nog niet klaar")

    def answers(self) -> None:
        """One remark large."""
        goes_on(self.facilitator, "De vertellers antwoorden")
        self.ayse.presses(f"Toon groot: {QUESTION}")
        expect(self.screen.page.locator(".large")).to_contain_text(QUESTION)
        self.pause()
        self.screen.look("groot")
        self.screen.look_in_other_sizes("groot")
        self.facilitator.look("antwoord")
        self.ayse.look("antwoordt")
        self.ayse.page.locator(".do").get_by_role("button", name="Terug naar de plank").click()
        expect(self.screen.page.locator(".large")).to_have_count(0)
        self.wout.reloads()
        expect(self.wout.page.locator("#odv-remark")).to_have_value("nog niet klaar")

    def turns(self) -> None:
        """At the next story everybody who listened has another lens."""
        before = {
            one.who: one.page.locator(".lenses-phone h1").inner_text()
            for one in (self.samir, self.wout)
        }
        goes_on(self.facilitator, "Naar het volgende verhaal")
        self.marleen.sees("Jij vertelt.")
        self.wout.sees("Je schreef nog aan: Kattenstaart bij De Regenton")
        self.wout.look("vorige")
        for one in (self.samir, self.wout):
            assert one.page.locator(".lenses-phone h1").inner_text() != before[one.who]

    def pause(self) -> None:
        self.screen.page.wait_for_timeout(3000)

    def errors(self) -> list[str]:
        """What went wrong in any of the browsers."""
        everybody = (self.facilitator, self.screen, self.ayse, *self.listeners)
        return [error for one in everybody for error in one.errors]


def test_a_story_is_told_and_heard_through_lenses(
    told: Told, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, told.meeting)
    screen = facilitator.opens_screen()
    ayse, *listeners = (
        comes_in(phone, told, server.url, name, house, size)
        for name, house, size in (("Ayşe", 2, PHONE), ("Samir", 0, PHONE),
                                  ("Marleen", 1, SMALL_PHONE), ("Wout", 0, PHONE))
    )  # fmt: skip
    notes(told, "Ayşe")
    running.start(told.store, told.activity)
    here = Telling(told, facilitator, screen, ayse, *listeners)
    here.begins()
    here.chooses()
    here.listens()
    here.gathers()
    here.answers()
    here.turns()
    assert not here.errors()
