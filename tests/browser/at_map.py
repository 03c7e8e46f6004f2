"""What people do with pawns: on their own phone, and at the facilitator's desk."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Facilitator, Phone

# The drawing of the village, in its own units.
WIDE, HIGH = 1600, 1000


class PawnHand:
    """Somebody who puts the pawn of an organisation."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def taps(self, x: float, y: float) -> None:
        """Tap a point of the drawing."""
        self._page.touchscreen.tap(*self._point(x, y))

    def drags(self, x: float, y: float) -> None:
        """Drag the pawn over the drawing until its foot is there."""
        grip: Any = self._pawn().bounding_box()
        start_x, start_y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
        foot_x, foot_y = self._point(*self._stands_at())
        end_x, end_y = self._point(x, y)
        mouse = self._page.mouse
        mouse.move(start_x, start_y)
        mouse.down()
        for part in (0.2, 0.6, 1):
            mouse.move(start_x + (end_x - foot_x) * part, start_y + (end_y - foot_y) * part)
        mouse.up()

    def keys(self, *names: str) -> None:
        """Move the pawn with the keyboard."""
        self._pawn().focus()
        for name in names:
            self._page.keyboard.press(name)

    def picks(self, place: str) -> None:
        """Send the pawn to a place with a name."""
        self._page.get_by_label("Kies een plek").select_option(place)

    def says(self, text: str) -> None:
        """Say why, and wait until it is kept."""
        why = self._page.locator(".why textarea")
        why.fill(text)
        why.blur()
        expect(self._page.locator(".why .saved")).to_be_visible(timeout=PATIENCE)

    def stands(self, place: str) -> None:
        """Wait until the pawn stands there, in words, and is kept."""
        expect(self._page.locator(".where")).to_have_text(place, timeout=PATIENCE)
        expect(self._page.locator(".foot .saved")).to_be_visible(timeout=PATIENCE)

    def _pawn(self) -> Locator:
        return self._page.get_by_role("button", name="Jullie pion op de kaart")

    def _stands_at(self) -> tuple[float, float]:
        place: Any = self._pawn().evaluate(_FOOT)
        return place["x"] * WIDE, place["y"] * HIGH

    def _point(self, x: float, y: float) -> tuple[float, float]:
        board = self._page.locator(".board")
        board.scroll_into_view_if_needed()
        box: Any = board.bounding_box()
        return box["x"] + x / WIDE * box["width"], box["y"] + y / HIGH * box["height"]


_FOOT = """(handle) => {
  const place = new DOMMatrix(getComputedStyle(handle).transform)
  const board = handle.parentElement
  return { x: place.e / board.clientWidth, y: place.f / board.clientHeight }
}"""


class PawnDesk:
    """The facilitator's list of pawns."""

    def __init__(self, facilitator: Facilitator) -> None:
        self._facilitator = facilitator
        self._desk = facilitator.page.locator(".neighbourhood_map-console")

    def pawn_of(self, organisation: str) -> Locator:
        """The row of an organisation."""
        return self._desk.locator("li").filter(has_text=organisation)

    def opens(self, organisation: str) -> None:
        """Show a pawn with its sentence, large."""
        self.pawn_of(organisation).get_by_role("button", name="Zet groot").click()

    def shows_the_whole_map(self) -> None:
        """No pawn large any more."""
        self._facilitator.presses("Toon de hele kaart")
