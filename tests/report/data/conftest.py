"""What the tests of data out and in share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from report import raster
from state.database import Store


@pytest.fixture(autouse=True)
def _drawn_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for PNGs, which take long; the tests that look at pictures undo this."""
    monkeypatch.setattr(raster, "render", lambda svgs: [b"\x89PNG a picture"] * len(svgs))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """Another installation, in which nothing was done yet."""
    opened = Store(tmp_path / "elsewhere")
    yield opened
    opened.close()
