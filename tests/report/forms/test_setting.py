"""Words are broken only where they would run off the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report.forms.setting import ZERO_SPACE, breakable, no_widow, title_size
from tests.report.forms.reading import squashed

WORDS = st.text("abcdeéW/.-? \n", max_size=200)


def test_a_word_that_fits_is_never_broken() -> None:
    text = "Gezondheidscentrum de Regenton in Sint-Amandsberg"
    assert breakable(text, 162, 10.5) == text


def test_a_word_that_is_too_wide_is_broken_by_the_rules_of_dutch() -> None:
    assert breakable("gezondheidscentrum", 20, 14) == "gezond\u00adheids\u00adcen\u00adtrum"


def test_an_address_is_broken_after_its_signs() -> None:
    made = breakable("www.voorbeeld.be/een/twee", 30, 14)
    assert made.split(ZERO_SPACE) == ["www.", "voorbeeld.", "be/", "een/", "twee"]


@given(WORDS, st.floats(8, 162), st.sampled_from((9.5, 10.5, 22.0, 42.0)))
def test_breaking_changes_no_letter(text: str, room: float, size: float) -> None:
    assert squashed(breakable(text, room, size)) == squashed(text)


@given(WORDS)
def test_a_title_has_one_of_its_sizes(text: str) -> None:
    assert title_size(text, 162) in (34, 28, 22)


def test_long_titles_are_smaller() -> None:
    assert title_size("Kattenstaart", 162) == 34
    assert title_size("een woord " * 10, 162) == 28
    assert title_size("een woord " * 20, 162) == 22
    assert title_size("een woord " * 50, 162) == 10.5
    assert title_size("Buurtgezondheidscentrumpje Oost", 60) == 22


def test_the_last_word_does_not_stand_alone() -> None:
    assert no_widow("Wie ziet ons hier staan?", 162, 22) == "Wie ziet ons hier\u00a0staan?"
    assert no_widow("Eerst de jas", 162, 22) == "Eerst de jas"
