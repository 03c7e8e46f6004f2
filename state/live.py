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
from collections.abc import Callable, Iterable
from time import monotonic

from state import revisions
from state.database import Store
from state.listener import ADDRESS, AWAY, PRESENCE, SCREEN, TROUBLE, Listener
from state.problems import StateError

_WATCH_SECONDS = 0.05
_GATHER_SECONDS = 0.01
_AWAY_SECONDS = 4.0
# A phone that sleeps in a pocket comes back; whoever stays away this long has left, and is no
# longer counted among those whose answer is awaited.
_LEFT_SECONDS = 240.0
_log = logging.getLogger(__name__)


class Hub:
    """All listeners of this process, by meeting."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._listeners: dict[str, set[Listener]] = {}
        self._known: dict[str, dict[str, int]] = {}
        self._presence: dict[str, int] = {}
        self._last_seen: dict[str, dict[str, float]] = {}
        self._left: dict[str, int] = {}
        self._address = 0
        self._may_sleep: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = asyncio.Event()
        self._lock = threading.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Watch the database and notify listeners until cancelled. Run one such task per
        process."""
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._store.listeners.append(self._notify_soon)
        watcher = asyncio.create_task(self._watch_other_processes())
        try:
            while True:
                await self._changed.wait()
                self._changed.clear()
                self._notify_of_changes()
                await asyncio.sleep(_GATHER_SECONDS)
        finally:
            watcher.cancel()
            self._store.listeners.remove(self._notify_soon)

    def add(self, listener: Listener) -> None:
        """Register a page; its first notification holds the present numbers of its topics. Raises
        StateError, with the page not registered."""
        with self._lock:
            self._listeners.setdefault(listener.meeting_id, set()).add(listener)
            came_back = self._came_back(listener)
        try:
            numbers = self.numbers(listener.meeting_id)
        except StateError:
            self.discard(listener)
            raise
        # Remember these numbers as known, so that the next commit notifies only what it changed.
        self._known.setdefault(listener.meeting_id, numbers)
        listener.notify(numbers)
        if listener.counts:
            self._presence_changed(listener.meeting_id)
        if came_back:
            self._left_changed(listener.meeting_id)

    def discard(self, listener: Listener) -> None:
        """Remove a page that closed. Its person counts as absent only some seconds later, so that a
        reload or a short loss of connection does not show on the console."""
        with self._lock:
            group = self._listeners.get(listener.meeting_id, set())
            group.discard(listener)
            if not group:
                self._listeners.pop(listener.meeting_id, None)
                self._known.pop(listener.meeting_id, None)
            if listener.person_id is not None:
                seen = self._last_seen.setdefault(listener.meeting_id, {})
                seen[listener.person_id] = monotonic()
        if listener.counts and self._loop is not None:
            self._later(_AWAY_SECONDS, lambda: self._presence_changed(listener.meeting_id))
        if listener.person_id is not None and self._loop is not None:
            self._later(_LEFT_SECONDS, lambda: self._left_changed(listener.meeting_id))

    def present(self, meeting_id: str) -> set[str]:
        """The ids of the people whose phone is connected now."""
        with self._lock:
            group = self._listeners.get(meeting_id, set())
            return {item.person_id for item in group if item.person_id}

    def away(self, meeting_id: str) -> frozenset[str]:
        """The ids of the people whose phone was connected and has not been for minutes. Whoever has
        no phone, or has not connected since this process began, is not among them; who went home
        is stored (`state.attendance`)."""
        present, limit = self.present(meeting_id), monotonic() - _LEFT_SECONDS
        with self._lock:
            seen = dict(self._last_seen.get(meeting_id, {}))
        return frozenset(one for one, at in seen.items() if at <= limit and one not in present)

    def lately(self, meeting_id: str) -> frozenset[str]:
        """The ids of the people whose phone is connected, or was in the last minutes."""
        present, limit = self.present(meeting_id), monotonic() - _LEFT_SECONDS
        with self._lock:
            seen = dict(self._last_seen.get(meeting_id, {}))
        return frozenset(present | {one for one, at in seen.items() if at > limit})

    def is_connected(self, meeting_id: str, person_id: str) -> bool:
        """Whether somebody's phone is connected, or was some seconds ago: one that asks again and
        again is not in between."""
        if person_id in self.present(meeting_id):
            return True
        with self._lock:
            at = self._last_seen.get(meeting_id, {}).get(person_id)
        return at is not None and monotonic() - at < _AWAY_SECONDS

    def screens(self, meeting_id: str) -> int:
        """How many screens of a meeting are open."""
        with self._lock:
            group = self._listeners.get(meeting_id, set())
            return sum(item.role == SCREEN for item in group)

    def tell_awake(self, meeting_id: str, awake: bool) -> None:
        """Remember whether the browser of a meeting's screen keeps the projector awake."""
        (self._may_sleep.discard if awake else self._may_sleep.add)(meeting_id)
        self._presence_changed(meeting_id)

    def may_sleep(self, meeting_id: str) -> bool:
        """Whether a screen is open whose browser can't keep the projector awake."""
        return meeting_id in self._may_sleep and self.screens(meeting_id) > 0

    def numbers(self, meeting_id: str) -> dict[str, int]:
        """The present revision of every topic of a meeting, those in memory included: topic ->
        number."""
        with self._store.read() as db:
            stored = revisions.of_meeting(db, meeting_id)
        return {**stored, **self.in_memory(meeting_id)}

    def in_memory(self, meeting_id: str) -> dict[str, int]:
        """The revisions of what only this process knows: topic -> number.

        `PRESENCE`: somebody connected or disconnected; `AWAY`: the result of `away` changed, or
        that of `lately` for a guest;
        `ADDRESS`: this laptop joined or left a network; `TROUBLE`: the database failed or
        recovered.
        """
        return {
            PRESENCE: self._presence.get(meeting_id, 0),
            AWAY: self._left.get(meeting_id, 0),
            ADDRESS: self._address,
            TROUBLE: self._store.troubles,
        }

    def address_changed(self) -> None:
        """Notify every page that shows an address. Call it from the hub's event loop."""
        self._address += 1
        self._changed.set()

    def listening(self) -> int:
        """How many pages are open in this process, over all meetings."""
        with self._lock:
            return sum(len(group) for group in self._listeners.values())

    def _notify_soon(self) -> None:
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

    def _notify_of_changes(self) -> None:
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
            _notify(group, changed)

    def _came_back(self, listener: Listener) -> bool:
        """Forget when this person was last seen; gives whether that was long ago, or never for a
        guest, who counts from now on."""
        seen = self._last_seen.get(listener.meeting_id, {})
        at = seen.pop(listener.person_id, None) if listener.person_id else None
        return listener.guest if at is None else monotonic() - at >= _LEFT_SECONDS

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        async def act_later() -> None:
            await asyncio.sleep(seconds)
            act()

        task = asyncio.create_task(act_later())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _left_changed(self, meeting_id: str) -> None:
        self._left[meeting_id] = self._left.get(meeting_id, 0) + 1
        self._changed.set()

    def _presence_changed(self, meeting_id: str) -> None:
        """Notify whoever shows who is connected. Safe to call from any thread."""
        self._presence[meeting_id] = self._presence.get(meeting_id, 0) + 1
        self._notify_soon()


def _notify(group: Iterable[Listener], changed: dict[str, int]) -> None:
    if changed:
        for listener in group:
            listener.notify(changed)
