"""Questions about a programme, from what makes a visit good. None of them keeps anybody from going
on: a couple may have its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from exercises.contract import TrackVisit
from exercises.kit.rules.days import day_text
from exercises.kit.rules.prose import in_words, listed
from exercises.kit.visits.programme import (
    FORMS,
    PartForm,
    ProgrammeDay,
    VisitPart,
    by_day,
    clock_text,
)
from state.language import _, ngettext

ENOUGH_DAYS = 3
INFORMAL: frozenset[PartForm] = frozenset({"welcome", "meal"})
_AT_WORK: frozenset[PartForm] = frozenset({"attend", "help", "watch", "interview"})
_SATURDAY = 5


@dataclass(frozen=True)
class ProgrammeQuestion:
    """A question to who makes a programme. `key`: what it is about; `date`: of which day, or ""."""

    key: str
    text: str
    date: str = ""


@dataclass(frozen=True)
class VisitGuest:
    """A visitor, as the questions name people: the `function` is "" where it is not known.
    `chosen`: somebody said that this person goes, and not only that their organisation does."""

    id: str
    name: str
    function: str = ""
    chosen: bool = True


def questions(
    visit: TrackVisit, parts: Iterable[VisitPart], guests: Sequence[VisitGuest] = ()
) -> tuple[ProgrammeQuestion, ...]:
    """What one may ask about the days and the programme of a visit, in the order of the days; of
    the guests only about those who were chosen."""
    guests = [one for one in guests if one.chosen]
    days = by_day(visit, parts)
    planned = tuple(one for day in days for one in day.parts)
    found = [*_of_days(visit)]
    if planned:
        found += [*_of_welcome(visit, days), *_of_forms(planned), *_of_functions(planned, guests)]
        for day in days:
            found += _of_day(day, guests)
    return tuple(found)


def clashes(
    visit: TrackVisit, others: Iterable[TrackVisit], names: Mapping[str, str]
) -> tuple[ProgrammeQuestion, ...]:
    """Days on which somebody of this visit is elsewhere too, or the host receives others. `names`:
    of organisations, by id."""
    own = {day.date for day in visit.days}
    found = []
    for other in others:
        both = sorted(own & {day.date for day in other.days})
        if other.id == visit.id or not other.stands or not both:
            continue
        told = _clash(visit, other, names, listed([day_text(one) for one in both]))
        if told:
            found.append(ProgrammeQuestion("clash", told, both[0]))
    return tuple(found)


def _clash(visit: TrackVisit, other: TrackVisit, names: Mapping[str, str], days: str) -> str:
    if visit.host == other.host:
        return _("Op {days} is ook {name} op bezoek. Gaat dat samen?").format(
            days=days, name=names.get(other.visitor, "")
        )
    same = other.visitor == visit.visitor and (
        not visit.people or not other.people or set(visit.people) & set(other.people)
    )
    if same:
        return _("Op {days} gaan dezelfde mensen naar {name}. Kan een bezoek schuiven?").format(
            days=days, name=names.get(other.host, "")
        )
    if other.host == visit.visitor and other.visitor == visit.host:
        return _("Op {days} zijn jullie bij elkaar op bezoek. Klopt dat?").format(days=days)
    return ""


def _of_days(visit: TrackVisit) -> Iterator[ProgrammeQuestion]:
    """Three days or more, one after the other; for a visit of one day there is nothing to ask."""
    if not visit.days:
        yield ProgrammeQuestion("no_days", _("Welke dagen kiezen jullie?"))
        return
    if visit.kind != "jobshadowing":
        return
    if len(visit.days) < ENOUGH_DAYS:
        yield ProgrammeQuestion("few_days", ngettext(
            "Jullie kozen één dag. Drie dagen laten meer zien. Kan er een dag bij?",
            "Jullie kozen {n} dagen. Drie dagen laten meer zien. Kan er een dag bij?",
            len(visit.days),
        ).format(n=in_words(len(visit.days))))  # fmt: skip
    for one, following in pairwise(date.fromisoformat(day.date) for day in visit.days):
        if _next_working_day(one) < following:
            yield ProgrammeQuestion(
                "apart",
                _(
                    "Tussen {first} en {second} zitten dagen. Kunnen de dagen na elkaar komen?"
                ).format(first=day_text(one.isoformat()), second=day_text(following.isoformat())),
            )
            return


def _next_working_day(day: date) -> date:
    following = day + timedelta(days=1)
    while following.weekday() >= _SATURDAY:
        following += timedelta(days=1)
    return following


def _of_welcome(visit: TrackVisit, days: Sequence[ProgrammeDay]) -> Iterator[ProgrammeQuestion]:
    first = next((day for day in days if day.of_visit), None)
    if first is None or not first.parts or first.parts[0].form in INFORMAL:
        return
    yield ProgrammeQuestion(
        "welcome", _("Hoe worden de bezoekers onthaald voor ze beginnen?"), first.date
    )


def _of_forms(parts: Sequence[VisitPart]) -> Iterator[ProgrammeQuestion]:
    used = [one.form for one in parts if one.form in _AT_WORK]
    if len(used) > 1 and len(set(used)) == 1:
        yield ProgrammeQuestion("forms", _(
            "Alles is {form}. Kan het ook eens anders: bijwonen, meewerken, meekijken, interview?"
        ).format(form=FORMS[used[0]]))  # fmt: skip


def _of_functions(
    parts: Sequence[VisitPart], guests: Sequence[VisitGuest]
) -> Iterator[ProgrammeQuestion]:
    """Where visitors with different functions do everything together, whether that fits both."""
    functions = {one.function for one in guests if one.function}
    if len(functions) > 1 and not any(one.guests for one in parts):
        told = [f"{one.name} ({one.function})" for one in guests if one.function]
        yield ProgrammeQuestion(
            "function",
            _("{names} doen alles samen. Past elk onderdeel bij ieders functie?").format(
                names=listed(told)
            ),
        )


def _of_day(day: ProgrammeDay, guests: Sequence[VisitGuest]) -> Iterator[ProgrammeQuestion]:
    if not day.date:
        yield ProgrammeQuestion("no_day", _("Op welke dag komt wat nog geen dag heeft?"))
        return
    when = day_text(day.date)
    if not day.of_visit:
        yield ProgrammeQuestion("other_day", _(
            "Er staat iets op {day}, en dat is geen dag van het bezoek. Komt die dag erbij?"
        ).format(day=when), day.date)  # fmt: skip
        return
    if not day.parts:
        yield ProgrammeQuestion("empty", _("Wat gebeurt er op {day}?").format(day=when), day.date)
        return
    forms = {one.form for one in day.parts}
    if not forms & INFORMAL:
        yield ProgrammeQuestion("informal", _(
            "Wanneer praten jullie op {day} gewoon, bij koffie of soep?"
        ).format(day=when), day.date)  # fmt: skip
    if "look_back" not in forms:
        yield ProgrammeQuestion("document", _(
            "Wanneer is er op {day} tijd om op te schrijven en terug te kijken?"
        ).format(day=when), day.date)  # fmt: skip
    yield from _of_hours(day, when)
    yield from _of_guests(day, when, guests)


def _of_hours(day: ProgrammeDay, when: str) -> Iterator[ProgrammeQuestion]:
    hours = day.hours
    for one in day.parts:
        early = hours and hours.start and one.start and one.start < hours.start
        late = hours and hours.end and (one.end or one.start) > hours.end
        if early or late:
            yield ProgrammeQuestion("hours", _(
                "‘{part}’ valt buiten de uren van {day}. Schuiven die uren mee?"
            ).format(part=one.text, day=when), day.date)  # fmt: skip


def _of_guests(
    day: ProgrammeDay, when: str, guests: Sequence[VisitGuest]
) -> Iterator[ProgrammeQuestion]:
    for guest in guests:
        own = [one for one in day.parts if one.is_for(guest.id)]
        if not own:
            yield ProgrammeQuestion("nothing", _(
                "Wat doet {name} op {day}?"
            ).format(name=guest.name, day=when), day.date)  # fmt: skip
        twice = next((one for one in combinations(own, 2) if _overlap(*one)), None)
        if twice:
            yield ProgrammeQuestion("overlap", _(
                "{name} staat op {day} om {hour} op twee plaatsen. Wie gaat waarheen?"
            ).format(name=guest.name, day=when, hour=clock_text(twice[1].start)),
                day.date)  # fmt: skip


def _overlap(one: VisitPart, other: VisitPart) -> bool:
    if not one.start or not other.start:
        return False
    first, second = sorted((one, other), key=lambda part: part.start)
    return second.start == first.start or second.start < first.end
