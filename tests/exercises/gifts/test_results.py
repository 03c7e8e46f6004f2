"""The visits that Cadeautjestijd gives to others."""

from __future__ import annotations

from exercises.contract import TrackVisit
from exercises.gifts import EXERCISE
from exercises.gifts.config_visits import with_track
from exercises.gifts.results import results
from exercises.results import Visit
from tests.exercises.evening import ANSWERS, GIFTS


def test_visits_that_only_its_own_list_has_are_told_once_a_gift_is_filled() -> None:
    assert list(results(GIFTS, EXERCISE.fold(GIFTS, []))) == []
    told = list(results(GIFTS, EXERCISE.fold(GIFTS, ANSWERS["gifts"](GIFTS))))
    assert told[0] == Visit(organisation="o1", host="o2", guests=2)
    assert [one.guests for one in told] == [2, 2, 1, 2]
    assert not any(one.days for one in told)


def test_a_visit_of_the_track_is_told_by_the_track() -> None:
    first = GIFTS.visits[0]
    config = with_track(GIFTS, (TrackVisit("1", first.host, first.visitor),))
    told = list(results(config, EXERCISE.fold(config, ANSWERS["gifts"](config))))
    assert [one.guests for one in told] == [2, 1, 2]
