"""Other browsers than today's Chromium: a whole meeting, and the oldest phones.

In Firefox and in WebKit console, screen and two phones are all in that browser.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import pytest

from exercises.engine import flow, running
from state.database import Store
from tests.browser.engines import (
    LAPTOP,
    PHONE,
    PROJECTOR,
    NewWindow,
    Size,
    firefox,
    old_chromium,
)
from tests.browser.eyes import Album
from tests.browser.programme import four_exercises
from tests.browser.server import PASSCODE, Server
from tests.browser.setting import FIRST, ORGANISATIONS, Setting
from tests.browser.users import User
from tests.browser.webkit import webkit

REGENTON, VENSTERBANK, _KATTENSTAART = (" ".join(both) for both in ORGANISATIONS)
OFFLINE = "Even geen verbinding"
SAVED = "Bewaard."
# The button, and the same words where is asked whether one is sure.
END = ("Oefening afsluiten", "Oefening afsluiten")
WHY = "Omdat de deur op een kier staat."
TOP, FLOP = "Soep koken met wie er is", "Ouders wachtten in de regen"
OTHER_TOP, OTHER_FLOP = "Koffie aan de schoolpoort", "Niemand kende elkaars naam"
SHARED = "iets warms in de hand"
PAWN = "Wie water zoekt, komt langs ons."
GIFT, QUESTION = "De tafel aan het raam.", "Wie zette die tafel daar?"


@dataclass
class Hall:
    """The people of a meeting. Samir's organisation visited Marleen's."""

    server: Server
    settings: dict[str, Setting]
    console: User
    screen: User
    samir: User
    marleen: User

    @property
    def everybody(self) -> tuple[User, ...]:
        """All who have a page open."""
        return self.console, self.screen, self.samir, self.marleen

    def look(self, what: str) -> None:
        """Keep a picture of what each of them sees."""
        for user in self.everybody:
            user.looks(what)


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
@pytest.mark.parametrize("engine", [firefox, webkit])
def test_a_whole_meeting(
    engine: Callable[[], AbstractContextManager[NewWindow]],
    server: Server,
    stored: Store,
    album: Album,
) -> None:
    with engine() as new_window:
        hall = opens(new_window, server, four_exercises(stored), album)
        people_come_in(hall)
        the_line(hall)
        the_dominos(hall)
        the_server_restarts(hall)
        the_map(hall)
        the_gifts(hall)
        wrong = [error for user in hall.everybody for error in user.errors()]
        # Without a graphics card the screen does without deck.gl, which complains all the same.
        assert [error for error in wrong if "WebGL" not in error] == []


def opens(
    new_window: NewWindow, server: Server, settings: dict[str, Setting], album: Album
) -> Hall:
    def user(who: str, size: Size) -> User:
        return User(who, new_window(size), album)

    hall = Hall(
        server, settings, user("begeleider", LAPTOP), user("scherm", PROJECTOR),
        user("samir", PHONE), user("marleen", PHONE),
    )  # fmt: skip
    meeting = settings["line"].meeting
    hall.console.opens(f"{server.url}/begeleider?naar=/regie?m={meeting}")
    hall.console.types("Toegangscode", PASSCODE)
    hall.console.presses("Verder")
    hall.screen.opens(hall.console.link("Scherm openen"))
    hall.screen.sees("Kom binnen.", "De deur staat open.")
    return hall


def people_come_in(hall: Hall) -> None:
    address = f"{hall.server.url}/d/{hall.settings['line'].code}"
    joins(hall.samir, address, REGENTON, "Samir")
    joins(hall.marleen, address, VENSTERBANK, "Marleen")
    hall.screen.sees("Samir", "Marleen")
    hall.look("binnen")


def joins(phone: User, address: str, organisation: str, name: str) -> None:
    phone.opens(address)
    phone.presses(organisation)
    # The list of organisations folds, and the field below it moves.
    phone.sees("Toon alle organisaties")
    phone.types("Je voornaam", name)
    phone.holds("Je voornaam", name)
    phone.presses("Ik ben er")
    phone.sees("Kijk naar het scherm.")


def goes_on(hall: Hall, *names: str) -> None:
    for name in names:
        hall.console.presses_after_a_moment(name)


def the_line(hall: Hall) -> None:
    goes_on(hall, "Begin met De lijn", "Laat iedereen kiezen")
    for phone in (hall.samir, hall.marleen):
        phone.sees(FIRST, "Ga staan waar het voor jou klopt.")
    hall.samir.drags("Jouw figuur op de lijn", (200, 0))
    hall.samir.sees("Bewaard. Je mag nog opschuiven.")
    hall.marleen.presses("Een stap naar links")
    hall.marleen.sees("Bewaard. Je mag nog opschuiven.")
    hall.screen.sees("2 van de 2")
    hall.samir.types("Waarom sta je daar?", WHY)
    line = hall.settings["line"]
    hall.samir.until(lambda: line.words("s1.why") == {"Samir": WHY}, "the words to be stored")
    assert line.standing("s1.1")["Marleen"] == pytest.approx(0.45)
    assert line.standing("s1.1")["Samir"] > 0.5
    hall.samir.reloads()
    hall.samir.holds("Waarom sta je daar?", WHY)
    hall.look("lijn")
    goes_on(hall, "Naar het gesprek", "Laat iedereen opschuiven", "Samen kijken", *END)


def the_dominos(hall: Hall) -> None:
    goes_on(hall, "Verder met Top en flop domino")
    for phone, top, flop in (
        (hall.samir, TOP, FLOP), (hall.marleen, OTHER_TOP, OTHER_FLOP),
    ):  # fmt: skip
        phone.types("Top", top)
        phone.types("Flop", flop)
        phone.presses("Mijn steen is klaar")
        phone.sees("Je steen is klaar")
    hall.screen.sees("2 van de 2")
    goes_on(hall, "Naar de tafel")
    hall.samir.presses("Leg de eerste steen")
    hall.samir.sees("Je steen ligt op tafel")
    hall.marleen.presses(f"Leg tegen deze top: {TOP}")
    hall.marleen.types("Dit delen we", SHARED)
    hall.marleen.presses("Leg mijn steen ernaast")
    hall.marleen.sees("Je steen ligt op tafel", SHARED)
    hall.screen.sees(SHARED)
    hall.look("domino")
    goes_on(hall, "Loop het spoor", "Naar de nabespreking", *END)


def the_server_restarts(hall: Hall) -> None:
    hall.server.kill9()
    for user in hall.everybody:
        user.sees(OFFLINE)
    hall.server.start()
    for user in hall.everybody:
        user.sees_nothing_of(OFFLINE)


def the_map(hall: Hall) -> None:
    goes_on(hall, "Verder met Kaart van de buurt", "Laat de pionnen zetten")
    hall.samir.chooses("Kies een plek", "bij de fontein")
    hall.samir.sees("Bij de fontein", "Bewaard. Verzetten mag nog.")
    hall.samir.drags("Jullie pion op de kaart", (60, 20))
    hall.samir.types("Waarom staan jullie hier?", PAWN)
    hall.samir.sees(SAVED)
    hall.look("kaart")
    goes_on(hall, "Naar het gesprek", "Laat de pionnen verzetten", "Samen kijken", *END)


def the_gifts(hall: Hall) -> None:
    samir, marleen = hall.samir, hall.marleen
    goes_on(hall, "Verder met Cadeautjestijd")
    samir.types("Dit waardeer ik in jullie praktijk", GIFT)
    samir.presses("Zo zie ik jullie: nog leeg")
    samir.draws("picture", "Zo zie ik jullie. Nog leeg", ((0.1, 0.2), (0.3, 0.6), (0.7, 0.4)))
    samir.sees("Bewaard.")
    samir.looks("tekening")
    samir.presses_after_a_moment("Inpakken")
    samir.presses_after_a_moment("Pak het in")
    samir.sees("Ingepakt.", "Niemand leest je cadeautje")
    hall.screen.sees("1 van de 3")
    goes_on(hall, "Sluit de tafel", "Begin met uitpakken")
    marleen.presses("Pak uit: van De Regenton")
    hall.screen.sees("pakt uit")
    marleen.presses("Bekijk het eerste briefje")
    marleen.sees(GIFT)
    hall.screen.sees(GIFT)
    marleen.presses("Volgend briefje")
    marleen.sees("Briefje 2 van 2")
    hall.look("cadeau")
    marleen.presses("Alles rustig nalezen")
    marleen.presses("Stel een vraag die verder gaat")
    marleen.types("Stel een vraag die verder gaat", QUESTION)
    marleen.presses("Stel deze vraag")
    samir.sees(QUESTION)
    hall.screen.sees(QUESTION)
    marleen.presses("Sluit")
    marleen.presses_after_a_moment("Klaar, terug naar de tafel")
    marleen.sees("Dit kregen jullie.")


def test_joining_and_the_line_in_a_chromium_of_2022(
    server: Server, setting: Setting, album: Album
) -> None:
    with old_chromium() as new_window:
        samir = User("samir", new_window(PHONE), album)
        joins(samir, f"{server.url}/d/{setting.code}", REGENTON, "Samir")
        samir.looks("binnen")
        running.start(setting.store, setting.activity)
        steps_on(setting)
        samir.sees(FIRST, "Ga staan waar het voor jou klopt.")
        samir.looks("kiezen")
        samir.drags("Jouw figuur op de lijn", (200, 0))
        samir.sees("Bewaard. Je mag nog opschuiven.")
        samir.types("Waarom sta je daar?", WHY)
        samir.until(lambda: setting.words("s1.why") == {"Samir": WHY}, "the words to be stored")
        assert setting.standing("s1.1")["Samir"] > 0.5
        samir.looks("gekozen")
        samir.reloads()
        samir.holds("Waarom sta je daar?", WHY)
        for said in ("Vertel het elkaar", "Je staat waar je stond.", "Hier sta jij."):
            steps_on(setting)
            samir.sees(said)
        assert samir.errors() == []


def steps_on(setting: Setting) -> None:
    """To the next stage, as the console does."""
    running.change_phase(
        setting.store,
        setting.activity,
        lambda exercise, config, phase: flow.forward(exercise, config, phase, flow.position(phase)),
    )
