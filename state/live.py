"""The hub: tells open pages that something changed, in numbers only, never what.

The hub lives in the server's event loop. It looks at SQLite's `data_version`, so that it hears
commits of every process, and is woken at once by the commits of its own. Listeners follow topics.
The first change reaches a page at once; what follows on a page that a room looks at is gathered
for one frame, and for longer only while the processor is busy.
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

_WATCH_SECONDS = 0.05
_GATHER_SECONDS = 0.01
_AWAY_SECONDS = 4.0
# Topics that are not stored: who is connected, and trouble with the data itself.
PRESENCE = "presence"
TROUBLE = "trouble"
SCREEN = "screen"
_AT_LEISURE = frozenset({"people", PRESENCE})
# Seconds between two rings at least: one frame of a screen; while the processor is busy a screen
# draws some twelve times a second and a console three times, and names stream in at leisure.
_FRAME = 0.016
_WHEN_BUSY = {SCREEN: 0.08, "console": 0.3, "remote": 0.3}
_LEISURE = 0.75
# More than half a core.
_BUSY = 0.5
_LOAD_SECONDS = 0.5
_log = logging.getLogger(__name__)


@dataclass(eq=False)
class Listener:
    """One open page: what it follows and what it has not been told yet."""

    meeting_id: str
    topics: frozenset[str]
    person_id: str | None = None
    role: str = ""
    _untold: dict[str, int] = field(default_factory=dict)
    _awake: asyncio.Event = field(default_factory=asyncio.Event)
    _told_at: float = -60.0

    @property
    def counts(self) -> bool:
        """Whether the console tells of this page: somebody's phone, or a screen."""
        return self.person_id is not None or self.role == SCREEN

    def ring(self, numbers: dict[str, int]) -> None:
        """Note new numbers of followed topics, and wake whoever waits for them."""
        if self.topics.isdisjoint(numbers):
            return
        self._untold.update(
            {topic: number for topic, number in numbers.items() if topic in self.topics}
        )
        self._awake.set()

    def wake(self) -> None:
        """Let `next_ring` end although there may be nothing to tell."""
        self._awake.set()

    async def next_ring(self) -> dict[str, int]:
        """Wait until there is something to tell: topic -> number, only the latest."""
        await self._awake.wait()
        while (wait := self._told_at + self._pace_now() - monotonic()) > 0:
            # Something more urgent may come in meanwhile.
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
    """How much of a core this process used lately."""

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
        """Watch the database and ring until cancelled. One task per process."""
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
        """Begin to ring for a page; it hears the present numbers first."""
        with self._lock:
            self._listeners.setdefault(listener.meeting_id, set()).add(listener)
        numbers = self.numbers(listener.meeting_id)
        # What the first page is told here is not a change when the next thing changes.
        self._known.setdefault(listener.meeting_id, numbers)
        listener.ring(numbers)
        if listener.counts:
            self._presence_changed(listener.meeting_id)

    def discard(self, listener: Listener) -> None:
        """Stop ringing for a page that has gone; its person is away after some seconds."""
        with self._lock:
            group = self._listeners.get(listener.meeting_id, set())
            group.discard(listener)
            if not group:
                self._listeners.pop(listener.meeting_id, None)
                self._known.pop(listener.meeting_id, None)
        if listener.counts and self._loop is not None:
            self._later(_AWAY_SECONDS, listener.meeting_id)

    def present(self, meeting_id: str) -> set[str]:
        """The people whose phone is connected now."""
        with self._lock:
            group = self._listeners.get(meeting_id, set())
            return {item.person_id for item in group if item.person_id}

    def screens(self, meeting_id: str) -> int:
        """How many screens of a meeting are open."""
        with self._lock:
            group = self._listeners.get(meeting_id, set())
            return sum(item.role == SCREEN for item in group)

    def numbers(self, meeting_id: str) -> dict[str, int]:
        """The present numbers of a meeting: stored topics and who is connected."""
        with self._store.read() as db:
            stored = revisions.of_meeting(db, meeting_id)
        return {**stored, **self.in_memory(meeting_id)}

    def in_memory(self, meeting_id: str) -> dict[str, int]:
        """Numbers that rise when somebody connects or goes, and when the data fails or heals."""
        return {
            PRESENCE: self._presence.get(meeting_id, 0),
            TROUBLE: self._store.troubles,
        }

    def listening(self) -> int:
        """How many pages are open in all."""
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
            except Exception:
                # The data can't be read just now; the console says so. Try at the next change.
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
