"""Kijkstages on the own page itself: a row that leads to them, and what the reader must be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from exercises.kit.rules.days import day_text
from pages.own import kijkstage_words, kijkstages
from state import clock, offers
from state.clock import local, now
from state.database import Store
from state.language import _, ngettext
from state.offers import VisitPlace
from state.own_links import LinkHolder

_ASKS_FOR = timedelta(days=30)


@dataclass(frozen=True)
class KijkstageRow:
    """The row: `line` below its title; `told`: what changed since the reader looked; `folded`: the
    ids of visits that stand behind the row and need none of their own; `after`: of days that are
    over and not looked back on, the id of the place and the name of the host."""

    line: str
    told: tuple[str, ...]
    folded: frozenset[str]
    after: tuple[tuple[str, str], ...] = ()


def of_holder(store: Store, holder: LinkHolder) -> KijkstageRow | None:
    """The row for a person; None for a track without kijkstages."""
    with store.read() as db:
        if not offers.has_any(db, holder.track.id):
            return None
    here = kijkstages.shelf(store, holder, clock.today())
    folded = {
        one.visit for state in here.states.values() for one in state.standing
        if state.offer.host == here.me.organisation_id
    } | {one.visit for one in here.ours if one.person != here.me.id}  # fmt: skip
    told = tuple(kijkstage_words.notice_text(here, one) for one in here.notices)
    after = tuple(
        (one.id, here.parties[here.at(one.day)[0].host].name)
        for one in here.mine if _asks_after(here, one, local(now()))
    )  # fmt: skip
    return KijkstageRow(_line(here), told, frozenset(folded - {""}), after)


def _asks_after(here: kijkstages.OfferShelf, one: VisitPlace, moment: datetime) -> bool:
    """Whether the own page asks how a day was: once it is over, for a month, until something was
    written. `moment`: the present in Brussels."""
    day = here.at(one.day)[1]
    if one.state != "taken" or not one.words.is_empty:
        return False
    end = day.end or day.start
    over = day.date < here.today or (day.date == here.today and "" < end <= f"{moment:%H:%M}")
    return over and day.date >= str(date.fromisoformat(here.today) - _ASKS_FOR)


def _line(here: kijkstages.OfferShelf) -> str:
    coming = sum(
        one.taken for state in here.states.values() for one in state.asks
        if state.offer.host == here.me.organisation_id
    )  # fmt: skip
    told = list(_own_places(here))[:2]
    if coming:
        told.append(ngettext(
            "{n} mens komt bij jullie kijken", "{n} mensen komen bij jullie kijken", coming
        ).format(n=coming))  # fmt: skip
    if told:
        return "; ".join(told)
    count = len(here.others)
    if count:
        return ngettext("{n} aanbod om te kiezen", "{n} om uit te kiezen", count).format(n=count)
    return _("een dag meekijken bij een ander, of iemand ontvangen")


def _own_places(here: kijkstages.OfferShelf) -> Iterator[str]:
    """The own places that are ahead, those that were taken first, then where one waits."""
    texts = {
        "taken": _("je gaat op {day} kijken bij {host}"),
        "waiting": _("je wacht op een plaats op {day} bij {host}"),
    }
    for state, text in texts.items():
        for one in here.mine:
            offer, day = here.at(one.day)
            if one.state == state and day.date >= here.today:
                host = here.parties[offer.host].name
                yield text.format(day=day_text(day.date), host=host)
