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


@pytest.mark.parametrize("typed", [
    "K\u0430trien", "\u041aatrien", "Katri\u0435n", "\u039aatrien", "Katri \u00ebn", "Kat.rien",
    "Katrie\u03bd", "Ka\u0442rien", "Kat\u00a0ri\u00ebn",
])  # fmt: skip
def test_a_name_that_looks_the_same_may_be_of_the_same_person(typed: str) -> None:
    assert may_be_same(typed, "Katrien") and may_be_same("Katrien", typed)


@pytest.mark.parametrize(("one", "other"), [
    ("Els", "els"), ("Els Peeters", "Els Janssens"), ("Els", "Elsbeth"), ("Els P.", "Els J."),
    ("Groep 1", "Groep 10"), ("\u041a\u0430\u0442\u044f", "Katja"), ("Katrin", "Katrien"),
    ("katrien", "KATRIEN "), ("Katrien\u200b", "Katrien"),
    ("", "Els"), ("😀", "Els"), ("Janssens", "Els Janssens"),
])  # fmt: skip
def test_other_names_are_of_other_people(one: str, other: str) -> None:
    assert not may_be_same(one, other) and not may_be_same(other, one)
