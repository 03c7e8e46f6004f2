"""What the facilitator can edit in Top en flop domino, to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.domino import content
from exercises.kit.rules.naming import Visibility
from state import pasted
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

INTRO_LIMIT = 200
QUESTION_LIMIT = 300
QUESTIONS_LIMIT = 8


@dataclass(frozen=True)
class DominoConfig:
    """The question people write to, the questions for the talk, and who is named.

    `own_start`: people may put their stone on the table themselves, not only against another one.
    """

    intro: str = content.INTRO
    questions: tuple[str, ...] = content.QUESTIONS
    visibility: Visibility = "names"
    own_start: bool = True

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "intro": self.intro, "questions": self.questions,
            "visibility": self.visibility, "own_start": self.own_start,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> DominoConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            stored["intro"], tuple(stored["questions"]), stored["visibility"], stored["own_start"]
        )


def intro(typed: str) -> str:
    """The words above the stone, from what was typed; Refused when empty or too long."""
    return one_line(typed, INTRO_LIMIT, _("De inleiding"))


def questions(typed: str) -> tuple[str, ...]:
    """The questions for the talk, one on each line; Refused when one is too long, or too many."""
    found = tuple(one_line(item, QUESTION_LIMIT, _("De vraag")) for item in pasted.items(typed))
    if len(found) > QUESTIONS_LIMIT:
        raise Refused(
            _("Er passen hoogstens {limit} vragen. Nu staan er {count}.").format(
                limit=QUESTIONS_LIMIT, count=len(found)
            )
        )
    return found
