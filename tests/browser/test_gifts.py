"""Gifts in a real browser: filled, wrapped, and read by nobody before the host unwraps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from exercises import gifts
from exercises.engine import flow, running
from exercises.gifts.config import GiftsConfig, GiftVisit
from state import contributions, meetings, tracks
from state.database import Store
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone, Screen
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]
SECRET = "De keukentafel waar iedereen schilt."
CAPTION = "De lange tafel van woensdag."


@dataclass(frozen=True)
class Table:
    """A meeting with gifts that is going on."""

    store: Store
    meeting: str
    code: str
    activity: str

    def goes_to(self, stage: str) -> None:
        running.change_phase(
            self.store,
            self.activity,
            lambda ex, config, phase: flow.go_to(ex, config, phase, flow.position(phase), 0, stage),
        )

    def stored(self, part: str) -> list[object]:
        with self.store.read() as db:
            found = contributions.of_activity(db, self.activity)
        return [item.payload for item in found if item.slot.endswith(f".{part}")]


@pytest.fixture
def table(stored: Store) -> Table:
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    ids = [tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS]
    meeting = meetings.add(stored, track, "Uitwisseling", "2026-11-22", "Zaal De Linde")
    visits = GiftsConfig((GiftVisit("v1", ids[0], ids[2]), GiftVisit("v2", ids[2], ids[1])))
    activity = meetings.add_activity(stored, meeting, gifts.EXERCISE.kind, visits.to_json(), 60)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    return Table(stored, meeting, meetings.room(stored, meeting).meeting.code, activity)


def comes_in(phone: TakeOut, table: Table, url: str, name: str, house: str, size: object) -> Phone:
    someone = phone(name, size=size)
    someone.has_joined(f"{url}/d/{table.code}", house, name)
    expect(someone.page.locator(".gifts-phone")).to_be_visible()
    return someone


def draws(page: Page) -> None:
    """A line, a dot, and a cup that is put in its place with the keyboard."""
    paper = page.locator("svg.paper")
    expect(paper).to_be_visible()
    # A note that was asked for first comes into view by itself.
    page.wait_for_timeout(400)
    paper.evaluate("(sheet) => sheet.scrollIntoView({ block: 'start' })")
    box = paper.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 70, steps=5)
    page.mouse.up()
    page.mouse.click(box["x"] + 80, box["y"] + 30)
    page.get_by_text("Liever een vorm kiezen").click()
    cup = page.get_by_role("button", name="kop", exact=True)
    cup.click()
    expect(page.get_by_role("button", name="zet hier")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(cup).to_be_focused()


def one_gift_lies(screen: Screen, giver: str, host: str) -> None:
    """One gift lies on the table of the screen, and from whom to whom is told."""
    card = screen.page.locator(".gifts-screen .card")
    expect(card).to_have_count(1)
    expect(card).to_contain_text(host)
    expect(card).to_contain_text(giver)


def test_a_gift_is_read_by_nobody_before_its_host_unwraps_it(
    table: Table, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, table.meeting)
    screen = facilitator.opens_screen()
    screen.reloads()
    giver = comes_in(phone, table, server.url, "Samir", "De Regenton", SMALL_PHONE)
    host = phone("Lien")
    host.has_joined(f"{server.url}/d/{table.code}", "Kattenstaart", "Lien")

    giver.presses("Inpakken")
    giver.sees("Er zit nog niets in.")
    giver.page.get_by_role("textbox", name="Dit waardeer ik").fill(SECRET)
    giver.page.get_by_role("button", name="Zo zie ik jullie").click()
    draws(giver.page)
    giver.page.get_by_role("textbox", name="Wat staat erop").fill(CAPTION)
    giver.until(lambda: bool(table.stored("like")) and bool(table.stored("draw")), "a saved gift")
    giver.until(
        lambda: len(table.stored("draw")[0]["items"]) == 3,  # type: ignore[index]
        "a line, a dot and a cup",
    )
    giver.look("vullen")
    fits(giver)
    giver.reloads()
    field = giver.page.get_by_role("textbox", name="Dit waardeer ik")
    expect(field).to_have_value(SECRET)
    giver.presses("Inpakken")
    fits(giver)
    giver.presses_after_a_moment("Pak het in")
    giver.sees("Niemand leest je cadeautje")
    giver.sees_nothing_of(SECRET)
    screen.sees("1 van de 2")
    table.goes_to("unwrap")
    host.sees("Voor jullie ligt er 1 cadeautje.")
    fits(host)
    one_gift_lies(screen, "De Regenton", "Kattenstaart")
    for wire in (host.wire, screen.wire, facilitator.wire):
        assert SECRET.encode() not in wire.since(0) and CAPTION.encode() not in wire.since(0)

    host.page.get_by_role("button", name="Pak uit").click()
    screen.sees("pakt uit")
    host.presses("Bekijk het eerste briefje")
    host.sees(SECRET)
    screen.sees(SECRET)
    fits(host)
    assert CAPTION.encode() not in host.wire.since(0)
    host.presses("Volgend briefje")
    screen.sees(CAPTION)
    host.presses("Alles rustig nalezen")
    screen.sees("De rest kan wachten.")
    host.presses("Stel een vraag die verder gaat")
    host.page.get_by_role("textbox", name="Stel een vraag").fill("Wie begon ermee?")
    host.presses("Stel deze vraag")
    giver.sees("Wie begon ermee?")
    screen.sees("Wie begon ermee?")
    fits(host)
    host.presses_after_a_moment("Klaar, terug naar de tafel")
    host.sees("Dit kregen jullie.")
    for someone in (giver, host, screen, facilitator):
        assert someone.errors == []


def test_what_was_filled_is_not_lost_when_the_table_is_closed(
    table: Table, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, table.meeting)
    screen = facilitator.opens_screen()
    screen.reloads()
    samir = comes_in(phone, table, server.url, "Samir", "De Regenton", SMALL_PHONE)
    lien = comes_in(phone, table, server.url, "Lien", "Kattenstaart", PHONE)
    desk = facilitator.page.locator(".gifts-console")
    expect(desk).to_contain_text("De Vensterbank (niet in de zaal)")
    facilitator.look("cadeau-begin")
    for giver in (samir, lien):
        giver.page.get_by_role("textbox", name="Dit waardeer ik").fill(SECRET)
        giver.presses("Inpakken")
        giver.sees("Pak het in")
    facilitator.sees("0 van de 2", "zijn ingepakt. 2 gevulde cadeautjes zijn nog niet ingepakt.")
    facilitator.look("cadeau-waarschuwing")
    screen.look("cadeau-open-dozen-vullen")

    facilitator.presses("Sluit de tafel")
    screen.sees("0 van de 2", "2 gevulde cadeautjes zijn nog niet ingepakt.")
    screen.sees_nothing_of("De tafel is nog leeg", SECRET)
    samir.presses_after_a_moment("Pak het in")
    screen.sees("1 van de 2", "1 gevuld cadeautje is nog niet ingepakt.")
    screen.look("cadeau-tafel")
    facilitator.look("cadeau-tafel")
    lien.presses("Nog niet")
    lien.sees("De tafel is gesloten. Dit cadeautje kun je nog inpakken")
    lien.look("cadeau-gesloten")
    fits(lien)
    facilitator.presses("Begin met uitpakken")
    facilitator.sees("0 van de 1")
    lien.sees("Nog niet ingepakt: je cadeautje voor")
    lien.look("cadeau-laat")
    fits(lien)
    lien.page.wait_for_timeout(500)
    lien.page.get_by_role("button", name="Pak het in, voor").click()
    facilitator.sees("0 van de 2")
    facilitator.sees_nothing_of("nog niet ingepakt")

    lien.page.wait_for_timeout(500)
    lien.page.get_by_role("button", name="Pak uit").click()
    lien.presses("Bekijk het briefje")
    lien.sees(SECRET)
    lien.context.set_offline(True)
    lien.presses("Alles rustig nalezen")
    lien.sees("Je tik telt.")
    lien.look("cadeau-tik-telt")
    lien.context.set_offline(False)
    lien.sees("De rest kan wachten.")
    facilitator.sees("1 van de 2", "is uitgepakt")
    for someone in (samir, lien, screen, facilitator):
        assert someone.errors == []


def test_what_was_just_typed_is_in_the_gift_that_is_packed(
    server: Server, table: Table, phone: TakeOut
) -> None:
    someone = comes_in(phone, table, server.url, "Lien", "De Regenton", PHONE)
    someone.page.locator("section.note textarea").first.fill(SECRET)
    someone.page.evaluate(_PRESS, "Inpakken")
    someone.sees_nothing_of("Er zit nog niets in")
    expect(someone.page.locator("fieldset.pick").first).to_be_visible()
    someone.until(lambda: {"text": SECRET} in table.stored("like"), "the words to be stored")


# As a finger on an iPhone does it: the field keeps the keyboard.
_PRESS = """(name) => [...document.querySelectorAll("button")]
  .find((one) => one.textContent === name).click()"""


def test_what_is_being_typed_stays_when_the_group_is_asked_for_a_gift(
    table: Table, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, table.meeting)
    someone = comes_in(phone, table, server.url, "Lien", ORGANISATIONS[2][1], PHONE)
    someone.sees("Bij het uitpakken staat je naam erbij, ook op het scherm.")
    note = someone.page.get_by_role("textbox").first
    note.press_sequentially("De soep ")
    facilitator.page.get_by_role("button", name="Vraag de groep om een cadeautje").first.click()
    facilitator.sees("Wie geeft aan wie", "Wat van ons allemaal komt, vroeg je aan de groep.")
    back = someone.page.get_by_role("button", name="Naar je andere cadeautjes")
    expect(back).to_be_visible()
    someone.page.keyboard.type("van woensdag")
    expect(note).to_have_value("De soep van woensdag")
    expect(someone.page.locator(".saved").first).to_be_visible()
    assert table.stored("like") == [{"text": "De soep van woensdag"}]
    back.click()
    someone.sees("Voor wie vul je een cadeautje?")
