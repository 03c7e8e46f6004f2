"""What people do in a field that colleagues fill in together."""

from __future__ import annotations

import re
from itertools import zip_longest

from playwright.sync_api import Locator, expect

from tests.browser.actors import PATIENCE, Phone

_BURST = 4  # so many letters before the other one types


class JointHand:
    """Somebody in one joint field; `label` as it stands above the field."""

    def __init__(self, phone: Phone, label: str) -> None:
        self.phone = phone
        self.field = phone.page.locator("textarea").and_(phone.page.get_by_label(_exactly(label)))

    def goes_to_the_start(self) -> None:
        """Put the caret before the first word."""
        self._goes("Control+Home")

    def goes_to_the_end(self) -> None:
        """Put the caret behind the last word."""
        self._goes("Control+End")

    def types(self, text: str) -> None:
        """Type where the caret is."""
        self.phone.page.keyboard.type(text)

    def writes(self, text: str) -> None:
        """Type all of it behind what is there, leave the field, and wait until it is kept."""
        self.goes_to_the_end()
        self.types(text)
        self.leaves()

    def leaves(self) -> None:
        """Put the keyboard away, and wait until the words are kept."""
        self.field.blur()
        self.is_kept()

    def is_kept(self) -> None:
        """Wait until the phone says that the words are kept."""
        expect(self._state().locator(".saved")).to_be_visible(timeout=PATIENCE)

    def is_not_kept_yet(self) -> None:
        """Wait until the phone says that it still holds the words itself."""
        expect(self._state()).to_contain_text("Nog niet bewaard", timeout=PATIENCE)

    def reads(self) -> str:
        """What stands in the field."""
        return self.field.input_value()

    def has_company(self, name: str) -> None:
        """Wait until the field tells who else writes in it."""
        told = self._section().locator(".joint-others")
        expect(told).to_contain_text(f"{name}\u2069 schrijft hier", timeout=PATIENCE)

    def _goes(self, key: str) -> None:
        self.field.focus()
        self.phone.page.keyboard.press(key)

    def _section(self) -> Locator:
        return self.phone.page.locator("section.joint").filter(has=self.field)

    def _state(self) -> Locator:
        return self._section().locator(".writing-state")


def type_together(one: tuple[JointHand, str], other: tuple[JointHand, str]) -> None:
    """Two people type at the same time, a few letters each in turn."""
    (first, text), (second, words) = one, other
    first.goes_to_the_end()
    second.goes_to_the_end()
    for here, there in zip_longest(_bursts(text), _bursts(words), fillvalue=""):
        first.types(here)
        second.types(there)


def read_the_same(one: JointHand, other: JointHand, *words: str) -> None:
    """Wait until both have the same text, with every one of these words in it."""

    def alike() -> bool:
        text = one.reads()
        return text == other.reads() and all(word in text.split() for word in words)

    one.phone.until(alike, f"one text with {words} on both phones")


def _bursts(text: str) -> list[str]:
    return [text[at : at + _BURST] for at in range(0, len(text), _BURST)]


def _exactly(label: str) -> re.Pattern[str]:
    """A label, whether or not a name in it is set apart from what runs the other way."""
    words = re.findall(r"\w+", label)
    return re.compile(r"^\W*" + r"\W+".join(words) + r"\W*$")
