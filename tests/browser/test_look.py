"""Every page at every moment: for who sees badly, has a small phone, or speaks only Dutch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from exercises.engine import flow, running
from state import meetings
from tests.browser.actors import SMALL_PHONE, Facilitator, Phone, Remote, Screen
from tests.browser.eyes import Album
from tests.browser.judge import english, faults
from tests.browser.server import Server
from tests.browser.setting import Setting

TakeOut = Callable[..., Phone]
STAGES = ("statement", "choose", "talk", "move", "look")
# What each stage shows on a phone and nowhere else.
SIGNS = {
    "statement": "Luister even: straks kies je.",
    "choose": "Ga staan waar het voor jou klopt.",
    "talk": "Vertel het elkaar",
    "move": "Je mag opschuiven of blijven staan.",
    "look": "Hier sta jij.",
}


LABELS = {"choose": "Iedereen kiest", "talk": "Praten"}


def goes_to(setting: Setting, stage: str) -> None:
    """Move the meeting without a console."""
    running.change_phase(
        setting.store,
        setting.activity,
        lambda ex, config, phase: flow.go_to(ex, config, phase, flow.position(phase), 0, stage),
    )


def test_a_phone_at_every_stage(server: Server, setting: Setting, phone: TakeOut) -> None:
    someone = phone("lien", size=SMALL_PHONE)
    found: dict[str, object] = {}

    def judge(where: str) -> None:
        someone.look(where)
        found[where] = faults(someone, phone=True)

    someone.page.goto(f"{server.url}/d")
    judge("code")
    someone.page.goto(f"{server.url}/d/{setting.code}")
    judge("deur")
    someone.joins(someone.page.url, "Kattenstaart", "Lien")
    judge("wachten")
    someone.presses("Kinderopvang Kattenstaart wijzig")
    judge("menu")
    someone.presses("Sluiten")
    running.start(setting.store, setting.activity)
    for stage in STAGES:
        goes_to(setting, stage)
        someone.sees(SIGNS[stage])
        if stage == "choose":
            judge("choose-nog-nergens")
            someone.stands(0.99)
            someone.sees("Bewaard. Je mag nog opschuiven.")
        judge(stage)
    for face, sign in (("pause", "Even pauze."), ("lobby", "Dag")):
        meetings.show_face(setting.store, setting.meeting, face)  # type: ignore[arg-type]
        someone.sees(sign)
        judge(face)
    meetings.close(setting.store, setting.meeting)
    someone.sees("De bijeenkomst is gedaan. Dank je.")
    judge("gedaan")
    someone.page.goto(f"{server.url}/d/{setting.code}")
    someone.sees("Deze bijeenkomst is gedaan.")
    judge("te-laat")
    assert {where: what for where, what in found.items() if what} == {}


def test_console_screen_and_remote_at_every_stage(
    server: Server, setting: Setting, facilitator: Facilitator, remote: Remote, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    remote.page.goto(facilitator.remote_invitation())
    someone = phone("lien")
    someone.joins(f"{server.url}/d/{setting.code}", "Kattenstaart", "Lien")
    expect(facilitator.person("Lien")).to_be_visible()
    found: dict[str, object] = {}

    def judge(where: str) -> None:
        for actor in (facilitator, screen, remote):
            actor.look(where)
            found[f"{where}: {actor.who}"] = faults(actor, phone=actor is remote)

    judge("onthaal")
    running.start(setting.store, setting.activity)
    for stage, label in LABELS.items():
        goes_to(setting, stage)
        someone.sees(SIGNS[stage])
        if stage == "choose":
            someone.stands(0.3)
        for guide in (facilitator, remote):
            expect(guide.page.get_by_text(label).first).to_be_visible()
        judge(stage)
    meetings.show_face(setting.store, setting.meeting, "pause")
    screen.sees("Even pauze.")
    for guide in (facilitator, remote):
        guide.sees("Pauze.")
    judge("pauze")
    meetings.close(setting.store, setting.meeting)
    for guide in (facilitator, remote):
        guide.sees("De bijeenkomst is afgesloten")
    screen.sees("Dank je.")
    judge("afscheid")
    assert {where: what for where, what in found.items() if what} == {}


def test_while_the_server_is_gone_all_is_dutch_and_a_phone_goes_on(
    server: Server, setting: Setting, facilitator: Facilitator, remote: Remote, phone: TakeOut
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    remote.page.goto(facilitator.remote_invitation())
    someone = phone("lien")
    someone.joins(f"{server.url}/d/{setting.code}", "Kattenstaart", "Lien")
    running.start(setting.store, setting.activity)
    goes_to(setting, "choose")
    someone.sees(SIGNS["choose"])
    someone.why().press_sequentially("Omdat ")
    everybody = (facilitator, screen, remote, someone)
    server.kill9()
    for actor in everybody:
        actor.sees("Even geen verbinding")
    # When it has tried in vain, Streamlit would lay an English window over the page, which takes
    # the keyboard away from who is typing.
    for actor in everybody:
        actor.until(lambda actor=actor: actor.tried_in_vain > 1, "Streamlit to try")  # type: ignore[misc]
        assert english(actor) == []
        actor.look("zonder-server")
    someone.page.keyboard.type("de deur openstaat.")
    expect(someone.why()).to_have_value("Omdat de deur openstaat.")
    someone.taps(0.8)
    someone.sees("Nog niet bewaard")
    remote.presses("Naar het gesprek")
    remote.sees("Dat is niet gebeurd: er is even geen verbinding.")
    server.start()
    for actor in everybody:
        actor.sees_nothing_of("Even geen verbinding")
    someone.sees("Bewaard. Je mag nog opschuiven.")
    assert setting.standing("s1.1") == pytest.approx({"Lien": 0.8}, abs=0.011)
    someone.until(lambda: setting.words("s1.why") != {}, "the words to be saved")
    assert setting.words("s1.why") == {"Lien": "Omdat de deur openstaat."}
    assert faults(someone, phone=True) == {}


def test_reduced_motion_stands_still(
    server: Server, setting: Setting, facilitator: Facilitator, browser: Browser, album: Album
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    facilitator.presses("Iemand zonder gsm")
    facilitator.page.get_by_label("Naam", exact=True).fill("Bilal")
    facilitator.presses("Toevoegen")
    screen.sees("Bilal")
    assert moving(screen) > 0, "the ones who like motion do get it"
    calm = Screen(browser.new_context(reduced_motion="reduce").new_page(), album)
    calm.page.goto(screen.page.url)
    calm.sees("Bilal")
    assert moving(calm) == 0


def moving(screen: Screen) -> int:
    """How many parts of the page would move when something changes."""
    return int(screen.page.evaluate(_MOVING))


_MOVING = """() => {
  const root = document
  const takes = (times) => times.split(",").some((time) => parseFloat(time) > 0.001)
  const moves = (style) => takes(style.transitionDuration)
    || (style.animationName !== "none" && takes(style.animationDuration))
  return [...root.querySelectorAll("*")].filter((one) => moves(getComputedStyle(one))).length
}"""


def test_the_plain_pages_on_a_laptop(server: Server, browser: Browser, album: Album) -> None:
    someone = Facilitator.arrives(browser, album)
    for address in ("/begeleider", "/d", "/d/QQQQ"):
        someone.page.goto(server.url + address)
        someone.look(address.strip("/").replace("/", "-"))
        assert faults(someone) == {}, address
