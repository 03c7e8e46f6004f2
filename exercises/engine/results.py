"""The results of a track, from what is stored, as far as an asker may read them.

Of each exercise they are made once for each version of its answers and kept, and so is what each
asker may read of them: a phone that asks again only looks up the numbers of the meetings.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

import exercises
from exercises.contract import Role
from exercises.engine import gift_words, stored
from exercises.engine.readers import (
    FOR_OTHERS,
    FOR_OUTSIDE,
    Asker,
    completed,
    given,
    read_by,
    told_outside,
)
from exercises.engine.restricted import consenting
from exercises.engine.visits import OF_VISITS, note_results, visit_results
from exercises.results import GiftNote, Origin, Result, TrackResults
from state.clock import today
from state.latest import Latest
from state.models import Activity
from state.problems import StateError

if TYPE_CHECKING:
    from exercises.contract import Member
    from exercises.engine.moment import Moment
    from exercises.engine.private import PhoneGate

_log = logging.getLogger(__name__)
_made: Latest[tuple[str, str], tuple[Result, ...]] = Latest(size=512)
_read: Latest[tuple[str, str], tuple[Result, ...]] = Latest(size=4096)


def of_track(here: Moment, role: Role = "console", me: Member | None = None) -> TrackResults:
    """The results of all meetings of the track of `here`, as far as a role may read them, on a
    phone with `me`. For documents `here` is a Moment of a copy (`moment.alone`); one Moment, and
    those of its `beside()`, read each meeting once."""
    return for_asker(here, Asker(role, me, outside=here.outside))


def for_asker(here: Moment, asker: Asker, gate: PhoneGate | None = None) -> TrackResults:
    """As `of_track`, for any asker. `gate`: what is kept from its phone of other meetings."""

    named = consenting(here.known_people) if asker.outside else ()

    def told(result: Result) -> Result:
        return told_outside(result, asker, named) if asker.outside else result

    def found(kind: type[Result] = Result) -> tuple[Result, ...]:
        given_now = (
            told(result)
            for meeting in here.beside()
            for activity in meeting.room.exercises
            if _may_give(activity, kind)
            for result in _behind(gate, here, meeting, activity, asker)
        )
        read = gift_words.still_shared(given_now, lambda: here.shared_notes)
        everything = FOR_OUTSIDE if asker.outside else FOR_OTHERS
        return tuple(gift_words.filled(read, lambda: for_asker(here, everything).of(GiftNote)))

    def of_visits() -> tuple[Result, ...]:
        visits = stored.visits_for(here.room, asker.role)
        shared = note_results(here.shared_notes, visits, here.known_people)
        read = _notes_behind(gate, tuple(shared), asker)
        return (*visit_results(visits, today()), *map(told, read))

    def read_kind(kind: type[Result]) -> tuple[Result, ...]:
        return (*(of_visits() if kind in OF_VISITS else ()), *found(kind))

    return TrackResults(lambda: (*of_visits(), *found()), read_kind)


def _behind(
    gate: PhoneGate | None, here: Moment, meeting: Moment, activity: Activity, asker: Asker
) -> tuple[Result, ...]:
    """What an exercise of a meeting of the track gives to an asker on the phone of `gate`."""
    exercise = exercises.of_kind(activity.kind)
    # What is made in the room is for who is there; what may be filled in at home is as from before.
    made_here = meeting.room.meeting.id == here.room.meeting.id
    if gate is None or (made_here and not (exercise and exercise.beforehand)):
        return of_activity(meeting, activity, asker)
    return gate.instead(
        of_activity(meeting, activity, gate.asker(asker)),
        lambda: of_activity(meeting, activity, asker),
    )


def _notes_behind(
    gate: PhoneGate | None, shared: tuple[Result, ...], asker: Asker
) -> tuple[Result, ...]:
    """The notes of visits that an asker reads, on the phone of `gate`."""

    def read_as(reader: Asker) -> tuple[Result, ...]:
        return tuple(one for one in map(reader.reads, shared) if one is not None)

    if gate is None:
        return read_as(asker)
    return gate.instead(read_as(gate.asker(asker)), lambda: read_as(asker))


def _may_give(activity: Activity, kind: type[Result]) -> bool:
    """Whether an exercise can give results of a kind. What none is asked for, is not made."""
    exercise = exercises.of_kind(activity.kind)
    return exercise is not None and any(issubclass(one, kind) for one in exercise.gives)


def of_activity(here: Moment, activity: Activity, asker: Asker) -> tuple[Result, ...]:
    """What one exercise of the meeting of `here` gives to an asker; nothing before it was begun."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None or exercise.results is None or activity.state == "planned":
        return ()

    def readable() -> tuple[Result, ...]:
        # What a phone sees of its own organisation is not for who is not known there.
        is_own = asker.role == "phone" and asker.insider
        own = _given(here, activity, asker) if is_own else ()
        others = _given(here, activity, FOR_OUTSIDE if asker.outside else FOR_OTHERS)
        return read_by(asker, _without_own(here, activity, asker, others), own)

    return _kept(_read, here, activity, _key(asker), readable)


def _without_own(
    here: Moment, activity: Activity, asker: Asker, found: tuple[Result, ...]
) -> tuple[Result, ...]:
    """Without what others are told nameless of the person who asks, who reads the own answers."""
    reading = here.reading(activity) if asker.me and asker.checked else None
    if reading is None or asker.me is None:
        return found
    me = asker.me.id
    own = {
        who.id
        for (author, slot), limit in reading.limits.items()
        if author == me and (who := reading.stand_in(author, slot, limit)) is not None
    }
    return tuple(one for one in found if one.person not in own)


def _given(here: Moment, activity: Activity, asker: Asker) -> tuple[Result, ...]:
    """What an exercise gives from the view of an asker, whoever may read it. A fault in one
    exercise must not take the page of another away: it is logged, and gives nothing."""

    def made() -> tuple[Result, ...]:
        exercise, config = stored.exercise_of(activity), stored.config_of(activity)
        phase = stored.phase_of(activity)
        me = asker.me if asker.checked else None
        view = here.view(activity, me, outside=asker.outside)
        found = given(exercise, config, view, phase, asker)
        track_id = here.room.track.id
        origin = _origin(here, activity)
        return tuple(completed(found, origin, here.members_of(activity), here.parties, track_id))

    try:
        if asker in (FOR_OTHERS, FOR_OUTSIDE):
            return _kept(_made, here, activity, _key(asker), made)
        return made()
    except (StateError, sqlite3.Error):
        raise
    except Exception:
        _log.exception("no results of %s", activity.id)
        return ()


def _kept(
    memory: Latest[tuple[str, str], tuple[Result, ...]], here: Moment, activity: Activity,
    key: str, make: Callable[[], tuple[Result, ...]],
) -> tuple[Result, ...]:  # fmt: skip
    # What was last put in this exercise: answers to another one make nothing anew.
    last = here.answers(activity).last
    numbers = here.numbers
    version = (last, *(numbers[one] for one in ("steps", "people", "visits", "restrictions")))
    return here.kept(memory, f"{activity.id}/{key}", version, make)


def _key(asker: Asker) -> str:
    me = asker.me
    who = (
        asker.role
        if me is None
        else f"{me.id}/{me.organisation_id}/{asker.checked:d}{asker.insider:d}"
    )
    return f"{who}/outside" if asker.outside else who


def _origin(here: Moment, activity: Activity) -> Origin:
    meeting = here.room.meeting
    return Origin(
        "", meeting.id, meeting.title, meeting.date, activity.id, stored.title_of(activity)
    )
