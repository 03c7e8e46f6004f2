"""What the tests of data out and in share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from state.database import Store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """Another installation, in which nothing was done yet."""
    opened = Store(tmp_path / "elsewhere")
    yield opened
    opened.close()
