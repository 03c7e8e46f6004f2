"""What the facilitator can edit in Citaten, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from exercises.quotes import content
from state.language import _
from state.text_rules import one_line

ASK_LIMIT = 120
PROMPT_LIMIT = 160
PROMPTS_LIMIT = 6


@dataclass(frozen=True)
class QuotesConfig:
    """What is asked, the `questions` that help to find a sentence, and until when people may write
    and choose at home: an ISO date, or ""."""

    ask: str = content.ASK
    questions: tuple[str, ...] = content.PROMPTS
    until: str = ""

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "ask": self.ask, "questions": self.questions, "until": self.until,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> QuotesConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(stored["ask"], tuple(stored["questions"]), stored["until"])


def with_ask(config: QuotesConfig, typed: str) -> QuotesConfig:
    """Change what is asked; Refused when empty or too long."""
    return replace(config, ask=one_line(typed, ASK_LIMIT, _("De vraag")))


def with_date(config: QuotesConfig, until: date | None) -> QuotesConfig:
    """Change the day until which people may go on at home; None for no day."""
    return replace(config, until=until.isoformat() if until else "")
