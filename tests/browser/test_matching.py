"""From reflection sheets to agreed visits in a real browser, and repair after somebody left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from state import meetings, tracks, visits
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator, Phone
from tests.browser.at_reflection import ReflectionHand
from tests.browser.eyes import Album
from tests.browser.judge import faults
from tests.browser.server import Server
from tests.pages.matched import MatchTrack, match_track

CIRCLE = {
    ("De Regenton", "Het Achterom"), ("De Vensterbank", "Knikkerzak"),
    ("Kattenstaart", "Zevenhoek"), ("Zevenhoek", "De Vensterbank"),
    ("Het Achterom", "Kattenstaart"), ("Knikkerzak", "De Regenton"),
}  # fmt: skip
WHY = "Daar beslissen ouders mee."


@pytest.fixture
def track(stored: Store) -> MatchTrack:
    """A kick-off in which all but De Regenton shared their sheet."""
    return match_track(stored, without="De Regenton", closed=False)


def rows(page: Page) -> set[tuple[str, str]]:
    """The couples that are shown, by name."""
    found = page.locator(".odv-couple").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.odv-party b')].map(b => b.textContent))"
    )
    return {(visitor, host) for visitor, host in found}


def agreed(track: MatchTrack) -> set[tuple[str, str]]:
    names = {party: name for name, party in track.parties.items()}
    found = visits.of_track(track.store, track.track)
    return {(names[one.visitor], names[one.host]) for one in found if one.state == "agreed"}


def fills_in(phone: Phone, track: MatchTrack, server: Server) -> None:
    """Somebody of De Regenton writes a strength and a top 3, and shares the sheet."""
    code = meetings.room(track.store, track.meeting).meeting.code
    phone.has_joined(f"{server.url}/d/{code}", "De Regenton", "Katrien")
    hand = ReflectionHand(phone)
    hand.opens("Warm onthaal")
    hand.fills_cup("Sterke koffie", "Iedereen mag binnen zonder afspraak.")
    hand.goes_back()
    hand.opens("Top 3")
    hand.chooses_host(1, "Het Achterom", WHY)
    hand.chooses_host(2, "Kattenstaart", "Voor de deur.")
    hand.goes_back()
    hand.shares_the_sheet()


def button(page: Page, key: str) -> None:
    page.locator(f'[class*="st-key-{key}"] button').first.click()


def test_from_sheets_to_visits_and_repair(
    facilitator: Facilitator, phone: Callable[..., Phone], server: Server, stored: Store,
    track: MatchTrack, album: Album,
) -> None:  # fmt: skip
    page = facilitator.page
    page.set_viewport_size({"width": 1440, "height": 1200})
    page.goto(f"{server.url}/wiebijwie?t={track.track}")
    unknown = page.get_by_text("Nog niet bekend: waar De Regenton heen wil.")
    expect(unknown).to_be_visible(timeout=PATIENCE)
    katrien = phone("Katrien")
    fills_in(katrien, track, server)

    page.reload()
    expect(page.get_by_text("Vijf eerste keuzes, één tweede.")).to_be_visible(timeout=PATIENCE)
    facilitator.until(lambda: rows(page) == CIRCLE, "the proposal")
    pair = f"{track.id('De Regenton')}-{track.id('Het Achterom')}"
    button(page, f"odv-icon-match-{pair}")
    expect(page.get_by_text("Stond op 1 bij De Regenton")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(f"De Regenton schreef erbij: {WHY}")).to_be_visible()
    expect(page.get_by_text("Dat kost:").first).to_be_visible()
    page.wait_for_timeout(3000)
    album.keep(page, "begeleider", "wie-bij-wie")
    assert not faults(facilitator)

    button(page, f"odv-not-{pair}")
    expect(page.get_by_text("De Regenton mag niet naar Het Achterom").first).to_be_visible(
        timeout=PATIENCE
    )
    assert ("De Regenton", "Het Achterom") not in rows(page)
    page.get_by_role("button", name="Haal deze regel weg").first.click()
    expect(page.get_by_text("Een regel is weg")).to_be_visible(timeout=PATIENCE)
    facilitator.until(lambda: rows(page) == CIRCLE, "the first proposal")

    button(page, "odv-agree")
    expect(page.get_by_text("Je groep ziet het pas als je het bekendmaakt.")).to_be_visible(
        timeout=PATIENCE
    )
    assert agreed(track) == CIRCLE
    assert not any(one.announced for one in visits.of_track(stored, track.track))

    tracks.remove_organisation(stored, track.id("Knikkerzak"))
    page.reload()
    expect(page.get_by_text("Knikkerzak doet niet meer mee.").first).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(3000)
    album.keep(page, "begeleider", "na-vertrek")
    assert not faults(facilitator)
    button(page, "odv-repair")
    expect(page.get_by_text("Spreek dit zo af")).to_be_visible(timeout=PATIENCE)
    button(page, "odv-agree")
    expect(page.get_by_text("Je groep ziet het pas als je het bekendmaakt.")).to_be_visible(
        timeout=PATIENCE
    )
    kept = {one for one in CIRCLE if "Knikkerzak" not in one}
    assert agreed(track) == {*kept, ("De Vensterbank", "De Regenton")}
