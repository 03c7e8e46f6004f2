"""Every exercise with the keyboard only: the focus is never lost, and each step is said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from exercises import EXERCISES, line, of_kind
from exercises.contract import Phase
from exercises.engine import flow, running
from exercises.engine.stored import phase_of as stored_phase
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.line.config import Statement
from state import meetings, tracks, visits
from state.database import Store
from state.models import TrackVisit
from tests.browser.actors import Facilitator, Phone
from tests.browser.keys import Keys
from tests.browser.server import Server
from tests.browser.setting import FIRST, ORGANISATIONS

TakeOut = Callable[..., Phone]
# The exercises that are played whole, in this order; the others are gone through stage by stage.
PLAYED = ("line", "organisation_sheet", "duo_conversation", "domino", "neighbourhood_map", "gifts",
          "reflection_sheet")  # fmt: skip
OTHERS = [one.kind for one in EXERCISES if one.kind not in PLAYED]
REGENTON, VENSTERBANK, _KATTENSTAART = (name for _kind, name in ORGANISATIONS)


@dataclass
class Room:
    """Two phones and the console, all used with keys; and what axe found where."""

    store: Store
    meeting: str
    samir: Keys
    marleen: Keys
    console: Keys
    found: dict[str, dict[str, str]] = field(default_factory=dict)
    looked: set[str] = field(default_factory=set)

    def goes_on(self, button: str) -> None:
        """The facilitator presses the main button, once it takes presses."""
        self.console.page.wait_for_timeout(550)
        self.console.presses(button)

    def ends_the_exercise(self) -> None:
        """The facilitator closes the exercise, and says so once more in the dialog."""
        self.goes_on("Oefening afsluiten")
        self.console.holds("button Toch niet")
        self.look("vraag")
        self.console.presses("Oefening afsluiten")
        self.console.holds("h1")

    def closes(self, kind: str) -> None:
        """The exercise is closed from elsewhere."""
        held = meetings.room(self.store, self.meeting).agenda
        running.close(self.store, next(one.id for one in held if one.kind == kind))
        for keys in (self.samir, self.console):
            keys.holds("h1")
            keys.heard()

    def look(self, where: str) -> None:
        """Ask axe about a phone, and about the console once in each exercise: it takes its time."""
        exercise = where.partition("-")[0]
        pages = {"samir": self.samir}
        if exercise not in self.looked:
            pages["console"] = self.console
        self.looked.add(exercise)
        for who, keys in pages.items():
            if found := keys.barriers():
                self.found[f"{where}, {who}"] = found


def _meeting(store: Store) -> tuple[str, str]:
    """A meeting with the exercises that are played whole: its id and code. REGENTON and
    VENSTERBANK visited each other."""
    track = tracks.add_track(store, "Samen sterk rond gezinnen")
    ids = [tracks.add_organisation(store, track, name, kind) for kind, name in ORGANISATIONS]
    meeting = meetings.add(store, track, "Uitwisseling", "2026-11-22", "Zaal De Linde")
    own: dict[str, Any] = {
        "line": replace(line.EXERCISE.sample, statements=(Statement("s1", FIRST, 1),)),
        "gifts": GiftsConfig((GiftVisit("v1", ids[0], ids[1]), GiftVisit("v2", ids[1], ids[0]))),
    }
    for kind in PLAYED:
        exercise = of_kind(kind)
        assert exercise is not None
        config = own.get(kind, exercise.sample)
        meetings.add_activity(store, meeting, kind, config.to_json(), 40)
    meetings.open_doors(store, meeting)
    return meeting, meetings.room(store, meeting).meeting.code


@pytest.fixture
def room(server: Server, stored: Store, facilitator: Facilitator, phone: TakeOut) -> Room:
    """The meeting, with two people in it."""
    meeting, code = _meeting(stored)
    hands = []
    for name, organisation in (("Samir", REGENTON), ("Marleen", VENSTERBANK)):
        held = phone(name)
        Keys.listen(held.page)
        held.has_joined(f"{server.url}/d/{code}", organisation, name)
        hands.append(Keys(held.page))
    Keys.listen(facilitator.page)
    facilitator.opens_console(server.url, meeting)
    samir, marleen = hands
    return Room(stored, meeting, samir, marleen, Keys(facilitator.page))


def test_every_exercise_with_the_keyboard(room: Room) -> None:
    for keys in (room.samir, room.marleen, room.console):
        keys.page.keyboard.press("Tab")
    room.look("onthaal")
    the_line(room)
    the_organisation_sheet(room)
    the_conversation(room)
    the_stones(room)
    the_map(room)
    the_gifts(room)
    the_reflection_sheet(room)
    the_break_and_the_end(room)
    assert room.found == {}, "\n".join(map(str, room.found.items()))


@pytest.mark.parametrize("kind", OTHERS)
def test_every_stage_has_a_heading_with_the_focus_and_no_barrier(room: Room, kind: str) -> None:
    for keys in (room.samir, room.console):
        keys.page.keyboard.press("Tab")
    with room.store.read() as db:
        here = meetings.read_room(db, room.meeting)
    one, two = (party.id for party in here.organisations[:2])
    pairs = (TrackVisit("", one, two, announced=True), TrackVisit("", two, one, announced=True))
    visits.add_all(room.store, here.track.id, pairs)
    exercise = of_kind(kind)
    assert exercise is not None
    activity = meetings.add_activity(room.store, room.meeting, kind, exercise.sample.to_json(), 40)
    running.start(room.store, activity)
    gone = True
    while gone:
        # A phone that rests covers its page, and holds the focus on what wakes it.
        room.samir.holds("h1", "button Luister. Je gsm rust.")
        room.console.page.wait_for_timeout(300)
        room.look(kind)
        gone = _forward(room.store, activity)
    assert room.found == {}, "\n".join(map(str, room.found.items()))


def _forward(store: Store, activity: str) -> bool:
    """Go to the next stage; gives whether there was one."""
    before = _position(store, activity)

    def moved(exercise: Any, config: Any, phase: Phase) -> Phase:
        last = flow.neighbour(exercise, config, phase, +1) is None
        return phase if last else flow.forward(exercise, config, phase, flow.position(phase))

    running.change_phase(store, activity, moved)
    return _position(store, activity) != before


def _position(store: Store, activity: str) -> str:
    with store.read() as db:
        return flow.position(stored_phase(meetings.activity(db, activity)))


def the_line(room: Room) -> None:
    samir = room.samir
    room.goes_on("Begin met De lijn")
    samir.hears(FIRST)
    room.console.hears("Stelling")
    samir.comes_to(FIRST)
    room.goes_on("Laat iedereen kiezen")
    samir.hears("Ga staan waar het voor jou klopt.")
    room.console.hears("Iedereen kiest")
    room.console.holds("button Naar het gesprek")
    samir.presses("Een stap naar rechts")
    samir.hears("Bewaard. Je mag nog opschuiven.")
    samir.page.keyboard.press("Enter")
    samir.page.wait_for_timeout(700)
    assert samir.heard() == []
    samir.holds("button Een stap naar rechts")
    samir.goes_to("textarea Waarom sta je daar?")
    with samir.typing():
        samir.page.keyboard.type("x" * 272)
        samir.hears("nog 10 tekens")
        room.look("lijn-kiezen")
        room.goes_on("Naar het gesprek")
        samir.comes_to(FIRST)
        samir.hears(FIRST, "Bewaard.")
        samir.page.keyboard.type("x" * 8)
        samir.hears("nog 0 tekens")
        room.look("lijn-praten")
        room.goes_on("Laat iedereen opschuiven")
        samir.hears("Je mag opschuiven of blijven staan.")
    room.goes_on("Samen kijken")
    samir.holds("h1 Kijk naar het scherm.")
    samir.hears("Kijk naar het scherm.")
    room.look("lijn-kijken")
    room.ends_the_exercise()


def the_organisation_sheet(room: Room) -> None:
    samir = room.samir
    room.goes_on("Verder met Organisatiefiche")
    samir.comes_to("Vul jullie fiche in.")
    samir.presses("Wie zijn jullie?")
    samir.holds("h1 Wie zijn jullie?")
    samir.goes_to("textarea")
    with samir.typing():
        samir.page.keyboard.type("Samir")
        samir.hears("Bewaard.")
    room.look("fiche-deel")
    samir.presses("Verder:")
    samir.holds("h1")
    samir.presses("De hele fiche")
    samir.holds("h1 Vul jullie fiche in.")
    room.look("fiche")
    room.goes_on("Hang alles aan de muur")
    samir.holds("h1 Kijk naar het scherm.")
    room.look("fiche-muur")
    room.closes("organisation_sheet")


def the_conversation(room: Room) -> None:
    samir = room.samir
    room.goes_on("Verder met Duo-gesprek")
    samir.comes_to("Straks praat je per twee.")
    room.goes_on("Maak duo’s")
    samir.comes_to("Ga naar plek 1.")
    samir.heard()
    room.look("duo-plek")
    room.goes_on("Begin het gesprek")
    samir.page.get_by_text("Leg je gsm neer").first.wait_for()
    question = samir.titles()[0]
    samir.hears(question)
    samir.comes_to(question)
    samir.presses("Leg je gsm neer")
    samir.holds("button Praat samen.")
    samir.page.keyboard.press("Enter")
    samir.holds("h1")
    samir.presses("Volgende")
    samir.holds("button Volgende")
    samir.goes_to("textarea Voor jou alleen")
    room.look("duo-praten")
    with samir.typing():
        samir.page.keyboard.type("Een idee")
        room.goes_on("Naar het delen")
        samir.comes_to("Wat neem je mee?")
    samir.presses("Mag gedeeld worden")
    samir.holds("button Mag gedeeld worden")
    room.look("duo-delen")
    room.closes("duo_conversation")


def the_stones(room: Room) -> None:
    samir, marleen = room.samir, room.marleen
    room.goes_on("Verder met Top en flop domino")
    for hand in (samir, marleen):
        hand.comes_to("Leg je steen klaar")
        hand.types("Top", "Soep koken")
        hand.types("Flop", "Te laat")
        hand.presses("Mijn steen is klaar")
        hand.holds("h1 Je steen is klaar")
    room.look("domino-klaar")
    samir.page.wait_for_timeout(500)
    samir.presses("Wijzig mijn steen")
    samir.holds("h1 Leg je steen klaar")
    room.look("domino-schrijven")
    samir.goes_to("textarea Top")
    with samir.typing():
        room.goes_on("Naar de tafel")
        marleen.holds("h1 De tafel is nog leeg")
        samir.page.keyboard.type("!")
    samir.page.keyboard.press("Tab")
    samir.page.keyboard.press("Tab")
    samir.holds("h1 De tafel is nog leeg")
    samir.presses("Leg de eerste steen")
    samir.holds("h1 Je steen ligt op tafel")
    marleen.presses("Leg tegen deze top")
    marleen.holds("h1 Wat delen jullie?")
    marleen.types("Dit delen we", "warmte")
    marleen.presses("Leg mijn steen ernaast")
    marleen.holds("h1 Je steen ligt op tafel")
    marleen.page.wait_for_timeout(500)
    marleen.presses("Neem mijn steen terug")
    marleen.holds("h1 Herken je dit?")
    marleen.page.wait_for_timeout(500)
    marleen.presses("Wijzig mijn steen")
    marleen.holds("h1 Leg je steen klaar")
    marleen.presses("Mijn steen is klaar")
    marleen.holds("h1 Herken je dit?")
    room.look("domino-tafel")
    room.goes_on("Loop het spoor")
    samir.comes_to("Kijk naar het scherm.")
    room.look("domino-spoor")
    room.goes_on("Naar de nabespreking")
    samir.comes_to("Praat samen na")
    samir.heard()
    room.look("domino-praten")
    room.closes("domino")


def the_map(room: Room) -> None:
    samir = room.samir
    room.goes_on("Verder met Kaart van de buurt")
    samir.page.get_by_text("Lees even mee.").first.wait_for()
    room.look("kaart-lezen")
    room.goes_on("Laat de pionnen zetten")
    samir.presses("Een stap naar rechts")
    samir.holds("button Een stap naar rechts")
    samir.hears("Bewaard. Verzetten mag nog.")
    samir.goes_to("textarea Waarom staan jullie hier?")
    room.look("kaart-zetten")
    with samir.typing():
        samir.page.keyboard.type("Daar is water")
        room.goes_on("Naar het gesprek")
        samir.page.get_by_text("Vertel het elkaar").first.wait_for()
        samir.page.keyboard.type("!")
    room.look("kaart-praten")
    room.goes_on("Laat de pionnen verzetten")
    samir.holds("h1")
    room.goes_on("Samen kijken")
    samir.holds("h1 Kijk naar het scherm.")
    room.look("kaart-kijken")
    room.closes("neighbourhood_map")


def the_gifts(room: Room) -> None:
    samir, marleen = room.samir, room.marleen
    room.goes_on("Verder met Cadeautjestijd")
    for hand, host in ((marleen, REGENTON), (samir, VENSTERBANK)):
        hand.comes_to(f"Een cadeautje voor {host}")
        hand.types("Dit waardeer ik", "De tafel aan het raam")
        hand.presses("Nog een briefje")
        hand.holds("textarea")
        hand.presses("Zo zie ik jullie: nog leeg")
        hand.holds("h2 Zo zie ik jullie")
        hand.presses("Inpakken")
        hand.comes_to(f"Een cadeautje voor {host}")
        hand.page.wait_for_timeout(500)
        if hand is samir:
            room.look("cadeau-papier")
        hand.presses("Pak het in")
        hand.page.get_by_text("Niemand leest je cadeautje").first.wait_for()
        hand.comes_to(f"Een cadeautje voor {host}")
    room.look("cadeau-ingepakt")
    samir.heard()
    room.goes_on("Sluit de tafel")
    samir.comes_to("Kijk naar het scherm.")
    samir.hears("Kijk naar het scherm.")
    room.look("cadeau-tafel")
    room.goes_on("Begin met uitpakken")
    samir.comes_to("Pak uit.")
    samir.hears("Pak uit.")
    room.look("cadeau-uitpakken")
    samir.presses("Pak uit: van")
    samir.holds(f"h1 Een cadeautje van {VENSTERBANK}")
    samir.presses("Bekijk het briefje")
    samir.page.get_by_text("Briefje 1 van 1").first.wait_for()
    samir.holds("button Alles rustig nalezen")
    room.look("cadeau-briefje")
    samir.presses("Alles rustig nalezen")
    samir.holds("h1 Neem je tijd.")
    samir.presses("Stel een vraag")
    samir.holds("textarea Stel een vraag")
    samir.page.keyboard.type("Wie zette die tafel daar?")
    samir.presses("Stel deze vraag")
    samir.holds("button Stel deze vraag")
    samir.presses("Sluit")
    samir.holds("h1 Neem je tijd.")
    room.look("cadeau-rustig")
    # A button takes no presses in the first moment after it appeared.
    samir.page.wait_for_timeout(500)
    samir.presses("Klaar, terug naar de tafel")
    samir.comes_to("Dit kregen jullie.")
    room.closes("gifts")


def the_reflection_sheet(room: Room) -> None:
    samir = room.samir
    room.goes_on("Verder met Reflectiefiche")
    samir.comes_to("Vul jullie fiche in.")
    samir.presses("1 ")
    samir.holds("h1")
    samir.goes_to("textarea")
    with samir.typing():
        samir.page.keyboard.type("Iedereen krijgt koffie")
        samir.hears("Bewaard.")
    room.look("reflectie-kopje")
    samir.presses("Verder:")
    samir.holds("h1")
    samir.presses("De hele fiche")
    samir.holds("h1 Vul jullie fiche in.")
    samir.presses("Wij delen onze fiche")
    samir.comes_to("Vul jullie fiche in.")
    room.look("reflectie")
    room.goes_on("Samen kijken")
    samir.comes_to("Kijk naar het scherm.")
    room.look("reflectie-kijken")


def the_break_and_the_end(room: Room) -> None:
    samir = room.samir
    samir.heard()
    room.console.presses("Pauze")
    samir.comes_to("Even pauze.")
    samir.hears("Even pauze.")
    room.console.hears("Pauze.")
    samir.goes_to("button")
    samir.page.keyboard.press("Enter")
    samir.page.get_by_role("dialog").wait_for()
    samir.goes_to("button Sluiten")
    samir.page.keyboard.press("Enter")
    samir.holds("button")
    room.look("pauze")
    meetings.close(room.store, room.meeting)
    samir.holds("h1 De bijeenkomst is gedaan.")
    samir.hears("De bijeenkomst is gedaan.")
    room.look("gedaan")
