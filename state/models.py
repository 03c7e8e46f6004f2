"""What is read from the tables: frozen rows with names instead of columns."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import Any, Literal, Self, cast

from state.short_names import in_use

MeetingState = Literal["prepared", "running", "closed"]
Face = Literal["lobby", "exercise", "pause"]
ActivityState = Literal["planned", "running", "done"]
InterludeKind = Literal["welcome", "break", "talk"]
# Whether somebody's name may stand in a report: "" as long as nobody asked.
Consent = Literal["", "named", "nameless"]
# A jobshadowing takes some days; a kijkstage is the visit of one day between sectors.
VisitKind = Literal["jobshadowing", "kijkstage"]
VisitState = Literal["proposed", "agreed", "done", "called_off"]
ChoiceKind = Literal[
    "fixed", "must", "must_not", "may_again", "wish", "sends", "most_visits", "most_people",
    "unvisited",
]  # fmt: skip
Json = dict[str, Any]

TILES = 12
# The author of what the facilitator writes.
FACILITATOR = "facilitator"
# The kinds of what stands on an agenda and is no exercise; no exercise may be called so.
INTERLUDES: tuple[InterludeKind, ...] = ("welcome", "break", "talk")


@dataclass(frozen=True)
class Row:
    """A row of one table; columns that the class doesn't name are left out."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Make one from a row as sqlite-utils gives it."""
        return cls(*[row[name] for name in _columns(cast(Hashable, cls))])


@cache
def _columns(kind: Hashable) -> tuple[str, ...]:
    every = fields(kind)  # type: ignore[arg-type]
    return tuple(one.name for one in every if one.metadata.get("column", True))


@dataclass(frozen=True)
class VisitDay:
    """A day of a visit: an ISO date, with the times it begins and ends as 'HH:MM', or ""."""

    date: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class TrackVisit:
    """People of `visitor` are, or were, the guests of `host`: ids of two organisations.

    `people`: ids of those who go, empty as long as nobody is named; `count`: how many go, from 1.
    `days` are in order. `mentor`, `place` and `lodging` as typed, "" for nothing. `why`: JSON text
    of the reasons for it, "" for none. `announced`: the participants were told of
    it; whether they may know of it is `is_known`.
    """

    id: str
    host: str
    visitor: str
    people: tuple[str, ...] = ()
    count: int = 2
    kind: VisitKind = "jobshadowing"
    state: VisitState = "agreed"
    days: tuple[VisitDay, ...] = ()
    mentor: str = ""
    place: str = ""
    lodging: str = ""
    why: str = ""
    announced: bool = False

    @property
    def stands(self) -> bool:
        """Whether it was agreed and not called off since."""
        return self.state in ("agreed", "done")

    def took_place(self, today: str) -> bool:
        """Whether it was made, as far as is known on an ISO day: it was said to be, or its first
        day has come. This is the one meaning of it everywhere."""
        begun = bool(self.days) and self.days[0].date <= today
        return self.state == "done" or (self.stands and begun)

    @property
    def is_known(self) -> bool:
        """Whether the participants may know of it: it was announced, or the facilitator said that
        it took place. A day that went by does not tell it: who visits whom may be secret yet."""
        return self.announced or self.state == "done"

    @property
    def unsaid(self) -> bool:
        """Whether nobody knows if it was made: it was agreed, has no day, and nobody said that it
        was done. The facilitator is asked where it matters. Kijkstages have their day."""
        return self.state == "agreed" and not self.days and self.kind != "kijkstage"

    def takes_part(self, person_id: str, organisation_id: str) -> bool:
        """Whether somebody is a guest or somebody of the host. Where no guests are named, all of
        the visiting organisation are."""
        if organisation_id == self.host:
            return True
        return organisation_id == self.visitor and (not self.people or person_id in self.people)


@dataclass(frozen=True)
class MatchingChoice(Row):
    """What the organiser decided for the matching. `host_id` is None, and `number` 0, where the
    kind has none. About `organisation_id` going to `host_id`: "fixed", "must", "must_not",
    "may_again", and "wish" with its rank. About `organisation_id` alone: "sends" (the people of one
    group), "most_visits", "most_people", "unvisited". `note`: the reason as typed, or ""."""

    id: str
    track_id: str
    kind: ChoiceKind
    organisation_id: str
    host_id: str | None
    number: int = 0
    note: str = ""


@dataclass(frozen=True)
class VisitChange:
    """A change of the visit `id`; what is None stays as it is. The fields are those of
    `TrackVisit`."""

    id: str
    days: tuple[VisitDay, ...] | None = None
    mentor: str | None = None
    place: str | None = None
    lodging: str | None = None
    announced: bool | None = None


@dataclass(frozen=True)
class GivenEvent:
    """What a reader was last given of an event of a calendar file. `key`: unique within the visit;
    `sequence` rises with each change; `mark` differs whenever what the event says differs, "" for
    one that was cancelled. `date` is ISO, `start` and `end` are 'HH:MM' or ""."""

    visit: str
    key: str
    sequence: int
    mark: str
    date: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Track(Row):
    """A traject: the whole of organisations, people and meetings. `framework` is JSON text, empty
    for the framework of the method. `keep_until`: the last day that it is kept, and `print_day`:
    the day on which its report is printed, ISO dates, or "" when nobody chose one."""

    id: str
    name: str
    theme: str
    position: int
    framework: str = ""
    keep_until: str = ""
    print_day: str = ""


@dataclass(frozen=True)
class Organisation(Row):
    """Takes part with some people; `tile` 1..12 gives its colour and sign. `short`: the short name
    that the facilitator gave, empty for none; `state.short_names` has the one in use. `door`: the
    id of the meeting at whose door somebody typed it, until the facilitator said that it belongs
    to the track; `only_today`: it leaves the track when that meeting ends."""

    id: str
    track_id: str
    name: str
    sector: str
    place: str
    tile: int
    position: int
    short: str = ""
    door: str = ""
    only_today: int = 0

    @property
    def is_asked(self) -> bool:
        """Whether the facilitator is asked if it belongs to the track."""
        return bool(self.door) and not self.only_today


@dataclass(frozen=True)
class Person(Row):
    """Somebody of an organisation; `pose` is how the drawn figure stands. `erased_at`: when the
    name was erased; `name` then only tells the organisation."""

    id: str
    track_id: str
    organisation_id: str
    name: str
    function: str
    pose: str
    erased_at: str | None = None
    consent: Consent = ""


@dataclass(frozen=True)
class Meeting(Row):
    """One live session. `face` is what the screen shows; `secret` keys the aliases of people;
    `expected` is how many people the facilitator expects, None where nobody said. `start` is a time
    of day as 'HH:MM', "" for none; `bring` says in words what people bring, "" for nothing;
    `screen_number` counts how often the link to its screen was made anew."""

    id: str
    track_id: str
    title: str
    date: str
    place: str
    position: int
    code: str
    state: MeetingState
    face: Face
    current_activity_id: str | None
    may_add_organisation: int
    secret: str
    expected: int | None = None
    start: str = ""
    bring: str = ""
    screen_number: int = 0


@dataclass(frozen=True)
class Activity(Row):
    """An exercise on the agenda of a meeting, or what stands between exercises (`is_interlude`);
    config and phase as stored JSON text. `at_home`: 1 when people may go on with it at home; `due`
    by which date, None where nobody chose one; `title` is its own on this agenda, "" for that of
    its kind. `visits`: those of the track that exercises go by (`state.visits.for_exercises`)."""

    id: str
    meeting_id: str
    kind: str
    config: str
    minutes: int
    position: int
    state: ActivityState
    phase: str
    running_since: str | None
    spent_seconds: float
    timer: str | None
    at_home: int = 0
    due: str | None = None
    title: str = ""
    visits: tuple[TrackVisit, ...] = field(default=(), metadata={"column": False})

    @property
    def is_interlude(self) -> bool:
        """Whether it is no exercise but the welcome, a break or a talk."""
        return self.kind in INTERLUDES

    @property
    def note(self) -> str:
        """What the facilitator noted for an interlude; "" for an exercise."""
        return str(self.config_json().get("note", "")) if self.is_interlude else ""

    def config_json(self) -> Json:
        """The stored configuration; its exercise gives it meaning."""
        return dict(json.loads(self.config))

    def phase_json(self) -> Json:
        """The stored phase; empty when the exercise has not begun."""
        return dict(json.loads(self.phase))

    def timer_json(self) -> Json | None:
        """The clock: `{"ends_at": ms}` while it runs, `{"left_ms": ms}` while it waits."""
        return None if self.timer is None else dict(json.loads(self.timer))


@dataclass(frozen=True)
class MeetingAgreement(Row):
    """What was agreed at a meeting, in one sentence; `due` is an ISO date, or ""."""

    id: str
    meeting_id: str
    text: str
    due: str
    position: int


@dataclass(frozen=True)
class ReportPart(Row):
    """What the facilitator chose for one part of a track's report: whether it is in it, where
    (None: in its usual place), and own text at its beginning."""

    key: str
    included: int
    position: int | None
    text: str


@dataclass(frozen=True)
class Attendee:
    """A person at a meeting. `by_hand`: added by the facilitator, without a phone. `home`: the
    facilitator said that this person went home."""

    person: Person
    joined_at: str
    by_hand: bool
    home: bool = False


@dataclass(frozen=True)
class Contribution:
    """What was last put in one slot of an activity in the name of `author`, a person or an
    organisation; `by` is the person who wrote it, and `order` rises with every change."""

    author: str
    slot: str
    payload: Json
    by_hand: bool
    updated_at: str
    order: int
    by: str = ""


@dataclass(frozen=True)
class Room:
    """A meeting with everything around it that changes by steps, not by answers.

    `left`: organisations that were removed from the track; what they did still stands. `visits`:
    those of the track, also proposed ones and those that were called off.
    """

    meeting: Meeting
    track: Track
    organisations: tuple[Organisation, ...]
    agenda: tuple[Activity, ...]
    left: tuple[Organisation, ...] = ()
    visits: tuple[TrackVisit, ...] = ()

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """The short name in use of each organisation by its id, also of those that left."""
        known = (*self.organisations, *self.left)
        return dict(zip((one.id for one in known), in_use(known), strict=True))

    @cached_property
    def exercises(self) -> tuple[Activity, ...]:
        """The agenda without welcome, breaks and talks."""
        return tuple(item for item in self.agenda if not item.is_interlude)

    @property
    def begun(self) -> bool:
        """Whether something on the agenda was begun. One of which only the doors were opened is as
        it was."""
        return any(item.state != "planned" for item in self.agenda)

    def was_held(self, today: str) -> bool:
        """Whether the meeting was held, as far as is known on an ISO day: it was begun, and closed
        or not planned for a later day. This is the one meaning of it everywhere."""
        return self.begun and (self.meeting.state == "closed" or self.meeting.date <= today)

    @property
    def current(self) -> Activity | None:
        """The exercise that phones and screen show when the face is 'exercise'."""
        found = self.activity(self.meeting.current_activity_id)
        return None if found is None or found.is_interlude else found

    @property
    def interlude(self) -> Activity | None:
        """The break or talk that is on now."""
        found = self.activity(self.meeting.current_activity_id)
        return found if found is not None and found.is_interlude else None

    def activity(self, activity_id: str | None) -> Activity | None:
        """The activity of that id on this agenda, if it is still there."""
        return next((item for item in self.agenda if item.id == activity_id), None)

    def organisation(self, organisation_id: str) -> Organisation | None:
        """The organisation of that id, if it is still in the track."""
        return next((item for item in self.organisations if item.id == organisation_id), None)
