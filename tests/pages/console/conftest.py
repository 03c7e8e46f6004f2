"""What the tests of the console share."""

from __future__ import annotations

import pytest

from exercises import EXERCISES
from state import meetings
from state.database import Store
from tests.pages.console.at_console import Desk


@pytest.fixture
def desk(store: Store, meeting: str) -> Desk:
    return Desk(store, meeting)


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    exercise = EXERCISES[0]
    return meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 40)
