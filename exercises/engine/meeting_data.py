"""What the database says of one meeting at one revision, each part read on first use and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any, TypeVar

from sqlite_utils import Database

from exercises.contract import Exercise, Member, NotebookEntry, Party
from exercises.engine import stored
from state import attendance, guests, notebook, restrictions, revisions, tracks
from state.framework import Framework, framework_of
from state.latest import Latest
from state.models import Attendee, Person, Room
from state.restrictions import Restriction

T = TypeVar("T")
Reader = Callable[[], AbstractContextManager[Database]]


class MeetingData:
    """One meeting at one revision, without its answers. `rev` rises with every change and never
    falls. Safe to share between threads: at worst two of them read the same part."""

    def __init__(
        self, reader: Reader, file: str, room: Room, numbers: Mapping[str, int], *, keep: bool
    ) -> None:
        self._reader = reader
        self.file = file
        self._keep = keep
        self._own: dict[tuple[int, str, tuple[int, ...]], Any] = {}
        self.room = room
        self.numbers = numbers

    @cached_property
    def rev(self) -> int:
        """The number of changes of this meeting so far: differs whenever two Moments may differ."""
        return sum(self.numbers.values())

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
                return attendance.read_attendees(db, meeting_id)

        version = (self.numbers["people"], self.numbers["steps"])
        return self.kept(_attendees, meeting_id, version, read)

    @cached_property
    def absent(self) -> frozenset[str]:
        """The ids of the people of whom the facilitator said that they do not come."""
        meeting_id = self.room.meeting.id

        def read() -> frozenset[str]:
            with self._reader() as db:
                return attendance.read_absent(db, meeting_id)

        version = (self.numbers["people"], self.numbers["steps"])
        return self.kept(_absent, meeting_id, version, read)

    @cached_property
    def home(self) -> frozenset[str]:
        """The ids of those who joined and of whom the facilitator said that they went home."""
        return frozenset(one.person.id for one in self.attendees if one.home)

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
        """How many people are expected: as the facilitator said, else everybody of the track who
        is not said to stay away; never fewer than have joined."""
        asked = self.room.meeting.expected
        joined = {attendee.person.id for attendee in self.attendees}
        present = {one.id for one in self.room.organisations}
        # Whose name was erased may have joined without being known.
        known = joined.union(
            person.id for person in self.known_people
            if person.id not in self.absent and person.organisation_id in present
        )  # fmt: skip
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

    @cached_property
    def restrictions(self) -> tuple[Restriction, ...]:
        """What people of the track restricted."""
        track_id = self.room.track.id

        def read() -> tuple[Restriction, ...]:
            with self._reader() as db:
                return restrictions.of_track(db, track_id)

        version = (self.numbers["restrictions"], self.numbers["steps"])
        return self.kept(_restrictions, self.room.meeting.id, version, read)

    def kept(
        self, memory: Latest[tuple[str, str], T], key: str, version: tuple[int, ...],
        make: Callable[[], T],
    ) -> T:  # fmt: skip
        """The result of `make`, cached for other Moments of the same version. Inside a transaction,
        whose changes may still be rolled back, only this Moment remembers what it made; what others
        made of that version is the same, since each change raises a revision."""
        if self._keep:
            return memory.get((self.file, key), version, make)
        place = (id(memory), key, version)
        if place not in self._own:
            known = memory.known((self.file, key), version)
            self._own[place] = make() if known is None else known
        found: T = self._own[place]
        return found


_attendees: Latest[tuple[str, str], tuple[Attendee, ...]] = Latest()
_absent: Latest[tuple[str, str], frozenset[str]] = Latest()
_known: Latest[tuple[str, str], tuple[Person, ...]] = Latest()
_members: Latest[tuple[str, str], Mapping[str, Member]] = Latest()
_guests: Latest[tuple[str, str], Mapping[str, Member]] = Latest()
_restrictions: Latest[tuple[str, str], tuple[Restriction, ...]] = Latest()
_shared_notes: Latest[tuple[str, str], tuple[NotebookEntry, ...]] = Latest()
