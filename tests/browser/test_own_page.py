"""The own page and the notebook in a browser: from a link, offline, closed, revoked."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect

import exercises
from exercises.engine import running
from state import homework, meetings, notebook, own_links, people, tracks, visits
from state.clock import today
from state.database import Store
from state.models import TrackVisit, VisitDay
from tests.browser.actors import PATIENCE, SMALL_PHONE, Phone
from tests.browser.server import Server
from tests.own_page import link_of

TakeOut = Callable[..., Phone]
SMALLEST = 48
FIRST, SECOND = "Hier moet ik niet eerst uitleggen waarom ik kom.", "De soep staat klaar."


@dataclass(frozen=True)
class Between:
    """A track between two meetings: Samir and Katrien are the guests of Greet's organisation."""

    store: Store
    track: str
    sheet: str
    samir: str
    greet: str
    visit: str

    def notes(self) -> list[notebook.NotebookEntry]:
        """What Samir's notebook holds, the oldest first."""
        with self.store.read() as db:
            return list(notebook.of_person(db, self.samir, self.visit))[::-1]


@pytest.fixture
def between(stored: Store) -> Between:
    track = tracks.add_track(stored, tracks.free_name(stored, "Tussen twee bijeenkomsten"))
    guests = tracks.add_organisation(stored, track, "De Regenton")
    host = tracks.add_organisation(stored, track, "Huis van het Kind Zevenhoek-Onderbergen")
    meeting = meetings.add(stored, track, "Kennismaking", "2026-10-01")
    meetings.open_doors(stored, meeting)
    known = {
        name: people.join(stored, meeting, f"{track} {name}", of, name)
        for name, of in (("Samir", guests), ("Katrien", guests), ("Greet", host))
    }
    exercise = exercises.of_kind("reflection_sheet")
    assert exercise is not None
    sheet = meetings.add_activity(stored, meeting, exercise.kind, exercise.sample.to_json(), 30)
    running.start(stored, sheet)
    homework.allow(stored, sheet, True, "2030-03-01")
    meetings.close(stored, meeting)
    now = date.fromisoformat(today())
    days = tuple(VisitDay(str(now + timedelta(n)), "09:00", "16:00") for n in (-1, 0, 1))
    visit = visits.add(stored, track, TrackVisit(
        "", host, guests, (known["Samir"], known["Katrien"]), days=days, announced=True,
    ))  # fmt: skip
    return Between(stored, track, sheet, known["Samir"], known["Greet"], visit)


def opens(server: Server, between: Between, person: str, someone: Phone) -> Page:
    """Open somebody's own page by a new link."""
    someone.page.goto(f"{server.url}/mijn/{link_of(between.store, person)}")
    expect(someone.page).to_have_url(f"{server.url}/mijn")
    return someone.page


def photo() -> FilePayload:
    out = io.BytesIO()
    Image.new("RGB", (2400, 1800), "#2D7D5E").save(out, "JPEG")
    return {"name": "keuken.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def fits(page: Page) -> None:
    """Nothing is wider than the phone."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_from_the_own_page_to_a_sheet_and_back(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    samir.sees("Dag Samir. Eén ding wacht.", "Tegen 1 maart is goed.")
    fits(page)
    samir.look("eigen-plek-320")
    page.get_by_role("button", name="Onze fiche aanvullen").click()
    expect(page).to_have_url(re.compile(r"/gsm\?d="))
    samir.sees("Vul samen jullie fiche in.")
    page.goto(f"{server.url}/mijn")
    page.get_by_role("link", name=re.compile("Jij gaat naar")).click()
    samir.sees("met Katrien")
    fits(page)
    samir.look("bezoek-320")


def test_it_is_read_by_keys_alone(server: Server, between: Between, phone: TakeOut) -> None:
    samir = phone("Samir")
    page = opens(server, between, between.samir, samir)
    reached = []
    for _tab in range(14):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 30)"))
    assert any(one.startswith("Jij gaat naar") for one in reached)
    assert "Onze fiche aanvullen" in reached and "Sluit af op dit toestel" in reached
    targets = page.locator("main a, main button, .foot button")
    heights = [box["height"] for one in targets.all() if (box := one.bounding_box())]
    assert min(heights) >= SMALLEST
    assert page.locator("main h1").count() == 1


def test_without_scripts_it_works_too(server: Server, between: Between, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/mijn/{link_of(between.store, between.samir)}")
    page.get_by_role("link", name=re.compile("Je schriftje")).click()
    page.get_by_label("Wat zag of hoorde je?").fill(SECOND)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#entries li")).to_contain_text(SECOND)
    context.close()


def test_a_note_with_a_photo_waits_for_a_connection_and_goes_once(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir")
    page = opens(server, between, between.samir, samir)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    expect(page.get_by_label("Wat zag of hoorde je?")).to_be_focused()
    page.evaluate("navigator.serviceWorker?.ready")
    page.reload()
    page.context.set_offline(True)
    page.get_by_label("Wat zag of hoorde je?").fill(FIRST)
    page.get_by_label("iemand zei dit").check()
    page.get_by_label("ja, zonder naam").check()
    page.locator("#photo").set_input_files(photo())
    expect(page.locator("#thumbs img")).to_be_visible()
    page.get_by_label("1 Warm onthaal").check()
    samir.look("notitie-zonder-verbinding")
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Geen verbinding. Wat je schreef, staat op dit toestel en gaat later mee.")
    page.get_by_label("Wat zag of hoorde je?").fill(SECOND)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#entries .waits")).to_have_count(2)
    samir.look("twee-wachten")
    assert between.notes() == []
    # The page itself was kept: it opens again without a connection, and nothing was lost.
    page.reload()
    expect(page.locator("#entries .waits")).to_have_count(2, timeout=PATIENCE)
    page.context.set_offline(False)
    samir.sees("Bewaard.")
    expect(page.locator("#entries .waits")).to_have_count(0, timeout=PATIENCE)
    first, second = between.notes()
    assert (first.text, first.kind, first.consent, first.area) == (FIRST, "quote", "nameless", 1)
    assert len(first.photos) == 1 and (second.text, second.photos) == (SECOND, ())
    page.reload()
    expect(page.locator("#entries li")).to_have_count(2)
    samir.look("bewaard")


def test_the_host_reads_what_is_shared_and_nothing_before(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir, greet = phone("Samir", size=SMALL_PHONE), phone("Greet")
    page = opens(server, between, between.samir, samir)
    host = opens(server, between, between.greet, greet)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    page.get_by_label("Wat zag of hoorde je?").fill(SECOND)
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Bewaard.")
    host.goto(f"{server.url}/mijn/bezoek/{between.visit}")
    expect(host.get_by_text(SECOND)).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Deel met")).click()
    samir.sees("jullie en de begeleider lezen dit")
    fits(page)
    host.reload()
    greet.sees(SECOND)
    page.get_by_role("button", name="Niet meer delen").click()
    # The sentence also stands below the empty field: only the button tells that it was stored.
    expect(page.get_by_role("button", name=re.compile("^Deel met"))).to_be_visible()
    samir.sees("Alleen jij leest dit.")
    host.reload()
    expect(host.get_by_text(SECOND)).to_have_count(0)


def test_sharing_without_a_connection_stays_on_the_page(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    page.get_by_label("Wat zag of hoorde je?").fill(SECOND)
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Bewaard.")
    expect(page.locator("#state")).to_be_in_viewport()
    samir.look("bewaard-320")
    page.context.set_offline(True)
    page.get_by_role("button", name=re.compile("^Deel met")).click()
    samir.sees("Delen kan pas met verbinding. Je notitie is bewaard.")
    samir.look("delen-zonder-verbinding-320")
    page.get_by_role("link", name="Verbeter").click()
    samir.sees("Verbeteren kan pas met verbinding.")
    assert not between.notes()[0].shared
    page.context.set_offline(False)
    page.get_by_role("button", name=re.compile("^Deel met")).click()
    expect(page.get_by_role("button", name="Niet meer delen")).to_be_focused()
    assert between.notes()[0].shared
    fits(page)


def test_what_was_not_kept_comes_back_until_the_page_is_closed(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir")
    page = opens(server, between, between.samir, samir)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    page.get_by_label("Wat zag of hoorde je?").fill(FIRST)
    page.get_by_label("iemand zei dit").check()
    page.get_by_label("ja, zonder naam").check()
    page.get_by_label("1 Warm onthaal").check()
    page.locator("#photo").set_input_files(photo())
    expect(page.locator("#thumbs img")).to_have_count(1)
    page.reload()
    expect(page.get_by_label("Wat zag of hoorde je?")).to_have_value(FIRST)
    for label in ("iemand zei dit", "ja, zonder naam", "1 Warm onthaal"):
        expect(page.get_by_label(label)).to_be_checked()
    expect(page.locator("#thumbs img")).to_have_count(1)
    page.goto(f"{server.url}/mijn")
    page.get_by_role("button", name="Sluit af op dit toestel").click()
    samir.sees("Wat je in je schriftje schreef maar niet bewaarde, gaat weg.")
    page.get_by_role("button", name="Sluit toch af").click()
    samir.sees("Je plek is op dit toestel afgesloten.")
    page.wait_for_function("!Object.keys(localStorage).some((one) => one.startsWith('odv:note:'))")
    page = opens(server, between, between.samir, samir)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    expect(page.get_by_label("Wat zag of hoorde je?")).to_have_value("")
    expect(page.get_by_label("1 Warm onthaal")).not_to_be_checked()
    expect(page.locator("#thumbs img")).to_have_count(0)
    assert between.notes() == []


def test_closed_on_a_shared_computer_and_revoked(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir")
    page = opens(server, between, between.samir, samir)
    page.context.set_offline(True)
    for button in ("Onze fiche aanvullen", "Sluit af op dit toestel"):
        page.get_by_role("button", name=button).click()
        expect(page.locator("form", has=page.get_by_role("button", name=button))).to_contain_text(
            "Geen verbinding. Probeer het straks opnieuw."
        )
    expect(page).to_have_url(f"{server.url}/mijn")
    page.context.set_offline(False)
    page.goto(f"{server.url}/mijn/gegevens")
    page.context.set_offline(True)
    page.get_by_text("Zonder mijn naam").click()
    samir.sees("Geen verbinding. Probeer het straks opnieuw.")
    page.context.set_offline(False)
    page.get_by_text("Met mijn naam", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Bewaard")
    page.goto(f"{server.url}/mijn")
    page.get_by_role("button", name="Sluit af op dit toestel").click()
    samir.sees("Je plek is op dit toestel afgesloten.")
    page.goto(f"{server.url}/mijn")
    samir.sees("Deze link werkt niet meer.")
    page = opens(server, between, between.samir, samir)
    own_links.revoke(between.store, between.track, between.samir)
    page.reload()
    samir.sees("Deze link werkt niet meer.", "Wat je verstuurde, is bewaard.")
    samir.look("ingetrokken")


def test_what_was_shared_is_offered_for_the_gift(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    page.get_by_label("Wat zag of hoorde je?").fill(SECOND)
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Bewaard.")
    page.get_by_role("button", name=re.compile("^Deel met")).click()
    samir.sees("jullie en de begeleider lezen dit")
    gifts = exercises.of_kind("gifts")
    assert gifts is not None
    exchange = meetings.add(between.store, between.track, "Uitwisseling", "2026-12-01")
    activity = meetings.add_activity(
        between.store, exchange, gifts.kind, gifts.sample.to_json(), 60
    )
    meetings.open_doors(between.store, exchange)
    running.start(between.store, activity)
    code = meetings.room(between.store, exchange).meeting.code
    page.goto(f"{server.url}/mijn")
    page.get_by_role("link", name="De bijeenkomst is bezig. Kom binnen.").click()
    samir.fills_in("De Regenton", "Samir")
    samir.presses("Ik ben er")
    expect(page).to_have_url(re.compile(f"/gsm.*{code}"))
    page.get_by_text("Uit jullie schriftje").click()
    page.get_by_role("button", name="Zet dit in het cadeautje").click()
    field = page.get_by_role("textbox", name="Dit waardeer ik in jullie praktijk")
    expect(field).to_have_value(SECOND)
    fits(page)
    samir.look("cadeautje-uit-schriftje")


def writes(page: Page, server: Server, between: Between, words: str) -> None:
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    page.get_by_label("Wat zag of hoorde je?").fill(words)


def test_a_note_that_is_too_long_is_not_cut(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    writes(page, server, between, "woord " * 300)
    samir.sees("799 tekens te veel: maak het iets korter.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_label("Wat zag of hoorde je?")).to_be_focused()
    expect(page.locator("#entries li")).to_have_count(0)
    samir.look("notitie-te-lang-320")
    page.reload()
    expect(page.get_by_label("Wat zag of hoorde je?")).to_have_value("woord " * 300)
    samir.sees("799 tekens te veel: maak het iets korter.")
    page.get_by_label("Wat zag of hoorde je?").fill("woord " * 100)
    expect(page.get_by_text("tekens te veel")).to_be_hidden()
    page.get_by_role("button", name="Bewaren").dblclick()
    samir.sees("Bewaard.")
    # The second tap of a double tap is no empty note.
    expect(page.locator("#why")).to_be_hidden()
    assert [one.text for one in between.notes()] == ["woord " * 99 + "woord"]
    page.wait_for_timeout(1600)
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Schrijf een woord, of neem een foto.")


def test_a_photo_that_is_none_holds_up_nothing(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    fake: FilePayload = {"name": "nep.jpg", "mimeType": "image/jpeg", "buffer": b"no photo"}
    writes(page, server, between, FIRST)
    for one in (fake, photo()):
        page.locator("#photo").set_input_files(one)
    expect(page.locator("#thumbs img")).to_have_count(2)
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Je woorden zijn bewaard, een foto niet. Dit is geen foto die we kunnen lezen.")
    expect(page.locator("#entries li")).to_have_count(1)
    expect(page.locator("#entries .waits")).to_have_count(0)
    samir.look("geen-foto-320")
    writes(page, server, between, SECOND)
    expect(page.get_by_text("geen foto die we")).to_have_count(0)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#state")).to_have_text("Bewaard.")
    # Without words nothing is left of it.
    page.locator("#photo").set_input_files(fake)
    expect(page.locator("#thumbs img")).to_have_count(1)
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Een foto is niet bewaard. Dit is geen foto die we kunnen lezen.")
    expect(page.locator("#entries li")).to_have_count(2)
    first, second = between.notes()
    assert (first.text, len(first.photos), second.text) == (FIRST, 1, SECOND)


def test_the_first_visit_is_kept_for_when_there_is_no_connection(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    writes(page, server, between, FIRST)
    expect(page.get_by_text("ook als je deze pagina opnieuw opent")).to_be_visible()
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_label("Wat zag of hoorde je?")).to_have_value(FIRST)
    # What was said before is still so.
    expect(page.get_by_text("ook als je deze pagina opnieuw opent")).to_be_visible()
    expect(page.get_by_text("Laat deze pagina open")).to_be_hidden()
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Geen verbinding. Wat je schreef, staat op dit toestel en gaat later mee.")
    samir.look("eerste-bezoek-zonder-verbinding-320")
    page.context.set_offline(False)
    expect(page.locator("#entries .waits")).to_have_count(0, timeout=PATIENCE)


def test_who_closes_is_told_what_was_not_sent(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    writes(page, server, between, FIRST)
    page.route("**/mijn/schrift/**", lambda route: (
        route.abort() if route.request.method == "POST" else route.fallback()
    ))  # fmt: skip
    page.get_by_role("button", name="Bewaren").click()
    samir.sees("Geen verbinding. Wat je schreef, staat op dit toestel en gaat later mee.")
    page.get_by_label("Wat zag of hoorde je?").fill(SECOND)
    page.goto(f"{server.url}/mijn")
    samir.sees("Eén notitie staat alleen op dit toestel.")
    samir.look("niet-verstuurd-320")
    page.get_by_role("button", name="Sluit af op dit toestel").click()
    samir.sees("Eén notitie is nog niet verstuurd.", "maar niet bewaarde, gaat weg.")
    fits(page)
    samir.look("afsluiten-320")
    page.get_by_role("button", name="Sluit toch af").click()
    samir.sees("Je plek is op dit toestel afgesloten.", "Open hier je eigen link")
    samir.look("afgesloten-320")
    assert between.notes() == []
    page.unroute("**/mijn/schrift/**")
    page = opens(server, between, between.samir, samir)
    samir.sees("Je notitie is bewaard.")
    assert [one.text for one in between.notes()] == [FIRST]
    # With nothing left, closing asks nothing.
    page.get_by_role("button", name="Sluit af op dit toestel").click()
    samir.sees("Je plek is op dit toestel afgesloten.")
    expect(page.get_by_text("Open hier je eigen link")).to_have_count(0)


def test_with_large_letters_the_button_leaves_room_to_write(
    server: Server, between: Between, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, between, between.samir, samir)
    page.goto(f"{server.url}/mijn/schrift/{between.visit}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    page.get_by_label("Wat zag of hoorde je?").focus()
    samir.rests()
    field, bar = (page.locator(one).bounding_box() for one in ("#text", ".nb .foot"))
    assert field is not None and bar is not None
    assert field["y"] >= 0 and field["y"] + field["height"] <= bar["y"]
    samir.look("grote-letters-320")
    fits(page)
