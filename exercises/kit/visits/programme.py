"""The programme of a visit, by day: its parts, to and from what is stored, with their limits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from exercises.contract import Json, TrackVisit, VisitDay
from exercises.kit.rules.hours import clock_of
from exercises.results import ProgrammePart
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

PartForm = Literal["welcome", "attend", "help", "watch", "interview", "meal", "look_back"]
FORMS: dict[PartForm, str] = {
    "welcome": _("aankomen"), "attend": _("bijwonen"), "help": _("meewerken"),
    "watch": _("meekijken"), "interview": _("interview"), "meal": _("samen eten"),
    "look_back": _("terugblikken"),
}  # fmt: skip
TEXT_LIMIT, COMPANY_LIMIT = 100, 80
# Of one visit: a dozen for each of some days is already more than people do.
MOST_PARTS = 80
_KEY = re.compile(r"[a-z0-9]{4,24}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 2000, 2199


@dataclass(frozen=True)
class VisitPart:
    """A part of a programme. `key` never changes: what is put in a calendar is known by it.

    `date` is ISO, `start` and `end` are 'HH:MM'; each is "" as long as it is not chosen. `text` is
    never empty. `guests`: the ids of the visitors it is for, empty for all of them. `company`: with
    whom of the host, as typed.
    """

    key: str
    text: str
    date: str = ""
    start: str = ""
    end: str = ""
    form: PartForm = "attend"
    guests: tuple[str, ...] = ()
    company: str = ""

    @property
    def hours(self) -> str:
        """From when to when: '9.45 - 11.30', '9.45', or ""."""
        return " - ".join(clock_text(one) for one in (self.start, self.end) if one)

    def is_for(self, person: str) -> bool:
        """Whether a visitor takes part in it."""
        return not self.guests or person in self.guests

    def to_json(self) -> Json:
        """As stored."""
        return {
            "text": self.text, "date": self.date, "start": self.start, "end": self.end,
            "form": self.form, "guests": list(self.guests), "company": self.company,
        }  # fmt: skip

    @classmethod
    def from_json(cls, key: str, stored: Json) -> VisitPart | None:
        """From storage; None for a part that was taken away."""
        if not stored.get("text"):
            return None
        form = stored.get("form", "attend")
        return cls(
            key, stored["text"], stored.get("date", ""), stored.get("start", ""),
            stored.get("end", ""), form if form in FORMS else "attend",
            tuple(stored.get("guests", ())), stored.get("company", ""),
        )  # fmt: skip


def part_of(result: ProgrammePart) -> VisitPart:
    """A part as the exercise that made the programme gives it to others."""
    stored = {
        "text": result.text, "date": result.date, "start": result.start, "end": result.end,
        "form": result.form, "guests": result.guests, "company": result.company,
    }  # fmt: skip
    found = VisitPart.from_json(result.key, stored)
    assert found is not None, "a result has words"
    return found


def latest_parts(results: Iterable[ProgrammePart], visit_id: str) -> tuple[VisitPart, ...]:
    """The programme of a visit from all results: where it was made in two meetings, the last."""
    of_visit = [one for one in results if one.visit == visit_id]
    last = of_visit[-1].origin.activity if of_visit else ""
    return in_order(part_of(one) for one in of_visit if one.origin.activity == last)


@dataclass(frozen=True)
class ProgrammeDay:
    """A day of a programme with its parts in order. `date` is "" for the parts without a day;
    `of_visit`: it is one of the days of the visit, which gives its `hours`."""

    date: str
    parts: tuple[VisitPart, ...]
    hours: VisitDay | None = None

    @property
    def of_visit(self) -> bool:
        """Whether the visit is there on this day."""
        return self.hours is not None


def judged(key: str, sent: Json, guests: Collection[str]) -> VisitPart:
    """A part from what a browser sent. `guests`: the ids of who may be on it. Refused with a
    sentence for a key, day or hour that is none, an end before the beginning, no words, or words
    that are too long."""
    if not _KEY.fullmatch(key):
        raise Refused(_("Dit onderdeel is niet te lezen. Voeg het nog eens toe."))
    start, end = clock(sent.get("start")), clock(sent.get("end"))
    if end and not start:
        raise Refused(_("Zeg ook wanneer het begint."))
    if start and end and end <= start:
        raise Refused(
            _("Een onderdeel kan niet om {end} eindigen als het om {start} begint.").format(
                end=clock_text(end), start=clock_text(start)
            )
        )
    form = sent.get("form", "attend")
    if not isinstance(form, str) or form not in FORMS:
        raise Refused(_("Deze vorm bestaat niet. Kies een andere."))
    return VisitPart(
        key, one_line(_words(sent.get("text")), TEXT_LIMIT, _("Wat jullie doen")),
        _day(sent.get("date")), start, end, form, _chosen(sent.get("guests"), guests),
        one_line(_words(sent.get("company")), COMPANY_LIMIT, _("Met wie"), required=False),
    )  # fmt: skip


def in_order(parts: Iterable[VisitPart]) -> tuple[VisitPart, ...]:
    """By day and hour; those without an hour after the others of that day, those without a day at
    the end."""
    return tuple(
        sorted(parts, key=lambda one: (one.date or "9", one.start or "99", one.end, one.key))
    )


def by_day(visit: TrackVisit, parts: Iterable[VisitPart]) -> tuple[ProgrammeDay, ...]:
    """The days of a visit, and those of parts on another day or on none, which come last."""
    hours = {day.date: day for day in visit.days}
    of_day: dict[str, list[VisitPart]] = {day: [] for day in hours}
    for one in in_order(parts):
        of_day.setdefault(one.date, []).append(one)
    return tuple(
        ProgrammeDay(day, tuple(of_day[day]), hours.get(day))
        for day in sorted(of_day, key=lambda day: day or "9")
    )


def for_person(parts: Iterable[VisitPart], person: str) -> Iterator[VisitPart]:
    """The parts in which a visitor takes part."""
    return (one for one in parts if one.is_for(person))


def clock_text(typed: str) -> str:
    """'09:45' as people write it: '9.45'."""
    return clock_of(typed)


def clock(sent: Any) -> str:
    """A time of day 'HH:MM' from what a browser sent, "" for none; Refused for what is no time."""
    if sent in ("", None):
        return ""
    if isinstance(sent, str) and _TIME.fullmatch(sent):
        return sent
    raise Refused(_("Dit uur bestaat niet. Kies een uur, zoals 9:30."))


def _day(sent: Any) -> str:
    if sent in ("", None):
        return ""
    try:
        found = date.fromisoformat(sent if isinstance(sent, str) else "")
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise Refused(_("Deze datum bestaat niet. Kies een dag."))
    return found.isoformat()


def _chosen(sent: Any, guests: Collection[str]) -> tuple[str, ...]:
    """Who it is for; all of them is the same as nobody named."""
    named = sent if isinstance(sent, list) else []
    found = tuple(one for one in guests if one in named)
    return () if len(found) == len(guests) else found


def _words(sent: Any) -> str:
    return sent if isinstance(sent, str) else ""
