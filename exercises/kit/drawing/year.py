"""A year of a track as it is drawn: its organisations, meetings, visits, gifts and actions.

Ids are only used to tell things apart; none of them comes into a drawing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

# An action due so long after everything else would press the year together: it is told as later.
_LATER = timedelta(days=400)


@dataclass(frozen=True)
class YearParty:
    """An organisation. `short` stands where the name does not fit; `gone` when it left."""

    id: str
    name: str
    tile: int
    short: str = ""
    gone: bool = False


@dataclass(frozen=True)
class YearMeeting:
    """A meeting; `day` is ISO or "". `held`: it was begun; `present`: ids of the organisations that
    were there."""

    title: str
    day: str = ""
    held: bool = True
    present: frozenset[str] = frozenset()


@dataclass(frozen=True)
class YearVisit:
    """People of `guest` at `host`, both ids; `days` are ISO, in order, `people` counts from 1.
    `made`: it took place."""

    guest: str
    host: str
    days: tuple[str, ...] = ()
    people: int = 2
    made: bool = True


@dataclass(frozen=True)
class YearGift:
    """What `host` received of `giver`, an id, or "" for the whole group; `day` is ISO or ""."""

    host: str
    giver: str = ""
    day: str = ""


@dataclass(frozen=True)
class YearAction:
    """What `party` will do by `day`, ISO or "", or did."""

    party: str
    text: str = ""
    day: str = ""
    done: bool = False


@dataclass(frozen=True)
class TrackYear:
    """All of it. Every id that is mentioned is that of one of `parties`; what is not, is not
    drawn."""

    parties: tuple[YearParty, ...] = ()
    meetings: tuple[YearMeeting, ...] = ()
    visits: tuple[YearVisit, ...] = ()
    gifts: tuple[YearGift, ...] = ()
    actions: tuple[YearAction, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened."""
        return not (self.visits or self.gifts or self.actions) and not any(
            one.held for one in self.meetings
        )

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """The first and last day of what is drawn by day; None when nothing has one. An action
        that is due long after the rest does not count."""
        told = (
            *(one.day for one in self.meetings), *(one.day for one in self.gifts),
            *(one.days[0] for one in self.visits if one.days),
        )  # fmt: skip
        days = _days(told)
        due = _days(one.day for one in self.actions)
        first = min((*days, *due), default=None)
        if first is None:
            return None
        last = max(days, default=first)
        return first, max(one for one in (*days, *due) if one - last <= _LATER)


def day_of(iso: str) -> date | None:
    """The day of an ISO date; None for what is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _days(isos: Iterable[str]) -> list[date]:
    return [found for one in isos if (found := day_of(one))]
