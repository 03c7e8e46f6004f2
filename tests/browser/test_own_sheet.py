"""A sheet that the facilitator made, on phones, console and screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import Page, expect

from exercises import own_sheet
from exercises.engine import running
from exercises.own_sheet.config import OwnSheetConfig
from state import meetings, pasted_visits, tracks, visits
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator, Phone
from tests.browser.at_joint import JointHand
from tests.browser.server import Server
from tests.browser.setting import Setting
from tests.exercises.own_sheet.sample import CONFIG

KIND = own_sheet.EXERCISE.kind
TAKE = "Wat nemen jullie mee?"


def started(store: Store, meeting: str, config: OwnSheetConfig) -> str:
    activity = meetings.add_activity(store, meeting, KIND, config.to_json(), 20)
    running.start(store, activity)
    return activity


def opens(page: Page, field: str) -> None:
    """Open a field from the overview, by its label."""
    page.locator("button.row").filter(has=page.locator("b", has_text=field)).click()
    expect(page.get_by_role("heading", name=field, exact=True)).to_be_visible()


def test_two_colleagues_fill_in_a_sheet_and_the_wall_shows_it(
    server: Server, stored: Store, setting: Setting, phone: Callable[..., Phone],
    facilitator: Facilitator,
) -> None:  # fmt: skip
    started(stored, setting.meeting, CONFIG)
    home = meetings.room(stored, setting.meeting).organisations[0].name
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    katrien, samir = phone("Katrien"), phone("Samir")
    for one in (katrien, samir):
        one.has_joined(f"{server.url}/d/{setting.code}", home, one.who)
        opens(one.page, TAKE)
    JointHand(katrien, TAKE).writes("Koffie bij de deur")
    there = JointHand(samir, TAKE).field
    expect(there).to_have_value("Koffie bij de deur", timeout=PATIENCE)
    samir.presses("Volgende")
    samir.page.get_by_role("button", name="2", exact=True).click()
    expect(samir.page.locator(".scale .saved")).to_be_visible(timeout=PATIENCE)
    samir.presses("De hele fiche")
    opens(samir.page, "Hoe willen jullie dat doen?")
    samir.presses("Meewerken")
    katrien.presses("De hele fiche")
    for said in ("Koffie bij de deur", "2/5", "Meewerken"):
        expect(katrien.page.locator(".row .said", has_text=said)).to_be_visible(timeout=PATIENCE)
    screen.sees_nothing_of("Koffie bij de deur")
    facilitator.presses("Hang alles aan de muur")
    screen.sees("Koffie bij de deur", "2 van 5", "Meewerken")
    katrien.sees("Kijk naar het scherm.", "Koffie bij de deur")


def test_guests_and_host_fill_in_the_sheet_of_their_visit(
    server: Server, stored: Store, setting: Setting, phone: Callable[..., Phone]
) -> None:
    track = meetings.room(stored, setting.meeting).track.id
    parties = tracks.organisations(stored, track)
    guest, host, other = (one.name for one in parties)
    agreed = pasted_visits.read(f"{guest} -> {host} (2)", parties)
    visits.add_all(stored, track, [replace(one, announced=True) for one in agreed])
    started(stored, setting.meeting, replace(CONFIG, holder="visit"))
    phones = []
    for name, home in (("Samir", guest), ("Lien", host), ("Joris", other)):
        phones.append(phone(name))
        phones[-1].has_joined(f"{server.url}/d/{setting.code}", home, name)
    samir, lien, joris = phones
    opens(samir.page, TAKE)
    JointHand(samir, TAKE).writes("De tuin")
    expect(lien.page.locator(".row .said", has_text="De tuin")).to_be_visible(timeout=PATIENCE)
    lien.sees(f"{guest} bij {host}")
    joris.sees("Kijk naar het scherm.")
    joris.sees_nothing_of("De tuin")
