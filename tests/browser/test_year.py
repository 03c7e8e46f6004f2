"""A year from a template: made on the desk, its agenda dragged into another order, and held."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from exercises.templates.list import TEMPLATES
from state import meetings, tracks
from state.database import Store
from state.models import Activity
from tests.browser.actors import PATIENCE, Facilitator, Phone
from tests.browser.judge import faults
from tests.browser.server import Server

TakeOut = Callable[..., Phone]
KICK_OFF = TEMPLATES[0].meetings[0]


def agenda(stored: Store, meeting: str) -> list[Activity]:
    return list(meetings.room(stored, meeting).agenda)


def drags(facilitator: Facilitator, one: str, onto: str) -> None:
    """Hold the card of one item by its grip and let it go on another."""
    page = facilitator.page
    cards = [page.locator(f".st-key-odv-card-{item}") for item in (one, onto)]
    for card in cards:
        expect(card).to_have_class(re.compile("odv-sortable"), timeout=PATIENCE)
    facilitator.rests()
    cards[0].scroll_into_view_if_needed()
    grip, target = cards[0].locator(".odv-grip").bounding_box(), cards[1].bounding_box()
    assert grip is not None and target is not None
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for part in (0.2, 0.5, 0.8, 1):
        page.mouse.move(x, y + (target["y"] + target["height"] * 0.7 - y) * part)
    page.mouse.up()


def test_a_year_is_made_adapted_and_begun(
    server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut
) -> None:
    page = facilitator.page
    facilitator.has_signed_in(server.url)
    page.goto(f"{server.url}/nieuw")
    facilitator.sees("Dit krijg je", "9.30 tot 16.00", KICK_OFF.about)
    facilitator.look("sjabloon")
    page.get_by_label("Naam van het traject").fill("Ons jaar")
    # Straight from the field to the button: what was typed counts.
    facilitator.presses("Maak dit traject")
    page.wait_for_url(re.compile("/traject"), timeout=PATIENCE)
    facilitator.sees("Bijeenkomsten", "Wat is jobshadowing")
    (track,) = [one for one in tracks.all_tracks(stored) if one.name == "Ons jaar"]
    meeting = meetings.of_track(stored, track.id)[0]
    tracks.add_organisation(stored, track.id, "De Regenton")

    page.goto(f"{server.url}/bijeenkomst?m={meeting.id}")
    facilitator.sees("samen 6 uur 30, 9.30 tot 16.00")
    before = agenda(stored, meeting.id)
    drags(facilitator, before[1].id, before[3].id)
    facilitator.until(
        lambda: (
            [one.id for one in agenda(stored, meeting.id)][1:4]
            == [before[2].id, before[3].id, before[1].id]
        ),
        "the order that was dragged",
    )
    facilitator.sees("10.20 tot 11.05")
    expect(page.locator(".odv-dragged")).to_have_count(0, timeout=PATIENCE)
    page.get_by_role("button", name="Naar boven Organisatiefiche").click()
    facilitator.until(
        lambda: agenda(stored, meeting.id)[2].id == before[1].id, "a step up by its button"
    )
    facilitator.look("agenda")

    facilitator.opens_console(server.url, meeting.id)
    facilitator.sees("9.30 tot 9.45")
    screen = facilitator.opens_screen()
    someone = phone("Katrien")
    someone.joins(f"{server.url}/d/{meeting.code}", "De Regenton", "Katrien")
    facilitator.presses("Begin met Wat is jobshadowing")
    screen.sees("Wat is jobshadowing")
    someone.sees("Wat is jobshadowing", "Leg je gsm gerust even neer.")
    facilitator.sees("Nu bezig")
    rest = next(one for one in agenda(stored, meeting.id) if one.title == "Middag")
    page.locator(".con-item").filter(has_text="Middag").locator(".con-item-row").click()
    facilitator.presses_after_a_moment("Nu beginnen")
    screen.sees("Middag.", "We gaan verder om")
    someone.sees("Middag.", "We gaan verder om")
    for one in (facilitator, screen, someone):
        one.rests()
        one.look("middag")
        assert faults(one, phone=one is someone) == {}
    facilitator.presses_after_a_moment("Pauze")
    someone.sees("Kijk naar het scherm.")
    assert meetings.room(stored, meeting.id).activity(rest.id).state == "done"  # type: ignore[union-attr]
