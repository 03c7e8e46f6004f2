"""What the facilitator can edit in Cadeautjestijd, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.gifts import content

VISITS_LIMIT = 60
MOST_VISITORS = 20
USUAL_VISITORS = 2


@dataclass(frozen=True)
class Visit:
    """People of one organisation were with a host. `key` never changes, since gifts are stored
    under it.

    `visitor` and `host` are ids of organisations; `count` is how many people went, from 1.
    """

    key: str
    visitor: str
    host: str
    count: int = USUAL_VISITORS


@dataclass(frozen=True)
class GiftsConfig:
    """Who visited whom, and questions for the talk after a gift."""

    visits: tuple[Visit, ...] = ()
    questions: tuple[str, ...] = content.QUESTIONS

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "visits": [
                {"key": v.key, "visitor": v.visitor, "host": v.host, "count": v.count}
                for v in self.visits
            ],
            "questions": self.questions,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> GiftsConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            tuple(Visit(v["key"], v["visitor"], v["host"], v["count"]) for v in stored["visits"]),
            tuple(stored["questions"]),
        )
