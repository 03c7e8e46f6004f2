"""The kick-off of the example, from the first sheet to what is filled in at home; the export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from playwright.sync_api import expect

from exercises import duo_conversation, example
from exercises.line.content import STATEMENTS
from state import meetings
from state.database import Store
from tests.browser.actors import PATIENCE, SMALL_PHONE, Actor, Facilitator, Phone, Screen
from tests.browser.at_domino import Stone, StoneDesk, StoneHand
from tests.browser.at_duo import ALONE, TOGETHER, Talker
from tests.browser.at_home import HomeLinks, opens_for_home
from tests.browser.at_joint import JointHand, read_the_same, type_together
from tests.browser.at_map import PawnDesk, PawnHand
from tests.browser.at_reflection import ReflectionDesk, ReflectionHand
from tests.browser.at_sheet import SheetHand, SheetWall, jpeg, sees_photo
from tests.browser.export import Export
from tests.browser.judge import english, faults, sideways, small_targets
from tests.browser.server import Server

TakeOut = Callable[..., Phone]
OFFLINE = "Even geen verbinding."
REGENTON, VENSTERBANK, KATTENSTAART = "De Regenton", "De Vensterbank", "Kattenstaart"
PEOPLE = {
    "Katrien": (REGENTON, "coördinator"), "Samir": (REGENTON, "gezinswerker"),
    "Marleen": (VENSTERBANK, "oudermedewerker"), "Lien": (KATTENSTAART, "pedagogisch coach"),
}  # fmt: skip

# What the two of De Regenton write in one field at the same time, and then one of them offline.
AT_ONCE = (
    "Wij houden de deur open voor elk gezin.",
    "Koffie staat altijd klaar voor wie enkel wil zitten.",
)
BEFORE_THE_GAP, IN_THE_GAP = " Op woensdag koken we", " samen met wie er toevallig is."
MEANWHILE = "Iedereen mag binnen zonder afspraak. "
TARGET = "Gezinnen met jonge kinderen uit Lindegem."
EXPECT = "Zien hoe anderen ouders laten meebeslissen."
CARD = "Een lange gedekte tafel in de openlucht"
SHEET_NOTE = "Drie keer staat er eten op de fiche."

WHY = "Omdat de drempel letterlijk een trede is."

SECRET = "Ik durf mijn eigen team dit niet te vragen."
OURS_SHARED = "Ouders kiezen zelf de data van het buurtfeest."
OURS_KEPT = "Onze oudercommissie slaapt al een jaar."
MINE_SHARED = "Ik vraag morgen aan drie ouders wat zij zien."

STONES = {
    "Samir": Stone("Soep koken met wie er toevallig is", "Ouders wachtten buiten in de regen"),
    "Marleen": Stone("Koffie aan de schoolpoort", "Niemand kende elkaars naam"),
}
JOINT = "iets warms in de hand"
PLACES = {REGENTON: "Bij de fontein", VENSTERBANK: "Aan de bibliotheek"}
PAWN_WORDS = "Wie water zoekt, komt langs ons."

STRONG = "Iedereen krijgt bij ons een eigen haakje aan de kapstok."
SUGAR = "De eerste maand na de geboorte missen we nog."
POINTS = "Kom kijken hoe we ontvangen zonder agenda."
UNSHARED = "Bij ons blijft het onthaal nog te veel bij één persoon."
HOSTS = {
    KATTENSTAART: "Zij werken met heel jonge ouders.",
    "Zevenhoek": "Daar is de hele buurt aan zet.",
    "Knikkerzak": "Spelen als eerste gesprek.",
}
AT_HOME = "Hoe begin je een gesprek met een vader die snel weer weg wil?"


@dataclass
class Hall:
    """Everybody who takes part, and what went wrong on their pages."""

    server: Server
    facilitator: Facilitator
    screen: Screen
    phones: dict[str, Phone] = field(default_factory=dict)
    found: dict[str, object] = field(default_factory=dict)

    @property
    def everybody(self) -> list[Actor]:
        """All who have a page open."""
        return [self.facilitator, self.screen, *self.phones.values()]

    def strangers(self, *names: str) -> list[Actor]:
        """Everybody but the people of these names."""
        return [actor for actor in self.everybody if actor.who not in names]

    def keep(self, what: str, *actors: Actor) -> None:
        """A picture, and a quick look for English and what sticks out; for nobody named all."""
        for actor in actors or self.everybody:
            actor.rests()
            actor.look(what)
            wrong: dict[str, object] = {"english": english(actor)}
            if isinstance(actor, Phone):
                wrong |= {"sideways": sideways(actor.page), "small": small_targets(actor.page)}
            self.found[f"{what}: {actor.who}"] = {k: v for k, v in wrong.items() if v}

    def judge(self, what: str, *actors: Actor) -> None:
        """A picture, and everything that can be found wrong with a page."""
        for actor in actors:
            actor.rests()
            actor.look(what)
            self.found[f"{what}: {actor.who}"] = faults(actor, phone=isinstance(actor, Phone))


def nobody_was_sent(actors: Iterable[Actor], *texts: str) -> None:
    """What a role may not see never came to its browser."""
    leaks = {actor.who: came for actor in actors if (came := actor.wire.brought(*texts))}
    assert leaks == {}


def test_the_kick_off(
    server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut
) -> None:
    meeting = example.kick_off(stored, example.make(stored))
    meetings.open_doors(stored, meeting.id)
    facilitator.opens_console(server.url, meeting.id)
    screen = facilitator.opens_screen()
    # Loaded once more, so that its wire is listened to from the beginning.
    screen.reloads()
    hall = Hall(server, facilitator, screen)

    everybody_comes_in(hall, phone)
    colleagues_write_in_one_field_at_the_same_time(hall)
    a_colleague_is_offline_in_the_middle_of_a_sentence(hall)
    sheets_get_a_picture(hall)
    the_sheets_hang_on_the_wall(hall)
    one_statement_of_the_line(hall)
    duos_find_each_other_and_talk(hall)
    notes_are_shared_or_kept(hall)
    stones_are_written_and_laid(hall)
    pawns_are_put_and_moved(hall)
    the_reflection_sheet_is_filled_in(hall)
    a_shared_sheet_is_on_the_screen(hall)
    the_meeting_closes(hall)
    somebody_goes_on_at_home(hall, phone)
    the_export_holds_it_all(hall)

    assert {where: what for where, what in hall.found.items() if what} == {}
    assert {actor.who: actor.errors for actor in hall.everybody if actor.errors} == {}


def everybody_comes_in(hall: Hall, phone: TakeOut) -> None:
    hall.screen.sees("Kom binnen.", "De deur staat open.")
    invitation = hall.screen.invitation()
    for name, (organisation, function) in PEOPLE.items():
        size = {"size": SMALL_PHONE} if name == "Lien" else {}
        hall.phones[name] = phone(name, **size)
        hall.phones[name].joins(invitation, organisation, name, function)
    hall.screen.sees(*PEOPLE)
    hall.facilitator.presses("Begin met Organisatiefiche")


def colleagues_write_in_one_field_at_the_same_time(hall: Hall) -> None:
    hall.screen.sees("Vul samen jullie fiche in.")
    katrien, samir = hall.phones["Katrien"], hall.phones["Samir"]
    katrien.sees("Kies elk een deel. Je ziet meteen wat de ander schrijft.")
    hall.judge("fiche-leeg", hall.screen, katrien)
    for someone in (katrien, samir):
        SheetHand(someone).opens("Kerntaak")
    here, there = JointHand(katrien, "Kerntaak"), JointHand(samir, "Kerntaak")
    type_together((here, AT_ONCE[0]), (there, AT_ONCE[1]))
    here.has_company("Samir")
    there.has_company("Katrien")
    read_the_same(here, there, *" ".join(AT_ONCE).split())
    for sentence in AT_ONCE:
        assert sentence in here.reads()
    hall.judge("fiche-samen-schrijven", katrien)


def a_colleague_is_offline_in_the_middle_of_a_sentence(hall: Hall) -> None:
    katrien, samir = hall.phones["Katrien"], hall.phones["Samir"]
    here, there = JointHand(katrien, "Kerntaak"), JointHand(samir, "Kerntaak")
    there.goes_to_the_end()
    there.types(BEFORE_THE_GAP)
    samir.context.set_offline(True)
    there.types(IN_THE_GAP)
    there.is_not_kept_yet()
    samir.sees(OFFLINE)
    here.goes_to_the_start()
    here.types(MEANWHILE)
    here.leaves()
    assert "toevallig" not in here.reads() and "afspraak" not in there.reads()
    hall.keep("fiche-zonder-verbinding", samir)
    samir.context.set_offline(False)
    samir.sees_nothing_of(OFFLINE)
    sentences = (MEANWHILE.strip(), *AT_ONCE, (BEFORE_THE_GAP + IN_THE_GAP).strip())
    read_the_same(here, there, *" ".join(sentences).split())
    there.leaves()
    for sentence in sentences:
        assert here.reads().count(sentence) == 1, here.reads()
    # What was typed is on the laptop too, not only on the two phones.
    samir.reloads()
    SheetHand(samir).opens("Kerntaak")
    read_the_same(here, there, *" ".join(sentences).split())
    for someone in (katrien, samir):
        SheetHand(someone).goes_back()


def sheets_get_a_picture(hall: Hall) -> None:
    katrien, samir = SheetHand(hall.phones["Katrien"]), SheetHand(hall.phones["Samir"])
    marleen, lien = SheetHand(hall.phones["Marleen"]), SheetHand(hall.phones["Lien"])
    samir.opens("Jullie beeld")
    hall.judge("fiche-beeld-kiezen", hall.phones["Samir"])
    samir.takes_a_photo(jpeg())
    hall.keep("fiche-foto", hall.phones["Samir"])
    samir.goes_back()
    sees_photo(katrien.phone, katrien.phone.page.locator(".thumb img"))
    katrien.fills("Doelgroep", TARGET)
    katrien.fills("Verwachtingen", EXPECT)
    hall.judge("fiche-overzicht", hall.phones["Katrien"])
    marleen.opens("Jullie beeld")
    marleen.picks_the_card(CARD)
    marleen.goes_back()
    lien.opens("Wie zijn jullie?")
    hall.keep("fiche-wie", hall.phones["Lien"])
    lien.goes_back()
    hall.screen.sees("1 van de 6 fiches is vol")
    hall.keep("fiche-invullen", hall.screen, hall.facilitator, hall.phones["Lien"])
    # The room sees how far a sheet is, not yet what is on it.
    nobody_was_sent([hall.screen, hall.phones["Marleen"], hall.phones["Lien"]], TARGET, EXPECT)


def the_sheets_hang_on_the_wall(hall: Hall) -> None:
    hall.facilitator.presses("Hang alles aan de muur")
    hall.screen.sees("Onze muur")
    sees_photo(hall.screen, hall.screen.page.locator("img.photo"))
    sees_card(hall.screen)
    hall.phones["Marleen"].sees("De fiches hangen aan de muur.")
    hall.judge("fiche-muur", hall.screen, hall.facilitator, hall.phones["Marleen"])
    hall.facilitator.presses("Loop langs de muur")
    wall = SheetWall(hall.facilitator)
    # The walk begins at the first sheet.
    hall.screen.sees(TARGET, EXPECT, *AT_ONCE, "Katrien", "gezinswerker")
    sees_photo(hall.screen, hall.screen.page.locator(".large img.photo"))
    hall.phones["Samir"].sees("Jullie fiche hangt nu groot. Vertel er iets bij.")
    hall.facilitator.notes(SHEET_NOTE)
    hall.judge("fiche-groot", hall.screen, hall.facilitator, hall.phones["Samir"])
    wall.shows(VENSTERBANK)
    sees_card(hall.screen)
    hall.keep("fiche-groot-bijna-leeg", hall.screen)
    wall.shows_all()
    hall.facilitator.ends_the_exercise()


def sees_card(screen: Screen) -> None:
    expect(screen.page.get_by_alt_text(CARD).first).to_be_visible()


def one_statement_of_the_line(hall: Hall) -> None:
    hall.facilitator.presses("Verder met De lijn")
    hall.screen.sees(STATEMENTS[0])
    hall.keep("lijn-stelling", hall.screen, hall.phones["Marleen"])
    hall.facilitator.presses("Laat iedereen kiezen")
    katrien, samir, marleen, lien = hall.phones.values()
    katrien.sees("Ga staan waar het voor jou klopt.")
    katrien.stands(0.2)
    samir.taps(0.4)
    marleen.stands(0.8)
    lien.keys("End")
    for someone in hall.phones.values():
        someone.sees("Bewaard. Je mag nog opschuiven.")
    marleen.writes(WHY)
    marleen.leaves_the_field()
    expect(marleen.page.locator(".why .saved")).to_be_visible()
    hall.screen.stand_there("Katrien", "Samir", "Marleen", "Lien")
    hall.keep("lijn-kiezen")
    hall.facilitator.presses("Naar het gesprek")
    marleen.sees("Vertel het elkaar")
    hall.keep("lijn-praten", hall.screen, marleen)
    hall.facilitator.presses("Laat iedereen opschuiven")
    katrien.sees("Je mag opschuiven of blijven staan.")
    katrien.stands(0.6)
    katrien.sees("Bewaard. Je mag nog opschuiven.")
    hall.facilitator.presses("Samen kijken")
    hall.screen.sees("1 schoof op na het gesprek.")
    hall.screen.stand_there("Samir", "Katrien", "Marleen", "Lien")
    hall.keep("lijn-samen-kijken", hall.screen, katrien)
    hall.facilitator.ends_the_exercise_early()


def duos_find_each_other_and_talk(hall: Hall) -> None:
    hall.facilitator.presses("Verder met Duo-gesprek")
    hall.screen.sees("Straks praat je per twee.")
    hall.keep("duo-uitleg", hall.screen, hall.phones["Katrien"])
    hall.facilitator.presses("Maak duo’s")
    company = {name: Talker(phone).company() for name, phone in hall.phones.items()}
    for name, others in company.items():
        assert len(others) == 1 and company[others[0]] == [name], company
    assert company["Katrien"] != ["Samir"], "colleagues know each other already"
    hall.screen.sees("Zoek je duo.", "2 duo’s.", *PEOPLE)
    hall.judge("duo-zoeken", hall.screen, hall.facilitator, *hall.phones.values())
    hall.facilitator.presses("Begin het gesprek")
    hall.screen.sees("Elk duo kiest zelf een vraag op de gsm.")
    lien = hall.phones["Lien"]
    lien.presses("Volgende")
    lien.sees("Vraag 2 van 8")
    hall.judge("duo-gesprek", hall.screen, lien)
    question = duo_conversation.EXERCISE.sample.questions[2]
    hall.facilitator.selects("Vraag", question.key)
    for actor in (hall.screen, *hall.phones.values()):
        actor.sees(question.text)
    lien.sees("Iedereen praat nu over deze vraag.")
    Talker(lien).puts_the_phone_down()
    hall.keep("duo-gsm-neer", lien)
    Talker(lien).wakes_the_phone()


def notes_are_shared_or_kept(hall: Hall) -> None:
    katrien, samir = Talker(hall.phones["Katrien"]), Talker(hall.phones["Samir"])
    partner = next(name for name in ("Marleen", "Lien") if told(hall.phones[name], "Katrien"))
    other = "Lien" if partner == "Marleen" else "Marleen"
    katrien.notes(ALONE, SECRET)
    katrien.notes(TOGETHER, OURS_SHARED)
    samir.notes(TOGETHER, OURS_KEPT)
    Talker(hall.phones[other]).notes(ALONE, MINE_SHARED)
    hall.phones[partner].sees(OURS_SHARED)
    hall.phones[other].sees(OURS_KEPT)
    hall.judge("duo-notities", hall.screen, hall.phones["Katrien"], hall.phones[partner])
    nobody_was_sent(hall.strangers("Katrien", partner), OURS_SHARED)
    nobody_was_sent(hall.strangers(other), MINE_SHARED)
    hall.facilitator.presses("Naar het delen")
    hall.phones["Katrien"].sees("Kies zelf wat de zaal mag zien. De rest blijft bij jou.")
    katrien.shares(TOGETHER)
    Talker(hall.phones[other]).shares(ALONE)
    hall.facilitator.sees(OURS_SHARED, MINE_SHARED)
    hall.keep("duo-delen", hall.screen, hall.facilitator, hall.phones["Katrien"])
    hall.facilitator.presses("Resultaten tonen")
    hall.screen.sees("Wat nemen we mee?", OURS_SHARED, MINE_SHARED)
    hall.judge("duo-gedeeld", hall.screen)
    # The wires are really listened to: each text did come to where it may be read.
    assert hall.screen.wire.brought(OURS_SHARED, MINE_SHARED) == [OURS_SHARED, MINE_SHARED]
    assert hall.phones[other].wire.brought(OURS_KEPT) and katrien.phone.wire.brought(SECRET)
    nobody_was_sent(hall.strangers("Samir", other), OURS_KEPT)
    nobody_was_sent(hall.strangers("Katrien"), SECRET)
    hall.facilitator.ends_the_exercise_early()


def told(phone: Phone, name: str) -> bool:
    """Whether a phone says that one talks with somebody of that name."""
    return phone.page.locator(".duo-phone .with").get_by_text(name).count() > 0


def stones_are_written_and_laid(hall: Hall) -> None:
    hall.facilitator.presses("Verder met Top en flop domino")
    hands = {name: StoneHand(hall.phones[name]) for name in STONES}
    for name, hand in hands.items():
        hand.phone.sees("Leg je steen klaar")
        hand.writes(STONES[name])
        hand.is_ready()
    hall.keep("domino-schrijven", hall.screen, hall.facilitator, *hall.phones.values())
    hall.facilitator.presses("Naar de tafel")
    hands["Samir"].lays_the_first()
    hall.screen.reads(STONES["Samir"].top)
    hands["Marleen"].phone.sees("Herken je dit?")
    hall.keep("domino-herken-je-dit", hands["Marleen"].phone)
    hands["Marleen"].lays_against("top", STONES["Samir"], JOINT)
    hall.screen.reads(STONES["Marleen"].flop, JOINT)
    hall.keep("domino-leggen", hall.screen, hall.facilitator, hall.phones["Lien"])
    hall.facilitator.presses("Loop het spoor")
    StoneDesk(hall.facilitator).walks_on()
    hall.screen.sees("Steen 2 van 2")
    hall.keep("domino-spoor", hall.screen, hall.phones["Marleen"])
    hall.facilitator.presses("Naar de nabespreking")
    hall.screen.sees("Wat maakt dit voor jou een top, of een flop?")
    hall.keep("domino-nabespreken", hall.screen, hall.phones["Marleen"])
    hall.facilitator.ends_the_exercise()


def pawns_are_put_and_moved(hall: Hall) -> None:
    hall.facilitator.presses("Verder met Kaart van de buurt")
    samir, marleen = PawnHand(hall.phones["Samir"]), PawnHand(hall.phones["Marleen"])
    samir.phone.sees("Lees even mee.")
    hall.screen.sees("Waar staan jullie in de buurt?")
    hall.phones["Lien"].sees("Lees even mee.")
    hall.keep("kaart-lezen", hall.screen, hall.phones["Lien"])
    hall.facilitator.presses("Laat de pionnen zetten")
    marleen.phone.sees("De pion staat nog nergens.")
    samir.taps(730, 560)
    samir.stands(PLACES[REGENTON])
    samir.says(PAWN_WORDS)
    marleen.picks("aan de bibliotheek")
    marleen.stands(PLACES[VENSTERBANK])
    hall.phones["Katrien"].sees("Samir zette de pion hier.")
    hall.screen.sees(REGENTON, VENSTERBANK)
    hall.keep("kaart-zetten")
    hall.facilitator.presses("Naar het gesprek")
    desk = PawnDesk(hall.facilitator)
    desk.opens(REGENTON)
    hall.screen.reads(PAWN_WORDS)
    hall.keep("kaart-praten", hall.screen, hall.facilitator, marleen.phone)
    desk.shows_the_whole_map()
    # What was told stays beside the map; who was not told yet has no sentence there.
    expect(hall.screen.page.locator(".opened")).to_have_count(0, timeout=PATIENCE)
    expect(hall.screen.page.locator(".column .told")).to_contain_text(PAWN_WORDS)
    expect(desk.pawn_of(REGENTON)).to_contain_text("verteld")
    hall.facilitator.presses("Laat de pionnen verzetten")
    katrien = PawnHand(hall.phones["Katrien"])
    katrien.phone.sees("Jullie mogen verhuizen of blijven staan.")
    katrien.drags(405, 668)
    katrien.stands("Op de markt")
    hall.keep("kaart-verzetten", hall.screen, hall.phones["Samir"])
    hall.facilitator.presses("Samen kijken")
    hall.screen.sees("verhuisde na het gesprek.")
    hall.keep("kaart-samen-kijken", hall.screen, hall.phones["Marleen"])
    hall.facilitator.ends_the_exercise()


def the_reflection_sheet_is_filled_in(hall: Hall) -> None:
    hall.facilitator.presses("Verder met Reflectiefiche")
    katrien, samir = (ReflectionHand(hall.phones[name]) for name in ("Katrien", "Samir"))
    marleen = ReflectionHand(hall.phones["Marleen"])
    katrien.phone.sees("Deze fiche is nog van jullie alleen.")
    hall.judge("reflectie-leeg", hall.screen, hall.facilitator, hall.phones["Katrien"])
    katrien.opens("Warm onthaal")
    katrien.fills_cup("Sterke koffie", STRONG)
    katrien.fills_cup("Suiker bij de koffie", SUGAR)
    hall.judge("reflectie-kopje", hall.phones["Katrien"])
    katrien.goes_back()
    katrien.opens("Besluit")
    katrien.fills("Sterke punten", POINTS)
    hall.keep("reflectie-besluit", hall.phones["Katrien"])
    katrien.goes_back()
    samir.opens("Top 3")
    for place, (host, why) in enumerate(HOSTS.items(), start=1):
        samir.chooses_host(place, host, why)
    hall.judge("reflectie-top-3", hall.phones["Samir"])
    samir.goes_back()
    katrien.phone.sees(" · ".join(HOSTS))
    marleen.opens("Warm onthaal")
    marleen.fills_cup("Sterke koffie", UNSHARED)
    marleen.goes_back()
    katrien.shares_the_sheet()
    samir.phone.sees("Jullie delen deze fiche.")
    hall.screen.sees("gedeeld")
    hall.judge("reflectie-gedeeld", hall.screen, hall.facilitator, hall.phones["Katrien"])
    hall.keep("reflectie-overzicht", hall.phones["Lien"], hall.phones["Marleen"])


def a_shared_sheet_is_on_the_screen(hall: Hall) -> None:
    hall.facilitator.presses("Samen kijken")
    hall.screen.sees(STRONG)
    hall.keep("reflectie-samen-kijken", hall.screen, hall.facilitator, hall.phones["Lien"])
    ReflectionDesk(hall.facilitator).shows(REGENTON)
    hall.screen.sees(STRONG, SUGAR)
    hall.phones["Samir"].sees("Jullie fiche staat nu op het scherm. Vertel er iets bij.")
    hall.facilitator.notes("Onthaal komt overal terug.")
    hall.judge("reflectie-op-het-scherm", hall.screen, hall.facilitator, hall.phones["Samir"])
    nobody_was_sent(hall.strangers("Marleen"), UNSHARED)
    nobody_was_sent([hall.screen, hall.phones["Marleen"], hall.phones["Lien"]], *HOSTS.values())
    hall.facilitator.ends_the_exercise()


def the_meeting_closes(hall: Hall) -> None:
    hall.facilitator.sees("Alles kwam aan bod")
    hall.facilitator.presses("Bijeenkomst afsluiten")
    hall.facilitator.agrees("Bijeenkomst afsluiten")
    for someone in hall.phones.values():
        someone.sees("De bijeenkomst is gedaan. Dank je.")
    hall.screen.sees("Tot bij elkaar over de vloer.")
    hall.keep("afscheid", hall.screen, hall.facilitator, hall.phones["Lien"])


def somebody_goes_on_at_home(hall: Hall, phone: TakeOut) -> None:
    opens_for_home(hall.facilitator, "Reflectiefiche", "2030-03-01")
    links = HomeLinks.opened_by(hall.facilitator)
    links.look("links")
    address = links.makes_for("Katrien")
    at_home = phone("thuis")
    at_home.page.goto(address)
    at_home.sees("Dag Katrien.", "Tegen 1 maart is goed.")
    at_home.presses("Onze fiche aanvullen")
    at_home.sees("Vul samen jullie fiche in.", "In te vullen tegen 1 maart.")
    hall.judge("reflectie-thuis", at_home, hall.facilitator, links)
    hand = ReflectionHand(at_home)
    hand.opens("Warm onthaal")
    assert JointHand(at_home, "Koffiebonen").reads() == ""
    at_home.page.locator("nav.cups button").filter(has_text="Sterke koffie").click()
    assert JointHand(at_home, "Sterke koffie").reads() == STRONG
    hand.goes_back()
    hand.opens("Leervragen")
    hand.fills("Leervraag 1", AT_HOME)
    hall.keep("reflectie-thuis-leervragen", at_home)
    # Who has no link sees the goodbye still.
    hall.phones["Katrien"].sees("De bijeenkomst is gedaan. Dank je.")
    links.page.reload()
    links.sees("op één toestel geopend")
    links.revokes("Katrien")
    at_home.sees("Deze link werkt niet meer.", "Wat je verstuurde, is bewaard.")
    at_home.page.goto(address)
    at_home.sees("Deze link werkt niet meer.")
    hall.keep("link-ingetrokken", at_home)
    assert at_home.errors == [] and links.errors == []


def the_export_holds_it_all(hall: Hall) -> None:
    export = Export.downloaded_by(hall.facilitator)
    check_sheets(export)
    check_the_line(export)
    check_duos(export)
    check_stones_and_pawns(export)
    check_reflection(export)


def check_sheets(export: Export) -> None:
    rows = {row["organisation"]: row for row in export.rows("organisation_sheet")}
    ours = rows[REGENTON]
    assert ours["people"] == "Katrien (coördinator); Samir (gezinswerker)"
    assert (ours["target"], ours["expect"]) == (TARGET, EXPECT)
    for sentence in (MEANWHILE.strip(), *AT_ONCE, (BEFORE_THE_GAP + IN_THE_GAP).strip()):
        assert ours["core"].count(sentence) == 1
    assert ours["picture"] == "Een eigen foto" and ours["note"] == SHEET_NOTE
    assert rows[VENSTERBANK]["picture"] == CARD
    (photo,) = export.under("organisation_sheet", "fotos", ".jpg").values()
    assert photo.startswith(b"\xff\xd8") and len(photo) > 5000
    drawn = export.under("organisation_sheet", "beelden", ".png")
    assert drawn.keys() >= {"01-De-Regenton.png", "02-De-Vensterbank.png"}


def check_the_line(export: Export) -> None:
    rows = {row["person"]: row for row in export.rows("line")}
    assert set(rows) == set(PEOPLE)
    assert rows["Marleen"]["why"] == WHY
    assert {name for name, row in rows.items() if row["moved"] == "1"} == {"Katrien"}


def check_duos(export: Export) -> None:
    rows = {row["person"]: row for row in export.rows("duo_conversation")}
    assert set(rows) == set(PEOPLE)
    assert {row["shared_ours"] for row in rows.values()} == {OURS_SHARED, ""}
    assert {row["shared_mine"] for row in rows.values()} == {MINE_SHARED, ""}
    assert rows["Katrien"]["shared_ours"] == OURS_SHARED
    for name, row in rows.items():
        assert rows[row["together_with"]]["together_with"] == name
    assert "01-duos-1.png" in export.under("duo_conversation", "beelden", ".png")
    # What was not shared is in no file at all, not in the copy of the database either.
    for text in (SECRET, OURS_KEPT, UNSHARED):
        assert export.holding(text) == []


def check_stones_and_pawns(export: Export) -> None:
    rows = export.rows("domino")
    assert {row["person"] for row in rows if row["on_table"] == "1"} == set(STONES)
    (joint,) = (row for row in rows if row["kind"] == "voeg")
    assert (joint["person"], joint["other_person"]) == ("Marleen", "Samir")
    assert joint["shared"] == JOINT
    pawns = {(row["organisation"], row["round"]): row for row in export.rows("neighbourhood_map")}
    assert pawns[REGENTON, "1"]["place"] == "bij de fontein"
    assert pawns[REGENTON, "1"]["why"] == PAWN_WORDS
    assert pawns[REGENTON, "2"]["place"] == "op de markt"
    assert pawns[VENSTERBANK, "1"]["place"] == "aan de bibliotheek"


def check_reflection(export: Export) -> None:
    rows = export.rows("reflection_sheet")
    assert {row["organisation"] for row in rows} == {REGENTON}
    cups = {row["part"]: row["text"] for row in rows if row["area_number"] == "1"}
    assert cups == {"Sterke koffie": STRONG, "Suiker bij de koffie": SUGAR, "Koffiebonen": ""}
    texts = {row["part"]: row["text"] for row in rows}
    assert texts["Sterke punten"] == POINTS and texts["Leervragen"] == AT_HOME
    assert {row["host"]: row["text"] for row in rows if row["host"]} == HOSTS
    assert {row["note"] for row in rows} == {"Onthaal komt overal terug."}
    assert "01-De-Regenton.svg" in export.under("reflection_sheet", "beelden", ".svg")
