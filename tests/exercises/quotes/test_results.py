"""Quotes for documents and other exercises: as far as consent goes, and the own ones whole."""

from __future__ import annotations

from exercises.contract import Answer, Member, Party, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.quotes import EXERCISE
from exercises.quotes.model import CONSENT, TEXT
from exercises.results import Quote, Result
from tests.exercises.asking import results_for

PARTIES = (Party("a", "De Brug", "", 1),)
PEOPLE = {one: Member(one, one.title(), "a", "De Brug", 1, "staat") for one in ("an", "bo", "cas")}
ANSWERS = [
    Answer("an", TEXT, {"text": "Met naam."}),
    Answer("an", CONSENT, {"consent": "names", "text": "Met naam."}),
    Answer("bo", TEXT, {"text": "Zonder naam."}),
    Answer("bo", CONSENT, {"consent": "nobody", "text": "Zonder naam."}),
    Answer("cas", TEXT, {"text": "Van mij."}),
]


def read(asker: Asker) -> tuple[Result, ...]:
    phase = Phase(0, "wall", True, True)
    return results_for(asker, EXERCISE, phase, ANSWERS, people=PEOPLE, parties=PARTIES)


def test_others_read_what_is_allowed_with_the_name_that_is_allowed() -> None:
    found = {one.text: one for one in read(FOR_OTHERS) if isinstance(one, Quote)}
    assert set(found) == {"Met naam.", "Zonder naam."}
    assert (found["Met naam."].name, found["Met naam."].organisation) == ("An", "a")
    assert (found["Zonder naam."].name, found["Zonder naam."].organisation) == ("", "")


def test_each_reads_the_own_sentence_whatever_was_chosen() -> None:
    told = {one.text for one in read(Asker("phone", PEOPLE["cas"])) if isinstance(one, Quote)}
    assert "Van mij." in told
    other = {one.text for one in read(Asker("phone", PEOPLE["an"])) if isinstance(one, Quote)}
    assert "Van mij." not in other
    unchecked = read(Asker("phone", PEOPLE["cas"], checked=False))
    assert "Van mij." not in {one.text for one in unchecked if isinstance(one, Quote)}
