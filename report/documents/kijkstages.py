"""The kijkstages in a report: who saw whom, and the sentences for hosts that may be printed."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.document import Block, Bullets, Heading, Paragraph, Quotation
from exercises.kit.rules.days import days_text
from exercises.kit.rules.prose import in_words, isolated, sentence
from report.documents.reading import WholeTrack
from state.language import _, ngettext
from state.models import Organisation, Person, TrackVisit
from state.offers import VisitPlace


def kijkstages(whole: WholeTrack) -> tuple[Block, ...]:
    """Each two organisations once, with the days; then what visitors wrote for their hosts, as far
    as they let it be printed. Nothing for a track without kijkstages."""
    known = {one.id: one for one in whole.organisations}
    found = [one for one in made(whole) if one.host in known and one.visitor in known]
    if not found:
        return ()
    count = ngettext("{n} kijkstage", "{n} kijkstages", len(found)).format(n=in_words(len(found)))
    lead = _("{count} van één dag, van de ene sector bij de andere.").format(count=count)
    return (
        Paragraph(sentence(lead), style="lead"),
        Bullets(tuple(_lines(found, known)), columns=2 if len(found) > 1 else 1),
        *_thanks(whole, known),
    )


def made(whole: WholeTrack) -> tuple[TrackVisit, ...]:
    """The kijkstages that were made, the earliest first."""
    found = [
        one for one in whole.all_visits
        if one.kind == "kijkstage" and one.stands and one.days
        and one.took_place(whole.today)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.days[0].date))


def _lines(found: list[TrackVisit], known: dict[str, Organisation]) -> Iterator[str]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for one in found:
        pairs.setdefault((one.visitor, one.host), []).append(one.days[0].date)
    for (visitor, host), days in pairs.items():
        yield _("{guest} bij {host}, {days}").format(
            guest=isolated(known[visitor].name), host=isolated(known[host].name),
            days=days_text(sorted(set(days))),
        )  # fmt: skip


def _thanks(whole: WholeTrack, known: dict[str, Organisation]) -> Iterator[Block]:
    people = {one.id: one for those in whole.people.values() for one in those}
    said = [
        one for one in whole.places
        if one.state == "taken" and one.words.printable and one.words.for_host
        and one.organisation in known
    ]  # fmt: skip
    if said:
        yield Heading(_("Een zin voor wie ontving"), 2)
    for one in said:
        home = known[one.organisation]
        yield Quotation(one.words.for_host, _who(one, people, home), home.tile, 1)


def _who(one: VisitPlace, people: dict[str, Person], home: Organisation) -> str:
    person = people.get(one.person)
    if person is None or person.erased_at is not None:
        return home.name
    return _("{name}, {organisation}").format(name=person.name, organisation=home.name)
