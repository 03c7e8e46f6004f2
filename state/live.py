"""The hub: notifies open pages that something changed. It sends revision numbers, never data.

The hub runs in the server's event loop. It polls SQLite's `data_version` to notice commits of other
processes; commits of its own process notify it at once. Each listener subscribes to topics and
receives only the revision numbers of those. A page is notified of a first change at once. Later
changes for a screen, console or remote are batched: per frame, or for longer while the processor is
busy, because every notification costs a render.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic, process_time

from state import revisions
from state.database import Store
from state.problems import StateError

_WATCH_SECONDS = 0.05
_GATHER_SECONDS = 0.01
_AWAY_SECONDS = 4.0
# Topics whose numbers exist in memory only: who is connected, and failures of the database.
PRESENCE = "presence"
TROUBLE = "trouble"
SCREEN = "screen"
_AT_LEISURE = frozenset({"people", PRESENCE})
# The least seconds between two notifications of one page: one frame normally. While the processor
# is busy, a screen is rendered some twelve times a second and a console three times; changes in who
# is present can wait longest (`_LEISURE`).
_FRAME = 0.016
_WHEN_BUSY = {SCREEN: 0.08, "console": 0.3, "remote": 0.3}
_LEISURE = 0.75
# The share of one core above which the process counts as busy.
_BUSY = 0.5
_LOAD_SECONDS = 0.5
_log = logging.getLogger(__name__)


@dataclass(eq=False)
class Listener:
    """One open page: the topics it subscribes to, and the numbers it has not been sent yet."""

    meeting_id: str
    topics: frozenset[str]
    person_id: str | None = None
    role: str = ""
    _untold: dict[str, int] = field(default_factory=dict)
    _awake: asyncio.Event = field(default_factory=asyncio.Event)
    _told_at: float = -60.0

    @property
    def counts(self) -> bool:
        """Whether the console shows that this page is connected: true for phones and screens."""
        return self.person_id is not None or self.role == SCREEN

    def ring(self, numbers: dict[str, int]) -> None:
        """Queue the numbers (topic -> revision) of subscribed topics, and end a pending
        `next_ring`."""
        if self.topics.isdisjoint(numbers):
            return
        self._untold.update(
            {topic: number for topic, number in numbers.items() if topic in self.topics}
        )
        self._awake.set()

    def wake(self) -> None:
        """End a pending `next_ring` even when no number changed; it may then return {}."""
        self._awake.set()

    async def next_ring(self) -> dict[str, int]:
        """Wait for a change, and return topic -> latest revision of each topic that changed."""
        await self._awake.wait()
        while (wait := self._told_at + self._pace_now() - monotonic()) > 0:
            # A more urgent change may arrive during the wait and shorten it, so look again each
            # time.
            self._awake.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._awake.wait(), wait)
        self._told_at = monotonic()
        self._awake.clear()
        told, self._untold = self._untold, {}
        return told

    def _pace_now(self) -> float:
        if self.role not in _WHEN_BUSY:
            return 0.0
        if not load.busy:
            return _FRAME
        if self._untold and _AT_LEISURE.issuperset(self._untold):
            return _LEISURE
        return _WHEN_BUSY[self.role]


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


class Hub:
    """All listeners of this process, by meeting."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._listeners: dict[str, set[Listener]] = {}
        self._known: dict[str, dict[str, int]] = {}
        self._presence: dict[str, int] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = asyncio.Event()
        self._lock = threading.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Watch the database and notify listeners until cancelled. Run one such task per
        process."""
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._store.listeners.append(self._wake)
        watcher = asyncio.create_task(self._watch_other_processes())
        try:
            while True:
                await self._changed.wait()
                self._changed.clear()
                self._ring_what_changed()
                await asyncio.sleep(_GATHER_SECONDS)
        finally:
            watcher.cancel()
            self._store.listeners.remove(self._wake)

    def add(self, listener: Listener) -> None:
        """Register a page; its first notification holds the present numbers of its topics. Raises
        StateError, with the page not registered."""
        with self._lock:
            self._listeners.setdefault(listener.meeting_id, set()).add(listener)
        try:
            numbers = self.numbers(listener.meeting_id)
        except StateError:
            self.discard(listener)
            raise
        # Remember these numbers as known, so that the next commit notifies only what it changed.
        self._known.setdefault(listener.meeting_id, numbers)
        listener.ring(numbers)
        if listener.counts:
            self._presence_changed(listener.meeting_id)

    def discard(self, listener: Listener) -> None:
        """Remove a page that closed. Its person counts as absent only some seconds later, so that a
        reload or a short loss of connection does not show on the console."""
        with self._lock:
            group = self._listeners.get(listener.meeting_id, set())
            group.discard(listener)
            if not group:
                self._listeners.pop(listener.meeting_id, None)
                self._known.pop(listener.meeting_id, None)
        if listener.counts and self._loop is not None:
            self._later(_AWAY_SECONDS, listener.meeting_id)

    def present(self, meeting_id: str) -> set[str]:
        """The ids of the people whose phone is connected now."""
        with self._lock:
            group = self._listeners.get(meeting_id, set())
            return {item.person_id for item in group if item.person_id}

    def screens(self, meeting_id: str) -> int:
        """How many screens of a meeting are open."""
        with self._lock:
            group = self._listeners.get(meeting_id, set())
            return sum(item.role == SCREEN for item in group)

    def numbers(self, meeting_id: str) -> dict[str, int]:
        """The present revision of every topic of a meeting, those in memory included: topic ->
        number."""
        with self._store.read() as db:
            stored = revisions.of_meeting(db, meeting_id)
        return {**stored, **self.in_memory(meeting_id)}

    def in_memory(self, meeting_id: str) -> dict[str, int]:
        """The revisions of `PRESENCE` (somebody connected or left) and `TROUBLE` (the database
        failed or recovered): topic -> number."""
        return {
            PRESENCE: self._presence.get(meeting_id, 0),
            TROUBLE: self._store.troubles,
        }

    def listening(self) -> int:
        """How many pages are open in this process, over all meetings."""
        with self._lock:
            return sum(len(group) for group in self._listeners.values())

    def _wake(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._changed.set)

    async def _watch_other_processes(self) -> None:
        seen: int | None = None
        while True:
            await asyncio.sleep(_WATCH_SECONDS)
            version = self._data_version()
            if version != seen:
                seen = version
                self._changed.set()

    def _data_version(self) -> int | None:
        try:
            return self._store.data_version()
        except sqlite3.Error:
            return None

    def _ring_what_changed(self) -> None:
        with self._lock:
            groups = {meeting: list(group) for meeting, group in self._listeners.items()}
        for meeting_id, group in groups.items():
            try:
                numbers = self.numbers(meeting_id)
            except StateError as error:
                _log.warning("could not read revisions: %s", error)
                continue
            except Exception:
                # The database can't be read now; the console reports that. The next change tries
                # again.
                _log.exception("could not read revisions")
                continue
            before = self._known.get(meeting_id, {})
            changed = {topic: n for topic, n in numbers.items() if before.get(topic) != n}
            self._known[meeting_id] = numbers
            _ring(group, changed)

    def _later(self, seconds: float, meeting_id: str) -> None:
        async def tell() -> None:
            await asyncio.sleep(seconds)
            self._presence_changed(meeting_id)

        task = asyncio.create_task(tell())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _presence_changed(self, meeting_id: str) -> None:
        self._presence[meeting_id] = self._presence.get(meeting_id, 0) + 1
        self._changed.set()


def _ring(group: Iterable[Listener], changed: dict[str, int]) -> None:
    if changed:
        for listener in group:
            listener.ring(changed)
