"""What a participant may know of the kijkstages of the track: read once for a request.

Who comes is known to the host, and of the others everybody reads how many; so a page is given the
states of days (`DayState`) and asks `guests_of` for names, which knows whose page it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from state import notices, offers, places, rows, settling
from state.database import Store
from state.framework import Area, framework_of
from state.models import Organisation, Person
from state.notices import VisitNotice
from state.offers import OfferDay, OfferRules, VisitOffer, VisitPlace
from state.own_links import LinkHolder
from state.settling import DayState


@dataclass(frozen=True)
class OfferGuest:
    """Somebody who comes, as the host reads it."""

    name: str
    organisation: str
    tile: int
    why: str
    brings: str


@dataclass(frozen=True)
class OfferShelf:
    """The kijkstages of a track around one person. `offers` also those of who left and those that
    were called off; `mine`: the places that this person asked for and were not cancelled; `ours`:
    those of the own organisation, also of colleagues; `states` of the days from today on."""

    holder: LinkHolder
    today: str
    rules: OfferRules
    parties: Mapping[str, Organisation]
    left: frozenset[str]
    people: Mapping[str, Person]
    offers: tuple[VisitOffer, ...]
    states: Mapping[str, DayState]
    ours: tuple[VisitPlace, ...]
    notices: tuple[VisitNotice, ...]
    host_words: tuple[VisitPlace, ...]

    @property
    def me(self) -> Person:
        """Whose page it is."""
        return self.holder.person

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas of the track."""
        return framework_of(self.holder.track.framework).areas

    @property
    def mine(self) -> tuple[VisitPlace, ...]:
        """The own places that stand, by day; nobody waits any more for a day that has come."""
        found = (
            one for one in self.ours
            if one.person == self.me.id and one.state in places.STANDING
            and (one.state == "taken" or self.at(one.day)[1].date > self.today)
        )  # fmt: skip
        return tuple(sorted(found, key=lambda one: self.at(one.day)[1].date))

    @property
    def ahead(self) -> tuple[VisitPlace, ...]:
        """The own places that stand for today or later, by day."""
        return tuple(one for one in self.mine if self.at(one.day)[1].date >= self.today)

    @property
    def been(self) -> tuple[VisitPlace, ...]:
        """The own places of days that are past, the latest first."""
        past = (one for one in self.mine if self.at(one.day)[1].date < self.today)
        return tuple(reversed(list(past)))

    def would_wait(self, here: DayState) -> bool:
        """Whether somebody of the own organisation who asks now goes on the waiting list."""
        host, own = (self.parties[one].sector for one in (here.offer.host, self.me.organisation_id))
        return not here.free or (here.others_only and places.is_same_sector(host, own))

    @property
    def others(self) -> tuple[VisitOffer, ...]:
        """What others offer and still has a day to come."""
        own = self.me.organisation_id
        return tuple(
            one for one in self.offers
            if one.host != own and one.host not in self.left and one.coming(self.today)
        )  # fmt: skip

    @property
    def own(self) -> tuple[VisitOffer, ...]:
        """What the own organisation offers, without what was called off."""
        return tuple(
            one for one in self.offers if one.host == self.me.organisation_id and not one.is_off
        )

    def offer(self, offer_id: str) -> VisitOffer | None:
        """An offer by its id; None when there is none."""
        return next((one for one in self.offers if one.id == offer_id), None)

    def at(self, day_id: str) -> tuple[VisitOffer, OfferDay]:
        """A day with its offer."""
        return next((one, day) for one in self.offers for day in one.days if day.id == day_id)

    def my_place(self, offer: VisitOffer) -> dict[str, VisitPlace]:
        """The own places in an offer, by the id of the day."""
        return {one.day: one for one in self.mine if offer.day(one.day) is not None}

    def guests_of(self, day: OfferDay) -> tuple[OfferGuest, ...]:
        """Who comes on a day of the own organisation; nobody's name of any other day."""
        here = self.states.get(day.id)
        if here is None or here.offer.host != self.me.organisation_id:
            return ()
        return tuple(
            self._guest(one) for one in here.standing
            if one.state == "taken" and one.id not in here.lost | here.ended
        )  # fmt: skip

    def _guest(self, one: VisitPlace) -> OfferGuest:
        home = self.parties[one.organisation]
        name = self.people[one.person].name
        return OfferGuest(name, home.name, home.tile, one.why, one.brings)


def shelf(store: Store, holder: LinkHolder, today: str) -> OfferShelf:
    """All that the pages of kijkstages are made from; places that came free are given first."""
    track_id = holder.track.id
    settling.settle_due(store, track_id, today)
    with store.read() as db:
        present = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
        left = rows.removed(db, Organisation, "organisation", "track_id", track_id)
        own = holder.organisation.id
        there = offers.read_offers(db, track_id)
        coming = {day.id for one in there for day in one.days if day.date >= today}
        days = {day.id for one in there if one.host == own for day in one.days}
        every = offers.read_places(db, track_id)
        return OfferShelf(
            holder, today, offers.rules(db, track_id),
            {one.id: one for one in (*present, *left)}, frozenset(one.id for one in left),
            offers.everybody(db, track_id), there, settling.states(db, track_id, today),
            tuple(one for one in every if one.organisation == own),
            # What changed for a day that is past is of no use any more.
            tuple(one for one in notices.unread(db, holder.person.id) if one.day in coming),
            tuple(one for one in every if one.day in days and one.words.for_host),
        )  # fmt: skip
