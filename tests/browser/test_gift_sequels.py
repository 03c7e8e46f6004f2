"""The sequels of gifts in a real browser: two organisations look back, one after the other tells,
and no word is read before its turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from exercises import of_kind
from state import attendance, contributions, meetings, notebook, phones, tracks
from state.database import Store
from tests.browser.actors import PHONE, SMALL_PHONE, Facilitator, Phone, Screen
from tests.browser.judge import fits
from tests.browser.server import Server
from tests.own_page import link_of
from tests.pages.test_pictures import jpeg
from tests.sequel_track import ACTION, HOUSES, LIKED, SEALED, TIP, SequelTrack, sequel_track

TakeOut = Callable[..., Phone]
BECAME = "De bank staat er sinds oktober. Op een dinsdag zat er iemand die we niet kenden."
GAVE = "We kijken nu anders naar onze eigen inkom."


@pytest.fixture
def here(stored: Store) -> SequelTrack:
    return sequel_track(stored)


def comes_in(phone: TakeOut, here: SequelTrack, url: str, name: str, house: int, size: object) -> (
    Phone
):  # fmt: skip
    someone = phone(name, size=size)
    someone.has_joined(f"{url}/d/{here.code}", HOUSES[house][1], name)
    expect(someone.page.locator(".sequels-phone")).to_be_visible()
    phones.confirm_all(here.store, here.meeting)
    return someone


def moves(facilitator: Facilitator, label: str) -> None:
    """Press a button of the exercise on the console, once it counts again."""
    facilitator.page.wait_for_timeout(1200)
    facilitator.page.get_by_role("button", name=label).first.click()


def test_two_organisations_tell_and_nothing_is_read_before(
    here: SequelTrack, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    facilitator.opens_console(server.url, here.meeting)
    screen = facilitator.opens_screen()
    screen.reloads()
    screen.sees("Wat deden jullie met dit cadeau?")
    screen.look_in_sizes("tafel")
    samir = comes_in(phone, here, server.url, "Samir", 0, PHONE)
    greet = comes_in(phone, here, server.url, "Greet", 0, SMALL_PHONE)
    marleen = comes_in(phone, here, server.url, "Marleen", 1, SMALL_PHONE)
    samir_writes(samir, here)
    greet_goes_on(greet)
    marleen_tells_of_giving(marleen)
    screen.sees("Van 2 van de 2 cadeautjes")
    for seen in (screen, facilitator, marleen):
        assert seen.wire.brought(BECAME, LIKED, TIP, SEALED) == [], seen

    facilitator.page.wait_for_timeout(1500)
    facilitator.page.locator(".con-go").get_by_role("button", name="Begin met vertellen").click()
    samir.sees("Jullie zijn aan het woord.")
    marleen.sees("De Regenton", "vertelt. Kijk naar het scherm.")
    they_tell_in_turn(facilitator, screen)
    # What nobody chose, and what is still wrapped, came nowhere but to who received it.
    for seen in (screen, facilitator, marleen):
        assert seen.wire.brought(TIP, SEALED) == [], seen
    assert samir.wire.brought(SEALED) == []


def samir_writes(samir: Phone, here: SequelTrack) -> None:
    """A sentence, the note that may be seen, and the action that grew from it."""
    samir.sees("Dit kregen jullie.")
    samir.rests()
    samir.look("kiezen")
    fits(samir)
    samir.page.get_by_role("button", name="De Vensterbank").click()
    field = samir.page.get_by_label("Wat deden jullie met dit cadeau?")
    field.fill(BECAME)
    field.blur()
    expect(samir.page.locator(".tell .saved")).to_be_visible()
    samir.page.get_by_role("button", name="Geen. De groep ziet").click()
    samir.look("briefjes")
    fits(samir)
    samir.page.get_by_role("button", name="Toon dit: Dit waardeer ik").click()
    samir.page.get_by_label("Groeide hier een actie uit?").select_option(label=ACTION)
    samir.until(lambda: bool(here.stored(":action")), "a linked action")
    samir.look("geschreven")
    fits(samir)


def greet_goes_on(greet: Phone) -> None:
    """A colleague finds all of it, and says of the other gift that nothing came of it yet."""
    greet.page.get_by_role("button", name="De Vensterbank").click()
    expect(greet.page.get_by_label("Wat deden jullie met dit cadeau?")).to_have_value(BECAME)
    greet.sees("Geschreven door")
    greet.rests()
    greet.look("klein")
    fits(greet)
    greet.page.get_by_role("button", name="Alle cadeautjes").click()
    greet.page.get_by_role("button", name="Kattenstaart").click()
    greet.page.get_by_role("button", name="We deden er nog niets mee.").click()
    greet.sees("Dat mag.")
    greet.look("niets")
    fits(greet)


def marleen_tells_of_giving(marleen: Phone) -> None:
    """Who received nothing writes what giving brought."""
    marleen.sees("Jullie gaven iets.")
    field = marleen.page.get_by_role("textbox")
    field.fill(GAVE)
    field.blur()
    expect(marleen.page.locator(".tell .saved")).to_be_visible()
    marleen.rests()
    marleen.look("gaf")
    fits(marleen)


def they_tell_in_turn(facilitator: Facilitator, screen: Screen) -> None:
    """One gift after the other, then who gave, then who listens."""
    screen.sees("vertelt")
    screen.look_in_sizes("huis")
    facilitator.look("regie")
    moves(facilitator, "van De Vensterbank")
    screen.sees(BECAME, LIKED, ACTION)
    screen.look_in_sizes("vervolg")
    moves(facilitator, "van Kattenstaart")
    screen.sees("We deden er nog niets mee.")
    screen.look_in_sizes("niets")
    moves(facilitator, "Laat vertellen: De Vensterbank")
    screen.sees(GAVE)
    screen.look_in_sizes("gaf")
    moves(facilitator, "Laat vertellen: Kattenstaart")
    screen.look_in_sizes("koffie")
    moves(facilitator, "Leg alles samen")
    # Nobody tells any more, and each gift that was told has its sentence.
    screen.sees(BECAME, GAVE, "We deden er nog niets mee.")
    facilitator.sees_nothing_of("vertelt nu")
    screen.look_in_sizes("samen")
    facilitator.look("regie-samen")


def test_a_sequel_is_written_at_home_before_the_meeting(
    here: SequelTrack, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    room = meetings.room(here.store, here.meeting)
    meetings.close(here.store, here.meeting)
    ahead = meetings.add(here.store, room.track.id, "Terugkomdag", "2027-03-11")
    exercise = of_kind("gift_sequels")
    assert exercise is not None
    activity = meetings.add_activity(
        here.store, ahead, exercise.kind, exercise.sample.to_json(), 20
    )  # fmt: skip
    desk = facilitator.page
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.goto(f"{server.url}/bijeenkomst?m={ahead}")
    switch = desk.get_by_text("Mag thuis vooraf ingevuld worden").first
    switch.scroll_into_view_if_needed()
    switch.click()
    expect(desk.get_by_text("Het staat op ieders eigen plek")).to_be_visible()
    desk.wait_for_timeout(3000)
    facilitator.look("vooraf")
    samir = phone("Samir", size=SMALL_PHONE)
    person = next(one.id for one in tracks.people(here.store, room.track.id)
                  if one.organisation_id == here.houses[0])  # fmt: skip
    samir.page.goto(f"{server.url}/mijn/{link_of(here.store, person)}")
    samir.sees("Wat deden jullie met het cadeautje van")
    samir.rests()
    samir.look("eigen-plek")
    samir.page.get_by_role("button", name="Vertellen").first.click()
    expect(samir.page.locator(".sequels-phone")).to_be_visible()
    samir.page.get_by_role("button", name="De Vensterbank").click()
    field = samir.page.get_by_label("Wat deden jullie met dit cadeau?")
    field.fill(BECAME)
    field.blur()
    expect(samir.page.locator(".tell .saved")).to_be_visible()
    samir.page.locator(".who-reads").scroll_into_view_if_needed()
    samir.rests()
    samir.look("vooraf-geschreven")
    fits(samir)
    with here.store.read() as db:
        assert [one.payload["text"] for one in contributions.of_activity(db, activity)] == [BECAME]
        assert attendance.read_attendees(db, ahead) == ()
    # The meeting opens: this phone comes in by the door, as any other.
    meetings.open_doors(here.store, ahead)
    expect(samir.page.get_by_role("button", name="Ik ben er")).to_be_visible()
    samir.look("aan-de-deur")


def test_a_photo_of_the_gift_is_seen_beside_the_sentence(
    stored: Store, phone: TakeOut, facilitator: Facilitator, server: Server
) -> None:
    here = sequel_track(stored, jpeg((1200, 900)))
    assert here.photo is not None
    facilitator.opens_console(server.url, here.meeting)
    screen = facilitator.opens_screen()
    samir = comes_in(phone, here, server.url, "Samir", 0, SMALL_PHONE)
    marleen = comes_in(phone, here, server.url, "Marleen", 1, PHONE)
    samir.page.get_by_role("button", name="De Vensterbank").click()
    field = samir.page.get_by_label("Wat deden jullie met dit cadeau?")
    field.fill(BECAME)
    field.blur()
    samir.page.get_by_role("button", name="Geen. De groep ziet").click()
    expect(samir.page.locator(".notes .photo")).to_have_js_property("naturalWidth", 1200)
    samir.page.get_by_role("button", name="Toon dit: Een foto van ons bezoek").click()
    samir.until(lambda: bool(here.stored(":note")), "a chosen photo")
    samir.page.locator(".notes .photo").scroll_into_view_if_needed()
    samir.rests()
    samir.look("foto-gekozen")
    fits(samir)
    here.goes_to("tell")
    for seen in (screen, facilitator, marleen):
        assert seen.wire.brought(here.photo.id) == [], seen
    moves(facilitator, "van De Vensterbank")
    expect(screen.page.locator(".gave-note .photo")).to_have_js_property("naturalWidth", 1200)
    screen.sees(BECAME)
    screen.look_in_sizes("foto")
    facilitator.look("regie-foto")
    assert marleen.wire.brought(here.photo.id) == []
    # Taken back while it is on the screen: only the parcel stays.
    notebook.share(stored, here.photo.person, here.photo.note, shared=False)
    expect(screen.page.locator(".gave-note")).to_have_count(0)
    expect(samir.page.locator(".notes .photo")).to_have_count(0)
    screen.sees(BECAME)
