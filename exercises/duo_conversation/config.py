"""What the facilitator can edit in Duo-gesprek, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.duo_conversation import content
from state.ids import new_id
from state.language import _
from state.text_rules import one_line

QUESTION_LIMIT = 300
QUESTIONS_LIMIT = 30
ROUNDS_LIMIT = 10
MINUTES_LIMIT = 60


@dataclass(frozen=True)
class Question:
    """A question to talk about. `key` stays when the text or order changes."""

    key: str
    text: str


@dataclass(frozen=True)
class DuoConfig:
    """The questions of each round; how many rounds, each with new pairs; minutes of one round."""

    questions: tuple[Question, ...]
    rounds: int = 2
    minutes: int = 15

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "questions": [{"key": item.key, "text": item.text} for item in self.questions],
            "rounds": self.rounds, "minutes": self.minutes,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> DuoConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            tuple(Question(item["key"], item["text"]) for item in stored["questions"]),
            stored["rounds"], stored["minutes"],
        )  # fmt: skip


def usual() -> DuoConfig:
    """The eight questions of the method."""
    return DuoConfig(
        tuple(Question(f"q{number}", text) for number, text in enumerate(content.QUESTIONS, 1))
    )


def question(text: str, key: str = "") -> Question:
    """A question from what was typed; Refused when empty or too long."""
    return Question(key or new_id(), one_line(text, QUESTION_LIMIT, _("De vraag")))
