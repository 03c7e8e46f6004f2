"""The visits that Cadeautjestijd gives to others."""

from __future__ import annotations

from exercises.gifts import EXERCISE
from exercises.gifts.results import results
from exercises.results import Visit
from tests.exercises.evening import ANSWERS, GIFTS


def test_the_visits_of_the_list_are_told_once_a_gift_is_filled() -> None:
    assert list(results(GIFTS, EXERCISE.fold(GIFTS, []))) == []
    told = list(results(GIFTS, EXERCISE.fold(GIFTS, ANSWERS["gifts"](GIFTS))))
    assert told[0] == Visit(organisation="o1", host="o2", guests=2)
    assert [one.guests for one in told] == [2, 2, 1, 2]
    assert not any(one.days for one in told)
