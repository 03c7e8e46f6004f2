"""From call to sent application on a phone, with a script and without, and after the deadline."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from state import applications, calls, meetings, tracks
from state.application_rows import Application
from state.clock import local, now
from state.database import Store
from tests.browser import judge
from tests.browser.actors import PATIENCE, PHONE, SMALL_PHONE
from tests.browser.server import Server

FIRST = {"Jullie organisatie": "Het Kroonblad", "Gemeente of wijk": "Sluiswijk"}
SHEETS = (
    {"1 Warm onthaal": "Soep op het plein"},
    {"Leervraag 1": "Hoe kunnen wij tieners betrekken?"},
    {"Naam van de eerste": "Nadia", "Naam van de tweede": "Wout"},
    {"Wat valt er bij jullie te zien?": "De keukentafel"},
    {"Hoe weten we dat?": "Het stond op de teamvergadering"},
    {"Telefoonnummer": "0470 11 22 33"},
)


@pytest.fixture
def track(stored: Store) -> str:
    """A track with an open call and two meetings."""
    found = tracks.add_track(stored, tracks.free_name(stored, "Over de vloer"), "Warm onthaal")
    for title, day in (("Kennismaking", "2090-09-10"), ("Voorbereiding", "2090-11-05")):
        meetings.add(stored, found, title, day, "Zaal De Linde")
    calls.set_deadline(stored, found, "2090-06-30")
    calls.set_text(stored, found, "phone", "Els, 0470 00 00 00")
    calls.set_state(stored, found, "open")
    return found


def only(store: Store, track: str) -> Application:
    (one,) = applications.of_track(store, track)
    return one


def opened(browser: Browser, server: Server, store: Store, track: str, *, script: bool,
           size: Any) -> Page:  # fmt: skip
    context = browser.new_context(viewport=size, java_script_enabled=script)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{server.url}/oproep/{calls.of_track(store, track).code.lower()}")
    return page


def loaded(page: Page) -> None:
    """Wait until the scripts of the next page are there, before its connection is taken away."""
    expect(page.locator("#sheet, [data-stays]")).to_be_visible()
    page.wait_for_load_state("load")


def judged(page: Page, *, script: bool) -> None:
    """Without scripts axe can't look."""
    if script:
        assert judge.barriers(page) == {}
        assert judge.sideways(page) == []


def fill(page: Page, texts: dict[str, str]) -> None:
    for label, text in texts.items():
        page.get_by_label(label, exact=True).fill(text)


def onward(page: Page) -> None:
    page.locator(".foot .btn").last.click()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
def test_from_call_to_sent_application(
    browser: Browser, server: Server, stored: Store, track: str, script: bool,
    size: Any,
) -> None:  # fmt: skip
    page = opened(browser, server, stored, track, script=script, size=size)
    judged(page, script=script)
    page.get_by_role("link", name="Wij melden ons aan").click()
    time.sleep(1.6)  # nobody types faster than the page allows
    fill(page, FIRST)
    page.get_by_text("kinderopvang").click()
    judged(page, script=script)
    onward(page)
    for number, texts in enumerate(SHEETS, start=2):
        expect(page.get_by_text(f"deel {number} van 7")).to_be_visible()
        fill(page, texts)
        judged(page, script=script)
        onward(page)
    expect(page.get_by_role("heading", name="Kijk alles na")).to_be_visible()
    judged(page, script=script)
    page.get_by_role("button", name="Verstuur de aanmelding").click()
    expect(page.get_by_role("heading", name=re.compile("Dank je"))).to_be_visible()
    judged(page, script=script)
    found = only(stored, track)
    assert found.status == "sent" and found.answers.sector == "kinderopvang"
    assert [one.name for one in found.answers.people] == ["Nadia", "Wout"]
    # Changed by the own link, in another browser.
    link = page.get_by_label("Je eigen link").input_value()
    other = browser.new_context(viewport=size, java_script_enabled=script).new_page()
    other.goto(link)
    other.get_by_role("link", name="Wijzig Wie zijn jullie?").click()
    other.get_by_label("Gemeente of wijk").fill("Oude Haven")
    onward(other)
    expect(other.get_by_text("deel 2 van 7")).to_be_visible()
    assert only(stored, track).answers.place == "Oude Haven"


def test_a_reload_in_the_middle_loses_nothing(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    page.get_by_label("Jullie organisatie").fill("Het Kroon")
    expect(page.get_by_text("Bewaard. Verder doen mag ook morgen.")).to_be_visible()
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    page.wait_for_url(re.compile("/aanmelding/.+/1$"))
    deadline = time.monotonic() + PATIENCE / 1000
    while only(stored, track).answers.name != "Het Kroonblad" and time.monotonic() < deadline:
        time.sleep(0.1)
    page.reload()
    expect(page.get_by_label("Jullie organisatie")).to_have_value("Het Kroonblad")
    assert only(stored, track).status == "draft"


def test_enter_in_a_field_goes_on(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=False, size=PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    time.sleep(1.6)
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    onward(page)
    page.goto(page.url.replace("/2", "/7"))
    page.get_by_label("Telefoonnummer").press("Enter")
    expect(page.get_by_role("heading", name="Kijk alles na")).to_be_visible()


def test_who_sends_too_early_stands_at_the_sentence_that_says_so(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=SMALL_PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    time.sleep(1.6)
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    onward(page)
    expect(page.get_by_text("deel 2 van 7")).to_be_visible()
    page.goto(page.url.replace("/2", ""))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for _time in range(2):
        loaded(page)
        page.get_by_role("button", name="Verstuur de aanmelding").click()
        told = page.get_by_role("heading", name="Je aanmelding is nog niet verstuurd")
        expect(told).to_be_focused()
        expect(told).to_be_in_viewport()
    judged(page, script=True)
    page.get_by_role("link", name="Deel 4: Wie doet mee?").click()
    expect(page.get_by_label("Naam van de eerste")).to_be_visible()


def test_without_connection_the_page_says_so_and_saves_later(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=SMALL_PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    loaded(page)
    page.context.set_offline(True)
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Bewaard. Verder doen mag ook morgen.")).to_be_visible()
    assert only(stored, track).answers.name == "Het Kroonblad"


def test_onward_without_connection_stays_and_goes_on_by_itself(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=SMALL_PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    loaded(page)
    page.context.set_offline(True)
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    onward(page)
    expect(page.get_by_text("We gaan vanzelf verder")).to_be_visible()
    expect(page.get_by_label("Jullie organisatie")).to_have_value("Het Kroonblad")
    # A link stays too.
    page.context.set_offline(False)
    expect(page.get_by_text("deel 2 van 7")).to_be_visible()
    assert only(stored, track).answers.name == "Het Kroonblad"
    loaded(page)
    page.context.set_offline(True)
    page.get_by_label("1 Warm onthaal").fill("Soep")
    page.get_by_role("link", name="Naar het overzicht").click()
    expect(page.get_by_text("Geen verbinding. Tik nog eens")).to_be_visible()
    onward(page)
    expect(page.get_by_text("We gaan vanzelf verder")).to_be_visible()
    # Who types on stays on the sheet.
    page.get_by_label("1 Warm onthaal").fill("Soep op het plein")
    page.context.set_offline(False)
    expect(page.get_by_text("Bewaard. Verder doen mag ook morgen.")).to_be_visible()
    expect(page.get_by_text("deel 2 van 7")).to_be_visible()
    assert only(stored, track).stored["example-1"] == "Soep op het plein"


def lost(page: Page, pattern: str) -> None:
    """Nothing that is sent to these addresses arrives."""
    page.route(re.compile(pattern), lambda route: route.abort()
               if route.request.method == "POST" else route.continue_())  # fmt: skip


def test_what_did_not_arrive_outlives_a_reload(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    loaded(page)
    lost(page, "/meedoen|/aanmelding/")
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    page.get_by_text("kinderopvang").click()
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Jullie organisatie")).to_have_value("Het Kroonblad")
    expect(page.get_by_label("kinderopvang")).to_be_checked()
    page.unroute_all()
    expect(page.get_by_text("Bewaard. Verder doen mag ook morgen.")).to_be_visible()
    assert only(stored, track).answers.sector == "kinderopvang"
    onward(page)
    expect(page.get_by_text("deel 2 van 7")).to_be_visible()
    loaded(page)
    lost(page, "/aanmelding/")
    page.get_by_label("1 Warm onthaal").fill("Soep op het plein")
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible()
    # The own link again, in another tab of the same phone.
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.get_by_label("1 Warm onthaal")).to_have_value("Soep op het plein")
    expect(again.get_by_text("Bewaard. Verder doen mag ook morgen.")).to_be_visible()
    assert only(stored, track).stored["example-1"] == "Soep op het plein"
    assert again.evaluate("Object.keys(localStorage).length") == 0


def test_sending_without_connection_waits_for_it(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=SMALL_PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    time.sleep(1.6)
    for texts in (FIRST, *SHEETS):
        fill(page, texts)
        here = page.get_by_role("heading", level=1).inner_text()
        onward(page)
        expect(page.get_by_role("heading", level=1)).not_to_have_text(here)
    loaded(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Verstuur de aanmelding").click()
    expect(page.get_by_text("Dit gebeurde nog niet")).to_be_visible()
    judged(page, script=True)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name=re.compile("Dank je"))).to_be_visible()
    assert only(stored, track).status == "sent"


def test_after_the_deadline_it_says_so(
    browser: Browser, server: Server, stored: Store, track: str
) -> None:
    page = opened(browser, server, stored, track, script=True, size=PHONE)
    calls.set_deadline(stored, track, str(local(now()).date() - timedelta(days=1)))
    page.reload()
    expect(page.get_by_text("Deze oproep is afgesloten")).to_be_visible()
    expect(page.get_by_role("link", name="Wij melden ons aan")).to_have_count(0)
    judged(page, script=True)


@pytest.mark.parametrize("script", [True, False])
def test_the_way_back_makes_no_second_application(
    browser: Browser, server: Server, stored: Store, track: str, *, script: bool
) -> None:
    page = opened(browser, server, stored, track, script=script, size=PHONE)
    page.get_by_role("link", name="Wij melden ons aan").click()
    time.sleep(1.6)
    # At once, before the page's script saves by itself.
    page.get_by_label("Jullie organisatie").fill("Het Kroonblad")
    onward(page)
    expect(page.get_by_text("deel 2 van 7")).to_be_visible()
    page.go_back()
    page.wait_for_url(re.compile("/aanmelding/.+/1$"))
    expect(page.get_by_label("Jullie organisatie")).to_have_value("Het Kroonblad")
    onward(page)
    expect(page.get_by_text("deel 2 van 7")).to_be_visible()
    assert only(stored, track).answers.name == "Het Kroonblad"
    # On purpose one can begin another, such as for a second house.
    page.goto(f"{server.url}/oproep/{calls.of_track(stored, track).code.lower()}")
    page.get_by_role("link", name="Wij melden ons aan").click()
    expect(page.get_by_label("Jullie organisatie")).to_have_value("")
