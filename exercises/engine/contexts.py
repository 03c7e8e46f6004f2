"""What an exercise is given to draw from, made of plain values; `Moment.context` brings those of
a stored meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from exercises.contract import (
    Answer,
    Context,
    Earlier,
    Exercise,
    Homework,
    Json,
    Member,
    NotebookEntry,
    Party,
    Phase,
    Role,
    TrackMeeting,
    TrackVisit,
)
from exercises.engine import drafts, notes
from exercises.engine.answers import Answers
from exercises.results import TrackResults
from state.framework import Framework, usual
from state.models import FACILITATOR

AnyContext = Context[Any, Any]


def context(
    exercise: Exercise[Any, Any], config: Any, phase: Phase, role: Role, answers: Answers,
    view: Callable[[], Any] | None = None, *, me: Member | None = None, activity_id: str = "",
    secret: str = "", people: Callable[[], Mapping[str, Member]] = dict,
    parties: Callable[[], tuple[Party, ...]] = tuple,
    past: Callable[[], tuple[Earlier[Any, Any], ...]] = tuple, framework: Framework | None = None,
    meeting_title: str = "", meeting_date: str = "", track: TrackResults | None = None,
    meeting_id: str = "",
    photo: Callable[[str], bytes | None] = lambda picture_id: None,
    homework: Homework | None = None, noted: Callable[[], Mapping[str, str]] | None = None,
    away: frozenset[str] = frozenset(),
    gone_home: Callable[[], frozenset[str]] = frozenset, visits: tuple[TrackVisit, ...] = (),
    all_meetings: Callable[[], tuple[TrackMeeting, ...]] = tuple,
    own_notes: Callable[[], tuple[NotebookEntry, ...]] = tuple,
    notes_shared: Callable[[], tuple[NotebookEntry, ...]] = tuple,
) -> AnyContext:  # fmt: skip
    """The Context from which an exercise draws for one role and, on a phone, for one person.

    `view`: all answers folded, where that was done before; hidden parts are taken out here.
    `noted`: the facilitator's notes, where `answers` does not hold them. `own_notes`: all notes of
    `me`; `notes_shared`: those that are shared in the track, of which a phone is given those of its
    own visits.
    """
    everything = view or (lambda: exercise.fold(config, for_exercise(answers)))
    # At home an exercise is open, whatever its phase in the room.
    now = replace(phase, open=True) if homework else phase

    def of_visit(visit_id: str) -> Mapping[str, Json]:
        among = me is not None and any(
            one.id == visit_id and one.takes_part(me.id, me.organisation_id) for one in visits
        )
        return answers.of_author(visit_id) if among else {}

    def shared_with_me() -> tuple[NotebookEntry, ...]:
        own = {one.id for one in visits if me and one.takes_part(me.id, me.organisation_id)}
        return tuple(one for one in notes_shared() if one.visit in own and one.may_be_shared)

    def told(chosen: frozenset[str]) -> Mapping[str, NotebookEntry]:
        known = {one.id for one in visits}
        return {
            one.id: one for one in (notes_shared() if chosen else ())
            if one.id in chosen and one.visit in known and one.may_be_shared
        }  # fmt: skip

    return Context(
        activity_id=activity_id, secret=secret, config=config, phase=now, role=role,
        people=people, parties=parties, exercise=exercise,
        seen=lambda: exercise.public(everything(), now, role, me), me=me,
        mine=drafts.without(answers.of_author(me.id)) if me else {},
        ours=answers.of_author(me.organisation_id) if me else {},
        past=past, framework=framework or usual(), photo=photo, homework=homework,
        meeting_title=meeting_title, meeting_date=meeting_date,
        track=track or TrackResults(), meeting_id=meeting_id,
        noted=noted or (lambda: notes.kept(answers.of_author(FACILITATOR))), away=away,
        gone_home=gone_home, visits=visits, of_visit=of_visit, all_meetings=all_meetings,
        own_notes=own_notes if me else tuple, shared_notes=shared_with_me, told=told,
    )  # fmt: skip


def for_exercise(answers: Answers) -> list[Answer]:
    """The answers that an exercise folds."""
    return drafts.left_out(notes.left_out(answers.all()))
