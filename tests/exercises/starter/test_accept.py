"""What Beginoefening takes from a browser."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.contract import Accepted, Entry, Phase
from exercises.starter.accept import TEXT_LIMIT, accept
from exercises.starter.config import StarterConfig
from exercises.starter.model import PAGE, TEXT, WHEN, StarterView
from state.models import FACILITATOR
from tests.exercises.refusing import refusal


def entry(
    slot: str, payload: dict[str, Any], who: str = "kat", *, opened: bool = True
) -> Entry[StarterConfig, StarterView]:
    return Entry(StarterConfig(), Phase(open=opened), who, slot, payload, StarterView)


@pytest.mark.parametrize("opened", [True, False])
def test_a_sentence_is_taken_also_when_it_just_closed(opened: bool) -> None:
    found = accept(entry(TEXT, {"text": " Een  deur. "}, opened=opened))
    assert found == Accepted({"text": "Een deur."})


def test_too_long_a_sentence_or_no_text_is_refused() -> None:
    assert "Je zin" in refusal(accept, entry(TEXT, {"text": "x" * (TEXT_LIMIT + 1)}))
    assert "niet te lezen" in refusal(accept, entry(TEXT, {"text": ["x"]}))


@pytest.mark.parametrize("opened", [True, False])
def test_a_choice_is_taken_and_taken_back(opened: bool) -> None:
    for when in ("later", ""):
        assert accept(entry(WHEN, {"when": when}, opened=opened)) == Accepted({"when": when})
    refusal(accept, entry(WHEN, {"when": "ooit"}))


@pytest.mark.parametrize("slot", ["ask.other", "text", ""])
def test_there_are_no_other_slots(slot: str) -> None:
    refusal(accept, entry(slot, {"text": "Een deur."}))


def test_only_the_facilitator_turns_the_page() -> None:
    assert accept(entry(PAGE, {"page": 2}, FACILITATOR)) == Accepted({"page": 2})
    refusal(accept, entry(PAGE, {"page": 2}))


@pytest.mark.parametrize("page", [-1, 10**6, True, "1", None])
def test_a_page_is_a_small_number(page: Any) -> None:
    refusal(accept, entry(PAGE, {"page": page}, FACILITATOR))
