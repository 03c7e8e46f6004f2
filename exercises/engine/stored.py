"""Translates stored rows (activity, answer, person, organisation) into the types of the
contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import exercises
from exercises.contract import Answer, Exercise, Member, Party, Phase, Role, TrackMeeting
from state.language import _
from state.models import (
    Activity,
    Attendee,
    Contribution,
    Organisation,
    Person,
    Room,
    TrackVisit,
)
from state.problems import Refused

AnyExercise = Exercise[Any, Any]
_INTERLUDES: Mapping[str, str] = {
    "welcome": _("Onthaal"), "break": _("Pauze"), "talk": _("Gesprek"),
}  # fmt: skip


def exercise_of(activity: Activity) -> AnyExercise:
    """The exercise of an activity; Refused for a kind that only a later version of the app
    knows."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None:
        raise Refused(_("Deze oefening zit nog niet in deze versie van Over de vloer."))
    return exercise


def title_of(activity: Activity) -> str:
    """What an exercise, break or talk is called on its agenda: its own title, else that of its
    kind; the name of the kind where only a later version of the app knows it."""
    return activity.title or title_of_kind(activity.kind)


def title_of_kind(kind: str) -> str:
    """What a kind of exercise, break or talk is called."""
    exercise = exercises.of_kind(kind)
    return exercise.title if exercise else _INTERLUDES.get(kind, kind)


def config_of(activity: Activity) -> Any:
    """The configuration of an activity, with the visits of the track and the minutes of the
    agenda where it goes by them; made once for each text and these."""
    exercise = exercise_of(activity)
    visits = activity.visits if exercise.with_visits else ()
    if not exercise.hidden_visits:
        visits = known(visits)
    minutes = activity.minutes if exercise.with_minutes else 0
    return _parsed(activity.kind, activity.config, visits, minutes)


@lru_cache(maxsize=64)
def _parsed(kind: str, text: str, visits: tuple[TrackVisit, ...], minutes: int) -> Any:
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    config = exercise.config.from_json(json.loads(text))
    if exercise.with_visits:
        config = exercise.with_visits(config, visits)
    return exercise.with_minutes(config, minutes) if exercise.with_minutes else config


def phase_of(activity: Activity) -> Phase:
    """How far an activity is, parsed once for each text; the phase before the beginning for one
    that was never begun."""
    return _phase(activity.phase, activity.state == "done")


@lru_cache(maxsize=64)
def _phase(text: str, over: bool) -> Phase:
    return replace(Phase.from_json(json.loads(text)), over=over)


def can_seal(kind: str) -> bool:
    """Whether exercises of that kind can have sealed answers: ones that nobody may read yet."""
    exercise = exercises.of_kind(kind)
    return exercise is not None and exercise.sealed is not None


def may_go_home(activity: Activity) -> bool:
    """Whether people can continue this activity at home: its kind allows it and it was begun."""
    exercise = exercises.of_kind(activity.kind)
    allowed = exercise is not None and exercise.homework is not None
    return allowed and activity.state != "planned"


def may_begin_at_home(activity: Activity) -> bool:
    """Whether people can fill in this activity at home before its meeting, if the facilitator lets
    them: its kind allows it and it was not begun."""
    exercise = exercises.of_kind(activity.kind)
    allowed = exercise is not None and exercise.beforehand and exercise.homework is not None
    return allowed and activity.state == "planned"


def due(activity: Activity) -> str:
    """By when an exercise is to be filled in at home: as chosen on the console, else as in its
    configuration; an ISO date, or ""."""
    if activity.due is not None:
        return activity.due
    date = exercise_of(activity).homework
    return "" if date is None else date(config_of(activity))


def answer(found: Contribution) -> Answer:
    """A stored answer as exercises know it."""
    return Answer(found.author, found.slot, found.payload, found.by_hand, found.order, found.by)


def party(organisation: Organisation, short: str = "", *, gone: bool = False) -> Party:
    """An organisation as exercises know it, with the short name in use."""
    return Party(
        organisation.id, organisation.name, organisation.sector, organisation.tile, gone,
        short or organisation.name,
    )  # fmt: skip


def parties(room: Room) -> tuple[Party, ...]:
    """The organisations as exercises know them: those of the track, then those that left it."""
    short = room.short_names
    present = (party(one, short[one.id]) for one in room.organisations)
    return (*present, *(party(one, short[one.id], gone=True) for one in room.left))


def member(
    person: Person, organisation: Organisation, short: str = "", *, by_hand: bool = False
) -> Member:
    """A person as exercises know people; `short` is the short name of the organisation."""
    return Member(
        person.id, person.name, organisation.id, organisation.name, organisation.tile,
        person.pose, person.function, by_hand, short or organisation.name,
        person.erased_at is not None,
    )  # fmt: skip


def guest(guest_id: str) -> Member:
    """A guest as exercises know people: without a name, of no organisation, a white figure."""
    return Member(guest_id, "", "", "", 0, "staat", nameless=True)


def takes_guests(room: Room) -> bool:
    """Whether an exercise that is made for guests stands on the agenda of a running meeting."""
    found = (exercises.of_kind(one.kind) for one in room.exercises)
    return room.meeting.state == "running" and any(one and one.guests for one in found)


def members(room: Room, attendees: Iterable[Attendee]) -> Mapping[str, Member]:
    """The people in the room as exercises know them, by id, without those of an organisation that
    left."""
    organisations = {item.id: item for item in room.organisations}
    return {
        item.person.id: member(
            item.person, organisations[item.person.organisation_id],
            room.short_names[item.person.organisation_id], by_hand=item.by_hand,
        )
        for item in attendees
        if item.person.organisation_id in organisations
    }  # fmt: skip


def track_meeting(room: Room, attendees: Iterable[Attendee], today: str) -> TrackMeeting:
    """A meeting as exercises know it on an ISO day."""
    meeting = room.meeting
    present = frozenset(one.person.organisation_id for one in attendees)
    return TrackMeeting(meeting.id, meeting.title, meeting.date, room.was_held(today), present)


def not_on_the_agenda() -> str:
    """The refusal for a request about an exercise that was removed from the agenda."""
    return _("Dit staat niet meer op de agenda.")


def visits_for(room: Room, role: Role) -> tuple[TrackVisit, ...]:
    """The visits of the track that a role may know of: the console all of them, phones and the
    screen those that participants may know of."""
    return room.visits if role == "console" else known(room.visits)


def known(visits: Iterable[TrackVisit]) -> tuple[TrackVisit, ...]:
    """The visits that participants may know of."""
    return tuple(one for one in visits if one.is_known)
