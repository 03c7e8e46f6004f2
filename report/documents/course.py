"""How a track went: who took part, when they met, who visited whom, and what they looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Dated,
    Figure,
    Heading,
    Listed,
    Paragraph,
    Rule,
    TileList,
    Together,
)
from exercises.engine import stored, year
from exercises.engine.moment import Moment
from exercises.kit.drawing import year_picture, year_words
from exercises.kit.rules.days import day_of_year, day_text
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from exercises.kit.visits.telling import when_of
from exercises.results import Visit
from report.documents import wording
from report.documents.reading import WholeTrack
from report.documents.visit_web import Arrow, web
from state.framework import Area
from state.language import _, ngettext
from state.models import Activity, Meeting, Organisation


def course(whole: WholeTrack) -> tuple[Block, ...]:
    """The organisations, the picture of the year, and the meetings that were held."""
    return (*_opening(whole), *_organisations(whole), *_year(whole), *_meetings(whole),
            *_to_come(whole))  # fmt: skip


def _year(whole: WholeTrack) -> Iterator[Block]:
    """The picture of the year, and what it can't place in time."""
    if not whole.begun:
        return
    found = year.of_track(whole.begun[-1])
    yield Figure(year_words.alt(found), year_picture.on_paper(found),
                 caption=" ".join(year_words.without_days(found)))  # fmt: skip


def _opening(whole: WholeTrack) -> Iterator[Block]:
    met, taking_part = len(whole.held), len(whole.organisations)
    if not met or not taking_part:
        return
    who = ngettext("{n} organisatie", "{n} organisaties", taking_part).format(
        n=in_words(taking_part)
    )
    kept = ngettext("hield {n} bijeenkomst", "hielden {n} bijeenkomsten", met)
    if taking_part == 1:
        kept = ngettext("hield {n} bijeenkomst", "hield {n} bijeenkomsten", met)
    told = sentence(f"{who} {kept.format(n=in_words(met))}{_between(whole)}.")
    yield Paragraph(told, style="lead")


def _between(whole: WholeTrack) -> str:
    days = sorted(one.room.meeting.date for one in whole.held if one.room.meeting.date)
    if not days:
        return ""
    if days[0] == days[-1]:
        return _(", op {day}").format(day=day_of_year(days[0]))
    same_year = days[0][:4] == days[-1][:4]
    return _(", van {first} tot {last}").format(
        first=day_text(days[0]) if same_year else day_of_year(days[0]),
        last=day_of_year(days[-1]),
    )


def _organisations(whole: WholeTrack) -> Iterator[Block]:
    if whole.organisations:
        yield TileList(
            tuple(
                Listed(one.tile, one.name, wording.line_of(one)) for one in whole.organisations
            )
        )  # fmt: skip


def _meetings(whole: WholeTrack) -> Iterator[Block]:
    entries = tuple(_meeting(whole, here) for here in whole.begun)
    if entries:
        yield Heading(_("De bijeenkomsten"), 2)
        yield Dated(entries)


def _to_come(whole: WholeTrack) -> Iterator[Block]:
    """The meetings that are planned, of a year that is not over."""
    if whole.to_come:
        yield Heading(_("Nog te komen"), 2)
        yield Dated(tuple(_planned(here) for here in whole.to_come))


def _meeting(whole: WholeTrack, here: Moment) -> tuple[str, str]:
    meeting = here.room.meeting
    people = len(here.attendees)
    told = [
        _title_and_place(meeting),
        sentence(ngettext("{n} mens", "{n} mensen", people).format(n=in_words(people)))
        if people
        else "",
        _exercises(one for one in here.room.exercises if one.state != "planned"),
        _("Deze bijeenkomst loopt nog") if whole.goes_on(meeting) else "",
    ]
    return day_of_year(meeting.date) or _("zonder dag"), ". ".join(filter(None, told)) + "."


def _planned(here: Moment) -> tuple[str, str]:
    meeting = here.room.meeting
    told = [_title_and_place(meeting), _exercises(here.room.exercises)]
    return day_of_year(meeting.date) or _("zonder dag"), ". ".join(filter(None, told)) + "."


def _title_and_place(meeting: Meeting) -> str:
    return ", ".join(filter(None, (isolated(meeting.title), isolated(meeting.place))))


def _exercises(found: Iterable[Activity]) -> str:
    """What exercises are called, in a sentence: a question mark of theirs would end it."""
    titles = [stored.title_of(one).rstrip("?!.") for one in found]
    return listed(list(dict.fromkeys(titles)))


def framework(whole: WholeTrack) -> tuple[Block, ...]:
    """The areas with what they ask, two by two, so that they stand on one page."""
    found = [_area(one) for one in whole.framework.areas]
    pairs = [found[at : at + 2] for at in range(0, len(found), 2)]
    return tuple(Beside(tuple(pair), (3, 3)) if len(pair) > 1 else Together(pair[0])
                 for pair in pairs)  # fmt: skip


def _area(area: Area) -> tuple[Block, ...]:
    heading = Heading(area.name, 2, area=area.number)
    return (heading, Bullets(area.indicators, small=True)) if area.indicators else (heading,)


def visits(whole: WholeTrack) -> tuple[Block, ...]:
    """Who was whose guest: the drawn web, and a sentence for each visit; then those to come."""
    known = {one.id: one for one in whole.organisations}
    # Kijkstages have a part of their own.
    apart = {one.id for one in whole.all_visits if one.kind == "kijkstage"}
    made = [one for one in whole.visits if one.visit not in apart]
    ahead = [one for one in whole.planned_visits if one.visit not in apart]
    return (*(_made(made, known) if made else ()), *_ahead(ahead, known))


def _ahead(found: Sequence[Visit], known: Mapping[str, Organisation]) -> Iterator[Block]:
    for title, those in wording.ahead(found):
        yield Heading(title, 2)
        yield Bullets(tuple(_visit(one, known) for one in those))


def _made(found: Sequence[Visit], known: Mapping[str, Organisation]) -> tuple[Block, ...]:
    count = sentence(wording.counted_visits(len(found)))
    arrows = [
        Arrow(number, known[one.organisation].tile, known[one.host].tile)
        for number, one in enumerate(found, start=1)
    ]
    lead = _("{count}. Het nummer staat bij wie vertrok.").format(count=count)
    alt = _(
        "{count} tussen {n} organisaties, als voetstappen van tegel naar tegel. Ze staan hieronder."
    )
    return (
        Paragraph(lead, style="lead"),
        Figure(
            alt.format(count=count, n=in_words(len(known))),
            web([(one.tile, one.name) for one in known.values()], arrows),
        ),
        Rule(),
        Bullets(tuple(_visit(one, known) for one in found), ordered=True,
                columns=2 if len(found) > 1 else 1),
    )  # fmt: skip


def _visit(one: Visit, known: Mapping[str, Organisation]) -> str:
    text = _("{guest} bij {host}").format(
        guest=isolated(known[one.organisation].name), host=isolated(known[one.host].name)
    )
    went = ngettext("{n} mens", "met {n}", one.guests).format(n=in_words(one.guests))
    return ", ".join(filter(None, (text, went, when_of(one.days))))
