from __future__ import annotations

from hypothesis import given

from exercises.kit.mix.case import MixCase
from exercises.kit.mix.seen import CountedPlace, seen
from tests.exercises.kit.mix.candidates import ACHTEROM, FOUR, LINDE, REGENTON, STAPSTEEN, cases


def test_a_mix_tells_people_places_and_what_lacks() -> None:
    found = seen(FOUR, ["r", "a"])
    assert (found.people, found.free) == (4, 2)
    assert found.regions == (CountedPlace("Oude Haven", 1), CountedPlace("Kerkakker", 1))
    assert found.lacking == ("School",)
    assert found.shown == {1: (REGENTON,), 2: (ACHTEROM,), 3: (), 4: ()}


def test_two_spellings_of_a_place_are_one() -> None:
    assert seen(FOUR, ["r", "l"]).regions == (CountedPlace("Oude Haven", 2),)


def test_a_question_is_answered_only_by_who_is_in_the_mix() -> None:
    alone = seen(FOUR, ["r", "a"])
    assert [one.candidate for one in alone.unanswered] == ["r"]
    assert seen(FOUR, ["r", "a", "s"]).unanswered == ()


def test_a_question_that_several_could_answer_says_who() -> None:
    also = type(LINDE)("x", "Nog een", 2, shows={4: "Tieners op straat"})
    case = MixCase((*FOUR.candidates, also), 6)
    ((asked, who),) = seen(case, ["r", "s", "x"]).answered.items()
    assert asked.candidate == "r" and who == ("s", "x")


def test_nobody_answers_the_own_question() -> None:
    own = type(LINDE)("x", "Eigen", shows={1: "Soep"}, questions=("Hoe maken wij soep?",))
    assert len(seen(MixCase((own,)), ["x"]).unanswered) == 1


def test_what_was_refused_lacks_no_longer() -> None:
    refused = type(LINDE)("x", "Nee", sector="Zorg", verdict="no")
    assert seen(MixCase((REGENTON, refused)), ["r"]).lacking == ()


@given(cases())
def test_every_question_of_the_mix_is_counted_once(case: MixCase) -> None:
    everybody = [one.id for one in case.candidates]
    found = seen(case, everybody)
    once = [one for one in case.questions if len(case.answering(one, everybody)) == 1]
    assert len(found.unanswered) + len(found.answered) + len(once) == len(case.questions)
    assert sum(one.people for one in found.members) == found.people
    assert STAPSTEEN not in found.members
