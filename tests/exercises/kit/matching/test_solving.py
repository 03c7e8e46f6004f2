"""The best proposal, against trying everything."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exercises import example
from exercises.kit.matching.case import (
    Couple,
    MatchCase,
    MatchOrganisation,
    MatchRule,
    RankedHost,
)
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.demands import demands, is_met
from exercises.kit.matching.points import Worth
from exercises.kit.matching.solving import Proposal, repaired, solved
from tests.exercises.kit.matching.cases import PASSING_OVER, cases, duos, everything, ids


def proposal(case: MatchCase) -> Proposal:
    found = solved(case)
    assert isinstance(found, Proposal)
    return found


@settings(max_examples=150)
@given(cases())
def test_it_is_the_best_of_all(case: MatchCase) -> None:
    worth, found = Worth(case), solved(case)
    every = list(everything(case))
    if isinstance(found, Conflict):
        assert every == []
        return
    assert all(is_met(case, one, found.couples) for one in demands(case))
    assert worth.value(found.couples) == max(map(worth.value, every))


@PASSING_OVER
@given(cases(least=2), st.data())
def test_repair_keeps_as_much_as_can_be_kept(case: MatchCase, data: st.DataObject) -> None:
    assume(len(case.organisations) > 1)
    before = solved(case)
    assume(isinstance(before, Proposal))
    assert isinstance(before, Proposal)
    left = case.without(data.draw(st.sampled_from([one.id for one in case.organisations])))
    found, every = repaired(left, before.couples), list(everything(left))
    if isinstance(found, Conflict):
        assert every == []
        return
    worth = Worth(left)

    def kept(couples: list[Couple] | tuple[Couple, ...]) -> tuple[int, int]:
        return len(set(couples) & set(before.couples)), worth.value(couples)

    assert kept(found.couples) == max(map(kept, every))


@PASSING_OVER
@given(cases(least=2), st.data())
def test_of_equals_it_keeps_most(case: MatchCase, data: st.DataObject) -> None:
    every = list(everything(case))
    assume(every)
    before = data.draw(st.sampled_from(every))
    found, worth = solved(case, before), Worth(case)
    assert isinstance(found, Proposal)
    best = max(map(worth.value, every))
    most = max(len(set(one) & set(before)) for one in every if worth.value(one) == best)
    assert worth.value(found.couples) == best
    assert len(set(found.couples) & set(before)) == most


def test_nobody_is_nothing() -> None:
    assert proposal(MatchCase()).couples == ()


def test_one_alone_goes_nowhere() -> None:
    found = solved(MatchCase.of(duos(1)))
    assert isinstance(found, Conflict)


def test_two_go_to_each_other() -> None:
    assert {one.pair for one in proposal(MatchCase.of(duos(2))).couples} == {
        ("o0", "o1"), ("o1", "o0"),
    }  # fmt: skip


@pytest.mark.parametrize("count", [3, 6, 40])
def test_everybody_goes_and_is_visited_and_nobody_both_ways(count: int) -> None:
    wishes = [
        RankedHost(one, ids(count)[(at + by) % count], rank)
        for at, one in enumerate(ids(count))
        for rank, by in enumerate((1, -1), start=1)
    ]
    pairs = {one.pair for one in proposal(MatchCase.of(duos(count), wishes)).couples}
    assert sorted(visitor for visitor, _host in pairs) == sorted(ids(count))
    assert {host for _visitor, host in pairs} == set(ids(count))
    assert not pairs & {pair[::-1] for pair in pairs}


def test_more_visitors_than_hosts() -> None:
    there = [*duos(3), MatchOrganisation("o3", "Thuis", most_visits=0),
             MatchOrganisation("o4", "Ook thuis", most_visits=0)]  # fmt: skip
    couples = proposal(MatchCase.of(there)).couples
    received = Counter(one.host for one in couples)
    assert len(couples) == 5
    assert set(received) == {"o0", "o1", "o2"}
    assert max(received.values()) == 2


def test_at_most_so_many_visitors_count_people() -> None:
    there = [MatchOrganisation("o0", "Ontvangt", ()), MatchOrganisation("o1", "Duo", (2,), 0),
             MatchOrganisation("o2", "Alleen", (1,), 0)]  # fmt: skip
    three = MatchRule("most_people", "", "o0", 3)
    two = MatchRule("most_people", "", "o0", 2)
    assert len(proposal(MatchCase.of(there, rules=[three])).couples) == 2
    assert isinstance(solved(MatchCase.of(there, rules=[two])), Conflict)


def test_what_was_of_an_earlier_track_does_not_come_again() -> None:
    wishes = [RankedHost("o0", "o1", 1)]
    case = MatchCase.of(duos(4), wishes)
    assert ("o0", "o1") in {one.pair for one in proposal(case).couples}
    again = case.ruled(MatchRule("again", "o0", "o1"))
    assert ("o0", "o1") not in {one.pair for one in proposal(again).couples}


def reference() -> MatchCase:
    """The shape of the reference track: seven visits between six organisations, one of a single
    person, one organisation sends two duos, and two host twice."""
    lines = example.VISITS.strip().splitlines()
    names = [name for _sector, name, _place, _people in example.ORGANISATIONS]
    told = [
        (who, to, int(line[-2]))
        for line in lines for who, to in [line.rsplit(" (", 1)[0].split(" -> ")]
    ]  # fmt: skip
    sends = {name: tuple(n for who, _to, n in told if who == name) for name in names}
    received = Counter(to for _who, to, _n in told)
    there = [MatchOrganisation(name, name, sends[name], is_visited=received[name] > 0)
             for name in names]  # fmt: skip
    return MatchCase.of(there, [RankedHost(who, to, 1) for who, to, _n in told])


def test_the_shape_of_the_reference_track() -> None:
    case = reference()
    couples = proposal(case).couples
    assert len(couples) == 7
    assert [len(one.sends) for one in case.organisations].count(2) == 1
    assert [one.people for one in couples].count(1) == 1
    assert {one.pair for one in couples} == {(one.visitor, one.host) for one in case.wishes}


def test_in_the_reference_track_everybody_can_be_visited_too() -> None:
    case = reference()
    there = [MatchOrganisation(one.id, one.name, one.sends) for one in case.organisations]
    couples = proposal(MatchCase.of(there, case.wishes)).couples
    assert {one.host for one in couples} == {one.id for one in there}
    assert len([one for one in couples if case.rank_of.get(one.pair) == 1]) >= 5


def test_what_cannot_count_is_left_out() -> None:
    wishes = [RankedHost("o0", "o0", 1), RankedHost("o0", "weg", 1), RankedHost("o0", "o1", 3),
              RankedHost("o0", "o1", 2)]  # fmt: skip
    rules = [MatchRule("must", "o0", "weg"), MatchRule("must_not", "o1", "o1"),
             MatchRule("most_people", "", "weg", 2)]  # fmt: skip
    case = MatchCase.of(duos(2), wishes, rules=rules)
    assert [(one.host, one.rank) for one in case.wishes] == [("o1", 2)]
    assert case.rules == ()
