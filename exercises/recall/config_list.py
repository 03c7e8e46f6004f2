"""Changes of the list of questions, pure: what was pasted, added, moved, taken away."""

from __future__ import annotations

from collections.abc import Collection

from exercises.kit.rules.listed import EntryList, read_pasted
from exercises.recall.config import QUESTIONS_LIMIT, RecallConfig, RecallQuestion, question
from state.language import _

LIST = EntryList[RecallConfig, RecallQuestion](
    "questions", QUESTIONS_LIMIT,
    _("Er passen hoogstens {limit} vragen in de lijst. Dit worden er {count}."),
    removed="gone",
)  # fmt: skip


def read(text: str) -> tuple[RecallQuestion, ...]:
    """The questions of a pasted list. Refused when there is none, or one doesn't fit."""
    return read_pasted(
        text, question, nothing=_("Typ of plak eerst een vraag."),
        unfit=_("Vraag {number} van je lijst: {reason}"),
    )  # fmt: skip


def with_text(config: RecallConfig, key: str, text: str) -> RecallConfig:
    """Change the text of one question; Refused when it doesn't fit."""
    return LIST.change(config, key, lambda one: question(text, one.key))


def another(config: RecallConfig, key: str, text: str, answered: Collection[str]) -> RecallConfig:
    """Put another question in the place of one; Refused when it doesn't fit."""
    return LIST.another(config, key, question(text), answered)


def taken_over(
    config: RecallConfig, other: RecallConfig, answered: Collection[str]
) -> RecallConfig:
    """The content `other` instead of the present one; answers stay with what people answered."""
    return LIST.taken_over(config, other, answered)
