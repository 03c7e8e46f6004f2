"""The told track, made once for the tests of documents."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from report.documents.reading import WholeTrack
from tests.report.documents.told import told


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeTrack]:
    """For a report: only who said yes is named."""
    with told(tmp_path_factory.mktemp("told")) as found:
        yield found


@pytest.fixture(scope="module")
def within(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeTrack]:
    """For who is in the group: who said no is not named."""
    with told(tmp_path_factory.mktemp("within"), within=True) as found:
        yield found
