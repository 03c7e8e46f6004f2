"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer
from exercises.neighbourhood_map.config import MapConfig
from state.models import FACILITATOR


def answers(config: MapConfig, people: Sequence[str]) -> list[Answer]:
    """Three organisations stand on the map, two of them moved, and each said why."""
    found = [
        Answer(FACILITATOR, "map.open", {"party": "", "told": [["o1", 1, 10], ["o9", 2, None]]}),
        Answer(FACILITATOR, "map.page", {"page": 1}),
    ]
    for number in range(3):
        own = f"o{number}"
        # In the contract test every third person is of the same organisation.
        by = people[number] if number < len(people) else FACILITATOR
        found.append(Answer(own, "map.1", {"x": 300.0 + number, "y": 400.0}, by=by, order=number))
        found.append(Answer(own, "map.why1", {"text": "@daarom מפני ש"}, by=by, order=9 + number))
        if number:
            found.append(Answer(own, "map.2", {"x": 900.0, "y": 600.5}, by=by, order=20 + number))
            found.append(Answer(own, "map.why2", {"text": "<i>nu</i>"}, by=by, order=30 + number))
    return found
