"""The visits of a track and what guests shared of them as results, for exercises and documents."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import TrackVisit
from exercises.results import Visit, VisitNote
from state.models import Person
from state.notebook import NotebookEntry

# The kinds of results that these functions give.
OF_VISITS = (Visit, VisitNote)


def visit_results(visits: Iterable[TrackVisit], today: str) -> tuple[Visit, ...]:
    """The visits that stand, of those that the asker may know of (`stored.visits_for`), on the ISO
    day `today`. A kijkstage is told once it was made: before, others only know how many places
    there are."""
    return tuple(
        Visit(
            organisation=one.visitor, host=one.host, days=tuple(day.date for day in one.days),
            guests=one.count, visit=one.id, took_place=one.took_place(today),
        )
        for one in visits
        if one.stands and (one.kind != "kijkstage" or one.took_place(today))
    )  # fmt: skip


def note_results(
    entries: Iterable[NotebookEntry], visits: Iterable[TrackVisit], people: Iterable[Person]
) -> tuple[VisitNote, ...]:
    """What guests shared on the visits that stand, of those that the asker may know of; for their
    own organisation and the facilitator. A note that is not shared is nobody's result."""
    known = {one.id: one for one in visits if one.stands}
    named = {one.id: one.name for one in people}
    return tuple(
        VisitNote(
            organisation=known[one.visit].visitor, person=one.person,
            name=named.get(one.person, ""), readers="facilitator", host=known[one.visit].host,
            text=one.text, date=one.day,
            visit=one.visit, kind=one.kind, area=one.area, indicator=one.indicator,
            consent="" if one.consent == "no" else one.consent, photos=one.photos, note=one.id,
        )
        for one in entries
        if one.shared and one.may_be_shared and one.visit in known
    )  # fmt: skip
