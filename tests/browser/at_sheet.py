"""What people do with the sheet of their organisation, and the facilitator with the wall."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Actor, Facilitator, Phone
from tests.browser.at_joint import JointHand

_LOADED = "(picture) => picture.complete && picture.naturalWidth > 0"


class SheetHand:
    """Somebody who fills in the sheet on a phone."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._page = phone.page

    def opens(self, part: str) -> None:
        """Open a part of the sheet from the overview."""
        row = self._page.locator("button.row").filter(has=self._page.locator("b", has_text=part))
        row.click()
        expect(self._page.get_by_role("heading", name=part, exact=True)).to_be_visible()

    def goes_back(self) -> None:
        """To the overview."""
        self.phone.presses("De hele fiche")

    def fills(self, part: str, text: str) -> None:
        """Write a part of the sheet that has one field, and go back."""
        self.opens(part)
        JointHand(self.phone, part).writes(text)
        self.goes_back()

    def takes_a_photo(self, jpeg: bytes) -> None:
        """Choose a photo from the phone, and wait until it stands on the sheet."""
        with self._page.expect_file_chooser() as choosing:
            self.phone.presses("Kies een foto")
        photo: dict[str, str | bytes] = {"name": "f.jpg", "mimeType": "image/jpeg", "buffer": jpeg}
        choosing.value.set_files(photo)  # type: ignore[arg-type]
        self.has_the_picture()
        sees_photo(self.phone, self._page.locator(".shown img.photo"))

    def picks_the_card(self, words: str) -> None:
        """Choose a drawn card by what it shows."""
        card = self._page.locator(".cards label").filter(has=self._page.get_by_alt_text(words))
        card.click()
        expect(self._page.locator(".shown").get_by_alt_text(words)).to_be_visible()
        self.has_the_picture()

    def has_the_picture(self) -> None:
        """Wait until the picture is kept."""
        expect(self._page.locator(".picture-state .saved")).to_be_visible(timeout=PATIENCE)


class SheetWall:
    """The facilitator's list of sheets."""

    def __init__(self, facilitator: Facilitator) -> None:
        self._facilitator = facilitator

    def shows(self, organisation: str) -> None:
        """Hang a sheet large."""
        self._facilitator.presses(f"Toon {organisation} groot")

    def shows_all(self) -> None:
        """The whole wall again."""
        self._facilitator.presses("De hele muur")


def sees_photo(actor: Actor, picture: Locator) -> None:
    """Wait until a photo is really there, not only its place."""
    expect(picture).to_be_visible(timeout=PATIENCE)
    actor.until(lambda: bool(picture.evaluate(_LOADED)), "the photo")


def jpeg() -> bytes:
    """A photo of a house under an evening sky, as large as a phone would make it."""
    with Image.linear_gradient("L").resize((1200, 900)) as sky:
        photo = Image.merge("RGB", (sky, sky.point(lambda light: 200 - light // 2), sky))
    pen = ImageDraw.Draw(photo)
    pen.rectangle((380, 430, 820, 820), fill=(196, 96, 60))
    pen.polygon(((320, 440), (600, 200), (880, 440)), fill=(90, 50, 44))
    pen.rectangle((540, 600, 660, 820), fill=(250, 214, 120))
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=80)
    return out.getvalue()
