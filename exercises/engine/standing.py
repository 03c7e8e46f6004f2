"""How far an item of the agenda is, in the one meaning that all pages share."""

from __future__ import annotations

from typing import Literal

import exercises
from exercises.engine import drafts, flow, notes, stored
from exercises.engine.moment import Moment
from state.models import FACILITATOR, Activity

# `left`: it was broken off before its end and nobody answered, so it is still to be done.
# `stopped`: it was broken off with answers, or closed with something left undone.
Standing = Literal["planned", "running", "left", "stopped", "done"]


def standing(moment: Moment, activity: Activity) -> Standing:
    """How far an activity of the meeting of `moment` is. A break or talk, and an exercise of
    another version, is done as soon as it ended."""
    if activity.state != "done":
        return activity.state
    if activity.is_interlude or exercises.of_kind(activity.kind) is None:
        return "done"
    early = _ended_early(activity)
    if early and not _has_words(moment, activity):
        return "left"
    return "stopped" if early or moment.unfinished(activity) else "done"


def _ended_early(activity: Activity) -> bool:
    """Whether there was another stage or step to go to when it was closed."""
    exercise, config = stored.exercise_of(activity), stored.config_of(activity)
    phase = stored.phase_of(activity)
    return bool(phase.stage) and flow.neighbour(exercise, config, phase, +1) is not None


def _has_words(moment: Moment, activity: Activity) -> bool:
    """Whether anybody answered, or the facilitator noted something of the talk; what an exercise
    stores by itself does not count."""
    answers = moment.answers(activity)
    if any(notes.kept(answers.of_author(FACILITATOR)).values()):
        return True
    return any(
        not drafts.is_draft(slot)
        for author, written in answers.by_author.items() if author != FACILITATOR
        for slot in written
    )  # fmt: skip
