"""Citaten in a real browser: nothing is shown before its writer chose, and what is withdrawn goes
from the screen at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from exercises import quotes
from exercises.engine import running
from state import meetings, people, tracks
from state.database import Store
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
NAMED = "Wij dachten dat onze deur openstond. Tot we zelf ergens aanbelden."
UNNAMED = "Ik durf weer te vragen wat ik niet weet."
KEPT = "Dit hou ik liever voor mij."


@dataclass(frozen=True)
class Quoted:
    """A meeting at its end, with Citaten going on."""

    store: Store
    meeting: str
    code: str


@pytest.fixture
def quoted(stored: Store) -> Quoted:
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    for kind, name in ORGANISATIONS:
        tracks.add_organisation(stored, track, name, kind)
    meeting = meetings.add(stored, track, "Slotmoment", "2026-11-22", "Zaal De Linde")
    config = quotes.EXERCISE.sample.to_json()
    activity = meetings.add_activity(stored, meeting, "quotes", config, 15)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    return Quoted(stored, meeting, meetings.room(stored, meeting).meeting.code)


def comes_in(phone: TakeOut, here: Quoted, url: str, name: str, house: int, size: object) -> Phone:
    someone = phone(name, size=size)
    someone.has_joined(f"{url}/d/{here.code}", ORGANISATIONS[house][1], name)
    expect(someone.page.locator(".quotes-phone")).to_be_visible()
    return someone


def writes(someone: Phone, text: str) -> None:
    field = someone.page.get_by_label("Mijn zin")
    field.fill(text)
    field.blur()
    expect(someone.page.locator(".write .saved")).to_be_visible()


def way(someone: Phone, label: str) -> Locator:
    return someone.page.get_by_role("radio", name=label, exact=True)


def allows(someone: Phone, label: str) -> None:
    way(someone, label).click()
    expect(way(someone, label)).to_be_checked()
    expect(someone.page.locator(".consent .saved")).to_be_visible()


def goes_on(facilitator: Facilitator, label: str) -> None:
    """Press the main button, once it counts again."""
    facilitator.page.wait_for_timeout(1500)
    facilitator.page.locator(".con-go").get_by_role("button", name=label, exact=True).click()


def test_nothing_is_shown_without_consent_and_it_is_withdrawn_at_once(
    quoted: Quoted, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, quoted.meeting)
    screen = facilitator.opens_screen()
    screen.reloads()
    screen.sees("Wat bracht dit traject je?")
    screen.look("vraag")
    nadia = comes_in(phone, quoted, server.url, "Nadia", 0, PHONE)
    idris = comes_in(phone, quoted, server.url, "Idris", 1, SMALL_PHONE)
    lien = comes_in(phone, quoted, server.url, "Lien", 2, PHONE)
    fits(idris)
    idris.look("leeg")

    # Words alone are for nobody's eyes.
    for someone, text in ((nadia, NAMED), (idris, UNNAMED), (lien, KEPT)):
        writes(someone, text)
        someone.sees("Je zin staat nergens tot je kiest.")
    assert screen.wire.brought(NAMED, UNNAMED, KEPT) == []
    assert facilitator.wire.brought(NAMED, UNNAMED, KEPT) == []

    allows(nadia, "Met mijn naam")
    allows(idris, "Zonder naam")
    allows(lien, "Niet gebruiken")
    nadia.look("koos")
    fits(nadia)
    goes_on(facilitator, "Toon ze een voor een")
    expect(screen.page.locator(".one")).to_be_visible()
    first = screen.page.locator(".one blockquote").inner_text()
    mine, other = (nadia, idris) if NAMED in first else (idris, nadia)
    mine.sees("Je zin staat nu op het scherm.")
    screen.look_in_sizes("een")
    facilitator.look("een")
    mine.look("op-het-scherm")

    # The console has the unnamed one, without who it is from.
    facilitator.sees(UNNAMED)
    row = facilitator.page.locator(".quotes-console li").filter(has_text=UNNAMED)
    expect(row).to_contain_text("zonder naam")
    expect(row).not_to_contain_text("Idris")
    assert facilitator.wire.brought(KEPT) == []

    # Withdrawn while it is on the screen: it goes at once, and the other one is there.
    gone = first.strip("‘’")
    allows(mine, "Niet gebruiken")
    expect(screen.page.locator(".one blockquote")).not_to_contain_text(gone)
    screen.sees_nothing_of(gone)
    facilitator.sees_nothing_of(gone)
    other.sees("Je zin staat nu op het scherm.")

    # Given again as easily, and together on the wall.
    allows(mine, "Alleen met mijn organisatie" if mine is nadia else "Zonder naam")
    goes_on(facilitator, "Hang ze samen")
    expect(screen.page.locator(".wall li")).to_have_count(2)
    screen.look_in_sizes("muur")
    facilitator.look("muur")

    # Words that change are shown no more until their writer chooses anew.
    writes(other, "Iets helemaal anders.")
    other.sees("Je zin veranderde. Hij staat nergens tot je opnieuw kiest.")
    expect(screen.page.locator(".wall li")).to_have_count(1)
    other.look("veranderd")
    assert screen.wire.brought(KEPT, "Iets helemaal anders.") == []
    everybody = (facilitator, screen, nadia, idris, lien)
    assert not [error for one in everybody for error in one.errors]


def test_who_has_no_phone_is_written_for_with_what_is_allowed(
    quoted: Quoted, facilitator: Facilitator, server: Server
) -> None:
    room = meetings.room(quoted.store, quoted.meeting)
    people.add_by_hand(quoted.store, quoted.meeting, room.organisations[0].id, "Greet")
    facilitator.opens_console(server.url, quoted.meeting)
    form = facilitator.page.locator(".quotes-console .without")
    form.get_by_label("De zin").fill(NAMED)
    form.get_by_label("Wat mag ermee?").select_option(label="Met mijn naam")
    form.get_by_role("button", name="Bewaar", exact=True).click()
    expect(form.get_by_text("Bewaard.")).to_be_visible()
    facilitator.sees("Greet, De Regenton")
    facilitator.look("zonder-gsm")
    form.get_by_role("button", name="Bewaar", exact=True).click()
    facilitator.sees_nothing_of("Greet, De Regenton")
    assert not facilitator.errors
