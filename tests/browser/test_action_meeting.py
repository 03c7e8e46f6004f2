"""The action meeting and the closing as the template has them, with six phones and two guests."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from state.database import Store
from tests.browser.actors import PATIENCE, SMALL_PHONE, Facilitator, Phone
from tests.browser.at_actions import PlanHand
from tests.browser.at_map import PawnHand
from tests.browser.at_year import (
    KATTENSTAART,
    LATE,
    PEOPLE,
    REGENTON,
    VENSTERBANK,
    TakeOut,
    YearHall,
    YearTrack,
    writes,
)
from tests.browser.at_year_stored import ACTION, LIKED, hold_the_exchange
from tests.browser.server import Server
from tests.own_page import link_of

BECAME = "De bank staat er sinds oktober. Op een dinsdag zat er iemand die we niet kenden."
STATE = "De tafel is besteld, en twee ouders schuren ze."
QUOTES = {
    "Katrien": ("Wij dachten dat onze deur openstond. Tot we zelf ergens aanbelden.",
                "Met mijn naam"),
    "Idris": ("Ik klop nu eerst, en ik wacht.", "Alleen met mijn organisatie"),
    "Marleen": ("Ik durf weer te vragen wat ik niet weet.", "Zonder naam"),
    "Lien": ("Dit hou ik liever voor mij.", "Niet gebruiken"),
}  # fmt: skip
TAKEN = "We laten de deur open"


def test_the_whole_action_meeting_and_the_closing(
    server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut
) -> None:
    year = YearTrack.make(stored)
    hold_the_exchange(year)
    hall = YearHall.opened(year, "actions", server.url, facilitator, phone)
    hall.lets_in(*(name for name in PEOPLE if name != LATE))
    what_became_of_the_gifts(hall)
    hall.lets_in(LATE)
    how_actions_are(hall)
    the_map_again(hall)
    hall.ends()
    hall.nothing_failed()
    # The next meeting would come in the same window.
    hall.screen.page.close()

    last = YearHall.opened(year, "closing", server.url, facilitator, phone)
    last.phones.update(hall.phones)
    last.lets_in(*PEOPLE)
    the_quotes(last)
    the_closing(last, server.url)
    last.nothing_failed()


def what_became_of_the_gifts(hall: YearHall) -> None:
    """Each organisation writes, one after the other tells, and no word is read before."""
    hall.begins("Wat deden jullie met je cadeautje?", ".sequels-phone")
    samir, idris, marleen = (hall.phones[name] for name in ("Samir", "Idris", "Marleen"))
    field = "Wat deden jullie met dit cadeau?"
    samir.page.get_by_label(field).fill("De bank staat er")
    samir.reloads()
    expect(samir.page.get_by_label(field)).to_have_value("De bank staat er")
    samir.page.get_by_label(field).fill(BECAME)
    samir.page.get_by_label(field).blur()
    expect(samir.page.locator(".tell .saved")).to_be_visible(timeout=PATIENCE)
    samir.page.get_by_role("button", name="Geen. De groep ziet").click()
    samir.page.get_by_role("button", name="Toon dit: Dit waardeer ik").click()
    samir.page.get_by_label("Groeide hier een actie uit?").select_option(label=ACTION)
    idris.page.get_by_role("button", name="We deden er nog niets mee.").click()
    idris.sees("Dat mag.")
    expect(marleen.page.get_by_text("Dat mag.")).to_be_visible(timeout=PATIENCE)
    hall.screen.sees("Van 2 van de 3 cadeautjes")
    hall.looks("vervolg-terugkijken", "Samir", "Marleen", "Lien")
    others = (hall.screen, hall.facilitator, marleen, hall.phones["Lien"])
    assert [one.wire.brought(BECAME) for one in others] == [[]] * len(others)
    hall.goes_on("Begin met vertellen")
    samir.sees("Jullie zijn aan het woord.")
    hall.screen.sees("vertelt")
    hall.looks("vervolg-huis", "Samir", "Marleen")
    hall.moves(f"van {KATTENSTAART}")
    hall.screen.reads(BECAME, LIKED, ACTION)
    hall.looks("vervolg-cadeau", "Samir", sizes=True)
    hall.moves(f"Laat vertellen: {VENSTERBANK}")
    hall.moves(f"van {REGENTON}")
    hall.screen.sees("We deden er nog niets mee.")
    hall.looks("vervolg-niets")
    hall.moves(f"Sla over: {KATTENSTAART}")
    hall.goes_on("Leg alles samen")
    # Of one gift nothing was said.
    hall.facilitator.agrees("Leg alles samen")
    hall.screen.sees_nothing_of("vertelt")
    hall.screen.reads(BECAME)
    hall.looks("vervolg-samen", "Marleen")
    hall.facilitator.ends_the_exercise()


def how_actions_are(hall: YearHall) -> None:
    """The plans of the meeting before are there; how they are is told, and the group helps."""
    hall.begins("Acties overlopen", ".actions-phone")
    samir = PlanHand(hall.phones["Samir"])
    samir.phone.sees(ACTION)
    hall.looks("acties-begin", "Samir", "Marleen")
    samir.tells(ACTION, "Bezig", STATE)
    samir.phone.look("hoe-staat-het")
    samir.phone.presses("Terug")
    hall.goes_on("Toon de plannen")
    hall.screen.reads(ACTION, STATE)
    PlanHand(hall.phones["Lien"]).says("Een vraag", "Wie maakt de tafel proper?")
    PlanHand(hall.phones["Idris"]).says("Wij kunnen helpen", "Wij hebben nog stoelen.")
    hall.phones["Samir"].presses(f"Graag, help mee: {VENSTERBANK}")
    hall.screen.reads("Wie maakt de tafel proper?", "Wij hebben nog stoelen.")
    hall.looks("acties-plan", "Samir", "Marleen", LATE, sizes=True)
    hall.goes_on("Zet de eerste stappen op één lijn")
    hall.looks("acties-lijn", "Marleen")
    hall.goes_on("Toon wie wie helpt")
    hall.looks("acties-hulp")
    hall.goes_on("Toon de gebieden")
    hall.looks("acties-gebieden")
    hall.facilitator.ends_the_exercise()


def the_map_again(hall: YearHall) -> None:
    """Two organisations put their pawn; the map is looked at together."""
    hall.begins("Kaart van de buurt", ".neighbourhood_map-phone")
    hall.goes_on("Laat de pionnen zetten")
    for name, place in (("Katrien", "bij de fontein"), ("Lien", "aan de bibliotheek")):
        hand = PawnHand(hall.phones[name])
        hand.picks(place)
        hand.stands(place.capitalize())
    hall.looks("kaart", "Katrien", "Marleen")
    hall.facilitator.ends_the_exercise_early()


def the_quotes(hall: YearHall) -> None:
    """Each writes a sentence and says what may be done with it; some are shown."""
    hall.begins("Citaten", ".quotes-phone")
    for name, (text, consent) in QUOTES.items():
        someone = hall.phones[name]
        writes(someone, "Mijn zin", text)
        someone.page.get_by_role("radio", name=consent, exact=True).click()
        expect(someone.page.locator(".consent .saved")).to_be_visible(timeout=PATIENCE)
    hall.looks("citaat-schrijven", "Katrien", "Marleen", "Samir")
    texts = [text for text, _consent in QUOTES.values()]
    assert hall.screen.wire.brought(*texts) == []
    hall.goes_on("Toon ze een voor een")
    expect(hall.screen.page.locator(".one")).to_be_visible(timeout=PATIENCE)
    hall.looks("citaat-een", "Katrien", "Lien", sizes=True)
    hall.goes_on("Hang ze samen")
    expect(hall.screen.page.locator(".wall li")).to_have_count(3, timeout=PATIENCE)
    hall.screen.sees_nothing_of(QUOTES["Lien"][0], "Marleen", "Idris")
    hall.looks("citaat-muur", "Marleen", sizes=True)
    hall.facilitator.ends_the_exercise()


def the_closing(hall: YearHall, url: str) -> None:
    """All chapters, with two guests, and a quote that is withdrawn while it is on the screen."""
    # Some chapters have nothing to show: the track had no line and no dominos.
    hall.begins("Slotmoment", ".closing-phone")
    guests = [comes_as_guest(hall, name, size) for name, size in
              (("gast", SMALL_PHONE), ("gast-twee", None))]  # fmt: skip
    hall.looks("slot-bezoeken", "Katrien", "gast")
    hall.facilitator.sees_nothing_of("0 van de 0")
    console = hall.facilitator.page.locator(".closing-console")
    for title in ("De kaart, toen en nu", "Cadeaus, en wat ermee gebeurde", "Wat we doen"):
        console.get_by_role("button", name=f"Toon nu: {title}").click()
        hall.screen.reads(title)
        hall.looks(f"slot-{title}")
    a_quote_goes(hall, url)
    console.get_by_role("button", name="Toon nu: Eén actie die ik meeneem").click()
    for someone in (*guests, hall.phones["Lien"]):
        someone.sees("Eén zin volstaat.")
        someone.page.get_by_label("Mijn actie").fill(TAKEN)
        someone.presses("Zet op het scherm")
        someone.page.get_by_role("radio").first.click()
        expect(someone.page.get_by_role("radio").first).to_be_checked()
    hall.screen.sees("3 keer", "Drie acties")
    hall.screen.sees_nothing_of("Lien")
    hall.looks("slot-meenemen", "Lien", "gast", sizes=True)
    guests[1].page.get_by_role("button", name="Trek mijn zin terug").click()
    hall.screen.sees("2 keer")


def comes_as_guest(hall: YearHall, name: str, size: object) -> Phone:
    """Somebody without an organisation comes in by one tap."""
    guest = hall.take_out(name, **({"size": size} if size else {}))
    guest.page.goto(hall.url)
    guest.page.get_by_role("button", name="Ik ben te gast").click()
    expect(guest.page.locator(".closing-phone")).to_be_visible(timeout=PATIENCE)
    hall.phones[name] = guest
    return guest


def a_quote_goes(hall: YearHall, url: str) -> None:
    """Katrien withdraws her sentence on her own page while it is on the screen."""
    console = hall.facilitator.page.locator(".closing-console")
    console.get_by_role("button", name="Toon nu: In eigen woorden").click()
    mine = QUOTES["Katrien"][0]
    hall.screen.sees("1 van de 3")
    for _page in range(3):
        hall.screen.rests()
        if mine in hall.screen.all_words():
            break
        hall.facilitator.page.wait_for_timeout(1200)
        # The main button pages within a chapter; the arrow beside the title leaves it.
        hall.facilitator.page.locator(".con-go .con-main-do").click()
        hall.screen.page.wait_for_timeout(1500)
    hall.screen.sees(mine)
    katrien = hall.phones["Katrien"].another_tab()
    katrien.page.goto(
        f"{url}/mijn/{link_of(hall.year.store, hall.year.person('closing', 'Katrien'))}"
    )
    katrien.page.get_by_role("link", name=re.compile("^Wie mag dit zien")).click()
    katrien.look("wie-mag-dit-zien")
    thing = katrien.page.locator("details", has_text=mine)
    thing.locator("summary").click()
    thing.get_by_role("button", name="niet gebruiken").click()
    hall.screen.sees_nothing_of(mine)
    hall.screen.sees("van de 2")
    hall.looks("slot-teruggetrokken")
    katrien.look("teruggetrokken")
    assert katrien.errors == []
