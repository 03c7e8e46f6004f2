"""A real server and a real browser, shared by the tests of one file.

Pictures of every step are kept in tests/artifacts/browser, for people to look through.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from state.database import Store
from tests.browser.actors import Facilitator, Phone, Remote
from tests.browser.eyes import Album
from tests.browser.server import Server
from tests.browser.setting import Setting

_SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

# The longest first: the last to begin is not the last to end, when files are shared out.
_LONGEST = (
    "test_exchange_meeting", "test_four_exercises", "test_other_browsers", "test_action_meeting",
    "test_kick_off", "test_look_back", "test_gift_sequels", "test_keyboard", "test_organisers",
    "test_whole_meeting", "test_bench_runs", "test_look_back_steps", "test_lenses", "test_recall",
    "test_exercises_run",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest."""
    place = {name: at for at, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)))


# For each file a browser of its own: while Playwright runs, no other test can use asyncio.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        path = os.environ.get("ODV_CHROMIUM")
        opened = playwright.chromium.launch(executable_path=path, args=list(_SWITCHES))
        yield opened
        opened.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """The browser, without a window left open from an earlier test."""
    yield chromium
    for context in list(chromium.contexts):
        _close(context)


def _close(context: BrowserContext) -> None:
    context.set_offline(False)
    context.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server; kill it and start it again as you like."""
    folder = tmp_path_factory.mktemp("server")
    running = Server(folder / "data", folder / "server.log").start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def stored(server: Server) -> Iterator[Store]:
    """The data of the server, from outside: what is written here, the server notices."""
    opened = Store(server.data)
    yield opened
    opened.close()


@pytest.fixture
def album(request: pytest.FixtureRequest) -> Album:
    """Pictures of this test."""
    return Album(request.node.name)


@pytest.fixture
def setting(stored: Store) -> Setting:
    """A meeting of its own for each test, with its doors open."""
    return Setting.make(stored)


@pytest.fixture
def facilitator(browser: Browser, album: Album, server: Server) -> Facilitator:
    """A facilitator who signed in earlier."""
    someone = Facilitator.arrives(browser, album)
    someone.has_signed_in(server.url)
    return someone


@pytest.fixture
def phone(browser: Browser, album: Album) -> Callable[..., Phone]:
    """Takes out a phone: phone("lien"), phone("lien", size=SMALL_PHONE)."""

    def take_out(who: str, **more: Any) -> Phone:
        return Phone.arrives(browser, album, who, **more)

    return take_out


@pytest.fixture
def remote(browser: Browser, album: Album) -> Remote:
    """The facilitator's own phone."""
    return Remote.arrives(browser, album)
