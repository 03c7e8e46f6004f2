"""The framework of a track."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state.framework import Area, framework_of, renamed, usual, with_indicators
from state.problems import Refused


def test_a_track_begins_with_the_framework_of_the_method() -> None:
    framework = framework_of("")
    assert [area.number for area in framework.areas] == [1, 2, 3, 4]
    assert [len(area.indicators) for area in framework.areas] == [10, 8, 6, 8]


def test_it_comes_back_the_same_from_storage() -> None:
    changed = with_indicators(renamed(usual(), 2, "Samen beslissen"), 2, "1. Een\n\n2) Twee")
    assert changed.area(2) == Area(2, "Samen beslissen", ("Een", "Twee"))
    assert framework_of(changed.to_text()) == changed
    assert changed.area(1) == usual().area(1)


def test_an_area_may_have_no_indicators_but_not_no_name() -> None:
    assert with_indicators(usual(), 1, " \n ").indicators(1) == ()
    with pytest.raises(Refused, match="leeg"):
        renamed(usual(), 1, "  ")


@pytest.mark.parametrize(
    ("pasted", "reason"),
    [("x" * 301, "indicator"), ("\n".join(f"Nummer {n} hier" for n in range(33)), "3 indicatoren")],
)
def test_what_does_not_fit_is_said(pasted: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        with_indicators(usual(), 1, pasted)


@given(st.text())
def test_any_list_is_taken_or_refused(pasted: str) -> None:
    try:
        changed = with_indicators(usual(), 3, pasted)
    except Refused:
        return
    assert framework_of(changed.to_text()) == changed


def test_an_area_nobody_knows_has_no_name() -> None:
    assert usual().name(None) is None
    assert usual().indicators(9) == ()
