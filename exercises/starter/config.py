"""What the facilitator can edit in Beginoefening, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from exercises.kit.rules.naming import Visibility
from exercises.starter import content
from state.language import _
from state.text_rules import one_line

ASK_LIMIT = 90
QUESTION_LIMIT = 120
QUESTIONS_LIMIT = 4


# Next: a field for each thing that the facilitator may change; once agendas hold this, another form
# of it gets another version, and `from_json` reads both.
@dataclass(frozen=True)
class StarterConfig:
    """What is asked, the `questions` for the talk, and who is named beside a sentence."""

    ask: str = content.ASK
    questions: tuple[str, ...] = content.QUESTIONS
    visibility: Visibility = "names"

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "ask": self.ask, "questions": self.questions,
            "visibility": self.visibility,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> StarterConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(stored["ask"], tuple(stored["questions"]), stored["visibility"])


def with_ask(config: StarterConfig, typed: str) -> StarterConfig:
    """Change what is asked; Refused when empty or too long."""
    return replace(config, ask=one_line(typed, ASK_LIMIT, _("De vraag")))
