"""What waits at home, and what people gave."""

from __future__ import annotations

from exercises.gift_sequels.views_home import own_answers, waiting
from tests.exercises.gift_sequels.rooms import GIFT, SENTENCE, room, written


def test_the_first_gift_without_a_word_waits() -> None:
    asked = waiting(room("phone", me="greet"))
    assert asked is not None and "De Vensterbank" in asked.question
    asked = waiting(room("phone", [written()], me="greet"))
    assert asked is not None and "ons allemaal" in asked.question
    both = [written(), written("", "e:v2", nothing=True)]
    assert waiting(room("phone", both, me="greet")) is None
    assert waiting(room("phone", me="lien")) is None


def test_the_own_answers_are_those_of_the_organisation() -> None:
    (own,) = own_answers(room("phone", [written()], me="greet"))
    assert (own.author, own.text) == ("o0", SENTENCE)
    assert f"gift.{GIFT}:text" in own.slots
    assert not list(own_answers(room("phone", [written()], me="lien")))
