"""A track with an open call, served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from state.database import Store
from tests.pages.call import call_site
from tests.pages.call.call_site import CallSite


@pytest.fixture
def site(data: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[CallSite]:
    """Its visitors type fast."""
    yield from call_site.opened(data, monkeypatch)
