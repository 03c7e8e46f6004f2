"""Kijkstages in a browser: from an offer to a place, and from the day to three questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from state import clock, offering, offers, rows, taking, tracks
from state.database import Store
from state.models import Person
from tests.browser import judge
from tests.browser.actors import PHONE, SMALL_PHONE, Phone
from tests.browser.server import Server
from tests.own_page import link_of

TakeOut = Callable[..., Phone]
SHOWN = "Een voormiddag aan de keukentafel."


@dataclass(frozen=True)
class Neighbours:
    """Greet's organisation and Samir's, in one track without meetings."""

    store: Store
    track: str
    greet: str
    samir: str


@pytest.fixture
def neighbours(stored: Store) -> Neighbours:
    track = tracks.add_track(stored, tracks.free_name(stored, "Kijkstages"))
    host = tracks.add_organisation(stored, track, "Het Achterom", "inloop", "Sluiswijk")
    guest = tracks.add_organisation(
        stored, track, "Huis van het Kind Zevenhoek-Onderbergen", "kinderopvang", "Zevenhoek"
    )
    greet = tracks.add_person(stored, host, "Greet", "")
    return Neighbours(stored, track, greet, tracks.add_person(stored, guest, "Samir", ""))


def opens(server: Server, here: Neighbours, person: str, someone: Phone) -> Page:
    someone.page.goto(f"{server.url}/mijn/{link_of(here.store, person)}")
    someone.page.goto(f"{server.url}/mijn/kijkstages")
    return someone.page


def judged(someone: Phone, name: str) -> None:
    """Nothing is cut off, too small, or hidden from who has the page read aloud."""
    page = someone.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert judge.barriers(page) == {}, name
    assert judge.small_targets(page) == [], name
    assert page.locator("main h1").count() == 1, name
    someone.look(f"kijkstages-{name}-{page.viewport_size['width']}")  # type: ignore[index]


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE], ids=["390", "320"])
def test_from_an_offer_to_three_questions(
    server: Server, neighbours: Neighbours, phone: TakeOut, size: Any
) -> None:
    greet, samir = phone("Greet", size=size), phone("Samir", size=size)
    day = date.fromisoformat(clock.today()) + timedelta(days=12)
    page = opens(server, neighbours, neighbours.greet, greet)
    judged(greet, "leeg")
    page.get_by_role("link", name="Bied een kijkstage aan").click()
    page.get_by_label("Wat krijgt iemand te zien?").fill(SHOWN)
    page.get_by_label("Bij wie kloppen ze aan?").fill("Greet")
    # What was not sent yet outlives a reload.
    page.reload()
    expect(page.get_by_label("Wat krijgt iemand te zien?")).to_have_value(SHOWN)
    page.locator("[name=date]").first.fill(day.isoformat())
    page.locator("[name=start]").first.fill("09:00")
    page.locator("[name=end]").first.fill("12:00")
    judged(greet, "aanbod")
    page.get_by_role("button", name="Bied dit aan").click()
    greet.sees(SHOWN, "nog twee plaatsen")
    judged(greet, "eigen-aanbod")

    mine = opens(server, neighbours, neighbours.samir, samir)
    judged(samir, "kiezen")
    mine.get_by_role("link", name="Het Achterom").click()
    judged(samir, "dag")
    mine.get_by_role("button", name="Neem een plaats").click()
    samir.sees("Schrijf in één zin waarom")
    mine.get_by_label("Waarom wil je hier komen kijken?").fill("Ik wil die tafel zien.")
    mine.get_by_role("button", name="Neem een plaats").click()
    samir.sees("Je hebt een plaats.")
    judged(samir, "plaats")
    place = mine.url
    page.reload()
    greet.sees("Samir", "Ik wil die tafel zien.", "nog één plaats")

    with neighbours.store.write() as db:
        db.conn.execute("UPDATE offer_day SET date = ? WHERE date = ?", [clock.today(), str(day)])
    mine.goto(place)
    judged(samir, "vragen")
    mine.get_by_label("Eén zin voor Het Achterom").fill("Dank je wel. " * 40)
    samir.sees("119 tekens te veel: maak het iets korter. Nog niet bewaard.")
    mine.get_by_role("button", name="Bewaren").click()
    expect(mine.get_by_label("Eén zin voor Het Achterom")).to_be_focused()
    judged(samir, "zin-te-lang")
    mine.reload()
    samir.sees("119 tekens te veel: maak het iets korter. Nog niet bewaard.")
    mine.get_by_label("Wat zag je dat je niet verwachtte?").fill("Hoe stil het was.")
    mine.get_by_label("Eén zin voor Het Achterom").fill("Dank je voor de koffie.")
    mine.get_by_label("Eén zin voor je collega’s thuis").fill("Ga er ook eens kijken.")
    mine.get_by_role("button", name="Bewaren").click()
    samir.sees("Bewaard. Aanvullen mag altijd.")
    page.reload()
    greet.sees("Dank je voor de koffie.")
    assert "Hoe stil" not in page.content() and "Ga er ook" not in page.content()


def test_it_goes_by_keys_and_without_scripts(
    server: Server, neighbours: Neighbours, phone: TakeOut
) -> None:
    greet = phone("Greet")
    page = opens(server, neighbours, neighbours.greet, greet)
    reached = []
    for _tab in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 30)"))
    assert "Terug naar je plek" in reached and "Bied een kijkstage aan" in reached


def test_what_was_said_goes_once_it_is_no_longer_true(
    server: Server, neighbours: Neighbours, phone: TakeOut
) -> None:
    day = date.fromisoformat(clock.today()) + timedelta(days=12)
    days = [offers.OfferDay("", "", str(day + timedelta(n)), "09:00", "12:00", 1) for n in (0, 1)]
    words = offers.OfferWords(SHOWN, "", "Greet", "", "", 1)
    with neighbours.store.read() as db:
        host = rows.find(db, Person, "person", neighbours.greet).organisation_id
    offer = offering.offer(neighbours.store, host, words, days, today=clock.today())
    home = tracks.add_organisation(neighbours.store, neighbours.track, "De Brug", "OCMW")
    other = tracks.add_person(neighbours.store, home, "Bo", "")
    with neighbours.store.read() as db:
        first = offers.find_offer(db, offer).days[0].id
    taking.ask(neighbours.store, other, first, "Daarom", today=clock.today())
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, neighbours, neighbours.samir, samir)
    page.goto(f"{server.url}/mijn/kijkstages/aanbod/{offer}")
    samir.sees("vol, nog niemand wacht")
    page.locator("label.o").nth(0).click()
    expect(page.get_by_role("button", name="Zet me op de wachtlijst")).to_be_visible()
    judged(samir, "wachtlijst")
    page.locator("label.o").nth(1).click()
    page.get_by_label("Waarom wil je hier komen kijken?").fill("Om te zien.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Neem een plaats").click()
    samir.sees("Geen verbinding. Probeer het straks opnieuw.")
    page.context.set_offline(False)
    expect(page.get_by_text("Geen verbinding.")).to_have_count(0)
    page.get_by_role("button", name="Neem een plaats").click()
    samir.sees("Je hebt een plaats.")
    with neighbours.store.write() as db:
        db.conn.execute("UPDATE offer_day SET date = date(?, '-1 day')", [clock.today()])
    page.goto(f"{server.url}/mijn")
    samir.sees("Hoe was het bij Het Achterom?")
    samir.look("eigen-plek-na-kijkstage-320")
    page.get_by_role("link", name="Kijk even terug").click()
    page.get_by_label("Wat zag je dat je niet verwachtte?").fill("Rust.")
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Bewaard. Aanvullen mag altijd.")
    page.get_by_label("Wat zag je dat je niet verwachtte?").fill("Rust en")
    expect(page.get_by_text("Bewaard. Aanvullen")).to_have_count(0)
