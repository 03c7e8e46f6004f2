"""What people do with the reflection sheet."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.actors import PATIENCE, Facilitator, Phone
from tests.browser.at_joint import JointHand


class ReflectionHand:
    """Somebody who fills in the reflection sheet on a phone."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def opens(self, part: str) -> None:
        """Open an area or another part from the overview, by its name."""
        named = self._page.locator(".row-words b").filter(has_text=part)
        self._page.locator("button.row").filter(has=named).click()
        expect(self._page.get_by_role("button", name="De hele fiche", exact=True)).to_be_visible()

    def goes_back(self) -> None:
        """To the overview."""
        self.phone.presses("De hele fiche")

    def fills_cup(self, cup: str, text: str) -> None:
        """Go to a cup of the area that is open, and write it."""
        self._page.locator("nav.cups button").filter(has_text=cup).click()
        self.fills(cup, text)

    def fills(self, label: str, text: str) -> None:
        """Write in a field of the part that is open."""
        JointHand(self.phone, label).writes(text)

    def chooses_host(self, place: int, organisation: str, why: str) -> None:
        """Choose a host for a place of the top 3, and say why."""
        choice = self._page.get_by_label(f"Gastorganisatie op plaats {place}")
        choice.select_option(label=organisation)
        self.fills(f"Waarom {organisation}?", why)

    def shares_the_sheet(self) -> None:
        """Let the room read it."""
        self.phone.presses("Wij delen onze fiche")
        self.phone.sees("Jullie delen deze fiche.")
        expect(self._page.locator(".share .saved")).to_be_visible(timeout=PATIENCE)


class ReflectionDesk:
    """The facilitator's list of reflection sheets."""

    def __init__(self, facilitator: Facilitator) -> None:
        self._facilitator = facilitator

    def shows(self, organisation: str) -> None:
        """Put a shared sheet on the screen."""
        self._facilitator.presses(f"Toon de fiche van {organisation}")
