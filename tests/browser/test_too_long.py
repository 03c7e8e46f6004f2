"""What is too long is kept as a draft: found again, said to be not shared, on no screen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from exercises import gifts, organisation_sheet, reflection_sheet
from exercises.engine import flow, running
from exercises.gifts.config import GiftsConfig, GiftVisit
from state import meetings
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator, Phone, Screen
from tests.browser.at_joint import JointHand
from tests.browser.at_sheet import SheetHand
from tests.browser.server import Server
from tests.browser.setting import ORGANISATIONS, Setting

TakeOut = Callable[..., Phone]
(REGENTON, VENSTERBANK, _third) = (name for _kind, name in ORGANISATIONS)
# 417 characters, as somebody once pasted them in a field for 400.
PASTED = ("Wij zijn er voor gezinnen met jonge kinderen in de buurt. " * 8)[:417]
SAVED = "Bewaard als klad, nog niet gedeeld."


def begin(store: Store, setting: Setting, kind: str, config: dict[str, object]) -> str:
    """Put an exercise on the agenda and begin it; gives its id."""
    activity = meetings.add_activity(store, setting.meeting, kind, config, 40)
    running.start(store, activity)
    return activity


def go_on(store: Store, activity: str) -> None:
    """Go to the next stage."""
    running.change_phase(
        store, activity, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
    )


def with_screen(server: Server, setting: Setting, facilitator: Facilitator) -> Screen:
    """The projector, listened to from its first page."""
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    screen.reloads()
    return screen


def test_a_part_of_the_sheet_that_is_too_long(
    server: Server, stored: Store, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    sheet = organisation_sheet.EXERCISE
    activity = begin(stored, setting, sheet.kind, sheet.sample.to_json())
    screen = with_screen(server, setting, facilitator)
    samir = phone("samir")
    samir.has_joined(f"{server.url}/d/{setting.code}", REGENTON, "Samir")
    samir.sees("Vul jullie fiche in.")
    hand, field = SheetHand(samir), JointHand(samir, "Doelgroep")

    hand.opens("Doelgroep")
    field.field.fill(PASTED)
    samir.sees("17 tekens te veel", SAVED)
    samir.look("te-lang")
    hand.goes_back()
    samir.sees("17 tekens te veel")
    row = samir.page.locator("button.row").filter(has_text="Doelgroep")
    expect(row.locator(".done")).to_have_count(0)
    screen.sees("1 deel wordt nog ingekort")
    screen.look("nog-inkorten")
    facilitator.sees("1 deel wordt nog ingekort")

    # A field that is opened again takes what is typed, and gives it back.
    for text in (PASTED[:390], "Een nieuwe zin.", PASTED):
        hand.opens("Doelgroep")
        field.field.fill(text)
        samir.sees("Bewaard")
        hand.goes_back()
        hand.opens("Doelgroep")
        assert field.reads() == text
        hand.goes_back()
    samir.sees("17 tekens te veel")

    # A phone that lost its memory finds it on the server.
    samir.page.evaluate("localStorage.clear()")
    samir.reloads()
    samir.sees("17 tekens te veel")
    hand.opens("Doelgroep")
    samir.sees("17 tekens te veel", SAVED)
    assert field.reads() == PASTED
    go_on(stored, activity)
    screen.sees("Onze muur")
    assert screen.wire.brought(PASTED[:40]) == []
    samir.sees("Nog niet gedeeld.")
    running.change_phase(stored, activity, lambda e, c, p: flow.back(e, c, p, flow.position(p)))

    hand.opens("Doelgroep")
    field.field.fill(PASTED[:56] + ".")
    field.is_kept()
    hand.goes_back()
    expect(row.locator(".done")).to_be_visible(timeout=PATIENCE)
    screen.sees_nothing_of("wordt nog ingekort")
    go_on(stored, activity)
    samir.sees(PASTED[:56])
    facilitator.presses(f"Toon {REGENTON} groot")
    screen.sees(PASTED[:56])


def test_a_reason_on_the_line_that_is_too_long(
    server: Server, stored: Store, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    running.start(stored, setting.activity)
    go_on(stored, setting.activity)
    screen = with_screen(server, setting, facilitator)
    lien = phone("lien")
    lien.has_joined(f"{server.url}/d/{setting.code}", VENSTERBANK, "Lien")
    lien.taps(0.5)
    lien.writes(PASTED[:200])
    lien.leaves_the_field()
    lien.until(lambda: setting.words("s1.why") == {"Lien": PASTED[:200].strip()}, "half of it")

    lien.writes(PASTED)
    lien.leaves_the_field()
    lien.sees("137 tekens te veel", SAVED)
    lien.until(lambda: setting.words("s1.why") == {"Lien": ""}, "half a text taken back")
    lien.page.evaluate("localStorage.clear()")
    lien.reloads()
    lien.sees("137 tekens te veel", SAVED)
    assert lien.why().input_value() == PASTED

    lien.writes(PASTED[:56])
    lien.leaves_the_field()
    lien.until(lambda: setting.words("s1.why") == {"Lien": PASTED[:56].strip()}, "the short one")
    lien.until(lambda: setting.words("draft.s1.why") == {"Lien": ""}, "no draft any more")
    lien.reloads()
    expect(lien.why()).to_have_value(PASTED[:56].strip(), timeout=PATIENCE)
    assert screen.wire.brought(PASTED[60:120]) == []


def test_a_note_in_a_gift_counts_as_soon_as_it_is_typed(
    server: Server, stored: Store, setting: Setting, phone: TakeOut
) -> None:
    room = meetings.room(stored, setting.meeting)
    ids = {one.name: one.id for one in room.organisations}
    visits = (GiftVisit("v1", ids[REGENTON], ids[VENSTERBANK]),)
    begin(stored, setting, gifts.EXERCISE.kind, GiftsConfig(visits).to_json())
    samir = phone("samir")
    samir.has_joined(f"{server.url}/d/{setting.code}", REGENTON, "Samir")
    samir.sees("Een cadeautje voor")
    note = samir.page.locator("section.note textarea").first
    note.fill(PASTED)
    samir.presses("Inpakken")
    samir.sees("Eén briefje is nog te lang. Maak het eerst korter.", "tekens te veel")
    note.fill("Jullie soep.")
    samir.presses("Inpakken")
    samir.sees("Papier")


def test_what_the_facilitator_fills_in_for_who_has_no_phone(
    server: Server, stored: Store, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    reflection = reflection_sheet.EXERCISE
    begin(stored, setting, reflection.kind, reflection.sample.to_json())
    phone("samir").has_joined(f"{server.url}/d/{setting.code}", REGENTON, "Samir")
    facilitator.opens_console(server.url, setting.meeting)
    desk = facilitator.page.locator(".reflection_sheet-console")
    expect(desk.locator(".form")).to_have_count(0)
    expect(facilitator.button(f"Vul de fiche van {REGENTON} in")).to_have_count(0)
    facilitator.presses(f"Vul de fiche van {VENSTERBANK} in")
    field = desk.locator(".form textarea").first
    field.fill(PASTED)
    field.blur()
    facilitator.sees("177 tekens te veel", "Nog niet gedeeld.")
    facilitator.reloads()
    facilitator.presses(f"Vul de fiche van {VENSTERBANK} in")
    expect(field).to_have_value(PASTED)
    field.fill(PASTED[:56])
    field.blur()
    facilitator.sees("1 van de 16 vakken ingevuld")
    facilitator.presses("Deel deze fiche")
    facilitator.sees("gedeeld")
    facilitator.look("voor-wie-geen-gsm-heeft")
