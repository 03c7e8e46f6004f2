"""The agenda on the console: how far each exercise is, and what may be filled in at home."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import exercises
from exercises.contract import Json, LackPlace
from exercises.engine import homework_of, stored
from exercises.engine.moment import Moment
from exercises.engine.standing import standing
from exercises.kit.rules import hours
from exercises.kit.rules.days import day_text
from pages.web import assets
from state.clock import local, now, now_ms, seconds_between
from state.language import _
from state.models import Activity, TrackVisit

T = TypeVar("T")
_NOWHERE: tuple[LackPlace, ...] = ()
_log = logging.getLogger(__name__)


def agenda(moment: Moment) -> list[Json]:
    """The exercises, breaks and talks of the meeting, in order."""
    room = moment.room
    times = hours.spans(room.meeting.start, [item.minutes for item in room.agenda])
    return [
        _agenda_item(moment, activity, time)
        for activity, time in zip(room.agenda, times, strict=True)
    ]


def at_home(moment: Moment) -> list[Json]:
    """The exercises that may be filled in at home, with whether they are open there."""
    return [_at_home(moment, one) for one in moment.room.exercises if stored.may_go_home(one)]


def _agenda_item(moment: Moment, activity: Activity, time: hours.TimeSpan | None) -> Json:
    spent = activity.spent_seconds
    if activity.running_since is not None:
        spent += seconds_between(activity.running_since, now())
    exercise, sign = exercises.of_kind(activity.kind), exercises.sign_of(activity.kind)
    return {
        "id": activity.id, "kind": activity.kind, "title": stored.title_of(activity),
        "area": exercise.area if exercise else None,
        "sign": _address_of(sign) if sign else "",
        "at": hours.span_text(time),
        "minutes": activity.minutes, "spent": int(spent // 60),
        "state": _standing(moment, activity),
        "counting_from": now_ms() - int(spent * 1000) if activity.running_since else None,
        "lacks": _told(moment.lacks, activity, ""),
        "lacks_at": list(_told(moment.lacks_at, activity, _NOWHERE)),
        "unfinished": _told(moment.unfinished, activity, ""),
        "unsaid": [_visit(moment, one) for one in moment.unsaid(activity)],
    }  # fmt: skip


def _standing(moment: Moment, activity: Activity) -> str:
    try:
        return standing(moment, activity)
    except Exception:
        # As for `_told`.
        _log.exception("the console could not tell how far %s is", activity.kind)
        return activity.state


def _visit(moment: Moment, visit: TrackVisit) -> Json:
    names = {one.id: one.name for one in moment.room.organisations}
    return {"id": visit.id, "visitor": names[visit.visitor], "host": names[visit.host]}


def _address_of(drawing: Path) -> str:
    return f"{assets.base()}{drawing.relative_to(assets.ROOT).as_posix()}"


def _told(ask: Callable[[Activity], T], activity: Activity, otherwise: T) -> T:
    try:
        return ask(activity)
    except Exception:
        # A fault in one exercise must not take the agenda from the console.
        _log.exception("the console could not ask %s", activity.kind)
        return otherwise


def _due_label(activity: Activity) -> str:
    """What stands before the day by which it is done at home."""
    exercise = exercises.of_kind(activity.kind)
    return (exercise.due_label if exercise else "") or _("In te vullen tegen")


def _at_home(moment: Moment, activity: Activity) -> Json:
    until = homework_of.proposed_day(local(now()).date().isoformat())
    over = moment.room.meeting.state == "closed"
    return {
        # Asked of everybody who was there, so not while the meeting runs and changes all the time.
        "left": homework_of.left_for(moment, activity) if over and not activity.at_home else 0,
        "until": until, "until_day": day_text(until),
        "id": activity.id, "title": stored.title_of(activity),
        "open": bool(activity.at_home), "due": stored.due(activity),
        "due_label": _due_label(activity),
    }  # fmt: skip
