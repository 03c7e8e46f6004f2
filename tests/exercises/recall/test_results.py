"""What a host is told of its welcome, and what nobody is told."""

from __future__ import annotations

from dataclasses import fields

from exercises.contract import Answer, Member, Party, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.recall import EXERCISE
from exercises.recall.model import slip_key
from exercises.results import WarmWelcome
from state.models import FACILITATOR
from tests.exercises.asking import results_for

PARTIES = (Party("a", "De Brug", "", 1), Party("b", "Het Huis", "", 2))
PEOPLE = {one: Member(one, one.title(), "a", "De Brug", 1, "staat") for one in ("an", "bo", "cas")}


def slip(person: str, text: str, host: str, *, warm: bool) -> list[Answer]:
    found = [Answer(person, "q2.words", {"text": text, "host": host})]
    if warm:
        key = f"q2.warm-{slip_key(person, 'q2')}"
        found.append(Answer(FACILITATOR, key, {"on": True, "text": text}))
    return found


ANSWERS = [
    *slip("an", "soep, nog voor de uitleg", "b", warm=True), *slip("bo", "stijf", "b", warm=False),
    *slip("cas", "bij mijn oma", "", warm=True),
]  # fmt: skip


def read(asker: Asker) -> list[WarmWelcome]:
    found = results_for(asker, EXERCISE, Phase(6, "on"), ANSWERS, people=PEOPLE, parties=PARTIES)
    assert all(isinstance(one, WarmWelcome) for one in found)
    return [one for one in found if isinstance(one, WarmWelcome)]


def test_what_the_group_marked_is_the_hosts_and_everybody_reads_it() -> None:
    for asker in (FOR_OTHERS, Asker("screen"), Asker("phone", PEOPLE["bo"])):
        (found,) = read(asker)
        assert (found.organisation, found.text, found.area) == ("b", "soep, nog voor de uitleg", 1)
        assert found.about == "Hoe werd je begroet?" and found.origin.step == "q2"


def test_nobody_is_told_whose_words_they_are() -> None:
    told = [str(getattr(one, field.name)) for one in read(FOR_OTHERS) for field in fields(one)]
    assert "an" not in told and "An" not in told and "De Brug" not in told
