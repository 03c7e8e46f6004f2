"""What the facilitator can edit in the Inleefoefening, to and from JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from exercises.kit.rules.naming import Visibility
from exercises.recall import content
from state.ids import new_id
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

QUESTION_LIMIT = 160
QUESTIONS_LIMIT = 12
OPENING_LIMIT = 60
# Seconds of silence after a question; 0 for the facilitator's own pace.
PAUSES = (0, 20, 40, 60)


@dataclass(frozen=True)
class RecallQuestion:
    """A question that is asked aloud, and answered in a few words afterwards. `key` stays when it
    is said better or moved: answers are stored under it."""

    key: str
    text: str


@dataclass(frozen=True)
class RecallConfig:
    """The questions, the only sentence on the dark screen, the silence after a question (one of
    PAUSES), whether the laptop sounds after it, and who is named beside the words.

    `gone`: questions that were removed after people answered; the export still has them.
    """

    questions: tuple[RecallQuestion, ...]
    opening: str = content.OPENING
    pause: int = 0
    sound: bool = True
    visibility: Visibility = "nobody"
    gone: tuple[RecallQuestion, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "questions": _stored(self.questions), "gone": _stored(self.gone),
            "opening": self.opening, "pause": self.pause, "sound": self.sound,
            "visibility": self.visibility,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> RecallConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            _questions(stored["questions"]), stored["opening"], stored["pause"], stored["sound"],
            stored["visibility"], _questions(stored.get("gone", ())),
        )  # fmt: skip


def usual() -> RecallConfig:
    """The five questions of the method."""
    return RecallConfig(
        tuple(
            RecallQuestion(f"q{number}", text)
            for number, text in enumerate(content.QUESTIONS, start=1)
        )
    )


def question(text: str, key: str = "") -> RecallQuestion:
    """A question from what was typed; Refused when empty or too long."""
    return RecallQuestion(key or new_id(), one_line(text, QUESTION_LIMIT, _("De vraag")))


def with_opening(config: RecallConfig, typed: str) -> RecallConfig:
    """Change the sentence on the dark screen; Refused when empty or too long."""
    return replace(config, opening=one_line(typed, OPENING_LIMIT, _("De zin op het scherm")))


def with_pause(config: RecallConfig, seconds: int) -> RecallConfig:
    """Change the silence after a question; Refused for another than those of PAUSES."""
    if seconds not in PAUSES:
        raise Refused(_("Deze stilte kennen we niet. Kies er een uit de lijst."))
    return replace(config, pause=seconds)


def _stored(questions: tuple[RecallQuestion, ...]) -> list[dict[str, Any]]:
    return [{"key": one.key, "text": one.text} for one in questions]


def _questions(stored: Iterable[dict[str, Any]]) -> tuple[RecallQuestion, ...]:
    return tuple(RecallQuestion(one["key"], one["text"]) for one in stored)
