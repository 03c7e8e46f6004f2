"""What waits on the own page: of the exercises that may be filled in at home, what is left."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from exercises.contract import Homework, Waiting
from exercises.engine import stored
from exercises.engine.homework_of import open_at_home
from exercises.engine.moment import Moment
from exercises.kit.rules.days import day_text
from pages.own.around import Around
from state.language import _
from state.models import Activity
from state.problems import StateError

_log = logging.getLogger(__name__)
_NO_DATE = "9"


@dataclass(frozen=True)
class Ask:
    """One thing that waits: what it stands on (`about`), a concrete `question`, sentences that take
    the weight off, and the ids that lead to it."""

    about: str
    question: str
    hint: str
    button: str
    meeting: str
    activity: str
    due: str


def asks(around: Around) -> list[Ask]:
    """What waits for this person, the earliest day first, what has no day last."""
    found = [one for here in (*around.attended, *around.ahead) for one in _of_meeting(around, here)]
    return sorted(found, key=lambda one: one.due or _NO_DATE)


def _of_meeting(around: Around, here: Moment) -> Iterator[Ask]:
    for activity, due in open_at_home(here):
        told = _told(around, here, activity, due)
        if told is None:
            continue
        by = _("Tegen {day} is goed.").format(day=day_text(due)) if due else ""
        yield Ask(
            told.about or stored.title_of(activity), told.question,
            " ".join(filter(None, (told.hint, by))), told.button or _("Verder invullen"),
            here.room.meeting.id, activity.id, due,
        )  # fmt: skip


def _told(around: Around, here: Moment, activity: Activity, due: str) -> Waiting | None:
    """What an exercise says. A fault in one must not take the page away: it is logged, and that
    exercise is offered without a question of its own."""
    otherwise = Waiting(_("Vul dit verder aan."))
    try:
        exercise = stored.exercise_of(activity)
        if exercise.waiting is None:
            return otherwise
        context = here.context(activity, "phone", around.me, Homework(due))
        # What this person may read of the track was read already, for the page itself.
        return exercise.waiting(replace(context, track=around.results))
    except (StateError, sqlite3.Error):
        raise
    except Exception:
        _log.exception("what waits of %s is not known", activity.id)
        return otherwise
