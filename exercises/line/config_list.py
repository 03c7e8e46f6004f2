"""Changes of the list of statements, pure: what was pasted, added, moved, taken away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from exercises.kit.rules.listed import EntryList, read_pasted
from exercises.line.config import (
    STATEMENTS_LIMIT,
    LineConfig,
    Statement,
    end_labels,
    statement,
)  # fmt: skip
from state.language import _

LIST = EntryList[LineConfig, Statement](
    "statements", STATEMENTS_LIMIT,
    _("Er passen hoogstens {limit} stellingen in de lijst. Dit worden er {count}."),
    removed="gone",
)  # fmt: skip


def read(text: str, area: int | None) -> tuple[Statement, ...]:
    """The statements of a pasted list. Refused when there is none, or one doesn't fit."""
    return read_pasted(
        text, lambda entry: statement(entry, area, None),
        nothing=_("Typ of plak eerst een stelling."),
        unfit=_("Stelling {number} van je lijst: {reason}"),
    )  # fmt: skip


def with_text(config: LineConfig, key: str, text: str) -> LineConfig:
    """Change the text of one statement; Refused when it doesn't fit."""
    return LIST.change(config, key, lambda s: statement(text, s.area, s.ends, s.key))


def another(config: LineConfig, key: str, text: str, answered: Collection[str]) -> LineConfig:
    """Put another statement in the place of one; Refused when it doesn't fit."""
    former = next((one for one in config.statements if one.key == key), None)
    if former is None:
        return config
    return LIST.another(config, key, statement(text, former.area, former.ends), answered)


def taken_over(config: LineConfig, other: LineConfig, answered: Collection[str]) -> LineConfig:
    """The content `other` instead of the present one; answers stay with what people answered."""
    return LIST.taken_over(config, other, answered)


def with_ends(config: LineConfig, key: str, ends: tuple[str, str]) -> LineConfig:
    """Change the ends that one statement has of its own; Refused when they don't fit."""
    pair = end_labels(*ends)
    return LIST.change(config, key, lambda s: replace(s, ends=pair))
