"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer, Json, Role
from exercises.recall.config import RecallConfig
from exercises.recall.content import FEELINGS
from exercises.recall.model import slip_key
from state.models import FACILITATOR

_WORDS = ("met mijn voornaam", "👋 <b>dag</b>", "מי שם", "kort, ze hadden het druk")


def answers(config: RecallConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody wrote at two questions and most felt something; every third slip is warm. The last
    person remembers a place outside the track."""
    found = []
    for question in config.questions[:2] if people else ():
        for number, person in enumerate(people):
            text = f"{_WORDS[number % 4]} {number}"
            host = "" if person == people[-1] else "o0"
            found.append(Answer(person, f"{question.key}.words", {"text": text, "host": host}))
            if number % 3 == 0:
                mark = f"{question.key}.warm-{slip_key(person, question.key)}"
                found.append(Answer(FACILITATOR, mark, {"on": True, "text": text}))
            if number % 4:
                feeling = list(FEELINGS)[number % len(FEELINGS)]
                payload = {"feeling": feeling, "host": ""}
                found.append(Answer(person, f"{question.key}.feeling", payload))
    if people:
        found += [
            Answer(people[-1], "host.pick", {"host": ""}),
            Answer(FACILITATOR, "listen.now", {"n": 2}),
            Answer(FACILITATOR, f"{config.questions[0].key}.page", {"n": 1}),
        ]
    return found


def sends(role: Role, data: Json) -> list[tuple[str, Json]]:
    """Marking each slip, and taking each mark away, on the console."""
    slips = data.get("slips", []) if role == "console" else []
    return [(one["slot"], {"on": on, "text": one["text"]}) for one in slips for on in (True, False)]
