"""A track with kijkstages in tests: organisations with people, and an offer with some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from state import notices, offering, offers, settling, taking, tracks
from state.database import Store
from state.notices import VisitNotice
from state.offers import OfferDay, OfferWords, VisitOffer, VisitPlace
from state.taking import PlaceOutcome

TODAY = "2027-03-01"
WORDS = OfferWords("Een voormiddag in de speelotheek.", "wie met ouders werkt", "Greet",
                   "Bus 5 tot aan de kerk.", "Sloffen.", 1)  # fmt: skip


def day_after(days: int, today: str = TODAY) -> str:
    """The day (ISO) so many days after `today`."""
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat()


def offered_day(days: int, places: int = 1, start: str = "09:00", end: str = "12:00") -> OfferDay:
    """A day so many days from `TODAY`."""
    return OfferDay("", "", day_after(days), start, end, places)


@dataclass
class OfferTrack:
    """A track in which De Regenton (sector A) offers; others have so many people in a sector."""

    store: Store
    parties: Sequence[tuple[str, int]]
    track: str = ""
    host: str = ""
    greet: str = ""
    homes: list[str] = field(default_factory=list)
    people: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.track = tracks.add_track(self.store, tracks.free_name(self.store, "Samen"))
        self.host = tracks.add_organisation(self.store, self.track, "De Regenton", "A", "Zevenhoek")
        self.greet = tracks.add_person(self.store, self.host, "Greet", "")
        for at, (sector, count) in enumerate(self.parties):
            home = tracks.add_organisation(self.store, self.track, f"Huis {at}", sector, "Dorp")
            self.homes.append(home)
            self.people.append(
                [tracks.add_person(self.store, home, f"Gast {at}.{n}", "") for n in range(count)]
            )

    @property
    def everybody(self) -> list[str]:
        """The ids of all who are not of the host."""
        return [one for home in self.people for one in home]

    def offer(self, *days: OfferDay, words: OfferWords = WORDS) -> VisitOffer:
        """Make an offer of De Regenton."""
        offer_id = offering.offer(self.store, self.host, words, days, today=TODAY)
        return self.read(offer_id)

    def read(self, offer_id: str) -> VisitOffer:
        """An offer as it is stored."""
        with self.store.read() as db:
            return offers.find_offer(db, offer_id)

    def ask(self, person: str, day: str, today: str = TODAY) -> PlaceOutcome:
        """Ask for a place."""
        return taking.ask(self.store, person, day, "Ik wil het zien.", "Koffie", today=today)

    def places(self, day: str) -> list[VisitPlace]:
        """Who has a place or waits on a day."""
        with self.store.read() as db:
            found = offers.places_of_day(db, day)
        return [one for one in found if one.state in ("taken", "waiting")]

    def taken(self, day: str) -> list[str]:
        """The ids of the people who have a place, in the order in which they asked."""
        return [one.person for one in self.places(day) if one.state == "taken"]

    def waiting(self, day: str) -> list[str]:
        """As `taken`, of those who wait."""
        return [one.person for one in self.places(day) if one.state == "waiting"]

    def place_of(self, person: str, day: str) -> str:
        """The id of the place that somebody has or waits for."""
        return next(one.id for one in self.places(day) if one.person == person)

    def told(self, person: str) -> list[VisitNotice]:
        """What somebody was not told yet."""
        with self.store.read() as db:
            return list(notices.unread(db, person))

    def settle(self, today: str) -> None:
        """What happens before a page is shown on a day."""
        settling.settle_due(self.store, self.track, today)

    def visits(self) -> list[dict[str, Any]]:
        """The rows of all visits."""
        with self.store.read() as db:
            return list(db.query("SELECT * FROM visit ORDER BY rowid"))
