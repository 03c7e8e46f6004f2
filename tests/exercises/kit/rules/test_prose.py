"""Sentences for documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Member
from exercises.kit.rules import prose

LIEN = Member("p", "Lien", "o", "Kattenstaart", 3, "staat")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "nul"), (1, "één"), (12, "twaalf"), (13, "13"), (300, "300")]
)
def test_numbers_are_words_up_to_twelve(number: int, words: str) -> None:
    assert prose.in_words(number) == words


@pytest.mark.parametrize(
    ("text", "begun"),
    [("één mens", "Eén mens"), ("drie", "Drie"), ("", ""), ("‘ja’", "‘ja’"), ("élan", "Élan")],
)
def test_a_sentence_begins_with_a_capital(text: str, begun: str) -> None:
    assert prose.sentence(text) == begun


def test_names_in_a_row() -> None:
    assert prose.listed([]) == ""
    assert prose.listed(["An"]) == "An"
    assert prose.listed(["An", "Bilal"]) == "An en Bilal"
    assert prose.listed(["An", "Bilal", "Zoë"]) == "An, Bilal en Zoë"


def test_a_name_from_right_to_left_stands_apart_and_others_stay_as_they_are() -> None:
    assert prose.listed(["محمد", "An"]) == "\u2068محمد\u2069 en An"


@given(st.text())
def test_quoted_words_are_one_line_without_their_point(words: str) -> None:
    said = prose.quoted(words)
    assert "\n" not in said and said.startswith("‘") and said.endswith("’")


def test_a_point_goes_and_an_ellipsis_stays() -> None:
    assert prose.quoted("Zo is het.") == "‘Zo is het’"
    assert prose.quoted("En toen...") == "‘En toen...’"


def test_some_words_can_stand_alone() -> None:
    assert prose.worth_quoting("De buurt kent ons niet.")
    assert not prose.worth_quoting("Ja.")
    assert not prose.worth_quoting("woord " * 30)


def test_who_said_it_as_far_as_people_are_named() -> None:
    assert prose.signed(LIEN) == ("Lien, Kattenstaart", 3)
    assert prose.signed(LIEN, "organisations") == ("Iemand van Kattenstaart", 3)
    assert prose.signed(LIEN, "nobody") == ("", None)
    assert prose.signed(None) == ("", None)


def test_who_is_not_named_is_counted_with_the_organisation_where_that_is_one() -> None:
    def nobody(at: int, organisation: str) -> Member:
        name = f"iemand van {organisation}"
        return Member(f"n{at}", name, organisation, organisation, 1, "staat", nameless=True)

    here, there = nobody(1, "Zevenhoek"), nobody(2, "Knikkerzak")
    assert prose.people_listed([]) == ""
    assert prose.people_listed([LIEN]) == "Lien"
    assert prose.people_listed([here, LIEN]) == "Lien en iemand van Zevenhoek"
    assert prose.people_listed([LIEN, here, here]) == "Lien en twee mensen van Zevenhoek"
    assert prose.people_listed([LIEN, here, there]) == "Lien en nog twee mensen"
    assert prose.people_listed([here, there]) == "twee mensen"
