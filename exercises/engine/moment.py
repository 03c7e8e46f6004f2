"""A snapshot of a meeting at one revision, read once and shared; only here Contexts are made.

    at(store, db, meeting)      for pages: shared by all that draw the same revision
    within(db, file, meeting)   inside a transaction that writes: sees what it wrote, is not shared
    alone(db, meeting)          of a copy, for exports and reports

Whoever needs a Context asks `Moment.context`; tests ask `contexts.context` with plain values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

import exercises
from exercises.contract import (
    Answer,
    Earlier,
    Homework,
    LackPlace,
    Member,
    NotebookEntry,
    Role,
    TrackMeeting,
    TrackVisit,
    WithStandIns,
)
from exercises.engine import answers as reading
from exercises.engine import drafts, notes, restricted, results, stored, unchecked
from exercises.engine.answers import Answers
from exercises.engine.contexts import AnyContext, context, for_exercise
from exercises.engine.meeting_data import MeetingData, Reader
from exercises.engine.private import PhoneGate
from exercises.engine.readers import Asker
from exercises.engine.restricted import Reading
from state import meetings, notebook, pictures, revisions, rows
from state.clock import today
from state.database import Store
from state.latest import Latest
from state.models import FACILITATOR, Activity, Meeting, Room
from state.restrictions import Limits


class Moment(MeetingData):
    """One meeting at one revision, with its answers and what exercises are given of them.

    What does not change with every revision (folded answers, earlier meetings) is cached across
    Moments. `outside`: it is read for readers outside the group, who are given less
    (`state.restrictions`).
    """

    def __init__(
        self, reader: Reader, file: str, room: Room, numbers: Mapping[str, int], *,
        keep: bool = True, outside: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(reader, file, room, numbers, keep=keep)
        self.outside = outside
        self._answers: dict[str, Answers] = {}
        self._views: dict[str, Any] = {}
        self._limits: dict[str, Limits] = {}
        self._all: tuple[Moment, ...] | None = None

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
        gate: PhoneGate | None = None, *, whole: bool = False,
    ) -> AnyContext:  # fmt: skip
        """What the exercise of an activity is given for a role; Refused for an unknown kind.

        `away`: the ids of the people who left or went home, whom nobody waits for. `gate`: for a
        phone that did not show yet whose it is. Its `kept_back`, where something of this meeting is
        kept from it, holds the slots of the person: slot -> whether this phone filled it in itself.
        It is then given nothing else of that person, and no words that others let only that person
        read.
        `whole`: with what people keep to themselves, for what the exercise itself stores
        (`Exercise.settle`).
        """
        kept_back = gate.kept_back if gate else None
        exercise, config = stored.exercise_of(activity), stored.config_of(activity)
        answers = self.answers(activity) if me else Answers()
        me = gate.taking_part(exercise, answers, stored.phase_of(activity), me) if gate else me
        outside = self.outside or exercise.guests
        reading = None if whole else self.reading(activity, None if kept_back is not None else me)
        view = lambda: self.everything(activity) if whole else self.view(activity, me)  # noqa: E731
        if me and kept_back is not None:
            answers = unchecked.open_to(
                answers, exercise, self.everything(activity), self.members, me, kept_back
            )
            view = lambda: _fold(activity, answers, reading)  # noqa: E731
        unseen = self._unseen(activity, me, gate, answers)
        if unseen is not None:
            answers = unseen
            view = lambda: _fold(activity, answers, reading)  # noqa: E731
        stand_ins = reading.stand_ins if reading else {}
        if stand_ins and reading is not None:
            # Whose answer is counted for who stands in for that person is not waited for.
            away -= {author for author, _slot in reading.limits}
        everybody = WithStandIns(self.members_in(exercise), stand_ins) if stand_ins else None

        def own_notes() -> tuple[NotebookEntry, ...]:
            found = self.notes_of(me.id) if me else ()
            return gate.gives(found) if gate else found

        found = context(
            exercise, config, stored.phase_of(activity), role,
            answers, view, me=me,
            activity_id=activity.id, secret=self.room.meeting.secret,
            people=lambda: everybody or self.members_in(exercise), parties=lambda: self.parties,
            past=lambda: self.earlier(activity, me, gate, whole=whole), framework=self.framework,
            meeting_title=self.room.meeting.title, meeting_date=self.room.meeting.date,
            track=results.for_asker(
                self, Asker(role, me, checked=kept_back is None, outside=outside), gate
            ),
            meeting_id=self.room.meeting.id,
            photo=lambda picture_id: self._photo(activity, picture_id), homework=homework,
            noted=lambda: notes.kept(self.answers(activity).of_author(FACILITATOR)), away=away,
            gone_home=lambda: self.home, visits=stored.visits_for(self.room, role),
            all_meetings=self.track_meetings, own_notes=own_notes,
            notes_shared=lambda: self.shared_notes if kept_back is None else (),
        )  # fmt: skip
        if gate is None:
            return found
        # What guests and hosts of a visit share with each other is not for who is not known there.
        shared = found.shared_notes
        return replace(found, shared_notes=lambda: gate.gives_inside(shared()))

    def _unseen(
        self, activity: Activity, me: Member | None, gate: PhoneGate | None, answers: Answers
    ) -> Answers | None:
        """The answers without what was filled in at home and is not given to the phone of `gate`;
        None where that is nothing."""
        if me is None or gate is None:
            return None
        kept = self.kept_from(activity, me, gate)
        found = unchecked.without(answers, stored.exercise_of(activity), kept)
        gate.withheld |= found is not None
        return found

    def kept_from(
        self, activity: Activity, me: Member, gate: PhoneGate
    ) -> Callable[[Answer], bool]:  # fmt: skip
        """Whether an answer is kept from the phone of `gate`, since the organisation of `me`, or
        the people of a visit of `me`, gave it at home before the meeting."""
        own = {one.id for one in self.room.visits if one.takes_part(me.id, me.organisation_id)}
        return gate.unseen(
            stored.exercise_of(activity), lambda: self.everything(activity),
            stored.phase_of(activity), {*own, me.organisation_id},
        )  # fmt: skip

    def lacks(self, activity: Activity) -> str:
        """What an exercise that did not begin still lacks; "" for nothing, or an unknown kind."""
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or activity.state != "planned":
            return ""
        return exercise.lacks(self.context(activity, "console"))

    def lacks_at(self, activity: Activity) -> tuple[LackPlace, ...]:
        """Where what `lacks` tells can be mended; nowhere for an unknown kind."""
        exercise = exercises.of_kind(activity.kind)
        return exercise.lacks_at(self.context(activity, "console")) if exercise else ()

    def unsaid(self, activity: Activity) -> tuple[TrackVisit, ...]:
        """The visits of which the facilitator is asked whether they were made before this
        exercise begins or goes on; none for an exercise that is not about them, or is over."""
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or not exercise.looks_back or activity.state == "done":
            return ()
        here = {one.id for one in self.room.organisations}
        return tuple(
            one for one in self.room.visits if one.unsaid and {one.visitor, one.host} <= here
        )

    def unfinished(self, activity: Activity) -> str:
        """What is left undone when an exercise that runs is closed now, or was when one of several
        steps was closed; "" for nothing."""
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or activity.state == "planned":
            return ""
        if activity.state == "done" and len(exercise.steps(stored.config_of(activity))) == 1:
            return ""
        return exercise.unfinished(self.context(activity, "console"))

    def earlier(
        self, activity: Activity, me: Member | None = None, gate: PhoneGate | None = None, *,
        whole: bool = False,
    ) -> tuple[Earlier[Any, Any], ...]:  # fmt: skip
        """The same exercise in earlier meetings of the track, oldest first. `gate` and `whole` as
        in `context`."""
        with self._reader() as db:
            before = meetings.before(db, activity)
            return tuple(
                Earlier(
                    found.id, meeting.title, meeting.date, stored.config_of(found),
                    self._gated(
                        self._view_elsewhere(db, found, meeting, whole=whole), found, me, gate
                    ),
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
        day = today()
        return tuple(stored.track_meeting(one.room, one.attendees, day) for one in self.beside())

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

    def _gated(
        self, view: Any, activity: Activity, me: Member | None, gate: PhoneGate | None
    ) -> Any:
        if gate is None or me is None:
            return view
        return gate.view(stored.exercise_of(activity), view, stored.phase_of(activity), me)

    def _photo(self, activity: Activity, picture_id: str) -> bytes | None:
        with self._reader() as db:
            found = pictures.read(db, picture_id)
            if found is not None:
                return found.content if found.activity_id == activity.id else None
            noted = notebook.photo(db, picture_id)
        here = noted is not None and any(one.id == noted.visit for one in self.room.visits)
        return noted.content if noted is not None and noted.shared and here else None


_rooms: Latest[tuple[str, str], Room] = Latest()
_views: Latest[tuple[str, str], Any] = Latest()
_moments: Latest[tuple[str, str], Moment] = Latest()


def _fold(activity: Activity, answers: Answers, reading: Reading | None = None) -> Any:
    exercise, config = stored.exercise_of(activity), stored.config_of(activity)
    found = for_exercise(answers)
    return exercise.fold(
        config, found if reading is None else restricted.readable(found, exercise, reading)
    )


def at(store: Store, db: Database, meeting_id: str) -> Moment:
    """The Moment of a meeting as a reading connection sees it; Refused when it is gone."""
    return _shared(store.read, str(store.path), db, meeting_id)


def _shared(reader: Reader, file: str, db: Database, meeting_id: str) -> Moment:
    key = (file, meeting_id)

    def made() -> Moment:
        numbers = revisions.of_meeting(db, meeting_id)
        version = (numbers["steps"], numbers["visits"])
        room = _rooms.get(key, version, lambda: meetings.read_room(db, meeting_id))
        return Moment(reader, file, room, numbers)

    return _moments.get(key, revisions.total(db, meeting_id), made)


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
