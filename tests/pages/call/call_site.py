"""The public pages of a call as the app serves them, and people who come to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.call import guarding, routes
from pages.web.rate_limit import RateLimit
from state import calls, tracks
from state.database import Store

FULL = (
    {"organisation": "De Regenton", "place": "Oude Haven", "sector": "buurtwerk"},
    {"example-1": "Soep op het plein"},
    {"question-1": "Hoe kunnen wij tieners bereiken?"},
    {"person-1": "Katrien", "function-1": "buurtwerker", "person-2": "Samir"},
    {"hosting": "yes"},
    {"team": "yes"},
    {"contact": "Katrien", "phone": "0470 12 34 56"},
)


@dataclass
class CallSite:
    """A track with an open call, and its pages."""

    store: Store
    track: str
    code: str

    def browser(self, host: str = "10.0.0.1") -> TestClient:
        """A browser without cookies, at an address."""
        return TestClient(
            Starlette(routes=routes.ROUTES), client=(host, 1), follow_redirects=False,
            headers={"accept": "text/html"},
        )  # fmt: skip

    def begun(self, browser: TestClient, typed: Mapping[str, str] = FULL[0]) -> str:
        """Begin an application; gives the path of its pages."""
        page = self.first_sheet(browser)
        answer = browser.post(
            f"/oproep/{self.code}/meedoen", data={"start": start_of(page.text), **typed}
        )
        assert answer.status_code == 303, answer.text
        return answer.headers["location"].rpartition("/")[0]

    def first_sheet(self, browser: TestClient) -> Any:
        """Open the page on which an application begins."""
        return browser.get(f"/oproep/{self.code}/meedoen", follow_redirects=True)

    def filled(self, browser: TestClient, *first: Mapping[str, str]) -> str:
        """Begin an application and fill in every sheet; gives the path of its pages."""
        home = self.begun(browser, first[0] if first else FULL[0])
        for number, typed in enumerate(FULL[1:], start=2):
            assert browser.post(f"{home}/{number}", data=typed).status_code == 303
        return home

    def sent(self, browser: TestClient, *first: Mapping[str, str]) -> str:
        """The same, and send it."""
        home = self.filled(browser, *first)
        assert browser.post(f"{home}/versturen").status_code == 303
        return home


def start_of(text: str) -> str:
    """What the first sheet sends along."""
    found = re.search(r'name="start" value="([^"]+)"', text)
    assert found is not None
    return unescape(found[1])


def opened(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[CallSite]:
    """A site whose visitors type fast, with fresh limits."""
    monkeypatch.setattr(guarding, "_SHORTEST_MS", 0)
    for name in ("_begins", "_saves", "_work_seconds", "_own_saves"):
        monkeypatch.setattr(guarding, name, RateLimit(burst=10_000, rate=100))
    track = tracks.add_track(store, "Warm onthaal", "Over drempels")
    calls.set_state(store, track, "open")
    yield CallSite(store, track, calls.of_track(store, track).code.lower())
