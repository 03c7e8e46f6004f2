"""What the facilitator can edit in acties, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from exercises.actions import content
from state.language import _
from state.text_rules import one_line

LABEL_LIMIT = 14
QUESTION_LIMIT = 120


@dataclass(frozen=True)
class ActionAsk:
    """A step of an action: its title and its question. `key` stays when the words change."""

    key: str
    label: str
    question: str


@dataclass(frozen=True)
class ActionsConfig:
    """What is asked of an action. `until`: by which ISO day it may be completed at home, or ""."""

    asks: tuple[ActionAsk, ...]
    until: str = ""

    def ask(self, key: str) -> ActionAsk:
        """The step of that key; KeyError for one that there is not."""
        return {one.key: one for one in self.asks}[key]

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "until": self.until,
            "asks": [{"key": one.key, "label": one.label, "question": one.question}
                     for one in self.asks],
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> ActionsConfig:
        """From storage. Version 1 is the only one so far."""
        asks = (ActionAsk(one["key"], one["label"], one["question"]) for one in stored["asks"])
        return cls(tuple(asks), stored["until"])


def usual() -> ActionsConfig:
    """The questions of the method."""
    return ActionsConfig(tuple(ActionAsk(*one) for one in content.ASKS))


def with_label(config: ActionsConfig, key: str, typed: str) -> ActionsConfig:
    """With another title on a step; Refused when empty or too long."""
    return _with(config, key, label=one_line(typed, LABEL_LIMIT, _("De titel")))


def with_question(config: ActionsConfig, key: str, typed: str) -> ActionsConfig:
    """With another question at a step; Refused when empty or too long."""
    return _with(config, key, question=one_line(typed, QUESTION_LIMIT, _("De vraag")))


def with_date(config: ActionsConfig, day: date | None) -> ActionsConfig:
    """With the day by which it may be completed at home, or none."""
    return replace(config, until=day.isoformat() if day else "")


def _with(config: ActionsConfig, key: str, **changes: str) -> ActionsConfig:
    asks = (replace(one, **changes) if one.key == key else one for one in config.asks)
    return replace(config, asks=tuple(asks))
