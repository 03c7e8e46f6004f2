"""Every kind of widget of the desk, in a browser in English: no English is seen or heard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from state import tracks
from state.database import Store
from tests.browser import judge
from tests.browser.actors import PATIENCE, Facilitator
from tests.browser.eyes import Album
from tests.browser.server import Server

# Words of Streamlit's widgets, and of a calendar.
_WORDS = re.compile(
    r"\b(?:choose|clear|select|increment|decrement|show|hide|password|results?|press|apply"
    r"|upload|browse|drag|drop|files?|per|limit|allowed|outside|please|value|options?|next|previous"
    r"|today|month|year|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january"
    r"|february|march|may|june|july|august|october|close|remove|add)\b",
    re.IGNORECASE,
)
# The names by which drawings of icons are written.
_DRAWINGS = {"upload", "add"}


@pytest.fixture
def desk(browser: Browser, album: Album, server: Server, stored: Store) -> Facilitator:
    """A facilitator with a browser in English, at the page of a call."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    someone = Facilitator("begeleider", context.new_page(), album)
    someone.page.set_default_timeout(PATIENCE)
    someone.has_signed_in(server.url)
    track = tracks.add_track(stored, tracks.free_name(stored, "Proef"), "")
    someone.page.goto(f"{server.url}/oproep?t={track}")
    someone.sees("Laatste dag om je aan te melden")
    return someone


def rests(someone: Facilitator, what: str) -> None:
    """Look once nothing moves, and read all that is seen or read out."""
    someone.page.wait_for_timeout(1500)
    someone.look(what)
    said = [*someone.all_words().splitlines(), *someone.page.evaluate(judge._SPOKEN)]
    assert [one for one in said if _WORDS.search(one) and one not in _DRAWINGS] == []


def test_a_calendar(desk: Facilitator) -> None:
    rests(desk, "dag")
    desk.page.get_by_test_id("stDateInputCalendarButton").first.click()
    expect(desk.page.get_by_test_id("stDateInputCalendar")).to_be_visible()
    rests(desk, "kalender")
    desk.page.keyboard.press("Escape")


def test_a_day_and_a_number_that_do_not_fit(desk: Facilitator) -> None:
    desk.page.get_by_role("spinbutton").first.click()
    desk.page.keyboard.type("01011899")
    desk.page.keyboard.press("Tab")
    rests(desk, "dag-buiten")
    number = desk.page.get_by_label("Hoeveel mensen kunnen meedoen?")
    number.fill("999999")
    rests(desk, "getal-buiten")


def test_a_list_with_and_without_results(desk: Facilitator, server: Server) -> None:
    desk.page.get_by_role("button", name="1. Wie zijn jullie?").click()
    desk.page.get_by_role("combobox", name="Antwoord").first.click()
    rests(desk, "lijst")
    desk.page.keyboard.type("zzzz")
    rests(desk, "lijst-zonder")


def test_a_passcode(desk: Facilitator, server: Server) -> None:
    desk.page.goto(f"{server.url}/organisatoren")
    desk.sees("Begin met jezelf")
    desk.page.get_by_label("Je eigen toegangscode").fill("geheim")
    rests(desk, "code")
    desk.page.get_by_role("button", name="Toon wat je typt").click()
    rests(desk, "code-getoond")


def test_a_file_to_read_in(desk: Facilitator, server: Server) -> None:
    desk.page.goto(server.url)
    desk.page.get_by_role("button", name="Lees een traject in").first.click()
    expect(desk.page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()
    rests(desk, "bestand")
    desk.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    rests(desk, "bestand-geweigerd")
