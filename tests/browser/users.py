"""A person at a page in any browser: what they read, press and type, in words of the page.

`User` needs of a browser only what `Driver` lists, so the same story runs in browsers that
Playwright drives and in one that speaks WebDriver. How elements are found is in finder.js.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from tests.browser.eyes import Album

PATIENCE = 45.0  # seconds: also after a restart, on a machine that does something else as well
_FINDER = Path(__file__).with_name("finder.js").read_text("utf-8")
Point = tuple[float, float]


class PageChanges(Exception):
    """The page that was asked something makes room for another one: ask again."""


class Driver(Protocol):
    """What a browser must be able to do for a `User`; places are in px of the window."""

    def goto(self, url: str) -> None:
        """Open an address and wait until the document is there."""

    def reload(self) -> None:
        """Load the page again."""

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page; raises PageChanges in the middle of a change."""

    def press(self, path: Sequence[Point]) -> None:
        """Put the mouse button down at the first point, move along the others, let go."""

    def type(self, text: str) -> None:
        """Type in what has the focus."""

    def key(self, name: str) -> None:
        """Press one key, named as in `KeyboardEvent.key`."""

    def screenshot(self) -> bytes:
        """A PNG of what the window shows."""


class User:
    """Somebody at a page."""

    def __init__(self, who: str, driver: Driver, album: Album) -> None:
        self.who = who
        self.driver = driver
        self._album = album
        self._errors: list[str] = []

    def opens(self, url: str) -> None:
        """Open an address."""
        self.driver.goto(url)

    def reloads(self) -> None:
        """Load the page again, as an impatient person does."""
        self._errors += self._ask("errors")
        self.driver.reload()

    def looks(self, what: str) -> None:
        """Keep a picture of what this person sees."""
        self._album.add(self.driver.screenshot(), self.who, what)

    def sees(self, *texts: str) -> None:
        """Wait until all these texts are on the page."""
        self.until(lambda: all(text in self.words() for text in texts), f"{texts}")

    def sees_nothing_of(self, *texts: str) -> None:
        """Wait until none of these texts is on the page."""
        self.until(lambda: not any(text in self.words() for text in texts), f"no {texts}")

    def words(self) -> str:
        """All text on the page, with single spaces."""
        return str(self._ask("words"))

    def presses(self, name: str) -> None:
        """Press the button, link or choice of exactly this name, or that begins with "name…"."""
        self.driver.press([self._middle("button", name)])

    def presses_after_a_moment(self, name: str) -> None:
        """Press what just came up: right away it would be taken for a second tap."""
        self._box("button", name)
        time.sleep(0.6)
        self.presses(name)

    def types(self, label: str, text: str) -> None:
        """Type in the field of this label and go on to what comes after it."""
        self.driver.press([self._middle("field", label)])
        self.driver.type(text)
        self.driver.key("Tab")

    def holds(self, label: str, text: str) -> None:
        """Wait until the field of this label holds the text."""
        self.until(lambda: self._ask("value", label) == text, f"{text!r} in {label!r}")

    def chooses(self, label: str, option: str) -> None:
        """Choose from the list of this label."""
        self.until(lambda: bool(self._ask("choose", label, option)), f"{option!r} in {label!r}")

    def drags(self, name: str, by: Point) -> None:
        """Drag the handle of this name by so many px."""
        x, y = self._middle("button", name)
        parts = (0.0, 0.2, 0.6, 1.0)
        self.driver.press([(x + by[0] * part, y + by[1] * part) for part in parts])

    def draws(self, selector: str, name: str, path: Sequence[Point]) -> None:
        """Draw a line on a picture, through points given as parts of its width and height."""
        box = self._box(selector, name)
        width, height = box["width"], box["height"]
        self.driver.press([(box["x"] + x * width, box["y"] + y * height) for x, y in path])

    def keys(self, *names: str) -> None:
        """Press keys, one after the other."""
        for name in names:
            self.driver.key(name)

    def link(self, name: str) -> str:
        """The address behind a link."""
        self.until(lambda: bool(self._ask("leads", name)), f"a link {name!r}")
        return str(self._ask("leads", name))

    def errors(self) -> list[str]:
        """What went wrong in scripts of this person's pages."""
        return [f"{self.who}: {error}" for error in self._errors + self._ask("errors")]

    def _middle(self, role: str, name: str) -> Point:
        box = self._box(role, name)
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def _box(self, role: str, name: str) -> dict[str, float]:
        """The place of an element that came to rest and can be reached."""
        seen: list[Any] = []

        def at_rest() -> bool:
            seen.append(self._ask("place", role, name))
            return seen[-1] is not None and seen[-2:-1] == [seen[-1]]

        self.until(at_rest, f"{role} {name!r}")
        box: dict[str, float] = seen[-1]
        return box

    def _ask(self, what: str, *given: Any) -> Any:
        values = ", ".join(json.dumps(value) for value in given)
        return self.driver.evaluate(f"(() => {{ {_FINDER} return finder().{what}({values}) }})()")

    def until(self, met: Callable[[], bool], what: str) -> None:
        """Wait for something that is not said in words on the page."""

        def is_met() -> bool:
            with suppress(PageChanges):
                return met()
            return False

        deadline = time.monotonic() + PATIENCE
        pause = 0.05
        while not is_met():
            if time.monotonic() > deadline:
                self.looks("wacht")
                offers = "\n".join(self._ask("offers"))
                raise AssertionError(f"{self.who} waits for {what}\n{self.words()}\n{offers}")
            time.sleep(pause)
            pause = min(0.25, pause * 1.5)
