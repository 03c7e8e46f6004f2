"""What the facilitator can edit in Cadeautjestijd, to and from JSON, and which visits give gifts.

The visits are those of the track. Versions before these had a list in the exercise itself; what
was stored then keeps its keys, since gifts are stored under them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from exercises.contract import TrackVisit
from exercises.gifts import content

USUAL_VISITORS = 2


@dataclass(frozen=True)
class GiftVisit:
    """People of one organisation were with a host. `key` never changes, since gifts are stored
    under it.

    `visitor` and `host` are ids of organisations; `count` is how many people went, from 1;
    `people` the ids of those who did, empty when nobody is named.
    """

    key: str
    visitor: str
    host: str
    count: int = USUAL_VISITORS
    people: tuple[str, ...] = ()

    @property
    def pair(self) -> tuple[str, str]:
        """Who went, and to whom."""
        return self.visitor, self.host


@dataclass(frozen=True)
class GiftsConfig:
    """Questions for the talk after a gift, and the visits.

    `visits`: the list that earlier versions stored here. `gone`: visits that were taken off that
    list while there was something in their gift. `track`: the visits of the track, which are not
    stored here.
    """

    visits: tuple[GiftVisit, ...] = ()
    questions: tuple[str, ...] = content.QUESTIONS
    gone: tuple[GiftVisit, ...] = ()
    track: tuple[TrackVisit, ...] = field(default=(), repr=False)

    @cached_property
    def giving(self) -> tuple[GiftVisit, ...]:
        """The visits that have a gift: those of the track that stand and that participants may
        know of, then what is only in the list of an earlier version."""
        standing = (self._as_gift(one) for one in self._known if one.stands)
        return (*standing, *self.only_here)

    @property
    def silent(self) -> int:
        """How many visits stand that participants may not know of yet; they have no gift."""
        return sum(one.stands for one in self.track) - sum(one.stands for one in self._known)

    @cached_property
    def _known(self) -> tuple[TrackVisit, ...]:
        """The visits that participants may know of."""
        return tuple(one for one in self.track if one.is_known)

    @cached_property
    def only_here(self) -> tuple[GiftVisit, ...]:
        """The visits of the list of an earlier version that are no visits of the track."""
        known = {
            key for key, one in self._taken.items()
            if one.state == "called_off" or (one.stands and one in self._known)
        }  # fmt: skip
        return tuple(one for one in self.visits if one.key not in known)

    @cached_property
    def ended(self) -> tuple[GiftVisit, ...]:
        """The visits that were called off or taken off the list: what is in their gift is kept."""
        off = (self._as_gift(one) for one in self.track if one.state == "called_off")
        return (*off, *(one for one in self.gone if one.key not in self._taken))

    @cached_property
    def _taken(self) -> dict[str, TrackVisit]:
        """The keys of an earlier list that a visit of the track has now: the first visit of a pair
        has the first key of that pair, whatever its state, so that a key never moves."""
        listed: dict[tuple[str, str], str] = {}
        for one in (*self.visits, *self.gone):
            listed.setdefault(one.pair, one.key)
        found: dict[str, TrackVisit] = {}
        for visit in self.track:
            key = listed.pop((visit.visitor, visit.host), None)
            if key is not None:
                found[key] = visit
        return found

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {visit.id: key for key, visit in self._taken.items()}

    def _as_gift(self, visit: TrackVisit) -> GiftVisit:
        key = self._keys.get(visit.id, visit.id)
        return GiftVisit(key, visit.visitor, visit.host, visit.count, visit.people)

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "visits": _stored(self.visits), "gone": _stored(self.gone),
            "questions": self.questions,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> GiftsConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            _visits(stored.get("visits", ())), tuple(stored["questions"]),
            _visits(stored.get("gone", ())),
        )  # fmt: skip


def _stored(visits: tuple[GiftVisit, ...]) -> list[dict[str, Any]]:
    return [{"key": v.key, "visitor": v.visitor, "host": v.host, "count": v.count} for v in visits]


def _visits(stored: Iterable[dict[str, Any]]) -> tuple[GiftVisit, ...]:
    return tuple(GiftVisit(v["key"], v["visitor"], v["host"], v["count"]) for v in stored)
