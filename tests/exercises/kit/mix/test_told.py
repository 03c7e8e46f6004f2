from __future__ import annotations

from hypothesis import given

from exercises.kit.mix.case import MixCase
from exercises.kit.mix.effect import effect
from exercises.kit.mix.proposing import proposed
from exercises.kit.mix.seen import seen
from exercises.kit.mix.told import (
    effect_sentences,
    lacking_sentence,
    people_sentence,
    places_sentence,
    proposal_sentence,
)
from tests.exercises.kit.mix.candidates import FOUR, cases

AREAS = {1: "ontmoeten", 2: "meedoen", 3: "verbinden", 4: "buurt"}


def test_people_against_the_limit() -> None:
    assert people_sentence(seen(FOUR, ["r", "a"])) == "Vier van de 6 mensen"
    narrow = MixCase(FOUR.candidates, 3)
    assert people_sentence(seen(narrow, ["r", "a"])) == "Vier van de 3 mensen, één te veel"


def test_places_and_what_lacks() -> None:
    found = seen(FOUR, ["r", "a", "l"])
    assert places_sentence(found.regions) == "Oude Haven 2, Kerkakker 1"
    assert lacking_sentence(found) == "Nog niet erbij: school."
    assert lacking_sentence(seen(FOUR, ["r", "a", "s"])) == ""


def test_an_effect_before_and_after_the_choice() -> None:
    before = effect_sentences(effect(FOUR, ["r", "a"], "s"), FOUR, AREAS, is_in=False)
    assert before == (
        "Er komt een soort bij: school.",
        "Er komt een streek bij: Sluiswijk.",
        "Toont als enige iets over verbinden.",
        "Kan als enige iets tonen over de vraag van De Regenton:"
        " ‘Hoe kunnen wij tieners betrekken?’",
        "Nog niet heel het team staat erachter.",
    )
    after = effect_sentences(effect(FOUR, ["r", "a", "s"], "s"), FOUR, AREAS, is_in=True)
    assert after[0] == "Is de enige van deze soort: school."


def test_a_proposal_names_who_comes_with_it() -> None:
    assert proposal_sentence(FOUR, proposed(MixCase(FOUR.candidates, 5))) == (
        "Dan dekt de groep het meest: Stapsteen erbij."
    )
    everybody = MixCase(FOUR.chosen("yes"), 16)
    assert proposal_sentence(everybody, proposed(everybody)) == (
        "Iedereen die geen nee kreeg, is er al bij."
    )
    too_many = MixCase(FOUR.candidates, 2)
    assert proposal_sentence(too_many, proposed(too_many)) == (
        "Met wie al ja kreeg, zijn er twee mensen te veel. Kies eerst wie plaats maakt."
    )


@given(cases())
def test_every_candidate_can_be_told(case: MixCase) -> None:
    ids = [one.id for one in case.chosen("yes")]
    for one in case.candidates:
        told = effect_sentences(effect(case, ids, one.id), case, AREAS, is_in=one.id in ids)
        assert all(told) and all("{" not in line for line in told)
