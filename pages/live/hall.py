"""Who is in the hall: what the hub knows of phones, with what the facilitator said.

Whoever has the code may come in as a guest, as often as they like. A guest therefore counts once
the phone opened the page, as long as it is there, and for good once that guest answered something.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import exercises
from exercises.engine.moment import Moment
from state.live import Hub


@dataclass(frozen=True)
class InHall:
    """Ids of people: `present` have their phone connected, `away` left or went home, of `home` the
    facilitator said that they went home. Guests who do not count are `away`; `guests`: how many
    count."""

    present: Collection[str]
    away: frozenset[str]
    home: frozenset[str]
    guests: int = 0


def in_hall(hub: Hub, moment: Moment) -> InHall:
    """Who is in the hall of the meeting of a Moment."""
    meeting_id = moment.room.meeting.id
    unseen = _unseen(hub, moment)
    away = hub.away(meeting_id) | moment.home | unseen
    return InHall(hub.present(meeting_id), away, moment.home, len(moment.guests) - len(unseen))


def _unseen(hub: Hub, moment: Moment) -> frozenset[str]:
    """The guests whose phone is not there, and who answered nothing."""
    guests = frozenset(moment.guests) - hub.lately(moment.room.meeting.id)
    for activity in moment.room.exercises if guests else ():
        exercise = exercises.of_kind(activity.kind)
        if exercise is not None and exercise.guests and activity.state != "planned":
            guests -= moment.answers(activity).by_author.keys()
    return guests
