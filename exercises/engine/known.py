"""Answers and people as they were read before, so that only the news is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

from exercises.contract import Answer, Member
from state import contributions, people
from state.latest import Latest
from state.models import Attendee, Contribution, Room


@dataclass(frozen=True)
class _Answers:
    """The answers of an activity as far as they were read: `last` is the latest change seen."""

    by_slot: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    last: int = 0

    def with_news(self, news: list[Answer]) -> _Answers:
        """These answers with those that changed since."""
        if not news:
            return self
        changed = {(item.author, item.slot): item for item in news}
        last = max(item.order for item in news)
        return _Answers({**self.by_slot, **changed}, max(last, self.last))


_read: Latest[tuple[str, str], _Answers] = Latest()
_here: Latest[tuple[str, str], Mapping[str, Member]] = Latest()


def answer(stored: Contribution) -> Answer:
    """A stored answer as exercises know it."""
    return Answer(
        stored.author, stored.slot, stored.payload, stored.by_hand, stored.order, stored.by
    )


def answers(
    db: Database, file: str, activity_id: str, numbers: Mapping[str, int], *, keep: bool = True
) -> list[Answer]:
    """All answers of an activity as `db` sees them; `numbers`: of all topics there.

    What was removed or came back is a step, so between steps only what was added is read: late in
    a long meeting that is one row instead of thousands. `keep`: remember them for who reads next;
    not within a transaction, which may still be rolled back.
    """
    key, steps = (file, activity_id), numbers["steps"]
    before = _read.known(key, steps) or _Answers()
    news = contributions.of_activity(db, activity_id, before.last)
    now = before.with_news([answer(item) for item in news])
    if keep:
        _read.put(key, steps, now)
    return list(now.by_slot.values())


def members(room: Room, attendees: tuple[Attendee, ...]) -> dict[str, Member]:
    """The people in the room as exercises know them, by id."""
    organisations = {item.id: item for item in room.organisations}
    known = [item.person for item in attendees if item.person.organisation_id in organisations]
    return {
        person.id: Member(
            person.id, person.name, person.organisation_id,
            organisations[person.organisation_id].name,
            organisations[person.organisation_id].tile, person.pose, person.function,
        )
        for person in known
    }  # fmt: skip


def here(
    db: Database, file: str, room: Room, numbers: Mapping[str, int], *, keep: bool = True
) -> Mapping[str, Member]:
    """Who has joined the meeting of a room as `db` sees it, by id. `numbers` and `keep` as
    for `answers`."""
    key, version = (file, room.meeting.id), (numbers["people"], numbers["steps"])
    found = _here.known(key, version)
    if found is None:
        found = members(room, people.read_attendees(db, room.meeting.id))
        if keep:
            _here.put(key, version, found)
    return found
