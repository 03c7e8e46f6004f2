"""The form in which an organisation offers a kijkstage: what was typed, and what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from state.language import _
from state.offers import OfferDay, OfferWords, VisitOffer
from state.problems import Refused

_FIRST_ROWS, MOST_ROWS = 2, 40
_TEXTS = ("shown", "audience", "contact", "directions", "bring")


@dataclass(frozen=True)
class DayRow:
    """A day as it stands in the form, letter for letter. `id`: "" for a new one."""

    id: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    places: str = "2"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.id or self.date or self.start or self.end)


@dataclass(frozen=True)
class OfferTyped:
    """What stands in the form."""

    texts: Mapping[str, str]
    area: str
    days: tuple[DayRow, ...]

    def words(self) -> OfferWords:
        """The words of the offer."""
        area = int(self.area) if self.area in ("1", "2", "3", "4") else None
        return OfferWords(**{name: self.texts[name] for name in _TEXTS}, area=area)

    def offer_days(self) -> list[OfferDay]:
        """The days that were chosen; Refused for a number of places that is none."""
        return [_day(one) for one in self.days if not one.is_empty]

    def with_more(self) -> OfferTyped:
        """The form with room for one more day."""
        return replace(self, days=(*self.days, DayRow())[:MOST_ROWS])


def empty() -> OfferTyped:
    """The form of a new offer."""
    return OfferTyped(dict.fromkeys(_TEXTS, ""), "", (DayRow(),) * _FIRST_ROWS)


def of_offer(offer: VisitOffer, today: str) -> OfferTyped:
    """The form of an offer that stands, with the days that still come."""
    words = offer.words
    days = tuple(
        DayRow(one.id, one.date, one.start, one.end, str(one.places))
        for one in offer.coming(today)
    )  # fmt: skip
    texts = {name: getattr(words, name) for name in _TEXTS}
    return OfferTyped(texts, str(words.area or ""), days or (DayRow(),))


def typed(fields: Mapping[str, Sequence[str]]) -> OfferTyped:
    """What a browser sent: any form."""

    def row(name: str) -> list[str]:
        return [str(one) for one in fields.get(name, ())][:MOST_ROWS]

    columns = [row(name) for name in ("day", "date", "start", "end", "places")]
    count = max((len(one) for one in columns), default=0)
    days = tuple(
        DayRow(*(column[at] if at < len(column) else "" for column in columns))
        for at in range(count)
    )  # fmt: skip
    texts = {name: "".join(row(name)[:1]) for name in _TEXTS}
    return OfferTyped(texts, "".join(row("area")[:1]), days or (DayRow(),))


def _day(one: DayRow) -> OfferDay:
    count = one.places.strip()
    if not (count.isascii() and count.isdigit() and len(count) < 4):  # noqa: PLR2004
        raise Refused(_("Zeg hoeveel mensen er die dag kunnen komen, met een cijfer."))
    return OfferDay(one.id, "", one.date, one.start, one.end, int(count))
