"""The answers of an activity, read so that only what changed since the last time is read again."""

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
        """These answers; of two in one slot the later one in the row counts."""
        return cls().with_news(list(found))

    def with_news(self, news: list[Answer]) -> Answers:
        """These answers with those that changed since."""
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

    What was removed or came back raises `steps`, so between steps only what was added is read:
    late in a long meeting that is one row instead of thousands. `keep`: remember them for the next
    reader; not within a transaction, which may still be rolled back. `file` tells databases apart.
    """
    key, steps = (file, activity_id), numbers["steps"]
    before = _read.known(key, steps) or Answers()
    found = contributions.of_activity(db, activity_id, before.last)
    now = before.with_news([stored.answer(item) for item in found])
    if keep:
        _read.put(key, steps, now)
    return now
