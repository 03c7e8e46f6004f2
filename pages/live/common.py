"""What phone, screen, console and remote have in common when they read a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlite_utils import Database

import exercises
from exercises.contract import (
    Earlier,
    Homework,
    Json,
    Member,
    Recap,
    Role,
    Scene,
)
from exercises.engine import known, running
from pages.web import assets
from state import contributions, meetings, people, revisions
from state.database import Store
from state.latest import Latest
from state.models import Activity, Attendee, Meeting, Organisation, Person, Room
from state.problems import Refused

_rooms: Latest[tuple[str, str], Room] = Latest()
_attendees: Latest[tuple[str, str], tuple[Attendee, ...]] = Latest()
_views: Latest[tuple[str, str], Any] = Latest()
_screens: Latest[tuple[str, str], Json] = Latest()


@dataclass(frozen=True)
class Reading:
    """One consistent look at a meeting; `revs` are the numbers that the doorbell of screen and
    console is compared with, `numbers` those of all topics.

    What many pages read alike is kept by those numbers, for this data file.
    """

    db: Database
    file: str
    room: Room
    numbers: dict[str, int]

    @property
    def revs(self) -> dict[str, int]:
        """The numbers that screen, console and remote follow."""
        return {topic: self.numbers[topic] for topic in revisions.TOPICS}

    def followed(self, topics: Iterable[str]) -> dict[str, int]:
        """The numbers of some topics, 0 for one that never changed."""
        return {topic: self.numbers.get(topic, 0) for topic in topics}

    def attendees(self) -> tuple[Attendee, ...]:
        """Who has joined, in order of arrival."""
        meeting_id = self.room.meeting.id
        return _attendees.get(
            (self.file, meeting_id), self._who, lambda: people.read_attendees(self.db, meeting_id)
        )

    def members(self) -> Mapping[str, Member]:
        """Who has joined as exercises know them, by id."""
        return known.here(self.db, self.file, self.room, self.numbers)

    def past(self, activity: Activity) -> tuple[Earlier[Any, Any], ...]:
        """The same exercise in earlier meetings of the track."""
        return tuple(
            Earlier(
                found.id, meeting.title, meeting.date, running.config_of(found),
                _views.get(
                    (self.file, found.id), tuple(revisions.of_meeting(self.db, meeting.id).items()),
                    partial(self._folded, found),
                ),
            )
            for found, meeting in meetings.before(self.db, activity)
        )  # fmt: skip

    def recaps(self, me: Member, but: Activity, area: int) -> tuple[Recap, ...]:
        """What the organisation of `me` did for an area in the exercises of this meeting that
        were begun, in the order of the agenda."""
        own = next(one for one in running.parties(self.room) if one.id == me.organisation_id)
        found = []
        for activity in self.room.agenda:
            exercise = exercises.of_kind(activity.kind)
            if exercise is None or exercise.recap is None or activity.id == but.id:
                continue
            if activity.state == "planned":
                continue
            context = running.context(
                self.room, activity, "console", self.members, partial(self.view, activity), me
            )
            if area in {exercise.area, *(step.area for step in context.steps)}:
                sentences = exercise.recap(context, own, area)
                found += [Recap(exercise.title, sentences)] if sentences else []
        return tuple(found)

    def _folded(self, activity: Activity) -> Any:
        return running.fold(activity, contributions.of_activity(self.db, activity.id))

    def view(self, activity: Activity) -> Any:
        """All answers of an activity, folded; nothing hidden yet."""
        version = (self.revs["results"], self.revs["steps"])
        return _views.get(
            (self.file, activity.id), version,
            lambda: running.fold_answers(
                activity, known.answers(self.db, self.file, activity.id, self.numbers)
            ),
        )  # fmt: skip

    @property
    def _who(self) -> tuple[int, int]:
        return self.revs["people"], self.revs["steps"]


def look(store: Store, db: Database, meeting_id: str) -> Reading:
    """Read the room; Refused when the meeting is gone."""
    numbers = revisions.of_meeting(db, meeting_id)
    file = str(store.path)
    room = _rooms.get(
        (file, meeting_id), numbers["steps"], lambda: meetings.read_room(db, meeting_id)
    )
    return Reading(db, file, room, numbers)


def meeting_json(room: Room) -> Json:
    """The meeting as every page is told of it."""
    meeting = room.meeting
    state = "closed" if meeting.state == "closed" else _state(room)
    return {
        "id": meeting.code, "title": meeting.title, "track": room.track.name,
        "code": meeting.code, "state": state,
        "begun": any(item.state == "done" for item in room.agenda),
    }  # fmt: skip


def _state(room: Room) -> str:
    if room.meeting.face == "pause":
        return "pause"
    return "running" if room.meeting.face == "exercise" and room.current else "lobby"


def organisation_json(organisation: Organisation) -> Json:
    """An organisation with its tile."""
    return {
        "id": organisation.id, "name": organisation.name, "kind": organisation.sector,
        "tile": organisation.tile,
    }  # fmt: skip


def scene(
    reading: Reading, activity: Activity, role: Role, me: Member | None = None,
    at_home: Homework | None = None,
) -> tuple[running.AnyContext, Json]:  # fmt: skip
    """The context of an activity, and its scene for a phone or the screen."""
    own = contributions.of_authors(
        reading.db, activity.id, (me.id, me.organisation_id) if me else ()
    )
    mine, ours = (own.get(me.id), own.get(me.organisation_id)) if me else (None, None)
    context = running.context(
        reading.room, activity, role, reading.members, lambda: reading.view(activity), me, mine,
        ours, lambda: reading.past(activity),
        (lambda area: reading.recaps(me, activity, area)) if me else lambda area: (), at_home,
    )  # fmt: skip
    if role == "phone":
        return context, dressed(context, context.exercise.phone(context), activity)
    # Screen, console and remote show the same picture: it is drawn once for each revision.
    drawn = _screens.get(
        (reading.file, activity.id), tuple(reading.revs.items()),
        lambda: dressed(context, context.exercise.screen(context), activity),
    )  # fmt: skip
    return context, drawn


def dressed(context: running.AnyContext, drawn: Scene, activity: Activity) -> Json:
    """A scene as browsers get it, with the addresses of its script and styles."""
    base = assets.base()
    scene_json = running.scene_json(context, drawn, activity)
    return {
        **scene_json,
        "module": base + scene_json["script"],
        "css": [base + style for style in scene_json["styles"]],
    }


def known_activity(room: Room, activity_id: Any) -> Activity:
    """The activity a message speaks of, when it is on this meeting's agenda; else Refused."""
    activity = room.activity(activity_id) if isinstance(activity_id, str) else None
    if activity is None:
        raise Refused(running.gone())
    return activity


def member_of(room: Room, person: Person) -> Member:
    """A person as exercises know people; Refused when the organisation has left."""
    organisation = room.organisation(person.organisation_id)
    if organisation is None:
        raise Refused(running.gone())
    return Member(
        person.id,
        person.name,
        organisation.id,
        organisation.name,
        organisation.tile,
        person.pose,
        person.function,
    )


def bell(meeting: Meeting, role: str, topics: Iterable[str]) -> str:
    """The address of the doorbell that rings a role for these topics."""
    return f"/bell/{meeting.code}?als={role}&voor={','.join(topics)}"
