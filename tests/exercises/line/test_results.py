"""What an organisation is told of its own people on the line, and who else is told what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.contract import Answer, Member, Party, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.kit.rules import stances
from exercises.line import EXERCISE
from exercises.line.config import LineConfig, Statement
from exercises.line.results import results
from exercises.results import LinePosition, Stance
from tests.exercises.asking import results_for

CONFIG = LineConfig((Statement("s1", "Welkom."), Statement("s2", "Samen.", 2)))
PARTIES = (Party("o1", "De Brug", "", 1), Party("o2", "Het Huis", "", 2))
PEOPLE = {
    one: Member(one, one.title(), org, org, 1, "staat")
    for one, org in (("an", "o1"), ("bo", "o1"), ("cas", "o2"))
}
BEGUN = Phase()
ANSWERS = [
    Answer("an", "s1.1", {"at": 0.1}), Answer("bo", "s1.1", {"at": 0.9}),
    Answer("bo", "s1.why", {"text": "Iedereen <b>telt</b>"}), Answer("cas", "s1.1", {"at": 0}),
    Answer("bo", "s2.1", {"at": 0.5}),
]  # fmt: skip


def read(
    asker: Asker, shown_as: str, answers: list[Answer] = ANSWERS, phase: Phase = BEGUN
) -> list[Stance]:
    found = results_for(
        asker, EXERCISE, phase, answers, people=PEOPLE, parties=PARTIES,
        config=replace(CONFIG, visibility=shown_as),  # type: ignore[arg-type]
    )  # fmt: skip
    return [one for one in found if isinstance(one, Stance)]


def phone(me: str, *, checked: bool = True) -> Asker:
    return Asker("phone", PEOPLE[me], checked)


def said(shown_as: str, area: int = 1, me: str = "an", *, checked: bool = True) -> str:
    found = read(phone(me, checked=checked), shown_as)
    of_area = [one for one in found if one.area == area]
    return " ".join(stances.told(of_area, PEOPLE[me]))


def test_with_names_the_own_people_are_told_and_nobody_else() -> None:
    text = said("names")
    assert "Jij stond bij ‘niet akkoord’." in text
    assert "Bo" in text and "bij ‘akkoord’" in text and "Iedereen <b>telt</b>" in text
    assert "Cas" not in text and "Samen" not in text
    assert "in het midden" in said("names", area=2)


def test_where_only_organisations_were_shown_nobody_is_named() -> None:
    text = said("organisations")
    assert "Bo" not in text and "Iemand van jullie stond bij ‘akkoord’." in text
    assert {one.person for one in read(phone("an"), "organisations")} == {"an", ""}


@pytest.mark.parametrize("me", ["an", "bo"])
def test_where_nobody_was_shown_one_reads_only_of_oneself(me: str) -> None:
    text = said("nobody", me=me)
    assert text.count("stond") == 1 and "Jij stond" in text
    assert ("telt" in text) == (me == "bo")


def test_a_phone_that_nobody_checked_reads_what_a_colleague_may() -> None:
    assert said("nobody", checked=False) == ""
    text = said("organisations", checked=False)
    assert "Jij" not in text and text.count("Iemand van jullie stond") == 2


def test_two_who_stood_at_the_same_place_are_both_told() -> None:
    same = [Answer(one, "s1.1", {"at": 0.9}) for one in ("an", "bo")]
    found = read(FOR_OTHERS, "organisations", same)
    assert [(one.organisation, one.person, one.name) for one in found] == [("o1", "", "")] * 2


def test_the_facilitator_reads_who_stood_where_as_far_as_it_was_shown() -> None:
    named = read(FOR_OTHERS, "names")
    assert {one.name for one in named} == {"An", "Bo", "Cas"}
    for one in read(FOR_OTHERS, "nobody"):
        assert (one.organisation, one.person, one.name) == ("", "", "")
    hidden = Phase(options={"visibility": "nobody"})
    assert {one.name for one in read(FOR_OTHERS, "names", phase=hidden)} == {""}


def test_the_screen_and_other_organisations_read_nothing() -> None:
    assert read(Asker("screen"), "names") == []
    assert {one.person for one in read(phone("cas"), "names")} == {"cas"}


def test_nothing_comes_of_a_view_with_hidden_places() -> None:
    view = EXERCISE.fold(CONFIG, ANSWERS)
    assert list(results(CONFIG, EXERCISE.public(view, Phase(), "phone", PEOPLE["an"]))) == []
    assert list(results(CONFIG, EXERCISE.public(view, Phase(), "screen", None))) == []


def test_who_was_taken_away_stands_nowhere() -> None:
    gone = [*ANSWERS, Answer("dee", "s1.1", {"at": 0.2})]
    assert read(FOR_OTHERS, "names", gone) == read(FOR_OTHERS, "names")


def positions(phase: Phase, **shown_as: object) -> list[LinePosition]:
    found = results_for(
        Asker("screen"), EXERCISE, phase, [*ANSWERS, Answer("an", "s1.2", {"at": 0.7})],
        people=PEOPLE, parties=PARTIES, config=replace(CONFIG, **shown_as),  # type: ignore[arg-type]
    )  # fmt: skip
    return [one for one in found if isinstance(one, LinePosition)]


def test_everybody_reads_where_people_stood_and_nobody_who() -> None:
    found = positions(Phase(step=0, stage="look", shown=True), visibility="names")
    assert sorted((one.about, one.at, one.before) for one in found) == [
        ("Samen.", 0.5, None), ("Welkom.", 0, None), ("Welkom.", 0.7, 0.1), ("Welkom.", 0.9, None),
    ]  # fmt: skip
    assert all(not one.person and not one.name and not one.organisation for one in found)
    assert len({one.pseudonym for one in found}) == 4


def test_places_that_the_room_does_not_see_yet_are_told_nowhere() -> None:
    found = positions(Phase(step=0, stage="choose", shown=False))
    assert {one.about for one in found} == {"Samen."}
