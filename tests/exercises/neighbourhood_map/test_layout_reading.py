"""What is read first comes in pages that fit, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Accepted, Answer, Phase
from exercises.neighbourhood_map.config import AREA, INDICATOR_LIMIT, INDICATORS_LIMIT, usual
from exercises.neighbourhood_map.layout_reading import COLUMN_HIGH, high, pages
from state.method import INDICATORS
from state.models import FACILITATOR
from tests.exercises.neighbourhood_map.test_model import EXERCISE, context, judge
from tests.exercises.refusing import refusal

READING = Phase(0, "read", open=False, shown=False)
LONG = tuple(f"{n} {'woorden om te lezen ' * 20}"[:INDICATOR_LIMIT] for n in range(12))
texts = st.lists(st.text(min_size=1, max_size=INDICATOR_LIMIT), max_size=INDICATORS_LIMIT)


@given(texts)
def test_every_indicator_is_on_one_page_in_order_and_every_page_fits(listed: list[str]) -> None:
    found = pages(tuple(listed))
    assert [one for page in found for one in page] == listed
    assert all(page for page in found)
    for page in found:
        assert any(
            sum(map(high, page[:cut])) <= COLUMN_HIGH and sum(map(high, page[cut:])) <= COLUMN_HIGH
            for cut in range(len(page) + 1)
        )


def test_those_of_the_method_are_one_page_and_the_longest_a_few_even_ones() -> None:
    assert pages(INDICATORS[AREA]) == (INDICATORS[AREA],)
    assert pages(()) == ()
    assert {len(page) for page in pages(LONG)} == {4}


def test_the_facilitator_turns_the_pages_and_phones_read_all() -> None:
    config = replace(usual(), indicators=LONG)

    def at(page: int) -> list[Answer]:
        return [Answer(FACILITATOR, "map.page", {"page": page})]

    def moves(page: int) -> list[tuple[str, dict[str, int]]]:
        panel = EXERCISE.panel(context(READING, "console", at(page), config=config))
        return [(one.label, one.payload) for one in panel.moves]

    first = EXERCISE.screen(context(READING, "screen", [], config=config)).data["reading"]
    assert first == {"indicators": LONG[:4], "page": 1, "pages": 3}
    # A list that was made shorter since has no such page any more.
    last = EXERCISE.screen(context(READING, "screen", at(9), config=config)).data["reading"]
    assert last == {"indicators": LONG[8:], "page": 3, "pages": 3}
    assert moves(0) == [("Volgend blad", {"page": 1})]
    assert moves(1) == [("Volgend blad", {"page": 2}), ("Vorig blad", {"page": 0})]
    assert moves(9) == [("Vorig blad", {"page": 1})]
    phone = EXERCISE.phone(context(READING, "phone", at(1), "samir", config=config)).data
    assert phone["indicators"] == LONG


def test_one_page_needs_no_turning_and_other_stages_read_nothing() -> None:
    assert EXERCISE.panel(context(READING, "console", [])).moves == ()
    later = replace(READING, stage="place", shown=True)
    assert EXERCISE.screen(context(later, "screen", [])).data["reading"]["indicators"] == ()


@pytest.mark.parametrize("page", [-1, 10**6, True, None, "1", 0.5, [0]])
def test_a_page_that_cannot_be_is_refused(page: object) -> None:
    refusal(judge, "map.page", {"page": page}, FACILITATOR)
    refusal(judge, "map.page", {"page": 1})
    assert judge("map.page", {"page": 1}, FACILITATOR) == Accepted({"page": 1})
