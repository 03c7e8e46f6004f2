"""A visit of the track, and answers to the sentences of the method, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Answer, TrackVisit
from exercises.open_stance.config import StanceConfig, usual

# Organisation n of the contract test holds every third person, from number n on.
VISITS = (TrackVisit("v1", "o0", "o1", announced=True), TrackVisit("v2", "o2", "o0"))
CONFIG = replace(usual(), visits=VISITS)


def answers(config: StanceConfig, people: Sequence[str]) -> list[Answer]:
    """Everybody turns the first sentence round and brings one; one couple agrees something."""
    found = []
    for at, person in enumerate(people):
        found += [
            Answer(person, "e1.after", {"text": f"Hoe is dit gegroeid? {at} مرحبا 👋"}),
            Answer(person, "own.before", {"text": f"Waarom doen jullie dat? {at}"}),
            Answer(person, "own.after", {"text": f"<b>Wat</b> bracht jullie hiertoe? {at}"}),
            Answer(person, "e1.change", {"text": f"Er komt een verhaal. {at}"}),
        ]
    if people:
        by = (*people[1::3], people[0])[0]
        found += [
            Answer("v1", "sheet.v1:when", {"text": "Elke dag een kwartier."}, by=by),
            Answer("v1", "sheet.v1:hear", {"text": "x" * 300, "long": True}, by=by),
        ]
    return [
        Answer(one.author, one.slot, one.payload, one.by_hand, at, one.by)
        for at, one in enumerate(found)
    ]
