"""What a phone is given of which nobody checked yet that it is this person's, or of whom nobody
knows that they are of the organisation; pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from exercises.contract import Answer, Exercise, Member
from exercises.engine.answers import Answers


def without(
    answers: Answers, exercise: Exercise[Any, Any], kept: Callable[[Answer], bool]
) -> Answers | None:  # fmt: skip
    """The answers without those that are `kept` from a phone, of which at most is told that they
    are there; None where none of them is."""
    found = answers.all()
    if not any(map(kept, found)):
        return None
    unread = exercise.unread
    told = (one if not kept(one) else unread(one) if unread else None for one in found)
    return Answers.of(one for one in told if one is not None)


def open_to(
    answers: Answers, exercise: Exercise[Any, Any], view: Any, members: Collection[str],
    me: Member, own: Mapping[str, bool],
) -> Answers:  # fmt: skip
    """The answers without those of `me` that another phone gave, and without what people keep
    sealed, of which at most is told that they are there (`Exercise.unread`); what belongs to an
    organisation stays.

    `view`: all answers folded; `members`: who joined, by id; `own`: the slots of `me`, and whether
    this phone filled them in itself.
    """
    sealed, unread = exercise.sealed, exercise.unread

    def stays(one: Answer) -> bool:
        if one.author == me.id:
            return own.get(one.slot, False)
        return sealed is None or one.author not in members or not sealed(view, one)

    def told(one: Answer) -> Answer | None:
        return one if stays(one) else unread(one) if unread else None

    return Answers.of(found for one in answers.all() if (found := told(one)) is not None)
