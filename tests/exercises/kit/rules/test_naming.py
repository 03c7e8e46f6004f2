"""Who is named: less at any time, more only after asking."""

from __future__ import annotations

import pytest

from exercises.contract import Phase
from exercises.kit.rules import naming
from exercises.kit.rules.naming import Visibility


@pytest.mark.parametrize(
    ("now", "asks"),
    [
        ("names", set()),
        ("organisations", {"names"}),
        ("nobody", {"names", "organisations"}),
    ],
)
def test_what_shows_more_than_people_were_told_asks_first(now: Visibility, asks: set[str]) -> None:
    assert set(naming.control("Wie?", now, answered=True).asks) == asks
    assert not naming.control("Wie?", now, answered=False).asks


def test_the_console_goes_before_what_was_prepared() -> None:
    assert naming.chosen(Phase(), "nobody") == "nobody"
    assert naming.chosen(Phase(options={naming.KEY: "names"}), "nobody") == "names"
    assert naming.chosen(Phase(options={naming.KEY: 7}), "nobody") == "nobody"
