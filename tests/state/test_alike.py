"""Names that may be of one person."""

from __future__ import annotations

import pytest

from state.alike import may_be_same


@pytest.mark.parametrize(("one", "other"), [
    ("Els", "Els Janssens"), ("els", "ELS J."), ("Els J.", "Els Janssens"),
    ("Ayşe Yılmaz", "Ayse"), ("Anne-Marie", "Anne-Marie De Smet"),
])  # fmt: skip
def test_a_first_name_may_be_short_for_a_whole_one(one: str, other: str) -> None:
    assert may_be_same(one, other) and may_be_same(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("Els", "els"), ("Els Peeters", "Els Janssens"), ("Els", "Elsbeth"), ("Els P.", "Els J."),
    ("Groep 1", "Groep 10"), ("", "Els"), ("😀", "Els"), ("Janssens", "Els Janssens"),
])  # fmt: skip
def test_other_names_are_of_other_people(one: str, other: str) -> None:
    assert not may_be_same(one, other) and not may_be_same(other, one)
