"""A visit and its programme in words: for the calendar, for paper and for phones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exercises.contract import TrackVisit
from exercises.kit.rules.days import MONTHS, day_text
from exercises.kit.rules.prose import in_words, listed, sentence
from exercises.kit.visits.calendar_file import CalendarText
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import PartForm, VisitPart
from state.language import _, ngettext

_ONE: Mapping[PartForm, str] = {
    "welcome": _("komt aan"), "attend": _("is erbij"), "help": _("werkt mee"),
    "watch": _("kijkt mee"), "interview": _("stelt vragen"), "meal": _("eet mee"),
    "look_back": _("kijkt terug"),
}  # fmt: skip
_MORE: Mapping[PartForm, str] = {
    "welcome": _("komen aan"), "attend": _("zijn erbij"), "help": _("werken mee"),
    "watch": _("kijken mee"), "interview": _("stellen vragen"), "meal": _("eten mee"),
    "look_back": _("kijken terug"),
}  # fmt: skip


@dataclass(frozen=True)
class VisitNames:
    """The names that a visit is told with. `place`: where the host is; `guests`: who go, as far as
    they are known."""

    host: str
    visitor: str
    place: str = ""
    guests: tuple[VisitGuest, ...] = ()


def who_and_how(part: VisitPart, guests: Sequence[VisitGuest], me: str = "") -> str:
    """For whom a part is and in what form: 'Katrien kijkt mee'. `me`: the id of the visitor who
    reads it, who is 'jij'. Nobody is named of a visit for which nobody was chosen."""
    meant = [one for one in guests if part.is_for(one.id)]
    if not part.guests and not all(one.chosen for one in meant):
        who = _("jullie") if any(one.id == me for one in meant) else _("de bezoekers")
        return f"{who} {_MORE[part.form]}"
    named = [one.name for one in meant if one.id != me]
    verb = (_ONE if len(meant) == 1 else _MORE)[part.form]
    if len(named) < len(meant):
        who = listed([_("jij"), *named]) if part.guests or not named else _("jullie")
    else:
        who = listed(named) if named and (part.guests or len(named) == 1) else _("de bezoekers")
    return f"{who} {verb}"


def when(visit: TrackVisit) -> str:
    """The days of a visit: '9 tot 11 maart', '9 maart en 11 maart'; "" while none are chosen."""
    return when_of([day.date for day in visit.days])


def when_of(days: Sequence[str]) -> str:
    """ISO dates in order as `when` tells them."""
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return day_text(first)
    if first[:7] == last[:7] and _span(days):
        month = MONTHS[int(last[5:7]) - 1]
        return _("{first} tot {last} {month}").format(
            first=int(first[8:]), last=int(last[8:]), month=month
        )
    if _span(days):
        return _("{first} tot {last}").format(first=day_text(first), last=day_text(last))
    return listed([day_text(one) for one in days])


def length(visit: TrackVisit) -> str:
    """How long a visit takes: 'Drie dagen'."""
    days = len(visit.days)
    return sentence(ngettext("{n} dag", "{n} dagen", days).format(n=in_words(days)))


def calendar_words(
    visit: TrackVisit, names: VisitNames
) -> Callable[[VisitPart | None], CalendarText]:
    """What gives the words of an event: of a part, or for None of a whole day."""
    place = ", ".join(filter(None, (names.host, visit.place or names.place)))
    practical = _practical(visit)

    def words(part: VisitPart | None) -> CalendarText:
        if part is None:
            title = _("{visitor} op bezoek bij {host}").format(
                visitor=names.visitor, host=names.host
            )
            return CalendarText(title, place, "\n".join(practical))
        told = [who_and_how(part, names.guests)]
        if part.company:
            told.append(_("Met: {company}").format(company=part.company))
        title = _("{part} ({host})").format(part=part.text, host=names.host)
        return CalendarText(title, place, "\n".join((*told, *practical)))

    return words


def _practical(visit: TrackVisit) -> tuple[str, ...]:
    said = (
        (_("Mentor: {text}"), visit.mentor), (_("Overnachting: {text}"), visit.lodging),
    )  # fmt: skip
    return tuple(label.format(text=text) for label, text in said if text)


def _span(days: Iterable[str]) -> bool:
    """Whether several days follow each other, so that the first and the last tell all of them."""
    numbers = [date.fromisoformat(one).toordinal() for one in days]
    return len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1
