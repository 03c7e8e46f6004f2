"""What waits at home, as the own page asks it: one concrete question for each exercise."""

from __future__ import annotations

from typing import Any

import pytest

import exercises
from exercises.contract import Answer, Homework, Json, Member, Party, Phase, Waiting
from exercises.engine.answers import Answers
from exercises.engine.contexts import context
from exercises.gifts.config import GiftsConfig, GiftVisit

AN = Member("p1", "An", "o1", "De Brug", 1, "staat")
PARTIES = (Party("o1", "De Brug", "", 1), Party("o2", "De Regenton", "", 2))


def waits(kind: str, *answers: tuple[str, str, Json], config: Any = None) -> Waiting | None:
    exercise = exercises.of_kind(kind)
    assert exercise is not None and exercise.waiting is not None
    given = Answers()
    stored = [Answer(author, slot, payload) for author, slot, payload in answers]
    chosen = config or exercise.sample
    here = context(
        exercise, chosen, Phase(), "phone", given, lambda: exercise.fold(chosen, stored), me=AN,
        parties=lambda: PARTIES, homework=Homework(),
    )  # fmt: skip
    return exercise.waiting(here)


def test_the_first_question_without_words_waits() -> None:
    first = waits("reflection_sheet")
    assert first is not None and first.question.startswith("Wat wil je bij een ander gaan zien")
    second = waits("reflection_sheet", ("o1", "sheet.question1", {"text": "Hoe …?"}))
    assert second is not None and second.question.startswith("Bij wie willen jullie")
    assert "Er staat al iets" in second.hint and "Er staat al iets" not in first.hint


def test_what_another_organisation_wrote_does_not_count() -> None:
    assert waits("reflection_sheet") == waits(
        "reflection_sheet", ("o2", "sheet.question1", {"text": "Hoe …?"})
    )


def test_a_gift_waits_for_its_host_once_something_is_in_it() -> None:
    going = GiftsConfig(visits=(GiftVisit("v1", "o1", "o2"),))
    coming = GiftsConfig(visits=(GiftVisit("v1", "o2", "o1"),))
    assert waits("gifts", config=coming) is None
    there = ("p9", "v1.like", {"text": "De soep."})
    received = waits("gifts", there, config=coming)
    assert received is not None and "cadeautje van De Regenton" in received.question
    assert "soep" not in str(received)
    # At home nobody fills a gift.
    assert waits("gifts", ("p1", "v1.like", {"text": "De soep."}), config=going) is None


@pytest.mark.parametrize("kind", [one.kind for one in exercises.EXERCISES if one.waiting])
def test_only_what_may_be_done_at_home_waits(kind: str) -> None:
    exercise = exercises.of_kind(kind)
    assert exercise is not None and exercise.homework is not None
