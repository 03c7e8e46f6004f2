"""What people do with stones: on their own phone, and at the facilitator's desk."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Facilitator, Phone


@dataclass(frozen=True)
class Stone:
    """The two halves somebody writes."""

    top: str
    flop: str

    def of(self, half: str) -> str:
        """The words of a half, "top" or "flop"."""
        return self.top if half == "top" else self.flop


class StoneHand:
    """Somebody with a stone on the phone."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def half(self, name: str) -> Locator:
        """The field of a half: "Top" or "Flop"."""
        return self._page.get_by_label(name, exact=True)

    def writes(self, stone: Stone) -> None:
        """Write both halves, and wait until they are kept."""
        self.half("Top").fill(stone.top)
        self.half("Flop").fill(stone.flop)
        self.half("Flop").blur()

    def is_ready(self) -> None:
        """Say that the stone is ready."""
        self.phone.presses("Mijn steen is klaar")
        self.phone.sees("Je steen is klaar", "Bewaard.")

    def lays_the_first(self) -> None:
        """Begin the trail."""
        self.phone.presses("Leg de eerste steen")
        self.lies()

    def lays_against(self, half: str, other: Stone, shared: str) -> None:
        """Choose a half that one recognises, say what is shared, and lay the stone there."""
        self._half_of(half, other).click()
        self.says_what_is_shared(shared)
        self.phone.presses("Leg mijn steen ernaast")
        self.lies()

    def lays_with_keys(self, half: str, other: Stone, shared: str) -> None:
        """As `lays_against`, without touching the glass."""
        keyboard = self._page.keyboard
        self._half_of(half, other).focus()
        keyboard.press("Enter")
        expect(self._page.get_by_role("heading", name="Wat delen jullie?")).to_be_focused()
        keyboard.press("Tab")
        expect(self._shared()).to_be_focused()
        keyboard.type(shared)
        keyboard.press("Tab")
        expect(self.phone.button("Leg mijn steen ernaast")).to_be_focused()
        keyboard.press("Enter")
        self.lies()

    def says_what_is_shared(self, shared: str) -> None:
        """Fill in what two stones share, without laying the stone yet."""
        self._shared().fill(shared)

    def lies(self) -> None:
        """Wait until the own stone lies on the table."""
        self.phone.sees("Je steen ligt op tafel")

    def ties(self, other: Stone, words: str) -> None:
        """A thread from the own stone to another."""
        self.phone.presses(f"Leg een draad naar: {other.top} / {other.flop}")
        self._page.get_by_label("Wat raakt aan jouw steen?").fill(words)
        self.phone.presses("Leg de draad")
        expect(self._page.locator(".tied").get_by_text(words)).to_be_visible(timeout=PATIENCE)

    def _half_of(self, half: str, other: Stone) -> Locator:
        return self.phone.button(f"Leg tegen deze {half}: {other.of(half)}")

    def _shared(self) -> Locator:
        return self._page.get_by_label("Dit delen we")


class StoneDesk:
    """The facilitator's list of stones."""

    def __init__(self, facilitator: Facilitator) -> None:
        self._facilitator = facilitator
        self._desk = facilitator.page.locator(".domino-console")

    def stone_of(self, name: str) -> Locator:
        """Somebody's row."""
        named = self._facilitator.page.locator(".head .name").get_by_text(name, exact=True)
        return self._desk.locator("li.row").filter(has=named)

    def lays(self, name: str, against: str, half: str, shared: str) -> None:
        """Lay somebody's stone; `half` is the words of the half it goes against."""
        row = self.stone_of(name)
        row.get_by_role("button", name="Leg op tafel").click()
        row.get_by_label("Waar?").select_option(f"tegen de steen van {against}")
        row.get_by_label(half).check()
        row.get_by_label("Wat delen ze?").fill(shared)
        row.locator("form").get_by_role("button", name="Leg op tafel").click()
        expect(self.stone_of(name).get_by_text(shared)).to_be_visible(timeout=PATIENCE)

    def ties(self, name: str, other: str, words: str) -> None:
        """A thread between two stones."""
        row = self.stone_of(name)
        row.get_by_role("button", name="Draad", exact=True).click()
        row.get_by_label("Raakt ook aan de steen van").select_option(other)
        row.get_by_label("Wat delen ze?").fill(words)
        row.get_by_role("button", name="Leg de draad").click()
        expect(row.locator(".is-thread").get_by_text(words)).to_be_visible(timeout=PATIENCE)

    def gives_the_word_to(self, name: str) -> None:
        """Let the room look at somebody's stone."""
        self.stone_of(name).get_by_role("button", name="Geef het woord").click()

    def walks_on(self) -> None:
        """To the next stone of the trail."""
        self._facilitator.presses("Volgende steen")
