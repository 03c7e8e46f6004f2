"""'Wie mag dit zien?' in a browser: on small phones, by keys, without a script, and at once in the
room."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import exercises
from exercises.engine import running
from exercises.engine.stored import phase_of
from state import meetings, notebook, people, restrictions, tracks, visits
from state.clock import local, now
from state.database import Store
from state.models import TrackVisit, VisitDay
from state.notebook import NoteDraft
from tests.browser.actors import PATIENCE, SMALL_PHONE, Facilitator, Phone
from tests.browser.judge import barriers
from tests.browser.server import Server
from tests.own_page import link_of

TakeOut = Callable[..., Phone]
SMALLEST = 48
TOP, FLOP = "De papa die bleef plakken", "Wij stonden er ook nog"
QUOTE, NOTED = "Ik bel nu aan in plaats van te mailen.", "De deur achteraan is nooit op slot"
ENDLESS = "Samenwerkingsverbandenoverleg" * 6


@dataclass(frozen=True)
class Closing:
    """The last meeting of a track: Samir and Katrien of De Regenton gave something."""

    store: Store
    track: str
    meeting: str
    domino: str
    samir: str


@pytest.fixture
def closing(stored: Store) -> Closing:
    track = tracks.add_track(stored, tracks.free_name(stored, "Slot"))
    regenton = tracks.add_organisation(stored, track, "De Regenton")
    host = tracks.add_organisation(stored, track, "Huis van het Kind Zevenhoek-Onderbergen")
    meeting = meetings.add(stored, track, "Slotmoment", "2026-11-20")
    meetings.open_doors(stored, meeting)
    samir, _katrien = (
        people.join(stored, meeting, f"{track} {one}", regenton, one)
        for one in ("Samir", "Katrien")
    )
    made: dict[str, str] = {}

    def give(kind: str, stage: str, *sent: tuple[str, dict[str, Any]]) -> None:
        exercise = exercises.of_kind(kind)
        assert exercise is not None
        made[kind] = meetings.add_activity(stored, meeting, kind, exercise.sample.to_json(), 10)
        running.start(stored, made[kind])
        room = meetings.room(stored, meeting)
        while stage and phase_of(_activity(stored, meeting, made[kind])).stage != stage:
            running.change_phase(stored, made[kind], _on)
        for number, (slot, payload) in enumerate(sent):
            running.send(
                stored, room, made[kind], samir, slot, payload, f"{made[kind]}{number}"
            )  # fmt: skip

    give("quotes", "", ("quote.text", {"text": QUOTE}),
         ("quote.consent", {"consent": "organisations", "text": QUOTE}))  # fmt: skip
    give("organisation_sheet", "", ("sheet.core", {"text": f"Een open huis. {ENDLESS}"}))
    give("domino", "write", ("stone.top", {"text": TOP}), ("stone.flop", {"text": FLOP}),
         ("stone.ready", {"ready": True}))  # fmt: skip
    running.change_phase(stored, made["domino"], _on)

    def on_table(exercise: Any, config: Any, phase: Any) -> Any:
        return replace(phase, options={**phase.options, "own_start": True})

    running.change_phase(stored, made["domino"], on_table)
    running.send(stored, meetings.room(stored, meeting), made["domino"], samir, "stone.lay",
                 {"on": True, "against": None}, f"{track}lay")  # fmt: skip
    day = (local(now()).date() - timedelta(days=30)).isoformat()
    visit = visits.add(stored, track, TrackVisit(
        "", host, regenton, (samir,), days=(VisitDay(day),), announced=True,
    ))  # fmt: skip
    with stored.read() as db:
        (there,) = [one for one in visits.read_visits(db, track) if one.id == visit]
    notebook.put(stored, there, samir, f"{visit}-note", NoteDraft(NOTED, day=day))
    return Closing(stored, track, meeting, made["domino"], samir)


def _activity(store: Store, meeting: str, activity: str) -> Any:
    return meetings.room(store, meeting).activity(activity)


def _on(exercise: Any, config: Any, phase: Any) -> Any:
    from exercises.engine import flow

    return flow.forward(exercise, config, phase, flow.position(phase))


def opens(server: Server, closing: Closing, someone: Phone) -> Page:
    someone.page.goto(f"{server.url}/mijn/{link_of(closing.store, closing.samir)}")
    someone.page.get_by_role("link", name=re.compile("^Wie mag dit zien")).click()
    expect(someone.page.get_by_role("heading", name="Wie mag dit zien?", level=1)).to_be_visible()
    return someone.page


def fits(page: Page) -> None:
    """Nothing is wider than the phone, and nothing to press is small."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    targets = page.locator("main summary, main a, main button, .foot .btn")
    boxes = [box for one in targets.all() if (box := one.bounding_box()) and box["height"]]
    assert min(box["height"] for box in boxes) >= SMALLEST
    assert barriers(page) == {}


def thing(page: Page | Locator, words: str) -> Any:
    return page.locator("details", has_text=words)


@pytest.mark.parametrize("size", [None, SMALL_PHONE])
def test_a_thing_is_moved_and_comes_back(
    server: Server, closing: Closing, phone: TakeOut, size: Any
) -> None:
    samir = phone("Samir", **({"size": size} if size else {}))
    page = opens(server, closing, samir)
    fits(page)
    samir.look("wie-mag-dit-zien")
    thing(page, TOP).locator("summary").click()
    fits(page)
    samir.look("open")
    stone = thing(page, TOP)
    stone.get_by_role("button", name="Alleen ik").click()
    expect(page.get_by_role("status")).to_contain_text("staat nu bij ‘Alleen ik’.")
    expect(page.locator("section", has_text="Alleen ik").first).to_contain_text(TOP)
    expect(stone.get_by_role("button", name="Alleen ik")).to_be_focused()
    expect(stone.get_by_role("button", name="Alleen ik")).to_have_attribute("aria-pressed", "true")
    fits(page)
    samir.look("alleen-ik")
    stone.get_by_role("button", name="In het verslag").click()
    expect(page.get_by_role("status")).to_contain_text("staat nu bij ‘In het verslag’.")
    stone.get_by_role("button", name="alleen De Regenton").click()
    expect(stone.get_by_role("button", name="alleen De Regenton")).to_have_attribute(
        "aria-pressed", "true"
    )
    with closing.store.read() as db:
        (limit,) = set(restrictions.narrowest(restrictions.of_track(db, closing.track)).values())
    assert (limit.place, limit.naming) == ("report", "organisations")
    restrictions.print_on(closing.store, closing.track, "2030-10-01")
    page.reload()
    samir.sees("Veranderen kan tot 1 oktober 2030.")
    samir.look("met-dag")
    restrictions.print_on(closing.store, closing.track, "2026-10-01")
    page.reload()
    samir.sees("Vraag het aan de begeleider.")
    samir.look("gedrukt")
    restrictions.print_on(closing.store, closing.track, "")


def test_the_screen_that_is_open_obeys_at_once(
    server: Server, closing: Closing, phone: TakeOut, facilitator: Facilitator
) -> None:
    samir = phone("Samir")
    page = opens(server, closing, samir)
    facilitator.opens_console(server.url, closing.meeting)
    screen = facilitator.opens_screen()
    drawn = screen.page.locator("#main, main, body").first
    expect(drawn).to_contain_text("plakken", timeout=PATIENCE)
    thing(page, TOP).locator("summary").click()
    thing(page, TOP).get_by_role("button", name="Alleen ik").click()
    expect(drawn).not_to_contain_text("plakken", timeout=PATIENCE)
    thing(page, TOP).get_by_role("button", name="Onze groep").click()
    expect(drawn).to_contain_text("plakken", timeout=PATIENCE)


def test_it_is_done_by_keys_alone(server: Server, closing: Closing, phone: TakeOut) -> None:
    samir = phone("Samir")
    page = opens(server, closing, samir)
    thing(page, NOTED).locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("staat nu bij ‘Onze groep’.")
    expect(thing(page, NOTED).get_by_role("button", name="Onze groep")).to_be_focused()


def test_without_a_script_it_works_too(server: Server, closing: Closing, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/mijn/{link_of(closing.store, closing.samir)}")
    page.get_by_role("link", name=re.compile("^Wie mag dit zien")).click()
    thing(page, QUOTE).locator("summary").click()
    thing(page, QUOTE).get_by_role("button", name="niet gebruiken").click()
    expect(page.get_by_role("status")).to_contain_text("staat nu bij ‘Alleen ik’.")
    expect(thing(page, QUOTE).get_by_role("button", name="niet gebruiken")).to_be_visible()
    context.close()


def test_without_a_connection_it_says_so(server: Server, closing: Closing, phone: TakeOut) -> None:
    samir = phone("Samir")
    page = opens(server, closing, samir)
    thing(page, TOP).locator("summary").click()
    page.context.set_offline(True)
    thing(page, TOP).get_by_role("button", name="Alleen ik").click()
    samir.sees("Geen verbinding. Probeer het straks opnieuw.")
    page.context.set_offline(False)
    thing(page, TOP).get_by_role("button", name="Alleen ik").click()
    expect(page.get_by_role("status")).to_contain_text("staat nu bij ‘Alleen ik’.")


def test_what_is_of_all_is_folded_in_and_stays_open(
    server: Server, closing: Closing, phone: TakeOut
) -> None:
    samir = phone("Samir", size=SMALL_PHONE)
    page = opens(server, closing, samir)
    sheet = thing(page.locator("#together"), "Een open huis").last
    expect(sheet).to_be_hidden()
    page.get_by_text("Wat jullie samen gaven", exact=True).click()
    expect(sheet).to_be_visible()
    sheet.locator("summary").click()
    fits(page)
    samir.look("van-ons")
    sheet.get_by_role("button", name="Alleen wij").click()
    expect(page.get_by_role("status")).to_contain_text("staat nu bij ‘Alleen wij’.")
    expect(page.get_by_role("heading", name="Alleen wij")).to_be_visible()
    expect(sheet.get_by_role("button", name="Alleen wij")).to_be_focused()
    samir.look("alleen-wij")
