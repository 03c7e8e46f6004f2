"""A photo of the notebook in a gift, in a real browser: in with a tap, and seen once it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from exercises import gifts
from exercises.engine import flow, running
from state import meetings, notebook, tracks, visits
from state.database import Store
from state.models import TrackVisit
from state.notebook import NoteDraft
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import barriers, english, sideways, small_targets
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS
from tests.pages.test_pictures import jpeg

TakeOut = Callable[..., Phone]
SAID = "Eerst aan tafel, dan pas het formulier."
IN, OUT = "Zet de foto in het cadeautje", "Haal de foto eruit"


@dataclass(frozen=True)
class PhotoTable:
    """Samir of De Regenton was with De Vensterbank, and shared a note with a photo."""

    store: Store
    meeting: str
    code: str
    activity: str
    photo: str

    def goes_to(self, stage: str) -> None:
        running.change_phase(
            self.store, self.activity,
            lambda ex, config, phase: flow.go_to(ex, config, phase, flow.position(phase), 0, stage),
        )  # fmt: skip


@pytest.fixture
def here(stored: Store) -> PhotoTable:
    track = tracks.add_track(stored, "Samen sterk rond gezinnen")
    ids = [tracks.add_organisation(stored, track, name, kind) for kind, name in ORGANISATIONS]
    samir = tracks.add_person(stored, ids[0], "Samir", "")
    tracks.add_person(stored, ids[1], "Marleen", "")
    made = TrackVisit("", host=ids[1], visitor=ids[0], announced=True, state="done")
    visit = visits.visit(stored, visits.add(stored, track, made))
    note = notebook.put(stored, visit, samir, "note-one", NoteDraft(SAID))
    photo = notebook.add_photo(
        stored, samir, "note-one", "photo-one", "d", "image/jpeg", (1200, 900), jpeg((1200, 900))
    )
    notebook.share(stored, samir, note, shared=True)
    meeting = meetings.add(stored, track, "Uitwisseling", "2026-11-22", "Zaal De Linde")
    config = gifts.EXERCISE.sample.to_json()
    activity = meetings.add_activity(stored, meeting, gifts.EXERCISE.kind, config, 60)
    meetings.open_doors(stored, meeting)
    running.start(stored, activity)
    code = meetings.room(stored, meeting).meeting.code
    return PhotoTable(stored, meeting, code, activity, photo)


def comes_in(
    phone: TakeOut, here: PhotoTable, url: str, name: str, house: int, size: object
) -> Phone:
    someone = phone(name, size=size)
    someone.has_joined(f"{url}/d/{here.code}", ORGANISATIONS[house][1], name)
    expect(someone.page.locator(".gifts-phone")).to_be_visible()
    return someone


def fits(someone: Phone) -> None:
    """Nothing in the way of who sees badly, has a small phone, or speaks only Dutch."""
    found = {
        "barriers": barriers(someone.page), "english": english(someone),
        "sideways": sideways(someone.page), "small": small_targets(someone.page, 48),
    }  # fmt: skip
    assert not any(found.values()), found


def is_drawn(image: Locator) -> None:
    """The photo really came."""
    expect(image).to_be_visible()
    expect(image).to_have_js_property("naturalWidth", 1200)


def test_a_photo_goes_in_a_gift_and_is_seen_when_it_is_read(
    here: PhotoTable, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, here.meeting)
    screen = facilitator.opens_screen()
    samir = comes_in(phone, here, server.url, "Samir", 0, SMALL_PHONE)
    marleen = comes_in(phone, here, server.url, "Marleen", 1, PHONE)
    # What was noted before comes once somebody knows whose phones these are.
    facilitator.presses("Die persoon ken ik")
    samir.page.get_by_text("Uit jullie schriftje").click()
    is_drawn(samir.page.locator(".noted img"))
    samir.rests()
    samir.look("schriftje")
    samir.page.get_by_role("button", name=IN).click()
    samir.sees("De foto zit in het cadeautje.")
    is_drawn(samir.page.locator(".notes img"))
    samir.page.locator(".notes img").scroll_into_view_if_needed()
    samir.rests()
    samir.look("foto-erin")
    fits(samir)
    samir.page.locator(".notes").get_by_role("button", name=OUT).click()
    expect(samir.page.locator(".notes img")).to_have_count(0)
    samir.page.get_by_role("button", name=IN).click()
    samir.presses("Inpakken")
    samir.page.wait_for_timeout(700)
    samir.presses_after_a_moment("Pak het in")
    samir.sees("Ingepakt.")
    here.goes_to("unwrap")
    for seen in (screen, facilitator, marleen):
        assert seen.wire.brought(here.photo, SAID) == [], seen
    marleen.page.get_by_role("button", name="Pak uit: van").first.click()
    marleen.presses_after_a_moment("Bekijk het briefje")
    is_drawn(marleen.page.locator("img.given"))
    is_drawn(screen.page.locator(".note img"))
    marleen.rests()
    marleen.look("foto-gelezen")
    fits(marleen)
    screen.page.wait_for_timeout(3000)
    screen.look("foto")
    for wide, high in ((1280, 720), (1024, 768)):
        screen.page.set_viewport_size({"width": wide, "height": high})
        screen.page.wait_for_timeout(800)
        screen.look(f"foto-{wide}")
    # Taken back while it is on the screen: it is gone from there, and said to be.
    with here.store.read() as db:
        found = notebook.photo(db, here.photo)
    assert found is not None
    notebook.share(here.store, found.person, found.note, shared=False)
    expect(screen.page.locator(".note img")).to_have_count(0)
    screen.sees("Deze foto werd teruggenomen.")
    marleen.sees("Deze foto werd teruggenomen.")
