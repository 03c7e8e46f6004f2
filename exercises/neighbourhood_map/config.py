"""What the facilitator can edit in Kaart van de buurt, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.framework import INDICATORS
from exercises.neighbourhood_map import content

AREA = 4
TITLE_LIMIT = 90
INDICATOR_LIMIT = 220
INDICATORS_LIMIT = 12
QUESTION_LIMIT = 200
QUESTIONS_LIMIT = 6


@dataclass(frozen=True)
class MapConfig:
    """The question of the map, what to read first, and what to talk about.

    `indicators`: read before the pawns are placed, when `show_indicators`. `hide_first`: pawns
    stay hidden until the facilitator shows them.
    """

    title: str = content.TITLE
    indicators: tuple[str, ...] = INDICATORS[AREA]
    show_indicators: bool = True
    questions: tuple[str, ...] = content.QUESTIONS
    hide_first: bool = False

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "title": self.title, "indicators": self.indicators,
            "show_indicators": self.show_indicators, "questions": self.questions,
            "hide_first": self.hide_first,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> MapConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            stored["title"], tuple(stored["indicators"]), stored["show_indicators"],
            tuple(stored["questions"]), stored["hide_first"],
        )  # fmt: skip

    @property
    def to_read(self) -> tuple[str, ...]:
        """The indicators as far as they are wanted."""
        return self.indicators if self.show_indicators else ()


def usual() -> MapConfig:
    """The question and indicators of the method."""
    return MapConfig()
