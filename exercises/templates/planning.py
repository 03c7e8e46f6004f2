"""Meetings of a template, with the days, minutes and exercises of one track; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import exercises
from exercises.templates.shapes import TemplateItem, TemplateMeeting, TrackTemplate
from state.agenda import noted
from state.meetings import MINUTES_LIMIT
from state.models import INTERLUDES
from state.plans import PlannedItem, PlannedMeeting

USUAL_ORGANISATIONS = 6
MOST_ORGANISATIONS = 40


@dataclass(frozen=True)
class TemplateChoice:
    """What is chosen before a track is made: how many organisations are expected, the day of the
    first meeting (None: no days yet), where all of it takes place, and the keys of the meetings
    that are left out."""

    organisations: int = USUAL_ORGANISATIONS
    first: date | None = None
    place: str = ""
    left_out: Collection[str] = field(default_factory=frozenset)


def planned(template: TrackTemplate, choice: TemplateChoice) -> list[PlannedMeeting]:
    """The meetings of a track from this template, in order."""
    kept = [one for one in template.meetings if one.key not in choice.left_out]
    return [_meeting(one, choice, one.weeks - kept[0].weeks) for one in kept]


def _meeting(meeting: TemplateMeeting, choice: TemplateChoice, weeks: int) -> PlannedMeeting:
    day = "" if choice.first is None else (choice.first + timedelta(weeks=weeks)).isoformat()
    items = tuple(_item(one, choice.organisations) for one in meeting.agenda)
    return PlannedMeeting(
        meeting.title, day, choice.place, meeting.start, meeting.bring, items
    )  # fmt: skip


def _item(item: TemplateItem, organisations: int) -> PlannedItem:
    # Each organisation visits one other, so there are about as many visits.
    minutes = min(item.minutes * (organisations if item.per else 1), MINUTES_LIMIT)
    exercise = exercises.of_kind(item.kind)
    if exercise is not None:
        title = "" if item.title == exercise.title else item.title
        return PlannedItem(item.kind, minutes, title, exercise.sample.to_json())
    kind = item.kind if item.kind in INTERLUDES else "talk"
    return PlannedItem(kind, minutes, item.title, noted(item.note))


def later_by(meetings: list[PlannedMeeting], days: int | None) -> list[PlannedMeeting]:
    """The meetings so many days later; without days for None. One without a day stays so."""
    return [replace(one, date=moved(one.date, days)) for one in meetings]


def moved(iso: str, days: int | None) -> str:
    """An ISO date so many days later; "" for None, for no date and for one beyond the calendar."""
    if days is None:
        return ""
    try:
        return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return ""
