"""Several pages on one meeting: consoles that agree, tabs that follow, pages that reload."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.actors import Facilitator, Phone, Remote
from tests.browser.server import Server
from tests.browser.setting import FIRST, SECOND, Setting

TakeOut = Callable[..., Phone]
_TOO_LATE = "Jullie waren al een stap verder."


def joined(server: Server, setting: Setting, phone: TakeOut, name: str = "Lien") -> Phone:
    someone = phone(name)
    someone.has_joined(f"{server.url}/d/{setting.code}", "Kattenstaart", name)
    return someone


def test_two_facilitators_press_next_at_once_and_move_once(
    server: Server, setting: Setting, facilitator: Facilitator
) -> None:
    other = Facilitator("collega", facilitator.context.new_page(), facilitator.album)
    for one in (facilitator, other):
        one.opens_console(server.url, setting.meeting)
    facilitator.presses("Begin met De lijn")
    for one in (facilitator, other):
        expect(one.button("Laat iedereen kiezen")).to_be_visible()
    # Found beforehand: then the second press comes before any page can have heard of the first.
    buttons = [one.button("Laat iedereen kiezen").element_handle() for one in (facilitator, other)]
    for one in (facilitator, other):
        expect(one.button("Laat iedereen kiezen")).to_be_enabled()
    for button in buttons:
        button.evaluate("(found) => found.click()")
    for one in (facilitator, other):
        expect(one.button("Naar het gesprek")).to_be_visible()
    both = (facilitator, other)
    # Either it came too late and was told, or its page had moved on and left the press aside.
    facilitator.page.wait_for_timeout(1000)
    assert sum(_was_told(one) for one in both) <= 1
    facilitator.presses("Naar het gesprek")
    facilitator.sees_nothing_of(_TOO_LATE)
    for one in both:
        expect(one.button("Laat iedereen opschuiven")).to_be_visible()


def _was_told(one: Facilitator) -> bool:
    return one.page.get_by_text(_TOO_LATE).is_visible()


def test_eight_tabs_of_one_browser_all_follow(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    first = joined(server, setting, phone)
    tabs = [first, *(first.another_tab() for _number in range(7))]
    for tab in tabs[1:]:
        tab.page.goto(first.page.url)
    for tab in tabs:
        tab.sees("Kijk naar het scherm.")
    facilitator.opens_console(server.url, setting.meeting)
    facilitator.presses("Begin met De lijn")
    for tab in tabs:
        tab.sees(FIRST)
    facilitator.presses("Laat iedereen kiezen")
    for tab in tabs:
        tab.sees("Ga staan waar het voor jou klopt.")


def test_any_page_may_be_reloaded(
    server: Server, setting: Setting, facilitator: Facilitator, remote: Remote, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    remote.page.goto(facilitator.remote_invitation())
    someone = joined(server, setting, phone)
    remote.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    someone.stands(0.7)
    screen.stand_there("Lien")
    for actor in (facilitator, screen, remote, someone):
        actor.reloads()
        actor.sees(FIRST)
    screen.stand_there("Lien")
    someone.sees("Bewaard. Je mag nog opschuiven.")
    assert someone.place() == 0.7
    expect(remote.button("Naar het gesprek")).to_be_visible()
    expect(facilitator.person("Lien")).to_contain_text("staat er")


def test_a_step_in_the_middle_of_a_movement_loses_nothing(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    """What still waits for the hand to rest is sent as its part of the page goes away."""
    facilitator.opens_console(server.url, setting.meeting)
    someone = joined(server, setting, phone)
    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    someone.sees("Ga staan waar het voor jou klopt.")
    someone.writes("Omdat de deur openstaat.")
    facilitator.presses("Naar het gesprek")
    someone.sees("Vertel het elkaar")
    someone.until(lambda: setting.words("s1.why") != {}, "the words to be saved")
    expect(someone.page.locator(".line-phone")).to_have_count(1)
    expect(someone.page.locator(".line-phone .tape")).to_have_count(1)
    note = facilitator.page.get_by_label("Wat onthou je uit dit gesprek?")
    note.fill("De bel is een drempel.")
    facilitator.page.get_by_role("button", name="Volgende: stelling").click()
    facilitator.sees(SECOND)
    expect(note).to_have_count(1)
    expect(note).to_have_value("")
    expect(facilitator.page.locator(".con-go")).to_have_count(1)
    assert setting.words("s1.note") == {"facilitator": "De bel is een drempel."}
    assert setting.words("s1.why") == {"Lien": "Omdat de deur openstaat."}


def test_pause_lobby_clock_and_locked_answers_reach_everybody(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    someone = joined(server, setting, phone)
    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    facilitator.presses("5 min")
    for actor in (screen, someone):
        expect(actor.page.get_by_role("timer").first).to_be_visible()
        actor.look("klok")
    facilitator.presses("Antwoorden open")
    someone.sees("De lijn staat nu vast.")
    facilitator.presses("Pauze")
    for actor in (screen, someone):
        actor.sees("Even pauze.")
        actor.look("pauze")
    facilitator.presses("Pauze")
    facilitator.picks("Meer", "Onthaal tonen")
    screen.sees("Kom binnen.")
    facilitator.look("onthaal")
    facilitator.presses("Verder met De lijn")
    screen.sees(FIRST)


def test_showing_more_names_than_people_were_told_asks_first(
    server: Server, setting: Setting, facilitator: Facilitator, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    someone = joined(server, setting, phone)
    facilitator.presses("Begin met De lijn")
    facilitator.chooses("niemand")
    facilitator.presses("Laat iedereen kiezen")
    someone.sees("Op het scherm ziet niemand wie waar staat.")
    someone.stands(0.25)
    facilitator.sees("staat er")
    facilitator.chooses("naam")
    facilitator.look("meer-namen")
    facilitator.agrees("Toch niet")
    facilitator.chosen("niemand")
    facilitator.chooses("naam")
    facilitator.agrees("Iedereen is akkoord")
    someone.sees("Je naam staat erbij op het scherm.")


def test_an_answer_for_somebody_without_a_phone(
    server: Server, setting: Setting, facilitator: Facilitator
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    facilitator.presses("Iemand zonder gsm")
    facilitator.page.get_by_label("Naam", exact=True).fill("Bilal")
    facilitator.look("iemand-zonder-gsm")
    facilitator.presses("Toevoegen")
    facilitator.presses("Begin met De lijn")
    facilitator.presses("Laat iedereen kiezen")
    facilitator.picks("Meer over Bilal", "Antwoord invullen")
    facilitator.page.get_by_label("Waar staat Bilal?").fill("0.25")
    facilitator.look("antwoord-invullen")
    facilitator.presses("Invullen")
    screen.stand_there("Bilal")
    assert setting.standing("s1.1") == {"Bilal": 0.25}
    facilitator.picks("Meer over Bilal", "Antwoord weghalen")
    expect(screen.figures()).to_have_count(0)
    facilitator.presses("Ongedaan maken")
    screen.stand_there("Bilal")
