"""The whole exchange meeting as the template has it: after the visits, with six phones."""

from __future__ import annotations

from playwright.sync_api import expect

from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator
from tests.browser.at_actions import PlanHand
from tests.browser.at_gifts import LIKE, TIP, Giver, Host
from tests.browser.at_year import (
    KATTENSTAART,
    LATE,
    PEOPLE,
    REGENTON,
    SAID,
    SECRET,
    TABLE,
    VENSTERBANK,
    TakeOut,
    YearHall,
    YearTrack,
    away,
    writes,
)
from tests.browser.server import Server

WARM = "soep, nog voor de uitleg"
LIKED = "Jullie keukentafel. Iedereen schilt mee, ook de papa die anders nooit iets zegt."
TIPPED = "Zet ook een bank buiten, voor wie nog niet durft binnenkomen."
HALF = "Bij jullie staat de naam van elk kind"
WHOLE = f"{HALF} op de kapstok."
QUESTION, REMARK = "Wie eet hier nooit mee?", "De vrijwilligers kennen elke naam."
TOLD = "We bleven een hele dag aan de balie, en niemand vroeg wie we waren."
ACTION, STEP = "Een keukentafel in de inkom", "De inkom meten, samen met twee ouders"
OTHER, OTHER_STEP = "Een bank op de stoep", "Aan de gemeente vragen of het mag"


def test_the_whole_exchange_meeting(
    server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut
) -> None:
    year = YearTrack.make(stored)
    hall = YearHall.opened(year, "exchange", server.url, facilitator, phone)
    hall.lets_in(*(name for name in PEOPLE if name != LATE))
    year.notes(year.person("exchange", "Lien"))
    hall.looks("binnen", "Katrien")
    the_recall(hall)
    gifts_are_filled(hall)
    gifts_are_unwrapped(hall)
    hall.lets_in(LATE)
    the_first_story(hall)
    the_second_story(hall)
    the_first_actions(hall)
    hall.ends()
    hall.looks("afscheid", "Samir")
    hall.nothing_failed()


def the_recall(hall: YearHall) -> None:
    """Quiet, then words; a phone that slept comes in where the room is."""
    hall.begins("Inleefoefening", ".recall-phone")
    hall.screen.sees("Sluit je ogen, als je wil.")
    expect(hall.phones["Samir"].page.locator(".dark-sheet")).to_be_visible()
    hall.looks("inleven-stil", "Samir", "Marleen")
    hall.moves("Stel de eerste vraag")
    expect(hall.screen.page.locator(".recall-screen")).to_have_text("")
    with away(hall.phones["Idris"]):
        hall.goes_on("Naar de woorden")
        hall.facilitator.page.locator("dialog").get_by_role(
            "button", name="Naar de woorden"
        ).click()
        words = {"Katrien": "een open raam", "Lien": WARM, "Marleen": "ik zocht de bel"}
        for name, text in words.items():
            writes(hall.phones[name], "Enkele woorden", text)
    writes(hall.phones["Idris"], "Enkele woorden", "👋 مرحبا")
    hall.phones["Lien"].page.get_by_role("radio", name="verrast").click()
    hall.screen.reads(WARM, "een open raam", "مرحبا", "verrast")
    hall.facilitator.presses(f"In het licht: {WARM}")
    hall.screen.reads("In het licht:")
    hall.looks("inleven-woorden", "Lien", "Marleen", sizes=True)
    for _more in range(4):
        hall.goes_on("Volgende vraag")
    hall.goes_on("Wat warm was in één licht")
    expect(hall.screen.page.locator(".slip.warm")).to_have_count(1)
    hall.looks("inleven-licht", "Katrien")
    hall.facilitator.ends_the_exercise()


def gifts_are_filled(hall: YearHall) -> None:
    """A note is typed, lost by no reload, or taken out of the notebook."""
    hall.begins("Cadeautjestijd", ".gifts-phone")
    katrien, lien, marleen = (hall.phones[name] for name in ("Katrien", "Lien", "Marleen"))
    field = katrien.page.get_by_role("textbox", name=LIKE)
    field.fill(HALF)
    katrien.reloads()
    expect(field).to_have_value(HALF)
    Giver(katrien).writes(LIKE, WHOLE)
    lien.page.get_by_text("Uit jullie schriftje").click()
    lien.sees(TABLE, SAID)
    lien.page.get_by_role("button", name="Zet dit in het cadeautje").first.click()
    lien.sees("Het staat nu bij:")
    Giver(lien).writes(TIP, TIPPED)
    Giver(marleen).writes(LIKE, LIKED)
    assert lien.wire.brought(SECRET) == []
    hall.looks("cadeau-vullen", "Katrien", "Lien", "Marleen")
    for giver, paper, ribbon in (
        (katrien, "stippen", "geel"), (lien, "strepen", "rood"), (marleen, "effen", "blauw"),
    ):  # fmt: skip
        Giver(giver).wraps(paper, ribbon)
    hall.screen.sees("3 van de 3")
    hall.goes_on("Sluit de tafel")
    hall.looks("cadeau-tafel", "Marleen")
    assert hall.screen.wire.brought(LIKED, WHOLE, TIPPED, TABLE) == []


def gifts_are_unwrapped(hall: YearHall) -> None:
    """Each host unwraps; the others read along on the screen."""
    hall.goes_on("Begin met uitpakken")
    notes = {"Samir": (TABLE, TIPPED), "Idris": (WHOLE,), "Lien": (LIKED,)}
    hall.looks("cadeau-uitpakken", "Samir")
    for name, texts in notes.items():
        host = Host(hall.phones[name])
        host.unwraps()
        for number, text in enumerate(texts, start=1):
            host.takes_note(number, len(texts))
            hall.screen.reads(text)
            if (name, number) == ("Samir", 2):
                hall.looks("cadeau-briefje", "Samir", "Marleen", sizes=True)
        host.reads_all_again()
        if name == "Samir":
            host.asks("Wie begon ermee?")
            hall.phones["Lien"].sees("Wie begon ermee?")
            hall.looks("cadeau-vraag", "Samir", "Lien")
        host.is_done()
    hall.goes_on("Rond het uitpakken af")
    hall.looks("cadeau-na", "Idris", "Marleen")
    hall.facilitator.ends_the_exercise()


def the_first_story(hall: YearHall) -> None:
    """Lien and the latecomer tell with a photo; the others listen through a lens."""
    hall.begins("Het verhaal van elk bezoek", ".lenses-phone")
    lien, samir, marleen = (hall.phones[name] for name in ("Lien", "Samir", "Marleen"))
    lien.sees("Jullie vertellen.")
    hall.phones[LATE].sees("Jullie vertellen.")
    hall.screen.reads(KATTENSTAART, "over de vloer bij", REGENTON)
    hall.looks("bril-titel", "Lien", "Samir", "Marleen")
    lien.presses(f"Toon deze foto: {TABLE}")
    lien.sees("Jullie beelden")
    lien.presses("Volgende")
    hall.screen.reads("Eerst aan tafel.")
    hall.looks("bril-foto", "Lien", "Samir", sizes=True)
    lays(hall, "Samir", QUESTION, "mijn vraag")
    lays(hall, "Marleen", REMARK, "mijn opmerking")
    assert hall.screen.wire.brought(QUESTION, REMARK, SECRET) == []
    hall.looks("bril-briefjes", "Marleen")
    hall.goes_on("Toon wat de brillen zagen")
    hall.screen.reads(QUESTION, REMARK)
    lien.presses(f"Hier gaan we op in: {QUESTION}")
    hall.looks("bril-plank", "Lien", "Samir", "Marleen", sizes=True)
    hall.goes_on("De vertellers antwoorden")
    lien.presses(f"Toon groot: {QUESTION}")
    expect(hall.screen.page.locator(".large")).to_contain_text(QUESTION)
    hall.looks("bril-groot", "Lien", "Marleen")
    for reader in (samir, marleen):
        assert reader.wire.brought(SECRET) == []


def the_second_story(hall: YearHall) -> None:
    """Katrien tells with a sentence of her own; lenses turned; the third story stays for later."""
    hall.goes_on("Naar het volgende verhaal")
    katrien = hall.phones["Katrien"]
    katrien.sees("Jullie vertellen.")
    hall.screen.reads(REGENTON, "over de vloer bij", VENSTERBANK)
    writes(katrien, "Of schrijf er zelf iets bij", TOLD)
    katrien.presses("Volgende")
    hall.screen.reads(TOLD)
    hall.looks("bril-woorden", "Katrien", LATE)
    lays(hall, LATE, "Hoe lang duurde dat?", "mijn vraag")
    hall.goes_on("Toon wat de brillen zagen")
    hall.screen.reads("Hoe lang duurde dat?")
    hall.looks("bril-plank-twee", "Katrien")
    hall.facilitator.ends_the_exercise_early()


def lays(hall: YearHall, name: str, text: str, kind: str) -> None:
    """Lay a remark beside the story."""
    someone = hall.phones[name]
    someone.page.locator(".kinds button").filter(has_text=kind).click()
    someone.page.locator("#odv-remark").fill(text)
    someone.presses("Leg het bij het verhaal")
    expect(someone.page.locator(".own li").filter(has_text=text)).to_be_visible(timeout=PATIENCE)
    expect(someone.page.locator(".own .saved").first).to_be_visible(timeout=PATIENCE)


def the_first_actions(hall: YearHall) -> None:
    """Two plans are written; the group reads them, and somebody helps."""
    hall.begins("Wat nemen wij mee", ".actions-phone")
    samir, idris = PlanHand(hall.phones["Samir"]), PlanHand(hall.phones["Idris"])
    hall.looks("actie-begin", "Marleen")
    samir.writes(ACTION, "Warm onthaal", STEP, "Samir")
    idris.writes(OTHER, "Samen met de buurt", OTHER_STEP, "Idris en Marleen")
    hall.screen.sees("2 van de 3 organisaties")
    assert hall.screen.wire.brought(ACTION, STEP, OTHER) == []
    hall.looks("actie-schrijven", "Samir", "Marleen")
    hall.goes_on("Toon de plannen")
    hall.screen.reads(ACTION)
    PlanHand(hall.phones["Lien"]).says("Wij kunnen helpen", "Wij hebben nog een tafel over.")
    hall.phones["Samir"].presses(f"Graag, help mee: {KATTENSTAART}")
    hall.phones["Samir"].sees("Helpt mee")
    hall.screen.reads("Wij hebben nog een tafel over.")
    hall.looks("actie-plan", "Samir", "Marleen", "Lien", sizes=True)
    for label, what in (
        ("Zet de eerste stappen op één lijn", "actie-lijn"),
        ("Toon wie wie helpt", "actie-hulp"),
        ("Toon de gebieden", "actie-gebieden"),
    ):
        hall.goes_on(label)
        hall.looks(what, sizes=what == "actie-lijn")
    hall.facilitator.ends_the_exercise()
