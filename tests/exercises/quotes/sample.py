"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.quotes.config import QuotesConfig
from exercises.quotes.model import CONSENT, CONSENTS, TEXT, TURN, key_of
from state.models import FACILITATOR


def answers(config: QuotesConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody wrote; of five one after the other allows everything, less, nothing, and says
    nothing; one changed the words after choosing. The second quote is on the screen."""
    found = []
    ways = [*CONSENTS, None, "changed"]
    for number, person in enumerate(people):
        text = f"Onze deur staat nu open. <b>{number}</b> مرحبا"
        found.append(Answer(person, TEXT, {"text": text}))
        way = ways[number % len(ways)]
        if way == "none":
            found.append(Answer(person, CONSENT, {"consent": "none"}))
        elif way == "changed":
            found.append(Answer(person, CONSENT, {"consent": "names", "text": "Eerst dit."}))
        elif way:
            found.append(Answer(person, CONSENT, {"consent": way, "text": text}))
    if len(people) > 1:
        found.append(Answer(FACILITATOR, TURN, {"key": key_of(people[1])}))
    return found
