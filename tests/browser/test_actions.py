"""Acties in a real browser: three organisations write, sharpen and help, and look back at a later
meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from playwright.sync_api import expect

from exercises import actions
from exercises.contract import Phase
from exercises.engine import running
from state import contributions, homework, meetings, people
from state.database import Store
from state.models import Room
from tests.browser.actors import PATIENCE, SMALL_PHONE, Facilitator, Phone, Screen
from tests.browser.at_joint import JointHand
from tests.browser.eyes import Album
from tests.browser.server import Server
from tests.browser.setting import Setting
from tests.own_page import link_of

EXERCISE = actions.EXERCISE
NARROW_PHONE: Any = {"width": 360, "height": 740}
TABLE, FIRST = "Een keukentafel in de inkom", "De inkom meten, samen met twee ouders"


def _begins(store: Store, meeting: str) -> str:
    activity = meetings.add_activity(store, meeting, EXERCISE.kind, EXERCISE.sample.to_json(), 60)
    running.start(store, activity)
    return activity


def _stage(store: Store, activity: str, key: str, **options: str) -> None:
    def changed(_exercise: object, _config: object, phase: Phase) -> Phase:
        stage = EXERCISE.stage(key)
        return replace(phase, stage=key, open=stage.open, shown=stage.shown,
                       options={**phase.options, **options})  # fmt: skip

    running.change_phase(store, activity, changed)


def _writes(phone: Phone, what: str, first: str, who: str) -> None:
    """Go through the five steps of a first action."""
    phone.presses_after_a_moment("Schrijf jullie eerste actie")
    JointHand(phone, "De actie").writes(what)
    phone.button("Warm onthaal").click()
    phone.look("wat")
    phone.presses("Verder")
    JointHand(phone, "Voor wie").writes("ouders die staan te wachten")
    phone.presses("Verder")
    JointHand(phone, "De eerste stap").writes(first)
    phone.button("binnen twee weken").click()
    phone.rests()
    phone.look("eerst")
    phone.presses("Verder")
    JointHand(phone, "Wie").writes(who)
    phone.presses("Verder")
    phone.button("over drie maanden").click()
    phone.presses("Naar ons plan")
    phone.sees("Ons plan")


def test_actions_over_two_meetings(
    server: Server, stored: Store, setting: Setting, facilitator: Facilitator,
    phone: Callable[..., Phone], album: Album,
) -> None:  # fmt: skip
    room = meetings.room(stored, setting.meeting)
    regenton, vensterbank, _kattenstaart = room.organisations
    first = _begins(stored, setting.meeting)
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    address = f"{server.url}/d/{setting.code}"
    samir, idris, lien = phone("samir"), phone("idris", size=SMALL_PHONE), phone("lien")
    samir.has_joined(address, regenton.name, "Samir")
    idris.has_joined(address, vensterbank.name, "Idris")
    lien.has_joined(address, "Kattenstaart", "Lien")
    before = idris.wire.mark()
    _writes(samir, TABLE, FIRST, "Samir")
    samir.rests()
    samir.look("ons-plan")
    screen.sees("1 van de 3 organisaties heeft een actie")
    _keeps(screen, "schrijven")
    assert idris.wire.brought(TABLE, FIRST, since=before) == []
    assert screen.wire.brought(TABLE, FIRST) == []

    _sharpen(stored, first, screen, samir, idris, lien)
    for key in ("line", "help", "areas"):
        _stage(stored, first, key)
        screen.page.wait_for_timeout(3000)
        _keeps(screen, key)
    facilitator.look("regie")
    running.close(stored, first)
    _a_later_meeting(server, stored, room, samir)
    assert [samir.errors, idris.errors, lien.errors, screen.errors] == [[], [], [], []]


def _sharpen(
    stored: Store, first: str, screen: Screen, samir: Phone, idris: Phone, lien: Phone
) -> None:
    """Others read the plan, say something of it, and an offer is taken."""
    _stage(stored, first, "plan")
    for other in (idris, lien):
        other.sees("Wat maakt dit scherper?")
        other.sees(TABLE)
    _says(idris, "Wij kunnen helpen", "Wij hebben nog een tafel over.")
    idris.look("hulp")
    _says(lien, "Een vraag", "Wie maakt de tafel proper?")
    lien.rests()
    lien.look("vraag")
    samir.sees("Wij hebben nog een tafel over.")
    samir.presses("Graag, help mee: De Vensterbank")
    samir.sees("Helpt mee")
    samir.rests()
    samir.look("aanvaard")
    screen.reads("De Vensterbank", "Wie maakt de tafel proper?")
    _keeps(screen, "plan")


def _a_later_meeting(server: Server, stored: Store, room: Room, samir: Phone) -> None:
    """The plan is there again, and what is said of it stays."""
    regenton = room.organisations[0]
    second = meetings.add(stored, room.track.id, "Acties", "2027-03-12")
    meetings.open_doors(stored, second)
    later = _begins(stored, second)
    code = meetings.room(stored, second).meeting.code
    samir.has_joined(f"{server.url}/d/{code}", regenton.name, "Samir")
    samir.sees(TABLE)
    samir.page.get_by_role("button", name=f"Hoe staat het: {TABLE}").click()
    samir.presses("Bezig")
    samir.page.get_by_label("Eén zin erbij (mag)").fill("De tafel is besteld.")
    samir.presses("Bewaar")
    samir.sees("Tot nu toe")
    samir.look("hoe-staat-het")
    samir.presses("Gedaan")
    samir.presses("Bewaar")
    expect(samir.page.locator(".moments li")).to_have_count(2, timeout=PATIENCE)
    samir.presses("Terug")
    samir.page.get_by_text("Hoe het was").click()
    samir.sees("De tafel is besteld.")
    samir.rests()
    samir.look("hoe-het-was")
    with stored.read() as db:
        own = contributions.of_author(db, later, regenton.id)
    assert [one["state"] for one in own["sheet.state1"]["said"]] == ["busy", "done"]
    assert own[f"carried.{regenton.id}"]["actions"][0]["what"] == TABLE


def _says(phone: Phone, kind: str, text: str) -> None:
    """Say something of the action of another."""
    phone.presses_after_a_moment(kind)
    phone.page.locator(".say textarea").fill(text)
    phone.presses("Zeg het")
    phone.sees(text)


def _keeps(screen: Screen, what: str) -> None:
    """A picture of the screen at rest."""
    screen.rests()
    screen.look(what)


def test_a_phone_that_was_put_away_opens_where_somebody_was_writing(
    server: Server, stored: Store, setting: Setting, phone: Callable[..., Phone]
) -> None:
    room = meetings.room(stored, setting.meeting)
    activity = _begins(stored, setting.meeting)
    address = f"{server.url}/d/{setting.code}"
    samir, idris = phone("samir", size=NARROW_PHONE), phone("idris")
    idris.has_joined(address, room.organisations[1].name, "Idris")
    _writes(idris, TABLE, FIRST, "Idris")
    samir.has_joined(address, room.organisations[0].name, "Samir")
    samir.presses_after_a_moment("Schrijf jullie eerste actie")
    JointHand(samir, "De actie").writes("Onze deur blijft open tot half tien")
    samir.sees("Bewaard.")
    samir.presses("Verder")
    _stage(stored, activity, "plan", plan=room.organisations[1].id)
    _stage(stored, activity, "areas")
    samir.page.context.set_offline(True)
    samir.page.get_by_label("Voor wie").fill("Alle ouders")
    samir.page.wait_for_timeout(800)
    samir.page.context.set_offline(False)
    # Other people's plans are on the table now, and the phone was away.
    samir.page.reload()
    expect(samir.page.get_by_label("Voor wie")).to_have_value("Alle ouders", timeout=PATIENCE)
    samir.rests()
    samir.look("weer-open")
    samir.presses("Terug")
    samir.presses("Terug")
    samir.sees("De hele groep leest dit mee.")
    sentence = samir.page.locator(".own-action .sentence")
    expect(sentence).to_have_text("Onze deur blijft open tot half tien. Voor wie: Alle ouders. ")
    samir.look("zonder-lege-plekken")
    samir.page.reload()
    samir.sees("Van anderen")
    assert samir.errors == []


def test_at_home_somebody_says_how_it_is(
    server: Server, stored: Store, setting: Setting, phone: Callable[..., Phone]
) -> None:
    room = meetings.room(stored, setting.meeting)
    activity = _begins(stored, setting.meeting)
    organisation = room.organisations[0].id
    person = people.join(stored, setting.meeting, "t", organisation, "Samir")
    for slot, payload in (
        ("sheet.what1", {"text": TABLE}), ("sheet.first1", {"text": FIRST}),
        ("sheet.who1", {"text": "Samir"}), ("sheet.date1", {"date": "2026-11-20"}),
    ):  # fmt: skip
        running.send(stored, room, activity, person, slot, payload, slot)
    running.close(stored, activity)
    homework.allow(stored, activity, True, "2030-03-01")
    samir = phone("samir", size=NARROW_PHONE)
    samir.page.goto(f"{server.url}/mijn/{link_of(stored, person)}")
    samir.sees(f"Hoe staat het met ‘{TABLE}’?", "Zet de eerste stappen in mijn agenda")
    samir.look("eigen-pagina")
    samir.presses("Vertellen")
    samir.sees(TABLE, "Die dag is voorbij. Is de eerste stap gezet?")
    samir.rests()
    samir.look("thuis")
    samir.page.get_by_role("button", name=f"Hoe staat het: {TABLE}").click()
    samir.presses("Gedaan")
    samir.page.get_by_label("Eén zin erbij (mag)").fill("Ze staat er, en er wordt gegeten.")
    samir.presses("Bewaar")
    expect(samir.page.locator(".moments li")).to_have_count(1, timeout=PATIENCE)
    samir.look("verteld")
    # Without a connection what was told stays in sight, beside why it is not saved yet.
    samir.page.context.set_offline(True)
    samir.presses("Bezig")
    samir.page.get_by_label("Eén zin erbij (mag)").fill("Toch nog niet af.")
    samir.presses("Bewaar")
    samir.sees("Nog niet bewaard: even geen verbinding.", "Toch nog niet af.")
    samir.rests()
    samir.look("verteld-zonder-verbinding")
    samir.page.context.set_offline(False)
    expect(samir.page.get_by_text("even geen verbinding")).to_have_count(0, timeout=PATIENCE)
    expect(samir.page.locator(".moments li")).to_have_count(2, timeout=PATIENCE)
    samir.presses("Terug")
    with samir.page.expect_download() as file:
        samir.presses("Zet de eerste stappen in je agenda")
    assert file.value.suggested_filename == "eerste-stappen.ics"
    assert samir.errors == []
