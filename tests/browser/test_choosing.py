"""One of several on a phone (kit/browser/choose_one.js), by keyboard, without a connection, and
closed; at Slotmoment, where a choice can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from exercises import closing
from exercises.engine import running
from state import meetings, tracks
from state.database import Store
from tests.browser.actors import SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS

TakeOut = Callable[..., Phone]


@pytest.fixture
def asked(stored: Store) -> tuple[str, str]:
    """The id and the code of a meeting in which Slotmoment asks something."""
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    for kind, name in ORGANISATIONS:
        tracks.add_organisation(stored, track, name, kind)
    meeting = meetings.add(stored, track, "Slotmoment", "2026-11-22", "Zaal De Linde")
    config = closing.EXERCISE.sample.to_json()
    config["chapters"] = [one for one in config["chapters"] if one["kind"] == "ask"][:1]
    activity = meetings.add_activity(stored, meeting, "closing", config, 15)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    return meeting, meetings.room(stored, meeting).meeting.code


def comes_in(someone: Phone, door: str, name: str, house: int) -> Phone:
    someone.has_joined(door, ORGANISATIONS[house][1], name)
    expect(radios(someone)).to_have_count(5)
    return someone


def radios(someone: Phone) -> Locator:
    return someone.page.locator(".choose-one").get_by_role("radio")


def test_one_of_several_is_chosen_with_any_hand(
    asked: tuple[str, str], phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    meeting, code = asked
    facilitator.opens_console(server.url, meeting)
    nadia, idris = (
        comes_in(phone(name, size=SMALL_PHONE), f"{server.url}/d/{code}", name, at)
        for at, name in enumerate(("Nadia", "Idris"))
    )
    fits(nadia)

    # Arrow keys go through the options, and nothing comes before a first choice but "none".
    expect(radios(nadia).last).to_be_checked()
    radios(nadia).last.focus()
    nadia.page.keyboard.press("ArrowDown")
    expect(radios(nadia).first).to_be_checked()
    expect(radios(nadia).first).to_be_focused()
    expect(nadia.page.locator(".choose-one .saved")).to_be_visible()
    nadia.look("gekozen")

    # Without a connection it waits on the phone, also through a reload, and is sent by itself.
    nadia.context.set_offline(True)
    radios(nadia).nth(2).click()
    expect(radios(nadia).nth(2)).to_be_checked()
    nadia.sees("Nog niet bewaard")
    nadia.context.set_offline(False)
    nadia.reloads()
    expect(radios(nadia).nth(2)).to_be_checked()
    expect(nadia.page.locator(".choose-one .refused")).to_have_count(0)

    # Another phone knows nothing of it, and a closed question takes none.
    expect(radios(idris).last).to_be_checked()
    facilitator.presses("Antwoorden open")
    expect(radios(idris).first).to_have_attribute("aria-disabled", "true")
    radios(idris).last.focus()
    idris.page.keyboard.press("ArrowDown")
    idris.page.wait_for_timeout(600)
    expect(radios(idris).last).to_be_checked()
    idris.look("gesloten")
    assert [error for one in (facilitator, nadia, idris) for error in one.errors] == []
