"""What people do with the plan of their organisation, and with those of others."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Phone
from tests.browser.at_joint import JointHand


def appears(locator: Locator) -> bool:
    """Whether it is there within a few seconds."""
    try:
        expect(locator).to_be_visible(timeout=4000)
    except AssertionError:
        return False
    return True


class PlanHand:
    """Somebody with a phone on which plans are made."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone

    def writes(self, what: str, area: str, first: str, who: str) -> None:
        """Go through the five steps of a first action."""
        self.phone.presses_after_a_moment("Schrijf jullie eerste actie")
        JointHand(self.phone, "De actie").writes(what)
        self.phone.button(area).click()
        self.phone.presses("Verder")
        JointHand(self.phone, "Voor wie").writes("ouders die staan te wachten")
        self.phone.presses("Verder")
        JointHand(self.phone, "De eerste stap").writes(first)
        self.phone.button("binnen twee weken").click()
        self.phone.presses("Verder")
        JointHand(self.phone, "Wie").writes(who)
        self.phone.presses("Verder")
        self.phone.button("over drie maanden").click()
        self.phone.presses("Naar ons plan")
        self.phone.sees("Ons plan")

    def says(self, kind: str, text: str) -> None:
        """Say something of the action of another."""
        self.phone.presses_after_a_moment(kind)
        field = self.phone.page.locator(".say textarea")
        if not appears(field):
            # The page changed just then, and such a tap is taken for none.
            self.phone.presses_after_a_moment(kind)
        field.fill(text)
        self.phone.presses("Zeg het")
        self.phone.sees(text)

    def tells(self, what: str, state: str, text: str) -> None:
        """Say how it goes with the own action."""
        self.phone.page.get_by_role("button", name=f"Hoe staat het: {what}").click()
        self.phone.presses(state)
        self.phone.page.get_by_label("Eén zin erbij (mag)").fill(text)
        self.phone.presses("Bewaar")
        expect(self.phone.page.locator(".moments li")).to_have_count(1, timeout=PATIENCE)
