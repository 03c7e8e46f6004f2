"""Calendar files of visits.

GET /kalender/traject/{track}.ics   all visits of a track; for the facilitator
GET /kalender/bezoek/{visit}.ics    one visit; for the facilitator
GET /kalender/{code}.ics            the own visits of the participant whose phone it is

A page that knows its participant otherwise answers with `of_person`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from exercises.contract import Member, TrackVisit
from exercises.engine import moment, results, stored
from exercises.kit.visits import calendar_file, telling
from exercises.kit.visits.calendar_file import CalendarEvent
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import VisitPart, latest_parts
from exercises.results import ProgrammePart, TrackResults
from pages.web import documents, files
from report.data.gather import slug
from state import calendar_events, rows, tracks, visits
from state.app import store
from state.database import Store
from state.language import _
from state.models import GivenEvent, Meeting, Organisation, Person, Track
from state.problems import Refused

_MEDIA = "text/calendar; charset=utf-8"
_NAME_LIMIT = 80


@dataclass(frozen=True)
class _CalendarSource:
    """What a calendar is made from, as one reader may read it. `me`: None for the desk."""

    track: Track
    visits: tuple[TrackVisit, ...]
    organisations: dict[str, Organisation]
    people: tuple[Person, ...]
    results: TrackResults
    me: Member | None


async def of_track(request: Request) -> Response:
    """GET /kalender/traject/{track}.ics."""
    return await files.for_facilitator(
        request, lambda asked: _desk(store(), asked.path_params["track"])
    )


async def of_visit(request: Request) -> Response:
    """GET /kalender/bezoek/{visit}.ics."""

    def made(asked: Request) -> Response:
        visit_id = asked.path_params["visit"]
        with store().read() as db:
            track_id = visits.track_of(db, visit_id)
        return _desk(store(), track_id, visit_id)

    return await files.for_facilitator(request, made)


async def own(request: Request) -> Response:
    """GET /kalender/{code}.ics: for who holds the own link."""
    person = await run_in_threadpool(documents.whose_phone, request)
    if person is None:
        return documents.not_yours(_("Je kalender hoort bij je eigen link."))
    return await run_in_threadpool(of_person, store(), person)


def of_person(data: Store, person: Person) -> Response:
    """The visits of a participant: as a guest only the parts that are theirs, as somebody of the
    host all of them. Only for a browser that was checked to be this person's."""
    known = _known(data, person.track_id, person)
    return _answer(data, known, _own_visits(known), person.id, _("Mijn bezoeken"),
                   name=_("mijn bezoeken"))  # fmt: skip


def _desk(data: Store, track_id: str, visit_id: str = "") -> Response:
    known = _known(data, track_id, None)
    chosen = tuple(one for one in known.visits if visit_id in ("", one.id))
    return _answer(data, known, chosen, "", known.track.name, [visit_id] if visit_id else None)


def _own_visits(known: _CalendarSource) -> tuple[TrackVisit, ...]:
    me = known.me
    return tuple(
        one for one in known.visits
        if me and one.is_known and one.takes_part(me.id, me.organisation_id)
    )  # fmt: skip


def _known(data: Store, track_id: str, person: Person | None) -> _CalendarSource:
    with data.read() as db:
        track = rows.find(db, Track, "track", track_id)
        held = rows.ordered(db, Meeting, "meeting", "track_id", track_id)
        there = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
        gone = rows.removed(db, Organisation, "organisation", "track_id", track_id)
        known = {one.id: one for one in (*there, *gone)}
        me = stored.member(person, known[person.organisation_id]) if person else None
        here = moment.at(data, db, held[-1].id) if held else None
        found = visits.read_visits(db, track_id)
        people = tracks.read_people(db, track_id)
    # Results read by themselves, after this connection was given back.
    read = results.of_track(here, "phone" if me else "console", me) if here else TrackResults()
    return _CalendarSource(track, found, known, people, read, me)


def _answer(
    data: Store, known: _CalendarSource, chosen: Sequence[TrackVisit], reader: str, title: str,
    only: Iterable[str] | None = None, name: str = "",
) -> Response:  # fmt: skip
    events = [event for visit in chosen for event in _events(known, visit)]
    now = datetime.now(UTC)
    minute = int(now.timestamp()) // 60

    def renewed(before: tuple[GivenEvent, ...]) -> tuple[GivenEvent, ...]:
        return calendar_file.numbered(events, before, minute)

    given = calendar_events.renew(data, known.track.id, reader, renewed, only)
    content = calendar_file.calendar_file(title, events, given, now, _("Dit gaat niet door"))
    return as_file(content, name or _("bezoeken {title}").format(title=title))


def as_file(content: bytes, title: str) -> Response:
    """A calendar file to open or to keep, named after `title`."""
    name = slug(title, _NAME_LIMIT)
    return Response(
        content, media_type=_MEDIA,
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{name}.ics"',
        },
    )  # fmt: skip


def _events(known: _CalendarSource, visit: TrackVisit) -> Iterable[CalendarEvent]:
    parts = latest_parts(known.results.of(ProgrammePart), visit.id)
    me = known.me
    if me is not None and me.organisation_id == visit.visitor:
        parts = tuple(one for one in parts if one.is_for(me.id))
    return calendar_file.events_of(visit, parts, _words(known, visit))


def _words(
    known: _CalendarSource, visit: TrackVisit
) -> Callable[[VisitPart | None], calendar_file.CalendarText]:
    host, visitor = known.organisations.get(visit.host), known.organisations.get(visit.visitor)
    going = [
        one for one in known.people
        if one.organisation_id == visit.visitor and one.erased_at is None
        and visit.takes_part(one.id, one.organisation_id)
    ]  # fmt: skip
    if host is None or visitor is None:
        raise Refused(_("Dit bezoek staat er niet meer. Iemand heeft het weggehaald."))
    names = telling.VisitNames(
        host.name, visitor.name, host.place,
        tuple(
            VisitGuest(one.id, one.name, one.function, chosen=bool(visit.people)) for one in going
        ),
    )  # fmt: skip
    return telling.calendar_words(visit, names)
