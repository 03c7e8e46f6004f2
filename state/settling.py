"""Puts the places of a day as the rules say, and makes a visit of each place that is taken.

It is done within the transaction of whatever changed something, and before anybody is shown a
day: the period in which other sectors go first ends without anybody doing anything, and somebody
may have left the track.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from state import notices, offers, places, visits
from state.clock import now
from state.database import Store
from state.models import TrackVisit, VisitChange, VisitDay
from state.notices import NoticeKind
from state.offers import OfferDay, VisitOffer, VisitPlace
from state.places import PlaceAsk, PlaceState


@dataclass(frozen=True)
class DayState:
    """A day with those who have a place or wait, in the order in which they asked. `lost`: the ids
    of places of people who left; `ended`: of those whose visit was called off elsewhere."""

    offer: VisitOffer
    day: OfferDay
    standing: tuple[VisitPlace, ...]
    asks: tuple[PlaceAsk, ...]
    lost: frozenset[str]
    ended: frozenset[str]
    others_only: bool

    @property
    def free(self) -> int:
        """How many places nobody has."""
        return max(0, self.day.places - sum(one.taken for one in self.asks))

    @property
    def moves(self) -> places.Moves:
        """What the rules still ask for."""
        return places.moves(self.day.places, self.asks, others_only=self.others_only)


def states(db: Database, track_id: str, today: str) -> dict[str, DayState]:
    """The days of a track from `today` (ISO) on that stand, by id, as they are stored."""
    there = offers.read_offers(db, track_id)
    asked: dict[str, list[VisitPlace]] = {}
    for one in offers.read_places(db, track_id):
        if one.state in places.STANDING:
            asked.setdefault(one.day, []).append(one)
    known = _DayReading(db, track_id, today)
    return {
        day.id: known.state(offer, day, asked.get(day.id, ()))
        for offer in there for day in offer.days
        if not (offer.is_off or day.is_off) and day.date >= today
    }  # fmt: skip


def settle_due(store: Store, track_id: str, today: str) -> None:
    """Put every day of a track as the rules say now; writes only where something must change."""
    with store.read() as db:
        due = [one for one in states(db, track_id, today).values() if _is_due(one, today)]
    if not due:
        return
    with store.write() as db:
        for one in due:
            settle(db, one.day.id, today)


def settle(db: Database, day_id: str, today: str, *, quiet: str = "") -> DayState | None:
    """Put one day as the rules say, and tell whom it concerns. `quiet`: the id of the person who
    reads the outcome at once, and is told nothing. Gives the day as it is now; None for one that is
    past or was called off."""
    before = _state(db, day_id, today)
    if before is None:
        return None
    for one in before.standing:
        if one.id in before.lost:
            let_go(db, one, "gone")
            _tell_host(db, before, "gone", one)
        elif one.id in before.ended:
            let_go(db, one, "freed")
            notices.tell(db, [one.person], day_id, "freed")
    cleared = _state(db, day_id, today)
    if cleared is None or before.day.date <= today:
        return cleared
    by_id = {one.id: one for one in cleared.standing}
    for place_id in cleared.moves.down:
        _down(db, cleared, by_id[place_id], quiet)
    for place_id in cleared.moves.up:
        take(db, cleared, by_id[place_id], "moved_up", quiet)
    return _state(db, day_id, today)


def take(
    db: Database, here: DayState, one: VisitPlace, kind: NoticeKind, quiet: str = ""
) -> None:  # fmt: skip
    """Give somebody a place, with a visit of that day, and tell visitor and host."""
    visit_id = one.visit
    if visit_id:
        visits.restate(db, visit_id, "agreed")
        visits.apply(db, _change(here, visit_id))
    else:
        visit_id = visits.insert(db, here.offer.track, _visit(here, one))
    _set(db, one.id, state="taken", visit_id=visit_id)
    if one.person != quiet:
        notices.tell(db, [one.person], here.day.id, kind)
    _tell_host(db, here, "comes", one)


def follow(db: Database, here: DayState) -> None:
    """Give the visits of a day its date, its hours and whom to ask for, as they are now."""
    for one in here.standing:
        if one.visit and one.state == "taken" and one.id not in here.lost | here.ended:
            visits.apply(db, _change(here, one.visit))


def let_go(db: Database, one: VisitPlace, state: PlaceState) -> None:
    """End somebody's place or waiting, and the visit of it."""
    _set(db, one.id, state=state)
    if one.visit and one.state == "taken":
        visits.restate(db, one.visit, "called_off")


def _down(db: Database, here: DayState, one: VisitPlace, quiet: str) -> None:
    let_go(db, one, "waiting")
    if one.person != quiet:
        notices.tell(db, [one.person], here.day.id, "moved_down")


def _is_due(one: DayState, today: str) -> bool:
    moves = one.moves if one.day.date > today else places.Moves()
    return bool(one.lost or one.ended or moves.up or moves.down)


def _state(db: Database, day_id: str, today: str) -> DayState | None:
    offer = offers.offer_of_day(db, day_id)
    day = offer.day(day_id)
    if day is None or offer.is_off or day.is_off or day.date < today:
        return None
    asked = [one for one in offers.places_of_day(db, day_id) if one.state in places.STANDING]
    return _DayReading(db, offer.track, today).state(offer, day, asked)


class _DayReading:
    """What is known of a track around its days."""

    def __init__(self, db: Database, track_id: str, today: str) -> None:
        self._today = today
        self._rules = offers.rules(db, track_id)
        self._sectors = dict(db.conn.execute(
            "SELECT id, sector FROM organisation WHERE track_id = ?", [track_id]
        ).fetchall())  # fmt: skip
        self._gone = {
            row[0] for row in db.conn.execute(
                "SELECT person.id FROM person JOIN organisation ON organisation.id ="
                " organisation_id WHERE person.track_id = ? AND (person.removed_at IS NOT NULL"
                " OR erased_at IS NOT NULL OR organisation.removed_at IS NOT NULL)", [track_id],
            )
        }  # fmt: skip
        self._ended = {
            row[0] for row in db.conn.execute(
                "SELECT visit_place.id FROM visit_place JOIN visit ON visit.id = visit_id"
                " WHERE track_id = ? AND visit_place.state = 'taken'"
                " AND (removed_at IS NOT NULL OR visit.state NOT IN ('agreed', 'done'))",
                [track_id],
            )
        }  # fmt: skip

    def state(self, offer: VisitOffer, day: OfferDay, asked: Sequence[VisitPlace]) -> DayState:
        """A day of an offer with those who asked for a place there."""
        host = self._sectors.get(offer.host, "")
        lost = frozenset(one.id for one in asked if one.person in self._gone)
        ended = frozenset(one.id for one in asked if one.id in self._ended)
        asks = tuple(
            PlaceAsk(
                one.id, one.organisation,
                places.is_same_sector(host, self._sectors.get(one.organisation, "")),
                one.state == "taken",
            )
            for one in asked if one.id not in lost | ended
        )  # fmt: skip
        others_only = places.only_others(day.date, self._rules.others_first, self._today)
        return DayState(offer, day, tuple(asked), asks, lost, ended, others_only)


def _visit(here: DayState, one: VisitPlace) -> TrackVisit:
    return TrackVisit(
        "", here.offer.host, one.organisation, (one.person,), 1, "kijkstage", "agreed",
        (_visit_day(here.day),), here.offer.words.contact, announced=True,
    )  # fmt: skip


def _change(here: DayState, visit_id: str) -> VisitChange:
    return VisitChange(
        visit_id, days=(_visit_day(here.day),), mentor=here.offer.words.contact, announced=True
    )


def _visit_day(day: OfferDay) -> VisitDay:
    return VisitDay(day.date, day.start, day.end)


def _tell_host(db: Database, here: DayState, kind: NoticeKind, one: VisitPlace) -> None:
    people = notices.of_organisation(db, here.offer.host)
    notices.tell(db, people, here.day.id, kind, about=one.person)


def _set(db: Database, place_id: str, **values: Any) -> None:
    db.table("visit_place").update(place_id, {**values, "updated_at": now()})
