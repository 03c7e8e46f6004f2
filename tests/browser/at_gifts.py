"""What people do with gifts: fill, wrap and unwrap them on their phone, or help at the desk."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Facilitator, Phone

LIKE = "Dit waardeer ik in jullie praktijk"
TIP = "Deze tip geef ik cadeau"
DRAWING = "Zo zie ik jullie"
PHRASE = "Deze zin of leuze bleef bij mij hangen"
TOLD = "Dit vertelde ik over jullie aan mijn collega’s"


class Giver:
    """Somebody who fills a gift."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def writes(self, heading: str, text: str) -> None:
        """Write a note and wait until it is kept."""
        self._takes(heading)
        field = self._note(heading).get_by_role("textbox")
        field.fill(text)
        field.blur()
        expect(self._note(heading).locator(".saved")).to_be_visible(timeout=PATIENCE)

    def draws(self, caption: str) -> None:
        """A line with the finger, a cup that is put in its place with the keyboard, and words."""
        self._takes(DRAWING)
        note = self._note(DRAWING)
        paper = note.locator("svg.paper")
        # The note comes into view by itself a moment after it was asked for.
        self.phone.until(lambda: bool(paper.evaluate(_IN_SIGHT)), "the paper to be in sight")
        box: Any = paper.bounding_box()
        mouse = self._page.mouse
        mouse.move(box["x"] + 30, box["y"] + 60)
        mouse.down()
        mouse.move(box["x"] + 150, box["y"] + 75, steps=5)
        mouse.up()
        expect(note.get_by_role("img", name="Een tekening van 1 deel")).to_be_visible()
        note.get_by_text("Liever een vorm kiezen").click()
        cup = note.get_by_role("button", name="kop", exact=True)
        cup.click()
        expect(self.phone.button("zet hier")).to_be_focused()
        for key in ("ArrowRight", "ArrowDown", "Enter"):
            self._page.keyboard.press(key)
        expect(cup).to_be_focused()
        words = note.get_by_label("Wat staat erop?")
        words.fill(caption)
        words.blur()
        expect(note.locator(".saved")).to_be_visible(timeout=PATIENCE)

    def goes_to_wrap(self, paper: str, ribbon: str) -> None:
        """Choose paper and ribbon."""
        self.phone.presses("Inpakken")
        self._page.locator("fieldset label").get_by_text(paper, exact=True).click()
        self._page.locator("fieldset label").get_by_text(ribbon, exact=True).click()
        # Right after it came up the button takes no tap: that would be somebody's second one.
        self._page.wait_for_timeout(650)

    def wraps(self, paper: str, ribbon: str) -> None:
        """Wrap the gift."""
        self.goes_to_wrap(paper, ribbon)
        self.phone.presses_after_a_moment("Pak het in")
        self.has_wrapped()

    def has_wrapped(self) -> None:
        """Wait until the gift is wrapped."""
        self.phone.sees("Ingepakt.", "Niemand leest je cadeautje")

    def _takes(self, heading: str) -> None:
        if self._note(heading).count():
            return
        tabs = self._page.get_by_role("group", name="Briefjes")
        tabs.get_by_role("button", name=f"{heading}: nog leeg").click()
        expect(self._note(heading)).to_be_visible()

    def _note(self, heading: str) -> Locator:
        return self._page.locator("section.note").filter(has_text=heading)


_IN_SIGHT = """(paper) => new Promise((done) => {
  const top = () => paper.getBoundingClientRect().top
  const before = top()
  setTimeout(() => done(top() === before && before >= 0 && before < innerHeight / 2), 60)
})"""


class Host:
    """Somebody who unwraps a gift."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def gift(self) -> Locator:
        """The button of the first gift that may be unwrapped."""
        return self._page.get_by_role("button", name="Pak uit: van").first

    def unwraps(self) -> None:
        """Untie the ribbon."""
        self.gift().click()
        self.phone.sees("Een cadeautje van")

    def takes_note(self, number: int, notes: int, *, by_key: bool = False) -> None:
        """Take the next note out and read it."""
        first = "Bekijk het eerste briefje" if notes > 1 else "Bekijk het briefje"
        self._on(first if number == 1 else "Volgend briefje", by_key)
        self.phone.sees(f"Briefje {number} van {notes}")

    def reads_all_again(self, *, by_key: bool = False) -> None:
        """After the last note: all of them, quietly."""
        self._on("Alles rustig nalezen", by_key)
        self.phone.sees("Neem je tijd.", "De rest kan wachten.")

    def asks(self, question: str) -> None:
        """A question to who gave it."""
        self._says("Stel een vraag die verder gaat", question, "Stel deze vraag")

    def shares(self, thought: str) -> None:
        """Something for the whole group."""
        self._says("Deel iets met de groep", thought, "Deel dit")

    def is_done(self) -> None:
        """Back to the table."""
        self.phone.presses_after_a_moment("Klaar, terug naar de tafel")

    def _on(self, name: str, by_key: bool) -> None:
        button = self.phone.button(name)
        expect(button).to_be_enabled(timeout=PATIENCE)
        if not by_key:
            return button.click()
        button.focus()
        return self._page.keyboard.press("Enter")

    def _says(self, heading: str, text: str, send: str) -> None:
        self.phone.presses(heading)
        field = self._page.get_by_role("textbox", name=heading)
        expect(field).to_be_focused()
        field.fill(text)
        self.phone.presses(send)
        self.phone.sees("Iedereen ziet het op het scherm.")
        self.phone.presses("Sluit")


def unwrap_at_once(*hosts: Host) -> None:
    """Two thumbs on two phones at the same moment."""
    for host in hosts:
        expect(host.gift()).to_be_visible(timeout=PATIENCE)
    moment = (time.time() + 0.4) * 1000
    for host in hosts:
        host.gift().evaluate(_PRESS_AT, moment)


_PRESS_AT = "(button, moment) => { setTimeout(() => button.click(), moment - Date.now()) }"


class GiftDesk:
    """The facilitator's list of gifts."""

    def __init__(self, facilitator: Facilitator) -> None:
        self._desk = facilitator.page.locator(".gifts-console")

    def unwraps(self) -> None:
        """Unwrap the gift of a host without a phone."""
        self._desk.get_by_role("button", name="Laat uitpakken").click()

    def reads(self, notes: int) -> None:
        """Read note by note in the name of the host."""
        for number in range(1, notes + 1):
            self._now().get_by_role("button", name="Volgend briefje").click()
            expect(self._now()).to_contain_text(f"Briefje {number} van {notes}", timeout=PATIENCE)
        self._now().get_by_role("button", name="Rustig lezen").click()
        expect(self._now()).to_contain_text("Alle briefjes zijn gelezen", timeout=PATIENCE)

    def asks(self, question: str) -> None:
        """Write down the question of a host without a phone."""
        self._now().get_by_role("textbox", name="Wat ze zeggen").fill(question)
        self._now().get_by_role("button", name="Toon", exact=True).click()
        expect(self._now().get_by_text(question)).to_be_visible(timeout=PATIENCE)

    def is_done(self) -> None:
        """Back to the table."""
        self._now().get_by_role("button", name="Klaar, terug naar de tafel").click()

    def _now(self) -> Locator:
        return self._desk.locator(".now")
