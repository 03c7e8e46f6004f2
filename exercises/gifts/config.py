"""What the facilitator can edit in Cadeautjestijd, to and from JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from exercises.gifts import content

VISITS_LIMIT = 60
MOST_VISITORS = 20
USUAL_VISITORS = 2


@dataclass(frozen=True)
class GiftVisit:
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
    """Who visited whom, and questions for the talk after a gift. `gone`: visits that were taken off
    the list while there was something in their gift."""

    visits: tuple[GiftVisit, ...] = ()
    questions: tuple[str, ...] = content.QUESTIONS
    gone: tuple[GiftVisit, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "visits": _stored(self.visits), "gone": _stored(self.gone),
            "questions": self.questions,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> GiftsConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            _visits(stored["visits"]), tuple(stored["questions"]), _visits(stored.get("gone", ()))
        )


def _stored(visits: tuple[GiftVisit, ...]) -> list[dict[str, Any]]:
    return [{"key": v.key, "visitor": v.visitor, "host": v.host, "count": v.count} for v in visits]


def _visits(stored: Iterable[dict[str, Any]]) -> tuple[GiftVisit, ...]:
    return tuple(GiftVisit(v["key"], v["visitor"], v["host"], v["count"]) for v in stored)
