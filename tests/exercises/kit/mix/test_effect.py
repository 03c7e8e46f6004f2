from __future__ import annotations

from hypothesis import given

from exercises.kit.mix.case import MixCase
from exercises.kit.mix.effect import effect
from exercises.kit.mix.seen import seen
from tests.exercises.kit.mix.candidates import FOUR, cases


def test_what_a_candidate_would_add() -> None:
    found = effect(FOUR, ["r", "a"], "s")
    assert (found.people, found.over) == (5, 0)
    assert (found.only_region, found.only_sector) == ("Sluiswijk", "School")
    assert (found.first_in, found.also_in) == ((3,), (1,))
    assert [one.candidate for one in found.answers] == ["r"]


def test_one_more_of_the_same_adds_nothing() -> None:
    assert effect(FOUR, ["r", "a"], "l").adds_nothing


def test_too_many_people_are_told() -> None:
    assert effect(MixCase(FOUR.candidates, 5), ["r", "a"], "l").over == 1


@given(cases())
def test_the_effect_is_the_difference_of_two_mixes(case: MixCase) -> None:
    ids = [one.id for one in case.candidates]
    for one in ids:
        found = effect(case, ids, one)
        without, whole = seen(case, [other for other in ids if other != one]), seen(case, ids)
        assert found.people == whole.people
        asked = [question for question in without.unanswered if question not in whole.unanswered]
        assert list(found.answers) == asked
        assert bool(found.only_sector) == (len(whole.sectors) > len(without.sectors))
        assert bool(found.only_region) == (len(whole.regions) > len(without.regions))
        assert effect(case, [other for other in ids if other != one], one) == found
