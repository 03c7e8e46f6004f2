"""Several organisers in real browsers: added, shared with, and told when that ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from pages.web.access import FACILITATOR_COOKIE
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator
from tests.browser.eyes import Album
from tests.browser.judge import faults
from tests.browser.server import Server
from tests.browser.setting import Setting

AN, BO = "wachtwoord van an", "wachtwoord van bo"
OWN, HALF = "alleen van bo", "Half getypt, nog niet verlaten"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own: it goes from one passcode to several."""
    running = Server(tmp_path / "data", tmp_path / "server.log").start()
    yield running
    running.stop()


@pytest.fixture
def setting(server: Server) -> Iterator[Setting]:
    """A track with a meeting."""
    with_store = Store(server.data)
    yield Setting.make(with_store)
    with_store.close()


def enters(someone: Facilitator, url: str, name: str, passcode: str) -> None:
    """Sign in with a name."""
    someone.page.goto(f"{url}/begeleider")
    someone.page.get_by_label("Je naam").fill(name)
    someone.page.get_by_label("Toegangscode").fill(passcode)
    someone.presses("Verder")


def goes_on_with_organisers(an: Facilitator, url: str) -> None:
    """The first organiser, who adds a second."""
    an.page.goto(f"{url}/organisatoren")
    an.sees("Begin met jezelf")
    rests(an, "nog-een-toegangscode")
    an.page.get_by_label("Je naam").fill("An")
    an.page.get_by_label("Je eigen toegangscode").fill(AN)
    an.presses("Ga verder met organisatoren")
    an.sees("An (jij)", "Iemand toevoegen")
    an.page.get_by_label("Naam", exact=True).fill("Bo")
    an.page.get_by_label("Eerste toegangscode").fill(BO)
    an.presses("Voeg toe")
    an.sees("Bo", "organisator")
    rests(an, "twee-organisatoren")


def rests(someone: Facilitator, what: str) -> None:
    """Look at a page of the desk at rest, with the eyes of axe too."""
    someone.page.wait_for_timeout(3000)
    someone.look(what)
    found: dict[str, Any] = faults(someone)
    # The name by which a drawing of an icon is written.
    found["english"] = [word for word in found.get("english", ()) if word != "content_copy"]
    assert found == {"english": []}


def types_on_the_call(bo: Facilitator, url: str, track: str) -> Facilitator:
    """Another page of Bo, in a field of which something is typed."""
    typing = Facilitator("bo-typt", bo.context.new_page(), bo.album)
    typing.page.goto(f"{url}/oproep?t={track}")
    typing.sees("De tekst van de oproep")
    field = typing.page.get_by_label("Waarover het gaat")
    field.click()
    field.press("Control+A")
    field.press_sequentially(HALF)
    return typing


def ends_screen_links(an: Facilitator) -> None:
    """The one button of the owner."""
    an.page.get_by_role("button", name="Vernieuw de schermlinks").click()
    an.sees("Wie een link naar een scherm van dit traject kreeg")
    rests(an, "schermlinks")
    an.presses("Ja, vernieuw ze")
    rests(an, "schermlinks-vernieuwd")


def a_screen_follows_its_link(
    an: Facilitator, bo: Facilitator, browser: Browser, album: Album
) -> None:
    """The owner ends the links of the screen that Bo opened, and that somebody else has."""
    screen = bo.opens_screen()
    elsewhere = Facilitator.arrives(browser, album, "beamer")
    elsewhere.page.goto(screen.page.url)
    elsewhere.sees("Kom binnen.")
    ends_screen_links(an)
    # A browser that prepares is led to the new link; any other is told where to find it.
    elsewhere.sees("Deze link naar het scherm werkt niet meer.")
    rests(elsewhere, "scherm-dicht")
    screen.until(lambda: screen.page.url != elsewhere.page.url, "the screen to follow")
    screen.sees("Kom binnen.")


def test_two_organisers_share_a_track(  # noqa: PLR0915 - one story
    server: Server, setting: Setting, browser: Browser, album: Album
) -> None:
    an = Facilitator.arrives(browser, album, "an")
    an.signs_in(server.url)
    an.sees("Samen sterk rond gezinnen", "Organisatoren")
    goes_on_with_organisers(an, server.url)

    bo = Facilitator.arrives(browser, album, "bo")
    enters(bo, server.url, "Bo", "verkeerd")
    bo.sees("Die naam en toegangscode horen niet bij elkaar.")
    rests(bo, "verkeerd")
    enters(bo, server.url, "bo", BO)
    bo.sees("Dag Bo. Kies je eigen toegangscode.")
    rests(bo, "eigen-code")
    bo.page.get_by_label("Je eigen toegangscode").fill(BO)
    bo.presses("Bewaar en ga verder")
    bo.sees("Dat is de code die je kreeg.")
    rests(bo, "eigen-code-geweigerd")
    bo.page.get_by_label("Je eigen toegangscode").fill(OWN)
    bo.presses("Bewaar en ga verder")
    bo.sees("Waar begin je mee?")
    bo.sees_nothing_of("Samen sterk rond gezinnen")
    with setting.store.read() as db:
        (track,) = db.conn.execute("SELECT id FROM track").fetchone()
    bo.page.goto(f"{server.url}/traject?t={track}")
    bo.sees("Dit is er niet, of niet voor jou.")
    bo.sees_nothing_of("Samen sterk rond gezinnen")
    rests(bo, "niet-gedeeld")

    an.page.goto(f"{server.url}/traject?t={track}")
    an.sees("Wie werkt eraan mee?", "An, eigenaar")
    an.picks_option("Deel met", "Bo")
    an.presses("Deel dit traject")
    an.sees("Bo, helpt mee")
    an.page.get_by_text("Bo, helpt mee").scroll_into_view_if_needed()
    rests(an, "gedeeld")

    bo.page.goto(f"{server.url}/")
    bo.sees("Samen sterk rond gezinnen")
    typing = types_on_the_call(bo, server.url, track)
    bo.opens_console(server.url, setting.meeting)
    a_screen_follows_its_link(an, bo, browser, album)
    an.page.get_by_role("button", name="Deel niet meer").click()
    an.presses("Ja, deel niet meer")
    # The open console is told, and leaves by itself.
    expect(bo.page).to_have_url(f"{server.url}/bijeenkomst?m={setting.meeting}", timeout=PATIENCE)
    bo.sees("Dit is er niet, of niet voor jou.")
    # So is a page of the desk, with what stood in a field that was not left yet.
    typing.sees("Dit traject wordt niet meer met je gedeeld.", HALF)
    typing.sees_nothing_of("De tekst van de oproep")
    rests(typing, "niet-meer-gedeeld")
    typing.page.goto(server.url)
    typing.sees("Waar begin je mee?")

    an.page.goto(f"{server.url}/wijzigingen?t={track}")
    an.sees("Wie wijzigde wat", "Delen met Bo: weggehaald")
    rests(an, "wie-wijzigde-wat")

    an.page.goto(f"{server.url}/organisatoren")
    an.sees("An (jij)")
    an.page.get_by_role("button", name="Verwijder").click()
    an.presses("Ja, verwijder")
    expect(an.page.get_by_role("heading", name="Bo", exact=True)).to_have_count(0)
    typing.sees("Je bent hier afgemeld.")
    rests(typing, "afgemeld")
    typing.page.get_by_role("link", name="Meld je opnieuw aan").click()
    typing.sees("Dag begeleider.")
    answer = bo.context.request.get(f"{server.url}/", max_redirects=0)
    assert answer.status == 303
    assert [one for one in bo.context.cookies() if one.get("name") == FACILITATOR_COOKIE]
