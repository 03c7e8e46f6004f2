"""One open page, as the hub knows it: the topics it subscribes to, and how often it is notified."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic, process_time

# Topics whose numbers exist in memory only: who is connected, who left for good, the address of
# this laptop, and failures of the database.
PRESENCE = "presence"
AWAY = "away"
ADDRESS = "address"
TROUBLE = "trouble"
SCREEN = "screen"
_LEAST_URGENT = frozenset({"people", PRESENCE})
# The least seconds between two notifications of one page. A screen is rendered once a frame; a
# console ten times a second, since it lists everybody and nobody reads faster. While the processor
# is busy both wait longer, and changes in who is present wait longest.
_PACE = {SCREEN: 0.016, "console": 0.1, "remote": 0.1}
_WHEN_BUSY = {SCREEN: 0.08, "console": 0.3, "remote": 0.3}
# The most of one core that a page may take: one that is slow to make, such as the screen of three
# hundred people, is made less often.
_SHARE = 0.25
_PRESENCE_PACE = 0.25
_PRESENCE_WHEN_BUSY = 0.75
# The share of one core above which the process counts as busy.
_BUSY = 0.5
_LOAD_SECONDS = 0.5


@dataclass(eq=False)
class Listener:
    """One open page: the topics it subscribes to, and the numbers it has not been sent yet.
    `guest`: it is the phone of a guest, who counts only while it is connected."""

    meeting_id: str
    topics: frozenset[str]
    person_id: str | None = None
    role: str = ""
    guest: bool = False
    # Processor seconds that the page took to make, the last time.
    cost: float = 0.0
    _unsent: dict[str, int] = field(default_factory=dict)
    _notified: asyncio.Event = field(default_factory=asyncio.Event)
    _notified_at: float = -60.0

    @property
    def counts(self) -> bool:
        """Whether the console shows that this page is connected: true for phones and screens."""
        return self.person_id is not None or self.role == SCREEN

    def notify(self, numbers: dict[str, int]) -> None:
        """Queue the numbers (topic -> revision) of subscribed topics, and end a pending
        `next_change`."""
        if self.topics.isdisjoint(numbers):
            return
        self._unsent.update(
            {topic: number for topic, number in numbers.items() if topic in self.topics}
        )
        self._notified.set()

    def end_wait(self) -> None:
        """End a pending `next_change` even when no number changed; it may then return {}."""
        self._notified.set()

    async def next_change(self) -> dict[str, int]:
        """Wait for a change, and return topic -> latest revision of each topic that changed."""
        await self._notified.wait()
        while (wait := self._notified_at + self.pace - monotonic()) > 0:
            # A more urgent change may arrive during the wait and shorten it, so look again each
            # time.
            self._notified.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._notified.wait(), wait)
        self._notified_at = monotonic()
        self._notified.clear()
        unsent, self._unsent = self._unsent, {}
        return unsent

    @property
    def pace(self) -> float:
        """The least seconds between two notifications, as things are now."""
        if self.role not in _PACE:
            return 0.0
        busy = load.busy
        if self._unsent and _LEAST_URGENT.issuperset(self._unsent):
            return _PRESENCE_WHEN_BUSY if busy else _PRESENCE_PACE
        pace = _WHEN_BUSY[self.role] if busy else _PACE[self.role]
        return max(pace, self.cost / _SHARE)


class Load:
    """Measures which share of one core this process used over the last half second."""

    def __init__(self) -> None:
        self._at = monotonic()
        self._used = process_time()
        self._share = 0.0

    @property
    def busy(self) -> bool:
        """Whether more than half a core was in use over the last half second."""
        now = monotonic()
        passed = now - self._at
        if passed >= _LOAD_SECONDS:
            used = process_time()
            self._share = (used - self._used) / passed
            self._at, self._used = now, used
        return self._share > _BUSY


load = Load()
