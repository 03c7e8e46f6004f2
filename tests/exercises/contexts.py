"""Contexts for tests of exercises, made as the product makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exercises.contract import Answer, Context, Exercise, Member, Party, Phase, Role
from exercises.engine import contexts
from exercises.engine.answers import Answers


def context_of(
    exercise: Exercise[Any, Any], phase: Phase, role: Role, answers: Iterable[Answer] = (), *,
    config: Any = None, people: Mapping[str, Member] | None = None,
    parties: Iterable[Party] = (), me: str | None = None, **more: Any,
) -> Context[Any, Any]:  # fmt: skip
    """A context for `role`, on a phone with `me`, the id of one of `people`; `config` is the
    sample by default, and `more` goes to `contexts.context`."""
    present = people or {}
    known = tuple(parties)
    return contexts.context(
        exercise, exercise.sample if config is None else config, phase, role, Answers.of(answers),
        me=present.get(me or ""), activity_id="activity", secret="secret",
        people=lambda: present, parties=lambda: known, **more,
    )  # fmt: skip
