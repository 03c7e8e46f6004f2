"""What the facilitator can edit in Kaart van de buurt, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.neighbourhood_map import content
from state.framework import Framework
from state.method import INDICATORS

AREA = 4
TITLE_LIMIT = 90
INDICATOR_LIMIT = 220
INDICATORS_LIMIT = 12
QUESTION_LIMIT = 200
QUESTIONS_LIMIT = 6


@dataclass(frozen=True)
class MapConfig:
    """The question of the map, what to read first, and what to talk about.

    `indicators`: read before the pawns are placed, when `show_indicators`; None for those that the
    track has for this area. `hide_first`: pawns stay hidden until the facilitator shows them.
    """

    title: str = content.TITLE
    indicators: tuple[str, ...] | None = None
    show_indicators: bool = True
    questions: tuple[str, ...] = content.QUESTIONS
    hide_first: bool = False

    def to_json(self) -> dict[str, Any]:
        """As stored, version 2."""
        return {
            "version": 2,
            "title": self.title, "indicators": self.indicators,
            "show_indicators": self.show_indicators, "questions": self.questions,
            "hide_first": self.hide_first,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> MapConfig:
        """From storage. Version 1 had the indicators of the method written out."""
        own = stored["indicators"]
        usual_ones = own is None or (stored["version"] == 1 and tuple(own) == INDICATORS[AREA])
        return cls(
            stored["title"], None if usual_ones else tuple(own), stored["show_indicators"],
            tuple(stored["questions"]), stored["hide_first"],
        )  # fmt: skip

    def to_read(self, framework: Framework) -> tuple[str, ...]:
        """The indicators as far as they are wanted: the exercise's own, or those of the track."""
        if not self.show_indicators:
            return ()
        return framework.indicators(AREA) if self.indicators is None else self.indicators


def usual() -> MapConfig:
    """The question and indicators of the method."""
    return MapConfig()
