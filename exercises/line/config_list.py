"""Changes of the list of statements, pure: what was pasted, added, moved, taken away."""

from __future__ import annotations

from dataclasses import replace

from exercises.kit.rules.listed import moved, read_pasted
from exercises.line.config import (
    STATEMENTS_LIMIT,
    LineConfig,
    Statement,
    end_labels,
    statement,
)  # fmt: skip
from state.language import _
from state.problems import Refused


def read(text: str, area: int | None) -> tuple[Statement, ...]:
    """The statements of a pasted list. Refused when there is none, or one doesn't fit."""
    return read_pasted(
        text, lambda entry: statement(entry, area, None),
        nothing=_("Typ of plak eerst een stelling."),
        unfit=_("Stelling {number} van je lijst: {reason}"),
    )  # fmt: skip


def add_pasted(config: LineConfig, text: str, area: int | None) -> LineConfig:
    """Add a pasted list at the end."""
    return _with(config, (*config.statements, *read(text, area)))


def replace_pasted(config: LineConfig, text: str, area: int | None) -> LineConfig:
    """Put a pasted list in the place of the present one.

    A text that was in the list keeps its key, so that answers stay with it.
    """
    present = {item.text: item for item in config.statements}
    new = read(text, area)
    kept = tuple(present.pop(item.text, item) for item in new)
    return _with(config, kept)


def with_text(config: LineConfig, key: str, text: str) -> LineConfig:
    """Change the text of one statement; Refused when it doesn't fit."""
    return replace(
        config,
        statements=tuple(
            statement(text, s.area, s.ends, s.key) if s.key == key else s for s in config.statements
        ),
    )


def with_ends(config: LineConfig, key: str, ends: tuple[str, str]) -> LineConfig:
    """Change the ends that one statement has of its own; Refused when they don't fit."""
    pair = end_labels(*ends)
    return replace(
        config,
        statements=tuple(replace(s, ends=pair) if s.key == key else s for s in config.statements),
    )


def without(config: LineConfig, key: str) -> LineConfig:
    """Take one statement away."""
    return replace(config, statements=tuple(s for s in config.statements if s.key != key))


def move(config: LineConfig, key: str, by: int) -> LineConfig:
    """Move a statement up (negative) or down; a key that is gone changes nothing."""
    return replace(config, statements=moved(config.statements, key, by))


def _with(config: LineConfig, statements: tuple[Statement, ...]) -> LineConfig:
    if len(statements) > STATEMENTS_LIMIT:
        raise Refused(
            _("Er passen hoogstens {limit} stellingen in de lijst. Dit worden er {count}.").format(
                limit=STATEMENTS_LIMIT, count=len(statements)
            )
        )
    return replace(config, statements=statements)
