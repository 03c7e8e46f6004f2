"""Changes of the list of questions, pure: what was pasted, changed, moved, taken away."""

from __future__ import annotations

from dataclasses import replace

from exercises.duo_conversation.config import QUESTIONS_LIMIT, DuoConfig, Question, question
from exercises.kit.rules.listed import moved, read_pasted
from state.language import _
from state.problems import Refused


def read(text: str) -> tuple[Question, ...]:
    """The questions of a pasted list. Refused when there is none, or one doesn't fit."""
    return read_pasted(
        text, question, nothing=_("Typ of plak eerst een vraag."),
        unfit=_("Vraag {number} van je lijst: {reason}"),
    )  # fmt: skip


def add_pasted(config: DuoConfig, text: str) -> DuoConfig:
    """Add a pasted list at the end."""
    return _with(config, (*config.questions, *read(text)))


def replace_pasted(config: DuoConfig, text: str) -> DuoConfig:
    """Put a pasted list in the place of the present one; a text that stays keeps its key."""
    present = {item.text: item for item in config.questions}
    return _with(config, tuple(present.pop(item.text, item) for item in read(text)))


def with_text(config: DuoConfig, key: str, text: str) -> DuoConfig:
    """Change the text of one question; Refused when it doesn't fit."""
    return replace(
        config,
        questions=tuple(question(text, q.key) if q.key == key else q for q in config.questions),
    )


def without(config: DuoConfig, key: str) -> DuoConfig:
    """Take one question away."""
    return replace(config, questions=tuple(q for q in config.questions if q.key != key))


def move(config: DuoConfig, key: str, by: int) -> DuoConfig:
    """Move a question up (negative) or down; a key that is gone changes nothing."""
    return replace(config, questions=moved(config.questions, key, by))


def _with(config: DuoConfig, questions: tuple[Question, ...]) -> DuoConfig:
    if len(questions) > QUESTIONS_LIMIT:
        raise Refused(
            _("Er passen hoogstens {limit} vragen in de lijst. Dit worden er {count}.").format(
                limit=QUESTIONS_LIMIT, count=len(questions)
            )
        )
    return replace(config, questions=questions)
