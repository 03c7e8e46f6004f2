"""Answers to a configuration with two visits and a story of its own, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Answer, Json, NotebookEntry, Role, TrackVisit
from exercises.lenses.config import ExtraStory, LensesConfig, usual, with_track
from exercises.lenses.model import remark_key
from state.models import FACILITATOR

VISITS = (
    TrackVisit("v1", host="o1", visitor="o0", state="done", announced=True),
    TrackVisit("v2", host="o2", visitor="o1", announced=True),
    TrackVisit("v3", host="o0", visitor="o2", announced=True, state="called_off"),
)
CONFIG: LensesConfig = with_track(
    replace(usual(), extra=(ExtraStory("x1", "Een bezoek van lang geleden", "o2"),)), VISITS
)
NOTES = (
    NotebookEntry(
        "n1", "v1", "p0", "client-n1", "note", "Eerst aan tafel.", None, None, "", True,
        "2026-11-20", "2026-11-20T10:00:00", ("p1",),
    ),
)  # fmt: skip
_WORDS = ("Wie eet hier nooit mee?", "👋 <b>dag</b>", "מי שם", "De vrijwilligers kennen elke naam.")


def answers(config: LensesConfig, people: Sequence[str]) -> list[Answer]:
    """Lenses are dealt to everybody for two stories, most said something, one remark is large."""
    if not people:
        return []
    lenses = [one.key for one in config.lenses]
    found, order = [], 0
    for story in ("v1", "x1"):
        held = {one: lenses[at % len(lenses)] for at, one in enumerate(people)}
        found.append(Answer(FACILITATOR, f"{story}.dealt", {"held": held}, order=order))
        for number, person in enumerate(people):
            if number % 3 == 2:
                continue
            order += 1
            payload: Json = {
                "text": f"{_WORDS[number % 4]} {number}", "lens": held[person],
                "kind": "question" if number % 2 else "remark", "prompt": "",
                "area": number % 5 or None,
                "key": remark_key(person, f"{story}.said-1"),
            }  # fmt: skip
            found.append(Answer(person, f"{story}.said-1", payload, order=order))
    key = remark_key(people[0], "v1.said-1")
    return [
        *found,
        Answer(people[0], "v1.told", {"text": "Eerst aan tafel.\nPas daarna het formulier."}),
        Answer("o0", "v1.card-n1~p1", {"on": True, "n": 1}, by=people[0]),
        Answer("o0", "v1.at", {"at": 1}, order=order + 1, by=people[0]),
        Answer("o0", f"v1.pick-{key}", {"on": True, "open": True}, order=order + 2, by=people[0]),
        Answer(FACILITATOR, "v2.by", {"who": "host"}, order=order + 3),
        Answer(FACILITATOR, "v1.shelf", {"at": 0}, order=order + 4),
    ]


def sends(role: Role, data: Json) -> list[tuple[str, Json]]:
    """Choosing each remark to answer, and putting it back, on the console and phones of tellers."""
    said = [one for lens in data.get("remarks", []) for one in lens["said"]]
    return [(one["slot"], {"on": on, "open": on}) for one in said for on in (True, False)]
