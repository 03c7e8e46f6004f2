"""A snapshot of a meeting at one revision, read once and shared; only here Contexts are made.

    at(store, db, meeting)      for pages: shared by all that draw the same revision
    within(db, file, meeting)   inside a transaction that writes: sees what it wrote, is not shared
    alone(db, meeting)          of a copy, for exports and reports

Whoever needs a Context asks `Moment.context`; tests ask `context` with plain values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from sqlite_utils import Database

import exercises
from exercises.contract import (
    Answer,
    Context,
    Earlier,
    Exercise,
    Homework,
    Json,
    Member,
    Party,
    Phase,
    Role,
    TrackMeeting,
    TrackVisit,
    WithStandIns,
)
from exercises.engine import answers as reading
from exercises.engine import drafts, notes, restricted, results, stored, unchecked
from exercises.engine.answers import Answers
from exercises.engine.readers import Asker
from exercises.engine.restricted import Reading
from exercises.results import TrackResults
from state import (
    guests,
    meetings,
    notebook,
    people,
    pictures,
    restrictions,
    revisions,
    rows,
    tracks,
)
from state.database import Store
from state.framework import Framework, framework_of, usual
from state.latest import Latest
from state.models import FACILITATOR, Activity, Attendee, Meeting, Person, Room
from state.notebook import NotebookEntry
from state.restrictions import Limits, Restriction

AnyContext = Context[Any, Any]
T = TypeVar("T")
Reader = Callable[[], AbstractContextManager[Database]]


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
    away: frozenset[str] = frozenset(), visits: tuple[TrackVisit, ...] = (),
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
    everything = view or (lambda: exercise.fold(config, _for_exercise(answers)))
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

    def told() -> Mapping[str, NotebookEntry]:
        if exercise.tells is None:
            return {}
        chosen = frozenset(exercise.tells(exercise.public(everything(), now, role, me)))
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
        visits=visits, of_visit=of_visit, all_meetings=all_meetings,
        own_notes=own_notes if me else tuple, shared_notes=shared_with_me, told=told,
    )  # fmt: skip


class Moment:
    """One meeting at one revision. `rev` rises with every change and never falls.

    Each part is read on first use and then kept. What does not change with every revision (folded
    answers, earlier meetings) is cached across Moments. Safe to share between threads: at worst two
    of them read the same part. `outside`: it is read for readers outside the group, who are given
    less (`state.restrictions`).
    """

    def __init__(
        self, reader: Reader, file: str, room: Room, numbers: Mapping[str, int], *,
        keep: bool = True, outside: bool = False,
    ) -> None:  # fmt: skip
        self._reader = reader
        self.file = file
        self.outside = outside
        self._keep = keep
        self._answers: dict[str, Answers] = {}
        self._views: dict[str, Any] = {}
        self._limits: dict[str, Limits] = {}
        self._own: dict[tuple[int, str, tuple[int, ...]], Any] = {}
        self._all: tuple[Moment, ...] | None = None
        self.room = room
        self.numbers = numbers

    @property
    def rev(self) -> int:
        """The number of changes of this meeting so far."""
        return sum(self.numbers.values())

    @property
    def version(self) -> tuple[tuple[str, int], ...]:
        """A cache key that differs whenever two Moments of this meeting may differ."""
        return tuple(sorted(self.numbers.items()))

    def track_rev(self) -> int:
        """The number of changes of all meetings of the track so far, read anew each time: what is
        drawn with results of other meetings (`Context.track`) may differ after each."""
        with self._reader() as db:
            return revisions.of_track(db, self.room.track.id)

    @cached_property
    def attendees(self) -> tuple[Attendee, ...]:
        """Who has joined, in order of arrival."""
        meeting_id = self.room.meeting.id

        def read() -> tuple[Attendee, ...]:
            with self._reader() as db:
                return people.read_attendees(db, meeting_id)

        version = (self.numbers["people"], self.numbers["steps"])
        return self.kept(_attendees, meeting_id, version, read)

    @cached_property
    def known_people(self) -> tuple[Person, ...]:
        """Everybody of the track, by organisation and then by name, also who is not here."""
        track_id = self.room.track.id

        def read() -> tuple[Person, ...]:
            with self._reader() as db:
                return tracks.read_people(db, track_id)

        version = (self.numbers["people"], self.numbers["steps"])
        return self.kept(_known, self.room.meeting.id, version, read)

    @cached_property
    def shared_notes(self) -> tuple[NotebookEntry, ...]:
        """What guests shared of all visits of the track, the oldest first."""
        track_id = self.room.track.id

        def read() -> tuple[NotebookEntry, ...]:
            with self._reader() as db:
                return notebook.shared_of_track(db, track_id)

        version = (self.numbers["visits"], self.numbers["people"], self.numbers["steps"])
        return self.kept(_shared_notes, self.room.meeting.id, version, read)

    def notes_of(self, person_id: str) -> tuple[NotebookEntry, ...]:
        """All that a person noted on visits of the track, shared or not; for that person only."""
        with self._reader() as db:
            return notebook.of_writer(db, person_id, self.room.track.id)

    @property
    def expected(self) -> int:
        """How many people are expected: as the facilitator said, else everybody of the track; never
        fewer than have joined."""
        asked = self.room.meeting.expected
        joined = {attendee.person.id for attendee in self.attendees}
        # Whose name was erased may have joined without being known.
        known = joined.union(person.id for person in self.known_people)
        return max(len(known) if asked is None else asked, len(joined))

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """Who has joined as exercises know them, by id."""
        version = (self.numbers["people"], self.numbers["steps"])
        return self.kept(
            _members, self.room.meeting.id, version,
            lambda: stored.members(self.room, self.attendees),
        )  # fmt: skip

    @cached_property
    def guests(self) -> Mapping[str, Member]:
        """The guests of this meeting as exercises know people, by id."""
        meeting_id = self.room.meeting.id

        def read() -> Mapping[str, Member]:
            with self._reader() as db:
                return {one: stored.guest(one) for one in guests.ids(db, meeting_id)}

        return self.kept(_guests, meeting_id, (self.numbers.get(revisions.GUESTS, 0),), read)

    def members_in(self, exercise: Exercise[Any, Any]) -> Mapping[str, Member]:
        """Who has joined as an exercise knows them, by id: guests only where it is made for
        them."""
        return {**self.members, **self.guests} if exercise.guests else self.members

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The organisations, also those that left the track."""
        return stored.parties(self.room)

    @cached_property
    def framework(self) -> Framework:
        """The areas of the track."""
        return framework_of(self.room.track.framework)

    def answers(self, activity: Activity) -> Answers:
        """All answers of an activity of this meeting."""
        found = self._answers.get(activity.id)
        if found is None:
            with self._reader() as db:
                found = reading.read(db, self.file, activity.id, self.numbers, keep=self._keep)
            self._answers[activity.id] = found
        return found

    def drafts(
        self, activity: Activity, person_id: str, kept_back: Mapping[str, bool] | None = None
    ) -> dict[str, str]:
        """What a person typed that is too long to be an answer: slot -> text; for the phones of
        that person only. `kept_back` as in `context`: then only what this phone typed itself."""
        written = self.answers(activity).by_author.get(person_id, {})
        found = drafts.kept(written)
        if kept_back is None:
            return found
        return {of: text for of, text in found.items() if kept_back.get(drafts.slot(of), False)}

    @cached_property
    def restrictions(self) -> tuple[Restriction, ...]:
        """What people of the track restricted."""
        track_id = self.room.track.id

        def read() -> tuple[Restriction, ...]:
            with self._reader() as db:
                return restrictions.of_track(db, track_id)

        version = (self.numbers["restrictions"], self.numbers["steps"])
        return self.kept(_restrictions, self.room.meeting.id, version, read)

    def reading(self, activity: Activity, me: Member | None = None, *, outside: bool = False
    ) -> Reading | None:  # fmt: skip
        """How the answers of an activity are read: on a phone by `me`, and by readers outside the
        group with `outside`. None where nothing is restricted for that reader."""
        if not self.restrictions:
            return None
        exercise = stored.exercise_of(activity)
        limits = self._limits.get(activity.id)
        if limits is None:
            limits = restricted.limits_for(exercise, activity.id, self.restrictions)
            self._limits[activity.id] = limits
        own = self._own_of(me, limits) if me else frozenset()
        if not any(author not in own for author, _slot in limits):
            return None
        return Reading(
            activity.id, self.room.meeting.secret, limits, self.members,
            outside or self.outside or exercise.guests, own,
        )  # fmt: skip

    def _own_of(self, me: Member, limits: Limits) -> frozenset[str]:
        """The authors among those of `limits` whose answers are also those of `me`."""
        own = {me.id, me.organisation_id} - {""}
        own |= {one.id for one in self.room.visits if one.takes_part(me.id, me.organisation_id)}
        return frozenset(author for author, _slot in limits if author in own)

    def members_of(self, activity: Activity) -> Mapping[str, Member]:
        """Who has joined, with those who stand for the authors of an activity who are not named."""
        reading = self.reading(activity)
        stand_ins = reading.stand_ins if reading else None
        here = self.members_in(stored.exercise_of(activity))
        return WithStandIns(here, stand_ins) if stand_ins else here

    def everything(self, activity: Activity) -> Any:
        """All answers of an activity, folded, with nothing hidden, also what people keep to
        themselves: only to judge answers by."""
        if activity.id not in self._views:
            self._views[activity.id] = self.kept(
                _views, activity.id, self._version, lambda: _fold(activity, self.answers(activity))
            )
        return self._views[activity.id]

    def view(self, activity: Activity, me: Member | None = None, *, outside: bool = False) -> Any:
        """The answers of an activity that readers may be given, folded; for a phone of which is
        known that it is that of `me` with all answers of `me`. `outside`: for readers outside the
        group. Not for a browser: `Exercise.public` was not asked."""
        reading = self.reading(activity, me, outside=outside)
        if reading is None:
            return self.everything(activity)
        who = ",".join(sorted(reading.own))
        key = f"{activity.id}/{reading.outside:d}/{who}"
        if key not in self._views:
            self._views[key] = self.kept(
                _views, key, self._version,
                lambda: _fold(activity, self.answers(activity), reading),
            )  # fmt: skip
        return self._views[key]

    @property
    def _version(self) -> tuple[int, ...]:
        """A version that rises with whatever makes folded answers others."""
        # Who stands for somebody has the name of an organisation.
        more = ("people",) if self.restrictions else ()
        topics = ("results", "steps", "visits", "restrictions", *more)
        return tuple(self.numbers[one] for one in topics)

    def context(
        self, activity: Activity, role: Role, me: Member | None = None,
        homework: Homework | None = None, away: frozenset[str] = frozenset(),
        kept_back: Mapping[str, bool] | None = None, *, whole: bool = False,
    ) -> AnyContext:  # fmt: skip
        """What the exercise of an activity is given for a role; Refused for an unknown kind.

        `away`: the ids of the people who left, which only the hub knows. `kept_back`: for a phone
        of which nobody checked yet that it is this person's, the slots of the person: slot ->
        whether this phone filled it in itself. It is given nothing else of that person, and no
        words that others let only that person read. `whole`: with what people keep to themselves,
        for what the exercise itself stores (`Exercise.settle`).
        """
        exercise, config = stored.exercise_of(activity), stored.config_of(activity)
        answers = self.answers(activity) if me else Answers()
        outside = self.outside or exercise.guests
        reading = None if whole else self.reading(activity, None if kept_back is not None else me)
        view = lambda: self.everything(activity) if whole else self.view(activity, me)  # noqa: E731
        if me and kept_back is not None:
            answers = unchecked.open_to(
                answers, exercise, self.everything(activity), self.members, me, kept_back
            )
            view = lambda: _fold(activity, answers, reading)  # noqa: E731
        stand_ins = reading.stand_ins if reading else {}
        if stand_ins and reading is not None:
            # Whose answer is counted for who stands in for that person is not waited for.
            away -= {author for author, _slot in reading.limits}
        everybody = WithStandIns(self.members_in(exercise), stand_ins) if stand_ins else None
        return context(
            exercise, config, stored.phase_of(activity), role,
            answers, view, me=me,
            activity_id=activity.id, secret=self.room.meeting.secret,
            people=lambda: everybody or self.members_in(exercise), parties=lambda: self.parties,
            past=lambda: self.earlier(activity, whole=whole), framework=self.framework,
            meeting_title=self.room.meeting.title, meeting_date=self.room.meeting.date,
            track=results.for_asker(
                self, Asker(role, me, checked=kept_back is None, outside=outside)
            ),
            meeting_id=self.room.meeting.id,
            photo=lambda picture_id: self._photo(activity, picture_id), homework=homework,
            noted=lambda: notes.kept(self.answers(activity).of_author(FACILITATOR)), away=away,
            visits=stored.visits_for(self.room, role), all_meetings=self.track_meetings,
            own_notes=lambda: self.notes_of(me.id) if me and kept_back is None else (),
            notes_shared=lambda: self.shared_notes if kept_back is None else (),
        )  # fmt: skip

    def lacks(self, activity: Activity) -> str:
        """What an exercise that did not begin still lacks; "" for nothing, or an unknown kind."""
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or activity.state != "planned":
            return ""
        return exercise.lacks(self.context(activity, "console"))

    def unfinished(self, activity: Activity) -> str:
        """What is left undone when an exercise that runs is closed now, or was when one of several
        steps was closed; "" for nothing."""
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or activity.state == "planned":
            return ""
        if activity.state == "done" and len(exercise.steps(stored.config_of(activity))) == 1:
            return ""
        return exercise.unfinished(self.context(activity, "console"))

    def earlier(self, activity: Activity, *, whole: bool = False) -> tuple[Earlier[Any, Any], ...]:
        """The same exercise in earlier meetings of the track, oldest first. `whole` as in
        `context`."""
        with self._reader() as db:
            before = meetings.before(db, activity)
            return tuple(
                Earlier(
                    found.id, meeting.title, meeting.date, stored.config_of(found),
                    self._view_elsewhere(db, found, meeting, whole=whole),
                )
                for found, meeting in before
            )  # fmt: skip

    def beside(self) -> tuple[Moment, ...]:
        """The Moments of all meetings of the track, this one's too, in the order of the track."""
        if self._all is not None:
            return self._all
        with self._reader() as db:
            there = rows.ordered(db, Meeting, "meeting", "track_id", self.room.track.id)
            found = tuple(self._of(db, meeting.id) for meeting in there)
        if not self._keep:
            # Nobody else changes what these see, and they read each meeting once together.
            for one in found:
                one._all = found
        return found

    def track_meetings(self) -> tuple[TrackMeeting, ...]:
        """The meetings of the track as exercises know them, in its order."""
        return tuple(stored.track_meeting(one.room.meeting, one.attendees) for one in self.beside())

    def _of(self, db: Database, meeting_id: str) -> Moment:
        """The Moment of a meeting of the same data."""
        if meeting_id == self.room.meeting.id:
            return self
        if self._keep:
            return _shared(self._reader, self.file, db, meeting_id)
        return within(db, self.file, meeting_id, outside=self.outside)

    def _view_elsewhere(
        self, db: Database, activity: Activity, meeting: Meeting, *, whole: bool
    ) -> Any:
        there = self._of(db, meeting.id)
        # The exercise of this meeting may be shown outside the group, where that one was not.
        outside = self.outside or stored.exercise_of(activity).guests
        return there.everything(activity) if whole else there.view(activity, outside=outside)

    def _photo(self, activity: Activity, picture_id: str) -> bytes | None:
        with self._reader() as db:
            found = pictures.read(db, picture_id)
            if found is not None:
                return found.content if found.activity_id == activity.id else None
            noted = notebook.photo(db, picture_id)
        here = noted is not None and any(one.id == noted.visit for one in self.room.visits)
        return noted.content if noted is not None and noted.shared and here else None

    def kept(
        self, memory: Latest[tuple[str, str], T], key: str, version: tuple[int, ...],
        make: Callable[[], T],
    ) -> T:  # fmt: skip
        """The result of `make`, cached for other Moments of the same version. Inside a transaction,
        whose changes may still be rolled back, only this Moment remembers it."""
        if self._keep:
            return memory.get((self.file, key), version, make)
        place = (id(memory), key, version)
        if place not in self._own:
            self._own[place] = make()
        found: T = self._own[place]
        return found


def _for_exercise(answers: Answers) -> list[Answer]:
    """The answers that an exercise folds."""
    return drafts.left_out(notes.left_out(answers.all()))


def _fold(activity: Activity, answers: Answers, reading: Reading | None = None) -> Any:
    exercise, config = stored.exercise_of(activity), stored.config_of(activity)
    found = _for_exercise(answers)
    return exercise.fold(
        config, found if reading is None else restricted.readable(found, exercise, reading)
    )


_rooms: Latest[tuple[str, str], Room] = Latest()
_attendees: Latest[tuple[str, str], tuple[Attendee, ...]] = Latest()
_known: Latest[tuple[str, str], tuple[Person, ...]] = Latest()
_members: Latest[tuple[str, str], Mapping[str, Member]] = Latest()
_guests: Latest[tuple[str, str], Mapping[str, Member]] = Latest()
_views: Latest[tuple[str, str], Any] = Latest()
_restrictions: Latest[tuple[str, str], tuple[Restriction, ...]] = Latest()
_shared_notes: Latest[tuple[str, str], tuple[NotebookEntry, ...]] = Latest()
_moments: Latest[tuple[str, str], Moment] = Latest()


def at(store: Store, db: Database, meeting_id: str) -> Moment:
    """The Moment of a meeting as a reading connection sees it; Refused when it is gone."""
    return _shared(store.read, str(store.path), db, meeting_id)


def _shared(reader: Reader, file: str, db: Database, meeting_id: str) -> Moment:
    numbers = revisions.of_meeting(db, meeting_id)
    key = (file, meeting_id)

    def made() -> Moment:
        version = (numbers["steps"], numbers["visits"])
        room = _rooms.get(key, version, lambda: meetings.read_room(db, meeting_id))
        return Moment(reader, file, room, numbers)

    return _moments.get(key, tuple(sorted(numbers.items())), made)


def within(
    db: Database, file: str, meeting_id: str, room: Room | None = None, *, outside: bool = False
) -> Moment:  # fmt: skip
    """The Moment inside the transaction of `db`, with the transaction's own writes. `room`: the
    room as read in this transaction, to save a read. Refused when the meeting is gone."""
    numbers = revisions.of_meeting(db, meeting_id)
    found = room or meetings.read_room(db, meeting_id)
    return Moment(lambda: nullcontext(db), file, found, numbers, keep=False, outside=outside)


def alone(db: Database, meeting_id: str, *, outside: bool = False) -> Moment:
    """A meeting of a database that nobody else reads, such as a copy; Refused when it is gone.
    `outside`: for readers outside the group."""
    return within(db, "", meeting_id, outside=outside)
