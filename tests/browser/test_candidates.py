"""From applications to a group, and from there to the kick-off, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from state import applications, meetings, tracks
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator, Phone
from tests.browser.eyes import Album
from tests.browser.judge import faults
from tests.browser.server import Server
from tests.pages.applied import SCHOOL, WHOLE, called_track


def button(page: Page, key: str) -> None:
    page.locator(f'[class*="st-key-{key}"] button').first.click()


def decides(page: Page, application_id: str, word: str) -> None:
    row = page.locator(f".st-key-odv-decision-{application_id}")
    row.get_by_role("radio", name=word, exact=True).click()


def test_a_group_is_chosen_and_comes_to_the_kick_off(
    facilitator: Facilitator, phone: Callable[..., Phone], server: Server, stored: Store,
    album: Album,
) -> None:  # fmt: skip
    track_id = called_track(stored, WHOLE, SCHOOL)
    first, second = applications.of_track(stored, track_id)
    page = facilitator.page
    page.set_viewport_size({"width": 1280, "height": 1100})
    page.goto(f"{server.url}/kandidaten?t={track_id}")
    expect(page.get_by_text("Nul van de 16 mensen")).to_be_visible(timeout=PATIENCE)

    decides(page, first.id, "ja")
    expect(page.get_by_text("Twee van de 16 mensen")).to_be_visible(timeout=PATIENCE)
    button(page, f"odv-button-candidate-{second.id}")
    expect(page.get_by_text("Er komt een soort bij: school.").last).to_be_visible(timeout=PATIENCE)
    note = page.locator('[class*="st-key-odv-note-doubts"] textarea')
    note.fill("Eén mens. Bel in mei nog eens.")
    note.blur()
    expect(page.get_by_text("Bewaard")).to_be_visible(timeout=PATIENCE)
    assert applications.application(stored, second.id).doubts == "Eén mens. Bel in mei nog eens."
    button(page, f"odv-button-mix-proposal-{track_id}")
    expect(page.get_by_text("Stapsteen erbij.")).to_be_visible(timeout=PATIENCE)
    button(page, "odv-consider")
    expect(page.get_by_text("1 misschien")).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(3000)
    album.keep(page, "begeleider", "kandidaten")
    assert not faults(facilitator)

    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(3000)
    album.keep(page, "begeleider", "kandidaten-smal")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 1100})

    button(page, "odv-begin")
    button(page, "odv-yes-begin")
    expect(page.locator('[class*="st-key-odv-link-in-"]').first).to_be_visible(timeout=PATIENCE)
    assert [one.name for one in tracks.organisations(stored, track_id)] == ["De Regenton"]

    meeting_id = meetings.add(stored, track_id, "Kick-off", "2027-09-10")
    meetings.open_doors(stored, meeting_id)
    code = meetings.room(stored, meeting_id).meeting.code
    samir = phone("Samir")
    samir.joins(f"{server.url}/d/{code}", "De Regenton", "Samir")
