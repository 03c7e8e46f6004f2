"""At the door: who may come in, under which name, and who was somebody else after all."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Dialog, expect

from state import meetings, people
from state.database import Store
from tests.browser.actors import SMALL_PHONE, Facilitator, Phone
from tests.browser.server import Server
from tests.browser.setting import Setting

TakeOut = Callable[..., Phone]
INSIDE = "Kijk naar het scherm."

NAMES = {
    "emoji": "Jo 👩‍🌾 de Boer",
    "van-rechts-naar-links": "ليلى بنت يوسف",
    "script": "<script>alert(1)</script>",
    "beeld": "<img src=x onerror=alert(2)>",
}


def door(server: Server, setting: Setting) -> str:
    return f"{server.url}/d/{setting.code}"


def test_a_code_that_nobody_has(server: Server, phone: TakeOut) -> None:
    someone = phone("gast")
    someone.page.goto(f"{server.url}/d/QQQQ")
    someone.sees("Er is geen bijeenkomst met de code QQQQ. Kijk nog eens naar het scherm.")
    someone.look("onbekende-code")


def test_a_code_without_letters_is_asked_again(server: Server, phone: TakeOut) -> None:
    someone = phone("gast")
    someone.page.goto(f"{server.url}/d")
    for typed in ("", "   ", "\U0001f600"):
        someone.page.get_by_label("De code op het scherm").fill(typed)
        someone.presses("Verder")
        someone.sees("Typ de code die op het scherm staat")


def test_what_has_the_focus_never_lies_behind_the_bar(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    someone = phone("gast", size=SMALL_PHONE)
    someone.page.goto(door(server, setting))
    someone.page.get_by_label("Je voornaam").focus()
    seen = []
    for _again in range(3):
        someone.page.keyboard.press("Tab")
        seen.append(
            someone.page.evaluate("""() => {
          const one = document.activeElement
          const bar = document.querySelector(".foot").getBoundingClientRect().top
          return [one.id || one.getAttribute("href") || "", one.getBoundingClientRect().bottom, bar]
        }""")
        )
    assert [name for name, _bottom, _bar in seen[:2]] == ["function", f"/gegevens/{setting.code}"]
    assert all(bottom <= bar for _name, bottom, bar in seen[:2]), seen


def test_the_way_back_after_a_refused_name(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    someone = phone("gast")
    someone.page.goto(door(server, setting))
    someone.fills_in("Kattenstaart", "  ", "kok")
    someone.presses("Ik ben er")
    expect(someone.page.locator("#why")).to_be_visible()
    someone.page.get_by_label("Je voornaam").fill("Lien")
    someone.presses("Ik ben er")
    someone.sees(INSIDE)
    someone.page.go_back()
    someone.sees(INSIDE)


def test_a_chosen_organisation_makes_room_for_the_name(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    someone = phone("gast", size=SMALL_PHONE)
    someone.page.goto(door(server, setting))
    tiles = someone.page.locator("label.o").locator("visible=true")
    expect(tiles.nth(1)).to_be_visible()
    together = tiles.count()
    tiles.filter(has_text="Kattenstaart").click()
    expect(tiles).to_have_count(1)
    expect(someone.page.get_by_label("Je voornaam")).to_be_in_viewport()
    someone.look("gekozen")
    someone.presses("Toon alle organisaties")
    expect(tiles).to_have_count(together)


def test_a_code_typed_as_people_type(server: Server, setting: Setting, phone: TakeOut) -> None:
    someone = phone("gast")
    someone.page.goto(f"{server.url}/d")
    typed = f" {setting.code[:2].lower()}-{setting.code[2:].lower()}"
    someone.page.get_by_label("De code op het scherm").fill(typed)
    someone.presses("Verder")
    someone.sees("Welkom. Wie ben je?")


def test_a_participant_at_the_bare_address_is_asked_the_code(
    server: Server, phone: TakeOut
) -> None:
    elsewhere = phone("gast", extra_http_headers={"X-Forwarded-For": "192.168.1.20"})
    elsewhere.page.goto(server.url)
    elsewhere.sees("De code op het scherm")
    elsewhere.look("code")


def test_the_door_opens_by_itself(
    server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut
) -> None:
    early = Setting.make(stored, opened=False)
    someone = phone("vroege-vogel")
    someone.page.goto(door(server, early))
    someone.sees("Je bent vroeg.")
    someone.look("te-vroeg")
    facilitator.opens_console(server.url, early.meeting)
    someone.sees("Welkom. Wie ben je?")


def test_a_meeting_that_is_done(server: Server, setting: Setting, phone: TakeOut) -> None:
    inside, late = phone("lien"), phone("te-laat")
    inside.joins(door(server, setting), "Kattenstaart", "Lien")
    meetings.close(setting.store, setting.meeting)
    inside.sees("De bijeenkomst is gedaan. Dank je.")
    late.page.goto(door(server, setting))
    late.sees("Deze bijeenkomst is gedaan.")
    late.look("gedaan")


def test_the_same_name_twice_in_an_organisation(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    first, second, third = phone("eerste"), phone("tweede"), phone("derde")
    first.joins(door(server, setting), "Kattenstaart", "Lien")
    third.joins(door(server, setting), "De Regenton", "Lien")
    second.page.goto(door(server, setting))
    second.fills_in("Kattenstaart", " LIEN ", "kok")
    second.presses("Ik ben er")
    second.sees("Lien is al binnen op een andere gsm.")
    second.look("naam-bezet")
    expect(second.page.get_by_label("Je functie")).to_have_value("kok")
    second.page.get_by_label("Je voornaam").fill("Lien V.")
    second.presses("Ik ben er")
    second.sees(INSIDE)
    first.sees(INSIDE)
    assert [one.person.name for one in setting.present()] == ["Lien", "Lien", "Lien V."]


def test_taking_over_on_another_phone_and_back(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    first, second = phone("eerste"), phone("tweede")
    first.joins(door(server, setting), "Kattenstaart", "Lien")
    second.page.goto(door(server, setting))
    second.page.locator("label.o").filter(has_text="Kattenstaart").click()
    second.presses("Lien")
    second.presses("Ik ben er")
    second.presses("Ja, dat ben ik")
    second.sees(INSIDE, "Dag \u2068Lien\u2069.")
    first.sees("Welkom. Wie ben je?")
    first.look("naam-kwijt")

    facilitator.opens_console(server.url, setting.meeting)
    facilitator.sees("op een andere gsm")
    facilitator.look("overgenomen")
    facilitator.sees("Lien kwam binnen met een andere gsm. Klopt dat?")
    facilitator.presses("Nee, zet terug")
    second.sees("Welkom. Wie ben je?")
    facilitator.sees_nothing_of("op een andere gsm")
    first.reloads()
    first.sees(INSIDE, "Dag \u2068Lien\u2069.")
    assert len(setting.present()) == 1


def test_two_phones_that_take_a_name_from_each_other_wait_for_the_facilitator(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    first, second = phone("eerste"), phone("tweede", size=SMALL_PHONE)
    first.joins(door(server, setting), "Kattenstaart", "Lien")
    second.page.goto(door(server, setting))
    second.fills_in("Kattenstaart", "Lien")
    second.presses("Ik ben er")
    second.presses("Ja, dat ben ik")
    second.sees(INSIDE)
    first.presses("Ik ben het nog")
    first.sees("Een andere gsm ging ook verder als")
    second.sees("Twee gsm’s gingen verder als Lien.")
    second.fills_in("Kattenstaart", "Lien")
    second.presses("Ik ben er")
    second.sees("De begeleider zegt nu van wie die naam is.")
    second.sees_nothing_of("Ja, dat ben ik")
    second.look("naam-betwist")

    facilitator.opens_console(server.url, setting.meeting)
    facilitator.sees("Twee gsm’s namen de naam Lien van elkaar over.")
    facilitator.look("twee-gsms")
    facilitator.presses("Die buiten staat")
    second.sees(INSIDE)
    second.sees_nothing_of("Een andere gsm ging ook verder als")
    first.sees("Welkom. Wie ben je?")
    facilitator.sees_nothing_of("op twee gsm’s")
    assert len(setting.present()) == 1


def test_a_name_that_is_no_name(server: Server, setting: Setting, phone: TakeOut) -> None:
    someone = phone("gast")
    someone.page.goto(door(server, setting))
    for typed, sentence in (
        ("   ", "De naam is nog leeg."),
        ("x" * 10_000, "De naam is te lang: 10000 tekens, hoogstens 60 passen er."),
    ):
        someone.fills_in("Kattenstaart", typed)
        someone.presses("Ik ben er")
        someone.sees(sentence)
        someone.look("geen-naam")
    someone.page.get_by_label("Je voornaam").fill("")
    someone.presses("Ik ben er")
    someone.sees("Welkom. Wie ben je?")
    assert setting.present() == ()


def test_what_was_refused_goes_once_it_is_mended(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    samir = phone("Samir")
    page = samir.page
    page.goto(door(server, setting))
    page.get_by_label("Je voornaam").fill("Samir")
    samir.presses("Ik ben er")
    samir.sees("Kies nog je organisatie.")
    # Another field does not mend it.
    page.get_by_label("Je functie").fill("onthaal")
    samir.sees("Kies nog je organisatie.")
    page.get_by_text("De Regenton").first.click()
    expect(page.get_by_text("Kies nog je organisatie.")).to_have_count(0)
    page.get_by_label("Je voornaam").fill("x" * 70)
    samir.presses("Ik ben er")
    samir.sees("De naam is te lang: 70 tekens, hoogstens 60 passen er.")
    page.get_by_label("Je voornaam").fill("Samir")
    expect(page.get_by_text("De naam is te lang")).to_have_count(0)


def test_any_name_is_text_everywhere(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    guests = {name: phone(kind) for kind, name in NAMES.items()}
    alarms: list[str] = []

    def note(dialog: Dialog) -> None:
        alarms.append(dialog.message)
        dialog.dismiss()

    everybody = (facilitator, screen, *guests.values())
    for actor in everybody:
        actor.page.on("dialog", note)

    for name, guest in guests.items():
        guest.joins(door(server, setting), "Kattenstaart", name, name)
        guest.sees(f"Dag \u2068{name}\u2069.")
        expect(facilitator.person(name)).to_be_visible()
        screen.sees(name)
    neighbour = phone("buur")
    neighbour.page.goto(door(server, setting))
    neighbour.page.locator("label.o").filter(has_text="Kattenstaart").click()
    neighbour.sees(*NAMES.values())
    neighbour.look("bekende-namen")
    screen.look("onthaal-met-namen")

    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    for place, (name, guest) in enumerate(guests.items()):
        guest.sees(name)
        guest.stands(0.1 + place * 0.25)
    screen.stand_there(*guests)
    for actor in everybody:
        actor.look("elke-naam")
    assert [actor.errors for actor in everybody if actor.errors] == []
    assert alarms == []


def test_an_organisation_that_was_not_on_the_list(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    someone = phone("gast")
    someone.page.goto(door(server, setting))
    someone.page.locator("label.o").filter(has_text="Een andere organisatie").click()
    someone.page.get_by_label("Naam van je organisatie").fill("Het Achterom")
    someone.page.get_by_label("Je voornaam").fill("Greet")
    someone.look("nieuwe-organisatie")
    someone.presses("Ik ben er")
    someone.sees(INSIDE, "Het Achterom")
    screen.sees("Het Achterom", "Greet")
    expect(facilitator.person("Greet")).to_be_visible()


def test_no_new_organisations_where_that_is_not_wanted(
    server: Server, setting: Setting, phone: TakeOut
) -> None:
    meetings.allow_organisations(setting.store, setting.meeting, False)
    someone = phone("gast")
    someone.page.goto(door(server, setting))
    someone.sees("Kattenstaart")
    someone.sees_nothing_of("Een andere organisatie")


def test_a_new_name_on_the_own_phone(server: Server, setting: Setting, phone: TakeOut) -> None:
    someone = phone("gast")
    someone.joins(door(server, setting), "Kattenstaart", "Lein")
    someone.page.get_by_role("button", name="wijzig").click()
    someone.page.get_by_label("Je voornaam").fill("Lien")
    someone.look("naam-wijzigen")
    own_data = someone.page.locator("dialog").get_by_role("link")
    expect(own_data).to_have_attribute("href", f"/gegevens/{setting.code}")
    someone.presses("Bewaar")
    someone.sees("Dag \u2068Lien\u2069.")
    assert [one.person.name for one in setting.present()] == ["Lien"]


def test_who_is_taken_out_is_asked_again_and_can_be_put_back(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    someone = phone("gast")
    someone.joins(door(server, setting), "Kattenstaart", "Lien")
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.picks("Meer over Lien", "Uit de bijeenkomst halen")
    facilitator.agrees("Uit de bijeenkomst halen")
    someone.sees("Welkom. Wie ben je?")
    assert people.attendees(setting.store, setting.meeting) == ()
    facilitator.presses("Ongedaan maken")
    facilitator.until(lambda: len(setting.present()) == 1, "Lien to be back")
    # The door notices by itself.
    someone.sees(INSIDE)


def test_two_names_become_one_person_and_two_again(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    short, whole = phone("Lien"), phone("Lien Maes")
    whole.joins(door(server, setting), "Kattenstaart", "Lien Maes")
    short.page.goto(door(server, setting))
    short.fills_in("Kattenstaart", "Lie")
    short.presses("Ik ben er")
    short.sees(INSIDE)
    facilitator.page.clock.install()
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.picks("Meer over Lie", "Dit is iemand die al op de lijst staat")
    facilitator.page.get_by_label("Kies de naam op de lijst").select_option("Lien Maes")
    facilitator.sees("de gsm van Lie blijft binnen, die van Lien Maes gaat eruit.")
    facilitator.look("zelfde-persoon")
    facilitator.agrees("Dit is dezelfde persoon")
    whole.sees("Kies opnieuw wie je bent")
    short.sees("Dag \u2068Lien Maes\u2069.")
    notice = facilitator.page.locator(".con-undo-entry")
    expect(notice).to_have_count(1)
    expect(facilitator.person("Lien Maes")).to_be_visible()
    expect(facilitator.page.locator(".con-person")).to_have_count(1)
    facilitator.look("een-persoon")
    # Nobody needs the notice for long, and it covers names; loaded anew, the page has it again.
    facilitator.page.clock.run_for(119_000)
    expect(notice).to_have_count(1)
    facilitator.page.clock.run_for(10_000)
    expect(notice).to_have_count(0)
    facilitator.page.reload()
    facilitator.presses("Ongedaan maken")
    facilitator.until(lambda: len(setting.present()) == 2, "two people again")
    expect(facilitator.page.locator(".con-person")).to_have_count(2)
