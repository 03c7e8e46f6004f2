"""What the facilitator can edit in the sequels of gifts, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from exercises.gift_sequels import content
from state.language import _
from state.text_rules import one_line

ASK_LIMIT = 100


@dataclass(frozen=True)
class SequelsConfig:
    """What is asked of each gift, the `questions` for the talk, and until when people may write at
    home: an ISO date, or ""."""

    ask: str = content.ASK
    questions: tuple[str, ...] = content.QUESTIONS
    until: str = ""

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {"version": 1, "ask": self.ask, "questions": self.questions, "until": self.until}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> SequelsConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(stored["ask"], tuple(stored["questions"]), stored["until"])


def with_ask(config: SequelsConfig, typed: str) -> SequelsConfig:
    """Change what is asked; Refused when empty or too long."""
    return replace(config, ask=one_line(typed, ASK_LIMIT, _("De vraag")))


def with_date(config: SequelsConfig, until: date | None) -> SequelsConfig:
    """Change the day until which people may go on at home; None for no day."""
    return replace(config, until=until.isoformat() if until else "")
