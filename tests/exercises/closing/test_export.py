"""The rows of Slotmoment: each answer, and nobody who wrote it."""

from __future__ import annotations

from exercises.closing import EXERCISE
from exercises.contract import Answer
from tests.exercises.closing.rooms import room
from tests.exercises.closing.sample import answers


def test_rows_are_answers_with_how_often_they_came() -> None:
    rows = list(
        EXERCISE.rows(room("console", "ask", (), answers(EXERCISE.sample, list("abcdefg"))))
    )
    assert sum(row["times"] for row in rows) == 6
    assert [row["hidden"] for row in rows if row["answer"] == "👍"] == [1]


def test_the_order_of_rows_does_not_tell_who_came_first() -> None:
    one = [Answer("a", "ask.take", {"text": "B"}, order=1), Answer("b", "ask.take", {"text": "A"},
                                                                   order=2)]  # fmt: skip
    other = [Answer("a", "ask.take", {"text": "B"}, order=2), Answer("b", "ask.take", {"text": "A"},
                                                                     order=1)]  # fmt: skip
    assert list(EXERCISE.rows(room("console", "ask", (), one))) == list(
        EXERCISE.rows(room("console", "ask", (), other))
    )
