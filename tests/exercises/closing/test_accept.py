"""What comes in on Slotmoment, and what is refused with a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.closing import EXERCISE
from exercises.contract import Entry, Phase
from state.models import FACILITATOR
from state.problems import Refused

ASK = len(EXERCISE.sample.chapters) - 1
ON = Phase(step=ASK, stage="chapter", open=True, shown=True)


def accepted(
    slot: str, payload: Any, author: str = "g1", phase: Phase = ON, before: str = ""
) -> Any:
    stored = {"text": before} if before else None
    entry: Entry[Any, Any] = Entry(
        EXERCISE.sample, phase, author, slot, payload,
        load=lambda: EXERCISE.fold(EXERCISE.sample, []), stored=lambda owner, place: stored,
    )  # fmt: skip
    return EXERCISE.accept(entry).payload


def test_a_sentence_is_cleaned_and_may_be_empty() -> None:
    assert accepted("ask.take", {"text": "  Ik  bel <b>aan</b>\n👋 "}) == {
        "text": "Ik bel <b>aan</b> 👋"
    }
    assert accepted("ask.take", {"text": ""}) == {"text": ""}
    assert accepted("ask.take", {"text": "أفتح الباب"}) == {"text": "أفتح الباب"}


@pytest.mark.parametrize("text", ["x" * 141, "x" * 10_000, None, 3, ["x"]])
def test_what_is_too_long_or_no_text_is_refused(text: Any) -> None:
    with pytest.raises(Refused):
        accepted("ask.take", {"text": text})


@pytest.mark.parametrize("area", [0, 5, "1", True, 1.5, [1]])
def test_an_area_that_is_not_there_is_refused(area: Any) -> None:
    with pytest.raises(Refused):
        accepted("ask.area", {"area": area})
    assert accepted("ask.area", {"area": None}) == {"area": None}


def test_after_the_question_only_who_answered_may_change_or_withdraw() -> None:
    past = Phase(step=0, stage="chapter")
    with pytest.raises(Refused, match="al voorbij"):
        accepted("ask.take", {"text": "Te laat"}, phase=past)
    assert accepted("ask.take", {"text": ""}, phase=past, before="Eerst dit") == {"text": ""}


def test_a_phone_picks_nothing_for_the_screen() -> None:
    for slot in ("ask.page", "line.quote", "line.about", "ask.hidden", "line.take"):
        with pytest.raises(Refused):
            accepted(slot, {"page": 0, "key": "", "text": "", "texts": []})


def test_the_facilitator_picks_and_hides() -> None:
    assert accepted("ask.hidden", {"texts": ["b", "a", "a"]}, FACILITATOR) == {"texts": ["a", "b"]}
    assert accepted("line.quote", {"key": "0123456789ab"}, FACILITATOR)["key"]
    assert accepted("ask.page", {"page": 2}, FACILITATOR) == {"page": 2}
    for slot, payload in (("ask.page", {"page": -1}), ("ask.hidden", {"texts": "a"}),
                          ("gone.page", {"page": 0})):  # fmt: skip
        with pytest.raises(Refused):
            accepted(slot, payload, FACILITATOR)
