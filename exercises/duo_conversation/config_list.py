"""Changes of the list of questions, pure: what was pasted, changed, moved, taken away."""

from __future__ import annotations

from collections.abc import Collection

from exercises.duo_conversation.config import QUESTIONS_LIMIT, DuoConfig, Question, question
from exercises.kit.rules.listed import EntryList, read_pasted
from state.language import _

LIST = EntryList[DuoConfig, Question](
    "questions", QUESTIONS_LIMIT,
    _("Er passen hoogstens {limit} vragen in de lijst. Dit worden er {count}."),
)  # fmt: skip


def read(text: str) -> tuple[Question, ...]:
    """The questions of a pasted list. Refused when there is none, or one doesn't fit."""
    return read_pasted(
        text, question, nothing=_("Typ of plak eerst een vraag."),
        unfit=_("Vraag {number} van je lijst: {reason}"),
    )  # fmt: skip


def taken_over(config: DuoConfig, other: DuoConfig, answered: Collection[str]) -> DuoConfig:
    """The content `other` instead of the present one; the question of the moment keeps its key."""
    return LIST.taken_over(config, other, answered)


def with_text(config: DuoConfig, key: str, text: str) -> DuoConfig:
    """Change the text of one question; Refused when it doesn't fit."""
    return LIST.change(config, key, lambda one: question(text, one.key))
