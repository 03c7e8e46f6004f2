"""Slotmoment in a real browser: a guest comes in by one tap, a quote that is withdrawn goes from
the screen at once, and what the room takes home stands there without names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from exercises import closing, quotes
from exercises.engine import running
from state import meetings, people, tracks
from state.database import Store
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone, Remote, Screen
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
QUOTE = "Wij dachten dat onze deur openstond. Tot we zelf ergens aanbelden."
OTHER = "Ik klop nu eerst."


@dataclass(frozen=True)
class Closed:
    """A last meeting with two quotes that may be shown, and the closing going on."""

    store: Store
    meeting: str
    code: str
    quotes: str
    writer: str

    def says(self, slot: str, payload: dict[str, str], number: int, who: str = "") -> None:
        room = meetings.room(self.store, self.meeting)
        running.send(
            self.store, room, self.quotes, who or self.writer, slot, payload, f"w{who}.{number}",
            by_hand=True,
        )  # fmt: skip


@pytest.fixture
def closed(stored: Store) -> Closed:
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    houses = [tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS]
    meeting = meetings.add(stored, track, "Slotmoment", "2027-06-10", "Zaal De Linde")
    said = meetings.add_activity(stored, meeting, "quotes", quotes.EXERCISE.sample.to_json(), 15)
    last = meetings.add_activity(stored, meeting, "closing", closing.EXERCISE.sample.to_json(), 40)
    meetings.open_doors(stored, meeting)
    running.start(stored, said)
    code = meetings.room(stored, meeting).meeting.code
    first, second = (
        people.add_by_hand(stored, meeting, houses[at], name)
        for at, name in ((0, "Samir"), (1, "Greet"))
    )
    here = Closed(stored, meeting, code, said, first)
    for who, text in ((first, QUOTE), (second, OTHER)):
        here.says("quote.text", {"text": text}, 1, who)
        here.says("quote.consent", {"consent": "names", "text": text}, 2, who)
    running.close(stored, said)
    running.start(stored, last)
    return here


def writes(someone: Phone, text: str, area: str) -> None:
    field = someone.page.get_by_label("Mijn actie")
    field.fill(text)
    someone.page.get_by_role("button", name="Zet op het scherm").click()
    expect(someone.page.locator(".write .saved")).to_be_visible()
    someone.page.get_by_role("radio", name=area).click()
    expect(someone.page.get_by_role("radio", name=area)).to_be_checked()


def half_written(guest: Phone, screen: Screen) -> None:
    """What is half written stays on the phone, however long its writer waits."""
    field = guest.page.get_by_label("Mijn actie")
    field.fill("We laten de d")
    field.blur()
    for _again in range(2):
        guest.page.wait_for_timeout(2500)
        screen.sees_nothing_of("We laten de d")
        guest.sees("Wat je schrijft, komt zonder naam op het scherm.")
        fits(guest)
        guest.look("half")
        guest.reloads()
        expect(field).to_have_value("We laten de d")


def pages_through(facilitator: Facilitator, remote: Remote, screen: Screen) -> None:
    """Both quotes, by the main button of the console, by keyboard and on the remote."""
    main = facilitator.page.locator(".con-go .con-main-do")
    screen.sees("1 van de 2")
    screen.rests()
    first = QUOTE if QUOTE in screen.all_words() else OTHER
    second = OTHER if first == QUOTE else QUOTE
    expect(main).to_have_text("Volgende: 2 van de 2")
    facilitator.look("eerste-kaart")
    main.focus()
    facilitator.page.keyboard.press("Enter")
    screen.sees(second, "2 van de 2", "1 van 2")
    expect(main).to_have_text("Volgend hoofdstuk")
    facilitator.presses("Vorige: 1 van de 2")
    screen.sees(first)
    expect(remote.button("Volgende: 2 van de 2")).to_be_visible()
    remote.look("afstand-kaart")
    remote.presses_after_a_moment("Volgende: 2 van de 2")
    screen.sees(second)
    expect(remote.button("Volgend hoofdstuk")).to_be_visible()
    remote.presses_after_a_moment("Vorige: 1 van de 2")
    screen.sees(first)


def test_a_guest_a_participant_and_the_room(
    closed: Closed, phone: TakeOut, facilitator: Facilitator, remote: Remote, server: Server
) -> None:
    facilitator.opens_console(server.url, closed.meeting)
    remote.page.goto(facilitator.remote_invitation())
    screen = facilitator.opens_screen()
    screen.reloads()
    console = facilitator.page.locator(".closing-console")

    guest = phone("gast", size=SMALL_PHONE)
    guest.page.goto(f"{server.url}/d/{closed.code}")
    fits(guest)
    guest.look("deur")
    guest.page.get_by_role("button", name="Ik ben te gast").click()
    expect(guest.page.locator(".closing-phone")).to_be_visible()
    guest.sees("Kijk mee op het scherm.")
    expect(facilitator.page.locator(".con-guests")).to_have_text("1 gast")
    nadia = phone("Nadia", size=PHONE)
    nadia.joins(f"{server.url}/d/{closed.code}", ORGANISATIONS[2][1], "Nadia")
    fits(guest)
    guest.look("wacht")

    # Only what there is to show is offered: the quotes and the question.
    screen.sees("1 van 2")
    pages_through(facilitator, remote, screen)
    screen.rests()
    shown = QUOTE if QUOTE in screen.all_words() else OTHER
    screen.sees(shown)
    screen.look_in_sizes("citaat")
    if shown == QUOTE:
        closed.says("quote.consent", {"consent": "none"}, 3)
        screen.sees_nothing_of(QUOTE, "Samir")
        screen.sees(OTHER)

    console.get_by_role("button", name="Toon nu: Eén actie die ik meeneem").click()
    screen.sees("Neem je gsm en schrijf één zin.")
    guest.sees("Eén zin volstaat.")
    area = guest.page.locator(".choose-one label").first.inner_text().strip()
    half_written(guest, screen)
    writes(guest, "We laten de deur open", area)
    writes(nadia, "we laten de deur open!", area)
    screen.sees("2 keer", "Twee acties")
    screen.sees_nothing_of("Nadia")
    for someone in (guest, nadia):
        fits(someone)
        someone.look("schreef")
    screen.look_in_sizes("acties")
    facilitator.look("regie")

    console.get_by_role("button", name="Verberg: ").click()
    screen.sees_nothing_of("de deur open")
    console.get_by_role("button", name="Toon weer: ").click()
    screen.sees("2 keer")
    guest.page.get_by_role("button", name="Trek mijn zin terug").click()
    screen.sees("Eén actie")
    screen.sees_nothing_of("2 keer")

    # Live: the question is skipped again, and the quotes come after it.
    console.get_by_role("button", name="In eigen woorden vroeger").wait_for(state="attached")
    console.get_by_role("button", name="Sla over: In eigen woorden").click()
    screen.sees("1 van 1")
