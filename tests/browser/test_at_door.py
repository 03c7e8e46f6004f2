"""Somebody types an organisation that is not on the list: the facilitator is asked what it is."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from state import meetings, tracks
from state.database import Store
from tests.browser.actors import Facilitator, Phone, Remote
from tests.browser.server import Server

TakeOut = Callable[..., Phone]


def test_the_console_asks_and_takes_the_answer(
    server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut, remote: Remote
) -> None:
    track = tracks.add_track(stored, "Een jaar")
    tracks.add_organisation(stored, track, "De Regenton")
    meeting = meetings.add(stored, track, "Start", "")
    meetings.open_doors(stored, meeting)
    code = meetings.room(stored, meeting).meeting.code
    someone = phone("an")
    someone.page.goto(f"{server.url}/d/{code}")
    someone.page.locator("label.o").filter(has_text="Een andere organisatie").click()
    someone.page.get_by_label("Naam van je organisatie").fill("De Regenton vzw")
    someone.page.get_by_label("Je voornaam").fill("An")
    someone.presses("Ik ben er")
    facilitator.opens_console(server.url, meeting)
    facilitator.sees("De Regenton vzw kwam er aan de deur bij. Hoort dit bij het traject?")
    remote.page.goto(facilitator.remote_invitation())
    remote.sees("Hoort dit bij het traject?")
    remote.button("Dat is een andere").click()
    remote.rests()
    remote.look("aan-de-deur")
    remote.page.set_viewport_size({"width": 320, "height": 640})
    remote.look("aan-de-deur-320")
    wide = "document.documentElement.scrollWidth <= innerWidth"
    assert remote.page.evaluate(wide)
    facilitator.presses("Dat is een andere")
    facilitator.page.get_by_label("Welke organisatie is De Regenton vzw?").select_option(
        label="De Regenton"
    )
    facilitator.look("aan-de-deur-kiezen")
    facilitator.presses("Dat is deze")
    facilitator.sees("De Regenton vzw is De Regenton.")
    facilitator.presses("Ongedaan maken")
    facilitator.sees("De Regenton vzw kwam er aan de deur bij.")
    facilitator.presses("Alleen vandaag")
    facilitator.sees("De Regenton vzw is er alleen vandaag.")
    facilitator.page.goto(f"{server.url}/traject?t={track}")
    facilitator.sees("Is er alleen vandaag: gaat uit dit traject als de bijeenkomst eindigt.")
    facilitator.page.get_by_role("button", name="Hoort toch bij het traject").click()
    expect(facilitator.page.get_by_text("Is er alleen vandaag")).to_have_count(0)
