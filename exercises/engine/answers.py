"""A cache of the answers of an activity, which reads only the rows changed since the last read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

from exercises.contract import Answer, Json
from exercises.engine import stored
from state import contributions
from state.latest import Latest

_NO_SLOTS: Mapping[str, Answer] = {}


@dataclass(frozen=True)
class Answers:
    """The last answer of each author in each slot; `last` is the latest change among them."""

    by_author: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    last: int = 0

    @classmethod
    def of(cls, found: Iterable[Answer]) -> Answers:
        """Answers grouped by author and slot; of several for one slot the last in `found`
        counts."""
        return cls().with_news(list(found))

    def with_news(self, news: list[Answer]) -> Answers:
        """A copy of these answers with `news`, newer ones, in the place of those of the same
        slot."""
        if not news:
            return self
        by_author = dict(self.by_author)
        changed: dict[str, dict[str, Answer]] = {}
        for one in news:
            if one.author not in changed:
                changed[one.author] = dict(by_author.get(one.author, _NO_SLOTS))
            changed[one.author][one.slot] = one
        by_author.update(changed)
        return Answers(by_author, max(self.last, *(one.order for one in news)))

    def all(self) -> list[Answer]:
        """Every answer, in no particular order."""
        return [one for slots in self.by_author.values() for one in slots.values()]

    def of_author(self, author: str) -> dict[str, Json]:
        """What one author put in: slot -> payload."""
        return {slot: one.payload for slot, one in self.by_author.get(author, _NO_SLOTS).items()}


_read: Latest[tuple[str, str], Answers] = Latest()


def read(
    db: Database, file: str, activity_id: str, numbers: Mapping[str, int], *, keep: bool = True
) -> Answers:
    """All answers of an activity as `db` sees them; `numbers`: of all topics there.

    Removing or restoring an answer raises the revision of `steps`, which empties this cache. While
    `steps` stays the same answers are only added, so only newer rows are read: late in a long
    meeting that is one row instead of thousands. `keep`: put the result in the cache; pass False
    inside a transaction, since it may be rolled back. `file`: the database's path, part of the
    cache key.
    """
    key, steps = (file, activity_id), numbers["steps"]
    before = _read.known(key, steps) or Answers()
    found = contributions.of_activity(db, activity_id, before.last)
    now = before.with_news([stored.answer(item) for item in found])
    if keep:
        _read.put(key, steps, now)
    return now
