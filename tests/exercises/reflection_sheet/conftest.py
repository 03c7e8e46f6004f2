"""What the tests of the reflectiefiche share."""

from __future__ import annotations

import pytest

from tests.exercises.reflection_sheet.test_model import SECRET, Table


@pytest.fixture
def table() -> Table:
    """A sheet with a text, a conclusion and a host, that is not shared."""
    made = Table()
    made.send("an", "sheet.1-strong", {"text": SECRET})
    made.send("an", "sheet.points", {"text": SECRET})
    made.send("an", "sheet.top", {"hosts": ["o1", "", ""]})
    made.send("an", "sheet.why-o1", {"text": SECRET})
    return made
