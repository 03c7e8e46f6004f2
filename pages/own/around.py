"""What is read for the own page of one person: the track around it, as far as that person may read.

One reading of the data for each request; what exercises found out comes through the shared Moments,
so that a second request reads little.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from exercises.contract import Member, Party, TrackVisit
from exercises.engine import moment as moments
from exercises.engine import results, stored
from exercises.engine.moment import Moment
from exercises.results import TrackResults
from state import homework, notebook, rows, tracks, visits
from state.clock import today
from state.database import Store
from state.models import Meeting, Organisation, Person
from state.own_links import LinkHolder
from state.short_names import in_use


@dataclass(frozen=True)
class Around:
    """The track around a person. `meetings`: all of it, in order; `attended`: the Moments of those
    the person was at; `ahead`: of those to come of which something may be filled in before;
    `visits`: those that participants may know of and that stand; `called_off`: those on which the
    person noted something, and that do not stand any more; `today`: an ISO date."""

    holder: LinkHolder
    me: Member
    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    meetings: tuple[Meeting, ...]
    attended: tuple[Moment, ...]
    ahead: tuple[Moment, ...]
    visits: tuple[TrackVisit, ...]
    called_off: tuple[TrackVisit, ...]
    results: TrackResults
    today: str

    @cached_property
    def by_id(self) -> dict[str, Party]:
        """The organisations by id, also those that left."""
        return {one.id: one for one in self.parties}

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the people of the track by id, without those that were erased."""
        return {one.id: one.name for one in self.people if one.erased_at is None}

    @property
    def mine(self) -> tuple[TrackVisit, ...]:
        """The visits in which the person takes part, or the own organisation does, as they come:
        those without days last."""
        own = self.me.organisation_id
        found = (one for one in self.visits if own in (one.host, one.visitor))
        return tuple(sorted(found, key=lambda one: one.days[0].date if one.days else "9"))

    def visit(self, visit_id: str) -> TrackVisit | None:
        """One of the own visits, by its id; None for any other."""
        return next((one for one in self.mine if one.id == visit_id), None)

    def is_guest(self, visit: TrackVisit) -> bool:
        """Whether the person goes on this visit."""
        of_visitor = visit.visitor == self.me.organisation_id
        return of_visitor and visit.takes_part(self.me.id, self.me.organisation_id)


def around(store: Store, holder: LinkHolder) -> Around:
    """All that the own page of a person is made from, as it stands now."""
    track, person = holder.track, holder.person
    with store.read() as db:
        present = rows.ordered(db, Organisation, "organisation", "track_id", track.id)
        left = rows.removed(db, Organisation, "organisation", "track_id", track.id)
        meetings = rows.ordered(db, Meeting, "meeting", "track_id", track.id)
        known = (*present, *left)
        short = dict(zip((one.id for one in known), in_use(known), strict=True))
        me = stored.member(person, holder.organisation, short[holder.organisation.id])
        here = [moments.at(store, db, one.id) for one in meetings[:1]]
        there = homework.attended(db, track.id, person.id)
        noted = notebook.noted_visits(db, person.id)
        known_visits = stored.known(visits.read_visits(db, track.id))
        return Around(
            holder, me,
            (
                *(stored.party(one, short[one.id]) for one in present),
                *(stored.party(one, short[one.id], gone=True) for one in left),
            ),
            tracks.read_people(db, track.id), meetings,
            tuple(moments.at(store, db, one.id) for one in there),
            tuple(moments.at(store, db, one.id) for one in homework.ahead(db, track.id)),
            tuple(one for one in known_visits if one.stands),
            tuple(one for one in known_visits if not one.stands and one.id in noted),
            _read(here, me), today(),
        )  # fmt: skip


def _read(here: list[Moment], me: Member) -> TrackResults:
    if not here:
        return TrackResults()
    found = results.of_track(here[0], "phone", me).all
    return TrackResults(lambda: found)
