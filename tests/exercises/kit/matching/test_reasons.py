"""Explanations say what was counted, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from exercises.kit.matching.affinity import AREA_POINTS, MOST_AFFINITY, WORD_POINTS
from exercises.kit.matching.case import (
    Couple,
    MatchCase,
    MatchRule,
    RankedHost,
    Sought,
    StrongPoint,
)
from exercises.kit.matching.costs import (
    cost_sentence,
    difference,
    of_fixing,
    other_choice,
    runners_up,
)
from exercises.kit.matching.demands import demands, is_met
from exercises.kit.matching.overview import overview
from exercises.kit.matching.points import MOST_POINTS, Worth, rank_points
from exercises.kit.matching.reasons import CoupleReason, reasons
from exercises.kit.matching.solving import Proposal, solved
from exercises.kit.matching.words import content_words, said_by_most
from tests.exercises.kit.matching.cases import PASSING_OVER, cases, duos, everything

ASKED = Sought("o0", "Hoe krijgen we stille vaders aan tafel?")
SHOWN = StrongPoint("o1", "Vaders komen hier graag, ook de stille.", 2)


def reason_of(case: MatchCase, *couples: Couple) -> CoupleReason:
    return reasons(case, couples)[0]


def proposal(case: MatchCase) -> Proposal:
    found = solved(case)
    assert isinstance(found, Proposal)
    return found


def test_the_sentence_of_the_method() -> None:
    case = MatchCase.of(duos(3), [RankedHost("o0", "o1", 1, "de leeszolder")], [ASKED], [SHOWN])
    found = reason_of(case, Couple("o0", "o1"))
    assert found.sentence() == (
        "stond op 1 bij De Regenton, en Kattenstaart is sterk waar De Regenton naar vraagt"
    )
    assert found.to_json() == {
        "version": 1, "rank": 1, "wishes_known": True, "wish_why": "de leeszolder",
        "question": ASKED.text, "strength": SHOWN.text, "words": ["stille", "vaders"],
        "areas": [], "both_ways": False, "chosen": False,
    }  # fmt: skip


def test_other_sentences() -> None:
    case = MatchCase.of(duos(3), [RankedHost("o0", "o1", 2)])
    there, back = Couple("o0", "o2"), Couple("o2", "o0")
    assert reason_of(case, there).sentence() == "stond niet in de keuzes van De Regenton"
    assert reason_of(case, back).sentence() == "van Zevenhoek is geen top 3 bekend"
    assert reason_of(case, back, there).sentence() == (
        "van Zevenhoek is geen top 3 bekend, en ze gaan bij elkaar"
    )
    fixed = case.ruled(MatchRule("fixed", "o0", "o2"))
    assert reason_of(fixed, there, back).sentence() == (
        "stond niet in de keuzes van De Regenton, ze gaan bij elkaar, en jij koos dit"
    )
    assert [reason_of(case, one).rank_words() for one in (there, back, Couple("o0", "o1"))] == [
        "geen keuze", "geen top 3 bekend", "tweede keuze",
    ]  # fmt: skip


def test_an_area_in_which_one_wants_more() -> None:
    case = MatchCase.of(duos(2), [], [Sought("o0", "Meer samen doen", 2, False)], [SHOWN])
    found = reason_of(case, Couple("o0", "o1"))
    assert [(one.asked.text, one.shown.text) for one in found.affinity.areas] == [
        ("Meer samen doen", SHOWN.text)
    ]
    assert "is sterk waar De Regenton meer van wil" in found.sentence()
    assert found.affinity.points == AREA_POINTS


@PASSING_OVER
@given(cases(least=2), st.data())
def test_what_is_told_is_what_was_counted(case: MatchCase, data: st.DataObject) -> None:
    pairs = [(one.id, other.id) for one in case.organisations for other in case.organisations
             if one is not other]  # fmt: skip
    assume(pairs)
    visitor, host = data.draw(st.sampled_from(pairs))
    found, worth = reason_of(case, Couple(visitor, host)), Worth(case)
    met, areas = found.affinity.met, found.affinity.areas
    told: int = sum(WORD_POINTS[: len(met.words) if met else 0])
    told += AREA_POINTS * min(2, len(areas))
    assert worth.points((visitor, host)) == rank_points(found.rank) + told <= MOST_POINTS
    words = found.sentence()
    assert (f"stond op {found.rank} bij" in words) == (found.rank is not None)
    assert ("is geen top 3 bekend" in words) == (visitor not in case.wishers)
    assert (" is sterk waar " in words) == (told > 0)
    if met:
        assert {*met.words} <= {*content_words(met.asked.text).values()}
    for one in areas:
        assert one.asked.area == one.shown.area is not None
        assert one.asked in case.asked and one.shown in case.shown


@PASSING_OVER
@given(cases(least=2), st.data())
def test_another_choice_costs_what_trying_everything_says(
    case: MatchCase, data: st.DataObject
) -> None:
    found = solved(case)
    assume(isinstance(found, Proposal) and found.couples)
    assert isinstance(found, Proposal)
    couple = data.draw(st.sampled_from(found.couples))
    hosts = runners_up(case, found.couples, couple)
    assume(hosts)
    choice, worth = other_choice(found, couple, hosts[0]), Worth(case)
    possible = [
        one for one in everything(case.ruled(without=[
            rule for rule in case.rules if (rule.visitor, rule.host) == couple.pair
        ]))
        if (couple.visitor, hosts[0]) in {other.pair for other in one}
        and couple.pair not in {other.pair for other in one}
    ]  # fmt: skip
    if not isinstance(choice.outcome, Proposal):
        assert possible == []
        return
    after = choice.outcome.couples
    assert worth.value(after) == max(map(worth.value, possible))
    best = [one for one in possible if worth.value(one) == worth.value(after)]
    assert len(set(after) & set(found.couples)) == max(
        len(set(one) & set(found.couples)) for one in best
    )
    moved = {(one.visitor, one.host) for one in choice.cost.moved} if choice.cost else set()
    before = {one.pair for one in found.couples}
    assert moved == {one.pair for one in after} - before - {(couple.visitor, hosts[0])}


def test_a_cost_is_a_sentence_about_people() -> None:
    wishes = [RankedHost("o0", "o1", 1), RankedHost("o1", "o2", 1), RankedHost("o2", "o0", 1),
              RankedHost("o0", "o2", 2)]  # fmt: skip
    found = proposal(MatchCase.of(duos(3), wishes))
    couple = Couple("o0", "o1")
    assert couple in found.couples
    choice = other_choice(found, couple, "o2")
    told = cost_sentence(choice)
    assert told == (
        "Kattenstaart gaat dan naar De Regenton (geen keuze), en niet naar Zevenhoek (eerste"
        " keuze). Zevenhoek gaat dan naar Kattenstaart (geen keuze), en niet naar De Regenton"
        " (eerste keuze)."
    )
    assert not any(char.isdigit() for char in told)


def test_a_choice_that_costs_nobody_anything() -> None:
    first, *others = (replace(one, is_visited=False) for one in duos(4))
    case = MatchCase.of([first, *(replace(one, sends=()) for one in others)])
    found = proposal(case)
    (couple,) = found.couples
    other = runners_up(case, found.couples, couple)[0]
    assert cost_sentence(other_choice(found, couple, other)) == "Niemand anders schuift op."


def test_runners_up_come_in_the_order_of_their_worth() -> None:
    wishes = [RankedHost("o0", "o2", 2), RankedHost("o0", "o1", 1), RankedHost("o0", "o3", 3)]
    case = MatchCase.of(duos(5), wishes, rules=[MatchRule("must_not", "o0", "o3")])
    assert runners_up(case, (), Couple("o0", "o1")) == ("o1", "o2", "o4")
    assert runners_up(case, (Couple("o0", "o1"),), Couple("o0", "o1")) == ("o2", "o4")


def test_what_a_fixed_couple_costs() -> None:
    wishes = [RankedHost("o0", "o1", 1), RankedHost("o1", "o2", 1), RankedHost("o2", "o0", 1)]
    case = MatchCase.of(duos(3), wishes, rules=[MatchRule("fixed", "o0", "o2")])
    found = proposal(case)
    cost = of_fixing(found, Couple("o0", "o2"))
    assert cost is not None
    assert {(one.visitor, one.host) for one in cost.moved} == {("o0", "o1"), ("o1", "o2"),
                                                                ("o2", "o0")}  # fmt: skip
    assert of_fixing(found, Couple("o1", "o0")) is None


@PASSING_OVER
@given(cases(least=2), st.data())
def test_a_difference_leads_from_one_to_the_other(case: MatchCase, data: st.DataObject) -> None:
    every = list(everything(case))
    assume(every)
    before, after = data.draw(st.sampled_from(every)), data.draw(st.sampled_from(every))
    found = difference(case, before, after)
    then, now = {one.pair for one in before}, {one.pair for one in after}
    assert {(one.visitor, one.host) for one in found.moved} == now - then
    for one in found.moved:
        assert one.both_ways == ((one.host, one.visitor) in now)
        assert one.rank == case.rank_of.get((one.visitor, one.host))
    for pair in found.released:
        assert {pair, pair[::-1]} <= then and not {pair, pair[::-1]} <= now
    for pair in found.to_and_fro:
        assert {pair, pair[::-1]} <= now and not {pair, pair[::-1]} <= then


def test_the_sentence_on_top() -> None:
    wishes = [RankedHost("o0", "o1", 1), RankedHost("o1", "o2", 1), RankedHost("o2", "o0", 2),
              RankedHost("o3", "o2", 3)]  # fmt: skip
    case = MatchCase.of(duos(5), wishes)
    circle = [Couple("o0", "o1"), Couple("o1", "o2"), Couple("o2", "o0")]
    assert overview(reasons(case, circle)) == (
        "Twee eerste keuzes, één tweede. Niemand over en weer."
    )
    both = [Couple("o2", "o3"), Couple("o3", "o2"), Couple("o4", "o0")]
    assert overview(reasons(case, both)) == (
        "Eén derde, één buiten de keuzes. Van één is geen top 3 bekend."
        " Knikkerzak en Zevenhoek gaan over en weer."
    )
    assert overview([]) == ""


def test_words_are_met_by_their_stem_and_without_accents() -> None:
    one, other = (
        content_words("In de stráten wonen gezinnen"),
        content_words("Een gezin, een straat"),
    )
    assert set(one) & set(other) == set(other)
    assert content_words("Wat doen wij hier en hoe?") == {}


def test_what_most_say_tells_nobody_apart() -> None:
    said = [(f"o{at}", "Ouders en koffie") for at in range(3)] + [("o3", "Koffie met Ayşe")]
    assert said_by_most(said) >= set(content_words("ouders koffie"))
    assert "ayse" not in "".join(said_by_most(said))
    assert said_by_most(said[:3]) == frozenset()


def test_a_second_choice_wins_only_by_what_is_shared() -> None:
    assert rank_points(1) - rank_points(2) < MOST_AFFINITY < rank_points(1) - rank_points(3)


def test_each_demand_of_a_proposal_is_met() -> None:
    case = MatchCase.of(duos(6))
    found = proposal(case)
    assert all(is_met(case, one, found.couples) for one in demands(case))
