"""The programme of a visit on paper, for the visitors, the mentor and the team."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import TrackVisit
from exercises.document import Block, Bullets, Dated, Document, Heading, Paragraph, Together
from exercises.engine import results
from exercises.kit.rules.days import weekday_text
from exercises.kit.rules.prose import listed, sentence
from exercises.kit.visits import telling
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import (
    ProgrammeDay,
    VisitPart,
    by_day,
    clock_text,
    latest_parts,
)
from exercises.results import Agreement, ProgrammePart, TrackResults
from report.documents.reading import WholeTrack
from state.language import _
from state.models import Organisation
from state.problems import Refused

# What one page holds at a size that can be read on a door.
_ON_ONE_PAGE = 18


def visit_programme(whole: WholeTrack, visit_id: str, person_id: str = "") -> Document:
    """The programme of a visit as the facilitator may read it or, with `person_id`, as that
    participant may. Refused when the visit is gone, or is not theirs."""
    visit = next((one for one in whole.all_visits if one.id == visit_id), None)
    parties = {one.id: one for one in whole.organisations}
    host, visitor = (parties.get(one) for one in _sides(visit))
    if visit is None or host is None or visitor is None:
        raise Refused(_("Dit bezoek staat er niet meer. Iemand heeft het weggehaald."))
    found = _results(whole, visit, person_id)
    guests = _guests(whole, visit)
    parts = latest_parts(found.of(ProgrammePart), visit.id)
    return Document(
        title=_("Programma: {visitor} bij {host}").format(visitor=visitor.name, host=host.name),
        blocks=(
            *_head(visit, host, visitor, guests),
            *(block for day in by_day(visit, parts) for block in _day(day, guests)),
            *_agreed(found, visit),
        ),
        head=whole.track.name, tiles=(visitor.tile, host.tile),
        kind="sheet" if len(parts) <= _ON_ONE_PAGE else "book",
        date=telling.when(visit),
    )  # fmt: skip


def _sides(visit: TrackVisit | None) -> tuple[str, str]:
    return (visit.host, visit.visitor) if visit else ("", "")


def _results(whole: WholeTrack, visit: TrackVisit, person_id: str) -> TrackResults:
    if not person_id:
        return whole.results
    me = whole.member(person_id)
    known = visit.is_known
    if me is None or not (known and visit.takes_part(me.id, me.organisation_id)):
        raise Refused(_("Dit is geen bezoek van jullie. Vraag het aan de begeleider."))
    return results.of_track(whole.meetings[-1], "phone", me) if whole.meetings else TrackResults()


def _guests(whole: WholeTrack, visit: TrackVisit) -> tuple[VisitGuest, ...]:
    return tuple(
        VisitGuest(one.id, one.name, one.function)
        for one in whole.people.get(visit.visitor, ())
        if one.erased_at is None and visit.takes_part(one.id, one.organisation_id)
    )


def _head(
    visit: TrackVisit, host: Organisation, visitor: Organisation, guests: tuple[VisitGuest, ...]
) -> Iterator[Block]:
    title = (
        _("{days} bij {host}").format(days=telling.length(visit), host=host.name) if visit.days
        else _("Op bezoek bij {host}").format(host=host.name)
    )  # fmt: skip
    going = [f"{one.name} ({one.function})" if one.function else one.name for one in guests]
    about = f"{visitor.name}: {listed(going)}" if going else visitor.name
    yield Heading(title, 1, kicker=about)
    if visit.days:
        yield Paragraph(sentence(f"{telling.when(visit)}."), style="lead")
    else:
        yield Paragraph(_("De dagen zijn nog niet gekozen."), style="lead")
    place = ", ".join(filter(None, (visit.place or host.place,)))
    for label, text in ((_("Waar:"), place), (_("Mentor:"), visit.mentor),
                        (_("Overnachting:"), visit.lodging)):  # fmt: skip
        if text:
            yield Paragraph(text, strong=label)


def _day(day: ProgrammeDay, guests: tuple[VisitGuest, ...]) -> Iterator[Block]:
    name = sentence(weekday_text(day.date)) if day.date else _("Nog zonder dag")
    hours = day.hours
    span = [clock_text(one) for one in (hours.start, hours.end) if one] if hours else []
    heading = Heading(f"{name}, {' - '.join(span)}" if span else name, 2)
    if day.parts:
        entries = tuple((one.hours, _told(one, guests)) for one in day.parts)
        yield Together((heading, Dated(entries)))
    elif day.date:
        nothing = _("Wat er gebeurt, spreken jullie nog af.")
        yield Together((heading, Paragraph(nothing, style="small")))


def _told(part: VisitPart, guests: tuple[VisitGuest, ...]) -> str:
    how = sentence(telling.who_and_how(part, guests))
    if part.company:
        how = _("{how}, met {company}").format(how=how, company=part.company)
    return f"{part.text}. {how}." if part.text[-1] not in ".!?" else f"{part.text} {how}."


def _agreed(found: TrackResults, visit: TrackVisit) -> Iterator[Block]:
    agreed = [one for one in found.of(Agreement) if one.visit == visit.id]
    if agreed:
        yield Together((
            Heading(_("Afspraken"), 2),
            Bullets(tuple(
                f"{one.about} {one.text}" if one.about else one.text for one in agreed
            )),
        ))  # fmt: skip
