"""Who is in the hall: what the hub knows of phones, with what the facilitator said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from exercises.engine.moment import Moment
from state.live import Hub


@dataclass(frozen=True)
class InHall:
    """Ids of people: `present` have their phone connected, `away` left or went home, of `home` the
    facilitator said that they went home."""

    present: Collection[str]
    away: frozenset[str]
    home: frozenset[str]


def in_hall(hub: Hub, moment: Moment) -> InHall:
    """Who is in the hall of the meeting of a Moment."""
    meeting_id = moment.room.meeting.id
    return InHall(hub.present(meeting_id), hub.away(meeting_id) | moment.home, moment.home)
