"""The exercises as they were used, so that somebody else can do them again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import exercises
from exercises.document import Block, Bullets, Heading, Paragraph, Together
from exercises.engine import stored
from exercises.kit.rules.days import occasion
from exercises.kit.rules.prose import isolated, listed
from report.documents.reading import WholeTrack
from state.language import _, ngettext
from state.models import Activity, Meeting
from state.problems import Refused

# Titles of steps up to so many letters stand in two columns.
_SHORT = 65
# Steps that are only counted, such as 'Ronde 1', hold nothing that somebody could do again.
_COUNTED = re.compile(r"\D+ \d+").fullmatch


def appendix(whole: WholeTrack) -> tuple[Block, ...]:
    """Each exercise that was begun, once for each content it had, in the order of the meetings."""
    seen: set[tuple[str, str]] = set()
    blocks: list[Block] = []
    for here in whole.begun:
        first = True
        for activity in here.room.exercises:
            key = (activity.kind, activity.config)
            if activity.state != "planned" and key not in seen:
                seen.add(key)
                if told := tuple(_exercise(activity, here.room.meeting if first else None)):
                    blocks.append(Together(told))
                    first = False
    return tuple(blocks)


def _exercise(activity: Activity, meeting: Meeting | None) -> Iterator[Block]:
    """An exercise; the first one of a meeting tells which."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None:
        return
    try:
        steps = exercise.steps(stored.config_of(activity))
    except Refused:
        return
    about = occasion(isolated(meeting.title), meeting.date) if meeting else ""
    yield Heading(stored.title_of(activity), 2, kind=exercise.kind, kicker=about)
    minutes = ngettext("{count} minuut", "{count} minuten", activity.minutes)
    told = [exercise.help, f"{minutes.format(count=activity.minutes)}."]
    if len(exercise.stages) > 1:
        stages = listed([stage.label.lower() for stage in exercise.stages])
        told.append(_("Zo gaat het: {stages}.").format(stages=stages))
    yield Paragraph(" ".join(told))
    titles = tuple(step.title for step in steps if step.title and not _COUNTED(step.title))
    if len(titles) > 1:
        short = max(map(len, titles)) <= _SHORT
        yield Bullets(titles, ordered=True, small=True, columns=2 if short else 1)
