"""Own links: made by the facilitator, printed, and revoked."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.actors import PATIENCE, Actor, Facilitator
from tests.browser.eyes import read_qr


class HomeLinks(Actor):
    """The facilitator's page with the own links of a track."""

    @classmethod
    def opened_by(cls, facilitator: Facilitator) -> HomeLinks:
        """Open the page from the console."""
        with facilitator.page.expect_popup() as popup:
            facilitator.presses("Eigen links")
        return cls("mijnlinks", popup.value, facilitator.album)

    def makes_for(self, name: str) -> str:
        """Make the link of one person; gives the address in its QR, as a phone reads it."""
        self.presses(f"Nieuwe link voor {name}")
        expect(self.page.get_by_role("img", name=f"QR-code van {name}")).to_be_visible()
        codes = read_qr(self.look("link-op-papier"))
        assert len(codes) == 1, f"one QR on the card, not {codes}"
        self.presses("Naar de lijst")
        return codes[0]

    def revokes(self, name: str) -> None:
        """Take a link back."""
        revoke = self.button(f"Trek de link van {name} in")
        revoke.click()
        expect(revoke).to_have_count(0, timeout=PATIENCE)


def opens_for_home(facilitator: Facilitator, exercise: str, due: str) -> None:
    """Let people go on with an exercise at home, by a day (ISO)."""
    switch = facilitator.button(f"{exercise}: thuis open")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true", timeout=PATIENCE)
    day = (
        facilitator.page.locator(".con-homework-item")
        .filter(has=switch)
        .get_by_label("In te vullen tegen")
    )
    day.fill(due)
    day.blur()
