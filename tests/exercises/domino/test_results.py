"""The halves that others recognised, of stones on the table."""

from __future__ import annotations

from exercises.contract import Answer, Member, Party, Phase
from exercises.domino import EXERCISE
from exercises.engine.readers import Asker
from exercises.results import SharedMoment
from tests.exercises.asking import results_for

PARTIES = (Party("o1", "De Brug", "", 1),)
PEOPLE = {one: Member(one, one, "o1", "De Brug", 1, "staat") for one in ("an", "bo", "cas", "dre")}


def stone(person: str, against: str = "", shared: str = "", *, on: bool = True) -> list[Answer]:
    number = list(PEOPLE).index(person) + 1
    lay = {"on": on, "number": number, "half": "top", "shared": shared}
    if against:
        lay["against"] = against
    return [
        Answer(person, "stone.top", {"text": f"top van {person}"}),
        Answer(person, "stone.flop", {"text": f"flop van {person}"}),
        Answer(person, "stone.lay", lay, order=number),
    ]


def read(answers: list[Answer]) -> list[SharedMoment]:
    found = results_for(
        Asker("screen"), EXERCISE, Phase(stage="talk", shown=True), answers, people=PEOPLE,
        parties=PARTIES,
    )  # fmt: skip
    return [one for one in found if isinstance(one, SharedMoment)]


def test_the_most_shared_comes_first_with_the_words() -> None:
    found = read([
        *stone("an"), *stone("bo", "an", "tijd"), *stone("cas", "an", "thee"), *stone("dre"),
    ])  # fmt: skip
    assert (found[0].text, found[0].by, found[0].shared) == ("top van an", 2, ("tijd", "thee"))
    assert {one.text for one in found} == {"top van an", "top van bo", "top van cas"}


def test_a_stone_that_was_taken_back_is_told_of_nowhere() -> None:
    assert read([*stone("an"), *stone("bo", "an", "tijd", on=False)]) == []
