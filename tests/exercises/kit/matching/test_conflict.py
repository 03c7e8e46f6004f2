"""Why a matching is impossible, against trying everything, and in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings

from exercises.kit.matching.case import MatchCase, MatchOrganisation, MatchRule
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.conflict_words import (
    conflict_sentence,
    remedy_sentence,
    together_sentence,
)
from exercises.kit.matching.demands import demands
from exercises.kit.matching.solving import Proposal, solved
from tests.exercises.kit.matching.cases import cases, duos, everything


def clash(case: MatchCase) -> Conflict:
    found = solved(case)
    assert isinstance(found, Conflict)
    return found


@settings(max_examples=60)
@given(cases(3))
def test_no_smaller_set_of_demands_clashes(case: MatchCase) -> None:
    found = solved(case)
    if isinstance(found, Proposal):
        return
    assert not any(True for _one in everything(case, found.demands))
    for fewer in combinations(demands(case), len(found.demands) - 1):
        assert any(True for _one in everything(case, fewer))


@settings(max_examples=60)
@given(cases())
def test_each_remedy_makes_it_possible(case: MatchCase) -> None:
    found = solved(case)
    if isinstance(found, Proposal):
        return
    for one in found.remedies:
        assert isinstance(solved(one.applied(case)), Proposal)
    if not found.remedies:
        left = [one for one in demands(case) if one not in found.together]
        assert found.together
        assert any(True for _one in everything(case, left))


def nobody_may_to(host: str, case: MatchCase) -> MatchCase:
    return case.ruled(*(
        MatchRule("must_not", one.id, host) for one in case.organisations if one.id != host
    ))  # fmt: skip


def test_without_knikkerzak_everybody_can_be_visited() -> None:
    case = nobody_may_to("o3", MatchCase.of(duos(4)))
    found = clash(case)
    told = [remedy_sentence(case, one) for one in found.remedies]
    assert "Zonder Knikkerzak kan iedereen bezocht worden." in told
    assert "Als Knikkerzak zelf geen bezoek krijgt, kan het wel." in told
    assert "Zonder deze regel kan het wel: De Regenton mag niet naar Knikkerzak." in told
    assert conflict_sentence(found) == (
        "Dit kan niet samen: Knikkerzak krijgt bezoek; De Regenton mag niet naar Knikkerzak;"
        " Kattenstaart mag niet naar Knikkerzak; Zevenhoek mag niet naar Knikkerzak."
    )


def test_two_rules_that_deny_each_other() -> None:
    must, must_not = MatchRule("must", "o0", "o1"), MatchRule("must_not", "o0", "o1")
    found = clash(MatchCase.of(duos(4), rules=[must, must_not]))
    assert {one.rule for one in found.demands} == {must, must_not}
    assert {one.rule for one in found.remedies if one.kind == "drop"} == {must, must_not}


def test_two_fixed_to_a_host_of_one() -> None:
    there = [*duos(2), MatchOrganisation("o2", "Zevenhoek", (2, 2)),
             MatchOrganisation("o3", "Knikkerzak", most_visits=1)]  # fmt: skip
    case = MatchCase.of(there, rules=[MatchRule("fixed", one, "o3") for one in ("o0", "o1")])
    found = clash(case)
    assert conflict_sentence(found) == (
        "Dit kan niet samen: Knikkerzak ontvangt hoogstens één bezoek; De Regenton gaat zeker naar"
        " Knikkerzak; Kattenstaart gaat zeker naar Knikkerzak."
    )
    assert "Als Knikkerzak twee bezoeken ontvangt, kan het wel." in [
        remedy_sentence(case, one) for one in found.remedies
    ]


def test_one_alone() -> None:
    found = clash(MatchCase.of(duos(1)))
    assert conflict_sentence(found) == (
        "Er is nog maar één organisatie. Voor een bezoek zijn er twee nodig."
    )
    assert found.remedies == ()


def test_fewer_visits_than_hosts_are_counted() -> None:
    there = [*duos(9), MatchOrganisation("o9", "Thuis", ())]
    found = clash(MatchCase.of(there))
    assert conflict_sentence(found) == (
        "Er gaan negen bezoeken uit, en tien organisaties willen bezoek."
    )
    assert "unvisited" in {one.kind for one in found.remedies}


def test_more_visits_than_places_are_counted() -> None:
    there = [replace(one, most_visits=1) for one in duos(9)]
    case = MatchCase.of([*there, MatchOrganisation("o9", "Thuis", most_visits=0)])
    found = clash(case)
    assert conflict_sentence(found) == "Er gaan tien bezoeken uit, en er is plaats voor negen."
    assert "one_more" in {one.kind for one in found.remedies}


def test_where_one_change_does_not_help() -> None:
    rules = [MatchRule("must_not", one, host) for one in ("o0", "o1") for host in ("o2", "o3")]
    rules += [MatchRule("must_not", "o0", "o1"), MatchRule("must_not", "o1", "o0")]
    case = MatchCase.of(duos(4), rules=rules)
    found = clash(case)
    assert found.remedies == ()
    assert together_sentence(found).startswith("Eén verandering volstaat niet.")
