"""A track as documents read it: its meetings, people and results, from a copy of the data.

Everything is read from the copy it is given, so a copy without names gives documents without names.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlite_utils import Database

import exercises
from exercises.contract import Member, Role, Section
from exercises.engine import moment, results, stored
from exercises.engine.moment import Moment
from exercises.results import TrackResults, Visit
from state import agreements, clock, offers, report_parts, rows
from state.framework import Framework, framework_of
from state.models import (
    Activity,
    Meeting,
    MeetingAgreement,
    Organisation,
    Person,
    ReportPart,
    Track,
    TrackVisit,
)
from state.offers import VisitPlace
from state.visits import read_visits

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PlacedSection:
    """A section that an exercise gave, and where it comes from."""

    section: Section
    activity: Activity
    meeting: Meeting


class WholeTrack:
    """A track and all that documents say of it. `outside`: to readers outside the group, who are
    told less (`state.restrictions`). `signed`: the names of who wants the own quotes printed with
    the name, by the id of the person. Refused when the track is gone."""

    def __init__(
        self, db: Database, track_id: str, *, outside: bool = False,
        signed: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self._db = db
        self.signed = signed or {}
        self.track = rows.find(db, Track, "track", track_id)
        found = rows.ordered(db, Meeting, "meeting", "track_id", track_id)
        self.meetings = tuple(moment.alone(db, one.id, outside=outside) for one in found)

    @cached_property
    def begun(self) -> tuple[Moment, ...]:
        """The meetings in which something was begun, in order: documents tell what came of them."""
        return tuple(one for one in self.meetings if one.room.begun)

    @cached_property
    def held(self) -> tuple[Moment, ...]:
        """The meetings that are told as held (`Room.was_held`), in order."""
        return tuple(one for one in self.meetings if one.room.was_held(self.today))

    @cached_property
    def to_come(self) -> tuple[Moment, ...]:
        """The meetings that are still to come, in order: nothing of them was begun, and their day
        is not past."""
        return tuple(
            one for one in self.meetings
            if one not in self.begun and one.room.meeting.state != "closed"
            and not "" < one.room.meeting.date < self.today
        )  # fmt: skip

    def goes_on(self, meeting: Meeting) -> bool:
        """Whether a meeting that was begun is not over."""
        return meeting.state != "closed" and not "" < meeting.date < self.today

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations that take part, in order."""
        return rows.ordered(self._db, Organisation, "organisation", "track_id", self.track.id)

    @cached_property
    def framework(self) -> Framework:
        """The areas of the track."""
        return framework_of(self.track.framework)

    @cached_property
    def people(self) -> Mapping[str, tuple[Person, ...]]:
        """Everybody of the track by the id of the organisation, also without a name."""
        found = self._db.query(
            "SELECT * FROM person WHERE track_id = ? AND removed_at IS NULL ORDER BY rowid",
            [self.track.id],
        )
        grouped: dict[str, list[Person]] = {}
        for row in found:
            grouped.setdefault(row["organisation_id"], []).append(Person.of(row))
        return {key: tuple(people) for key, people in grouped.items()}

    @cached_property
    def results(self) -> TrackResults:
        """What all exercises found out, as far as the facilitator may read it."""
        return results.of_track(self.meetings[0]) if self.meetings else TrackResults()

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """The visits that were made between organisations of the track; of those that only
        exercises tell of, one that two of them tell is one."""
        return self._told_visits(made=True)

    @cached_property
    def planned_visits(self) -> tuple[Visit, ...]:
        """The visits that are still to come and that the participants know of, by day; those
        without one last."""
        secret = {one.id for one in self.all_visits if not one.announced}
        found = [one for one in self._told_visits(made=False) if one.visit not in secret]
        return tuple(sorted(found, key=lambda one: (not one.days, one.days)))

    def _told_visits(self, *, made: bool) -> tuple[Visit, ...]:
        here = {one.id for one in self.organisations}
        known: dict[tuple[str, ...], Visit] = {}
        for one in self.results.of(Visit):
            if one.took_place == made and one.organisation in here and one.host in here:
                told = (one.organisation, one.host, *one.days)
                known.setdefault((one.visit,) if one.visit else told, one)
        return tuple(known.values())

    @cached_property
    def all_visits(self) -> tuple[TrackVisit, ...]:
        """The visits of the track with all that is known of each, also without days."""
        return read_visits(self._db, self.track.id)

    @cached_property
    def places(self) -> tuple[VisitPlace, ...]:
        """The places on kijkstages, in the order in which people asked for them."""
        return offers.read_places(self._db, self.track.id)

    @cached_property
    def today(self) -> str:
        """The day it is, ISO."""
        return clock.today()

    @cached_property
    def parts(self) -> Mapping[str, ReportPart]:
        """What the facilitator chose for the report."""
        return report_parts.of_track(self._db, self.track.id)

    def agreements(self, meeting_id: str) -> tuple[MeetingAgreement, ...]:
        """What was agreed at a meeting."""
        return agreements.of_meeting(self._db, meeting_id)

    @cached_property
    def sections(self) -> tuple[PlacedSection, ...]:
        """What all exercises say to the facilitator, in the order of meetings and agendas."""
        return tuple(placed for here in self.begun for placed in sections_of(here, "console", None))

    def sections_of_member(self, me: Member) -> tuple[PlacedSection, ...]:
        """What all exercises say to one person, as that person's phone may read it."""
        return tuple(placed for here in self.begun for placed in sections_of(here, "phone", me))

    def member(self, person_id: str) -> Member | None:
        """Somebody of the track as exercises know people; None for who is gone."""
        for here in reversed(self.meetings):
            if person_id in here.members:
                return here.members[person_id]
        for organisation in self.organisations:
            for person in self.people.get(organisation.id, ()):
                if person.id == person_id:
                    return stored.member(person, organisation)
        return None


def sections_of(here: Moment, role: Role, me: Member | None) -> Iterator[PlacedSection]:
    """What the exercises of a meeting say. One that fails costs only its own sections."""
    for activity in here.room.exercises:
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or activity.state == "planned":
            continue
        try:
            found = tuple(exercise.report(here.context(activity, role, me)))
        except Exception:
            # A fault in one exercise must not keep the rest of a document from coming out.
            _log.exception("no sections of %s", activity.id)
            continue
        for section in found:
            yield PlacedSection(section, activity, here.room.meeting)


def told_of(
    placed: Iterable[PlacedSection], organisation_id: str, document: str
) -> Sequence[PlacedSection]:
    """The sections for the page ("report") or the bundle ("bundle") of an organisation; of those of
    which only the latest counts, that one."""
    found = [
        one for one in placed
        if one.section.organisation == organisation_id and one.section.only in ("", document)
    ]  # fmt: skip
    return latest_of(found)


def for_group(placed: Iterable[PlacedSection]) -> Sequence[PlacedSection]:
    """The sections of a report that belong to no organisation; of those of which only the latest
    counts, that one."""
    return latest_of([
        one for one in placed
        if not one.section.organisation and one.section.only in ("", "report")
    ])  # fmt: skip


def latest_of(found: Sequence[PlacedSection]) -> Sequence[PlacedSection]:
    """Without those that a later meeting told again, where only the latest counts."""
    last = {_subject(one): one.activity.id for one in found}
    return [
        one for one in found if not one.section.latest or last[_subject(one)] == one.activity.id
    ]


def _subject(one: PlacedSection) -> tuple[str, str]:
    return one.activity.kind, one.section.title
