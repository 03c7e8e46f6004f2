from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from exercises.kit.mix import proposing
from exercises.kit.mix.case import MixCandidate, MixCase
from exercises.kit.mix.proposing import proposed
from exercises.kit.mix.seen import AREAS, seen
from tests.exercises.kit.mix.candidates import FOUR, cases


def _worth(case: MixCase, ids: tuple[str, ...]) -> int:
    """What a mix is worth, counted without the solver."""
    found = seen(case, ids)
    total = sum(proposing.points(one) for one in found.members)
    total += proposing.REGION * len(found.regions) + proposing.SECTOR * len(found.sectors)
    for area in AREAS:
        there = len(found.shown[area])
        total += proposing.AREA * (there > 0) + proposing.AREA_AGAIN * (there > 1)
    asked = [one for one in case.questions if one.candidate in ids]
    return total + proposing.QUESTION * (len(asked) - len(found.unanswered))


def _best(case: MixCase) -> int:
    free = [one.id for one in case.candidates if one.verdict not in ("yes", "no")]
    kept = tuple(one.id for one in case.chosen("yes"))
    tried = (kept + more for count in range(len(free) + 1) for more in combinations(free, count))
    return max(_worth(case, ids) for ids in tried if seen(case, ids).people <= case.limit)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_no_other_mix_covers_more(case: MixCase) -> None:
    found = proposed(case)
    yes = {one.id for one in case.chosen("yes")}
    assert yes <= set(found.members) and found.proven
    assert not {one.id for one in case.chosen("no")} & set(found.members)
    if found.over:
        assert set(found.members) == yes
        return
    assert seen(case, found.members).people <= case.limit
    assert _worth(case, found.members) == _best(case)
    assert [one.candidate.id for one in found.added] == [
        one for one in found.members if one not in yes
    ]


def test_who_brings_something_new_comes_before_more_of_the_same() -> None:
    assert proposed(MixCase(FOUR.candidates, 5)).members == ("r", "a", "s")


def test_nothing_is_added_where_a_yes_is_too_many_already() -> None:
    found = proposed(MixCase(FOUR.candidates, 3))
    assert (found.members, found.over, found.added) == (("r", "a"), 1, ())


def test_nobody_and_only_refused_ones() -> None:
    assert proposed(MixCase()).members == ()
    assert proposed(MixCase((MixCandidate("x", "X", verdict="no"),))).members == ()
