"""What people do in a conversation of two."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Phone

TOGETHER, ALONE = "Samen onthouden", "Voor jou alleen"


class Talker:
    """Somebody who talks with somebody else."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def company(self) -> list[str]:
        """With whom, as the phone says once there are pairs."""
        names = self._page.locator(".duo-phone .people b.name")
        expect(names.first).to_be_visible(timeout=PATIENCE)
        return names.all_inner_texts()

    def notes(self, label: str, text: str) -> None:
        """Write a note, TOGETHER or ALONE, and wait until it is kept."""
        field = self._page.get_by_label(label, exact=True)
        field.fill(text)
        field.blur()
        expect(self._card(label).locator(".writing .saved")).to_be_visible(timeout=PATIENCE)

    def shares(self, label: str) -> None:
        """Let the room see a note."""
        switch = self._card(label).get_by_role("switch", name="Mag gedeeld worden")
        switch.click()
        expect(switch).to_have_attribute("aria-checked", "true")
        said = "Met je naam op het scherm en in het verslag."
        expect(self._card(label).get_by_text(said)).to_be_visible(timeout=PATIENCE)

    def puts_the_phone_down(self) -> None:
        """The phone goes dark until it is tapped."""
        self.phone.presses("Leg je gsm neer")
        self.phone.sees("Praat samen. Je gsm rust.")

    def wakes_the_phone(self) -> None:
        """Tap the dark phone."""
        self._page.locator(".dark-sheet").click()
        expect(self._page.locator(".dark-sheet")).to_have_count(0)

    def _card(self, label: str) -> Locator:
        field = self._page.get_by_label(label, exact=True)
        return self._page.locator(".note-card").filter(has=field)
