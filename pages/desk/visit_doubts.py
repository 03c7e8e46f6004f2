"""What an organiser may want to look at again in the visits of a track. Pure.

Each is a sentence and not an error: there may be a good reason for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise

from exercises.kit.rules.days import day_of_year, day_text
from exercises.kit.rules.prose import listed
from state.clock import BRUSSELS
from state.language import _, ngettext
from state.models import Organisation, Person, TrackVisit

_FEWEST_DAYS = 3
_FRIDAY = 4
_NOON = time(12)


@dataclass(frozen=True)
class KnownTrack:
    """What is known besides the visits: organisations by id, those that left in `left`; people by
    id; what day it is; and the id of the track."""

    organisations: Mapping[str, Organisation]
    left: Mapping[str, Organisation]
    people: Mapping[str, Person]
    today: date
    track_id: str = ""

    def name(self, organisation: str) -> str:
        """The name of an organisation, also of one that left."""
        found = self.organisations.get(organisation) or self.left.get(organisation)
        return found.name if found else _("een organisatie die vertrok")

    def left_of(self, visit: TrackVisit) -> list[str]:
        """The names of host and visitor that no longer take part, where the visit was agreed and
        not made."""
        if visit.state != "agreed":
            return []
        return [self.name(one) for one in (visit.visitor, visit.host)
                if one not in self.organisations]  # fmt: skip

    def couple(self, visit: TrackVisit) -> str:
        """Who goes to whom, as it stands in a sentence."""
        return _("het bezoek van {visitor} aan {host}").format(
            visitor=self.name(visit.visitor), host=self.name(visit.host)
        )


def of_visit(visit: TrackVisit, known: KnownTrack) -> list[str]:
    """What may be looked at in one visit; nothing for one that was called off."""
    if visit.state == "called_off":
        return []
    return [
        *_who_left(visit, known), *_days(visit), *_clock_change(visit),
        *([_("De dagen zijn voorbij. Was het bezoek er, zet het dan op ‘gedaan’.")]
          if visit.state in ("proposed", "agreed") and _is_over(visit, known.today) else []),
    ]  # fmt: skip


def of_all(visits: Sequence[TrackVisit], known: KnownTrack) -> list[str]:
    """What may be looked at in all visits together; without those that were called off."""
    on = [one for one in visits if one.state != "called_off"]
    return [
        *_nobody(on, known), *_person_twice(on, known), *_host_twice(on, known)
    ]  # fmt: skip


def _who_left(visit: TrackVisit, known: KnownTrack) -> Iterator[str]:
    for one in (visit.visitor, visit.host):
        if one not in known.organisations:
            told = _("{name} doet niet meer mee.").format(name=known.name(one))
            way = _("Zet dit bezoek op ‘afgezegd’, of herstel het bij ‘Wie gaat bij wie?’.")
            yield f"{told} {way}" if known.left_of(visit) else told
    if visit.people and len(visit.people) < visit.count:
        more = visit.count - len(visit.people)
        yield ngettext(
            "Van één persoon die ging, kennen we de naam niet meer. Kies opnieuw wie er gaat.",
            "Van {n} mensen die gingen, kennen we de naam niet meer. Kies opnieuw wie er gaat.",
            more,
        ).format(n=more)


def _days(visit: TrackVisit) -> Iterator[str]:
    days = [date.fromisoformat(one.date) for one in visit.days]
    if visit.kind == "kijkstage":
        if len(days) > 1:
            yield _("Een kijkstage duurt één dag. Hier staan er {n}.").format(n=len(days))
        return
    if 0 < len(days) < _FEWEST_DAYS:
        yield _("Met drie dagen of meer is er tijd om echt mee te draaien.")
    if any(_is_gap(one, two) for one, two in pairwise(days)):
        yield _("De dagen sluiten niet op elkaar aan.")


def _is_gap(one: date, two: date) -> bool:
    """Whether a working day lies between two days."""
    between = (one + timedelta(days=at) for at in range(1, (two - one).days))
    return any(day.weekday() <= _FRIDAY for day in between)


def _clock_change(visit: TrackVisit) -> Iterator[str]:
    """The nights of a visit in which the clock changes."""
    if not visit.days:
        return
    first, last = (date.fromisoformat(visit.days[at].date) for at in (0, -1))
    for at in range((last - first).days):
        day, after = first + timedelta(days=at), first + timedelta(days=at + 1)
        shift = _offset(after) - _offset(day)
        if shift:
            back = shift < timedelta()
            told = (
                _("In de nacht voor {day} gaat de klok een uur terug.")
                if back
                else _("In de nacht voor {day} gaat de klok een uur vooruit.")
            )
            yield told.format(day=day_of_year(after.isoformat()))


def _offset(day: date) -> timedelta:
    return datetime.combine(day, _NOON, BRUSSELS).utcoffset() or timedelta()


def _is_over(visit: TrackVisit, today: date) -> bool:
    return bool(visit.days) and visit.days[-1].date < today.isoformat()


def _nobody(visits: Sequence[TrackVisit], known: KnownTrack) -> Iterator[str]:
    if not visits:
        return
    visited, going = {one.host for one in visits}, {one.visitor for one in visits}
    over = all(one.took_place(known.today.isoformat()) for one in visits)
    alone = [one.name for key, one in known.organisations.items() if key not in visited]
    if alone:
        yield (
            ngettext("{names} kreeg geen bezoek.", "{names} kregen geen bezoek.", len(alone))
            if over
            else ngettext("{names} krijgt geen bezoek.", "{names} krijgen geen bezoek.", len(alone))
        ).format(names=listed(alone))
    home = [one.name for key, one in known.organisations.items() if key not in going]
    if home:
        yield (
            ngettext(
                "{names} ging nergens op bezoek.", "{names} gingen nergens op bezoek.", len(home)
            )
            if over
            else ngettext(
                "{names} gaat nergens op bezoek.", "{names} gaan nergens op bezoek.", len(home)
            )
        ).format(names=listed(home))


def _person_twice(visits: Sequence[TrackVisit], known: KnownTrack) -> Iterator[str]:
    """People who are in two places on one day."""
    where: dict[tuple[str, str], list[TrackVisit]] = defaultdict(list)
    for visit in visits:
        for day in visit.days:
            for person in visit.people:
                where[day.date, person].append(visit)
    for (day_of, person), those in sorted(where.items()):
        if len(those) > 1 and person in known.people:
            yield _("{person} is op {day} tegelijk bij {hosts}.").format(
                person=known.people[person].name, day=day_text(day_of),
                hosts=listed([known.name(one.host) for one in those]),
            )  # fmt: skip


def _host_twice(visits: Sequence[TrackVisit], known: KnownTrack) -> Iterator[str]:
    """Hosts with two visits on one day, told once for each two visits."""
    for one, other in combinations(visits, 2):
        same = {day.date for day in one.days} & {day.date for day in other.days}
        several = one.kind == other.kind == "kijkstage"
        if one.host == other.host and same and not several:
            yield _("{host} krijgt op {day} {first} en {second} tegelijk over de vloer.").format(
                host=known.name(one.host), day=day_text(min(same)),
                first=known.name(one.visitor), second=known.name(other.visitor),
            )  # fmt: skip
