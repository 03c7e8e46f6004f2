"""What the tests of doors and limits share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from pages.live.inbox import inbox
from pages.web import codes, delay, door
from pages.web.rate_limit import RateLimit
from state import app
from state.access import Attempts
from state.database import Store
from tests.pages import door_site


@pytest.fixture(autouse=True)
def _fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits are in memory, for the whole process: no test starts with those of another."""
    monkeypatch.setattr(codes, "_wrong_codes", Attempts(allowed=20, seconds=60))
    monkeypatch.setattr(delay, "_SECONDS", 0.0)
    monkeypatch.setattr(door, "_work_seconds", RateLimit(burst=60, rate=1))
    for name, (burst, rate) in {
        "_joins": (400, 10), "_costly_joins": (12, 0.5), "_own_joins": (10, 0.1),
    }.items():  # fmt: skip
        monkeypatch.setattr(door, name, RateLimit(burst, rate))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that all routes use."""
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    for shared in (app.store, app.hub, inbox):
        shared.clear()
    yield app.store()
    inbox().close()
    for shared in (inbox, app.hub, app.store):
        shared.clear()


@pytest.fixture
def site(data: Store) -> Starlette:
    """The app, without Streamlit."""
    return door_site.site()
