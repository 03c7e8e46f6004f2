"""Choosing among what others offer: by sector, place, area and day. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exercises.kit.rules.days import day_text
from pages.own.kijkstages import OfferShelf
from state.models import Organisation
from state.offers import OfferDay, VisitOffer
from state.settling import DayState
from state.text_rules import name_key

KEYS = ("sector", "plaats", "gebied", "dag")


@dataclass(frozen=True)
class OfferLine:
    """An offer that may be chosen: its host, and the days that still come with what is free."""

    offer: VisitOffer
    host: Organisation
    days: tuple[tuple[OfferDay, DayState], ...]


def wanted(query: Mapping[str, str]) -> dict[str, str]:
    """What somebody chose, by `KEYS`; "" for anything."""
    return {key: str(query.get(key, ""))[:200] for key in KEYS}


def choices(here: OfferShelf) -> dict[str, list[tuple[str, str]]]:
    """What there is to choose from: value and label of each."""
    hosts = [here.parties[one.host] for one in here.others]
    areas = {one.words.area for one in here.others}
    days = sorted({day.date for one in here.others for day in one.coming(here.today)})
    return {
        "sector": _once([one.sector for one in hosts]),
        "plaats": _once([one.place for one in hosts]),
        "gebied": [(str(one.number), one.name) for one in here.areas if one.number in areas],
        "dag": [(one, day_text(one)) for one in days],
    }


def matching(here: OfferShelf, chosen: Mapping[str, str]) -> list[OfferLine]:
    """The offers that are as somebody wants them, the one with the nearest day first."""
    found = []
    for one in here.others:
        host = here.parties[one.host]
        days = tuple(
            (day, here.states[day.id]) for day in one.coming(here.today)
            if day.id in here.states and chosen["dag"] in ("", day.date)
        )  # fmt: skip
        fits = (
            _same(chosen["sector"], host.sector) and _same(chosen["plaats"], host.place)
            and chosen["gebied"] in ("", str(one.words.area))
        )  # fmt: skip
        if fits and days:
            found.append(OfferLine(one, host, days))
    return sorted(found, key=lambda line: line.days[0][0].date)


def _once(texts: list[str]) -> list[tuple[str, str]]:
    by_key: dict[str, str] = {}
    for text in texts:
        if text.strip():
            by_key.setdefault(name_key(text), text)
    return [(text, text) for text in sorted(by_key.values(), key=name_key)]


def _same(chosen: str, text: str) -> bool:
    return not chosen or name_key(chosen) == name_key(text)
