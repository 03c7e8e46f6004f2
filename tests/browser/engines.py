"""Browsers that Playwright drives besides today's Chromium: Firefox, and a Chromium of 2022."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.users import Driver, PageChanges, Point

Size = tuple[int, int]
NewWindow = Callable[[Size], Driver]
PHONE: Size = (390, 844)
LAPTOP: Size = (1440, 900)
PROJECTOR: Size = (1920, 1080)
_OLD = ("--no-sandbox", "--no-zygote", "--disable-gpu")


def needed(program: str, where: str) -> str:
    """The path of a program; without it the test is skipped, and fails where all must be tested."""
    path = shutil.which(program)
    if path is None:
        missing(f"{program or 'this browser'} is not here: {where}")
    return path


def missing(sentence: str) -> NoReturn:
    """Skip, or fail on a machine that must run every test."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@contextmanager
def firefox() -> Iterator[NewWindow]:
    """Firefox as Debian ships it, by WebDriver BiDi."""
    path = needed(os.environ.get("ODV_FIREFOX", "firefox-esr"), "apt-get install firefox-esr")
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
        yield lambda size: _window(browser, size)
        browser.close()


@contextmanager
def old_chromium() -> Iterator[NewWindow]:
    """Chromium 103, with a phone's viewport; tests/run fetches it."""
    path = needed(os.environ.get("ODV_OLD_CHROMIUM", ""), "sh tests/run fetches it on Linux")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_OLD))
        assert browser.version.startswith("103."), browser.version
        yield lambda size: _window(browser, size, is_mobile=size == PHONE, has_touch=True)
        browser.close()


def _window(browser: Browser, size: Size, **more: Any) -> Driver:
    viewport: Any = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, locale="nl-BE", **more)
    return PlaywrightDriver(context.new_page())


@dataclass(frozen=True)
class PlaywrightDriver:
    """A window of a browser that Playwright drives."""

    page: Page

    def goto(self, url: str) -> None:
        """See `Driver`."""
        self.page.goto(url, wait_until="domcontentloaded")

    def reload(self) -> None:
        """See `Driver`."""
        self.page.reload(wait_until="domcontentloaded")

    def evaluate(self, expression: str) -> Any:
        """See `Driver`."""
        try:
            return self.page.evaluate(expression)
        except PlaywrightError as error:
            if "context was destroyed" in error.message or "navigation" in error.message:
                raise PageChanges from error
            raise

    def press(self, path: Sequence[Point]) -> None:
        """See `Driver`."""
        self.page.mouse.move(*path[0])
        self.page.mouse.down()
        for point in path[1:]:
            self.page.mouse.move(*point)
        self.page.mouse.up()

    def type(self, text: str) -> None:
        """See `Driver`."""
        self.page.keyboard.type(text)

    def key(self, name: str) -> None:
        """See `Driver`."""
        self.page.keyboard.press(name)

    def screenshot(self) -> bytes:
        """See `Driver`."""
        return self.page.screenshot(timeout=15_000)
